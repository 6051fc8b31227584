"""Rules on one plan area by itself: there, valid, and without scraps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diwi_qgis.notation import plain
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.rules.quality.rule import Hits, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy as np
    from pandas import DataFrame

THEME = Text("Plangebied", "Plan area")
_AREA = Text("een geldig vlak in RD New (EPSG:28992)", "a valid area in RD New (EPSG:28992)")


@rule(
    "contour_ontbreekt",
    THEME,
    WAARSCHUWING,
    Text("Plan zonder plangebied", "Plan without plan area"),
    why=Text(
        "Zonder plangebied staat het plan op geen kaart en kan niet worden gezien of het met een ander plan botst. "
        "Een hoofdplan met deelplannen heeft geen eigen plangebied nodig.",
        "Without a plan area the plan is on no map and a clash with another plan stays unseen. A main plan with "
        "sub-plans needs no area of its own.",
    ),
    remedy=Text(
        "Teken het plangebied, of maak het uit percelen ('Plangebieden uit percelen maken').",
        "Draw the plan area, or make it from parcels ('Make plan areas from parcels').",
    ),
    libraries=("shapely",),
)
def missing(context: Context) -> Iterator[Hits]:
    """Plans without geometry."""
    import shapely

    plans = context.plans
    rows = plans[shapely.is_missing(context.drawn) & ~plans.index.isin(context.mothers)]
    yield Hits(rows, Text("{plan} heeft geen plangebied.", "{plan} has no plan area."), _AREA)


@rule(
    "contour_ongeldig",
    THEME,
    FOUT,
    Text("Ongeldig plangebied", "Invalid plan area"),
    why=Text(
        "Een vlak dat zichzelf kruist of buiten Nederland ligt heeft geen betrouwbare oppervlakte, en provincies "
        "weigeren het.",
        "An area that crosses itself or lies outside the Netherlands has no reliable size, and provinces refuse it.",
    ),
    remedy=Text(
        "Herstel de grens op de aangewezen plek met het knooppuntgereedschap.",
        "Mend the outline at the spot shown with the vertex tool.",
    ),
    libraries=("shapely",),
)
def invalid(context: Context) -> Iterator[Hits]:
    """Self-crossing, not finite, or outside the Netherlands."""
    import numpy as np
    import shapely

    from diwi_qgis.rules.coordinates import Stelsel, recognise_each

    geometries, rows = context.drawn, context.plans
    systems = np.array(recognise_each(list(geometries)), dtype=object)
    abroad = (systems != Stelsel.RD) & ~shapely.is_missing(geometries)
    wrong = ~context.valid & ~abroad & ~shapely.is_missing(geometries)
    reasons = shapely.is_valid_reason(geometries[wrong])
    yield Hits(
        rows[wrong].assign(reden=reasons, geom=[_spot(reason) for reason in reasons], sleutel="geldigheid"),
        Text("Het plangebied van {plan} is ongeldig: {reden}.", "The plan area of {plan} is invalid: {reden}."),
        _AREA,
        value="{reden}",
    )
    yield Hits(
        rows[abroad].assign(
            geom=None,
            sleutel="ligging",
            nl=[system.text.nl for system in systems[abroad]],
            en=[system.text.en for system in systems[abroad]],
        ),
        Text(
            "Het plangebied van {plan} ligt niet in Nederland ({nl}).",
            "The plan area of {plan} does not lie in the Netherlands ({en}).",
        ),
        _AREA,
        value="{nl}",
    )


@rule(
    "contour_snippers",
    THEME,
    WAARSCHUWING,
    Text("Snippers, gaatjes of pieken in het plangebied", "Scraps, pinholes or spikes in the plan area"),
    why=Text(
        "Kleine losse stukjes, smalle gaten en pieken ontstaan bij tekenen en knippen, zijn niet bedoeld en geven "
        "schijnbare overlap met de buren.",
        "Small loose parts, narrow holes and spikes come from drawing and cutting, are not meant, and give apparent "
        "overlaps with the neighbours.",
    ),
    remedy=Text(
        "Verwijder het stukje, gat of punt, of laat het plan aansluiten op de percelen.",
        "Remove the part, hole or vertex, or snap the plan to the parcels.",
    ),
    libraries=("shapely",),
)
def scraps(context: Context) -> Iterator[Hits]:
    """Parts and holes that are too small or too narrow, and vertices at which the outline turns back on itself."""
    import numpy as np
    import shapely

    areas, options = context.areas, context.options
    parts, owner = shapely.get_parts(areas, return_index=True)
    outer = shapely.get_exterior_ring(parts)
    inner, part = shapely.get_rings(parts, return_index=True)
    hole = ~np.isin(np.arange(len(inner)), _first_of(part))
    expected = Text(
        f"minstens {plain(options.sliver_area)} m² groot en {plain(options.sliver_width)} m breed",
        f"at least {options.sliver_area:g} m² in size and {options.sliver_width:g} m wide",
    )
    small = _too_small(shapely.polygons(outer), options)
    yield Hits(
        _per_plan(context, owner[small], parts[small]).assign(sleutel="deel"),
        Text(
            "{plan} heeft {aantal:#los stukje|losse stukjes} kleiner dan bedoeld, samen {maat:.1f} m².",
            "{plan} has {aantal:#loose part|loose parts} smaller than meant, {maat:.1f} m² together.",
        ),
        expected,
        value="{aantal:n}",
    )
    holes = shapely.polygons(inner[hole])
    holders = owner[part[hole]]
    small = _too_small(holes, options)
    yield Hits(
        _per_plan(context, holders[small], holes[small]).assign(sleutel="gat"),
        Text(
            "{plan} heeft {aantal:#gaatje|gaatjes} kleiner dan bedoeld, samen {maat:.1f} m².",
            "{plan} has {aantal:#hole|holes} smaller than meant, {maat:.1f} m² together.",
        ),
        expected,
        value="{aantal:n}",
    )
    points, ring = _spikes(inner, options.spike_angle)
    spots = shapely.buffer(shapely.points(points), _SPOT)
    yield Hits(
        _per_plan(context, owner[part[ring]], spots).assign(sleutel="piek"),
        Text(
            "De grens van {plan} keert op {aantal:#punt|punten} vrijwel op zichzelf terug (piek).",
            "The outline of {plan} turns back on itself at {aantal:#point|points} (spike).",
        ),
        Text(
            f"een hoek van minstens {plain(options.spike_angle)} graad",
            f"an angle of at least {options.spike_angle:g} degree",
        ),
        value="{aantal:n}",
    )


#: Radius (m) of the circle that shows a spot which is only a point.
_SPOT = 2.0


def _spot(reason: str) -> Any:
    """A circle round the place that GEOS names at the end of its reason, as in ``Self-intersection[1 2]``."""
    import shapely

    _, _, place = reason.rstrip("]").partition("[")
    numbers = place.split()
    return shapely.Point(float(numbers[0]), float(numbers[1])).buffer(_SPOT) if len(numbers) >= 2 else None


def _first_of(index: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.unique(index, return_index=True)[1]


def _too_small(polygons: np.ndarray, options: Options) -> np.ndarray:
    """Smaller than the area, or narrower than the width; for a strip, twice area by outline is its width."""
    import numpy as np
    import shapely

    area, length = shapely.area(polygons), shapely.length(polygons)
    width = np.divide(2 * area, length, out=np.zeros_like(area), where=length > 0)
    small: np.ndarray = (area < options.sliver_area) | (width < options.sliver_width)
    return small


def _per_plan(context: Context, places: np.ndarray, spots: np.ndarray) -> DataFrame:
    """One row per plan with the number, total area and union of its spots."""
    import pandas as pd
    import shapely

    table = pd.DataFrame({"plaats": places, "geom": pd.Series(spots, dtype=object)})
    groups = table.groupby("plaats")["geom"]
    merged = groups.agg(lambda geometries: shapely.multipolygons(list(geometries)))
    return pd.DataFrame(
        {
            "project_uuid": context.plans.index[merged.index.to_numpy(dtype=int)],
            "aantal": groups.size().to_numpy(),
            "maat": shapely.area(merged.to_numpy(dtype=object)) if len(merged) else [],
            "geom": merged.to_numpy(dtype=object),
        }
    )


def _spikes(rings: np.ndarray, degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """Vertices at which a ring turns back within `degrees`, and the position of that ring."""
    import numpy as np
    import shapely

    points, ring = shapely.get_coordinates(rings, return_index=True)
    if not len(points):
        return points, ring
    last = np.append(ring[1:] != ring[:-1], True)
    start = np.zeros(len(rings), dtype=int)
    first = np.flatnonzero(np.append(True, ring[1:] != ring[:-1]))
    start[ring[first]] = first
    before = points - np.roll(points, 1, axis=0)
    after = np.roll(points, -1, axis=0) - points
    after[last] = points[start[ring[last]] + 1] - points[last]  # a ring closes: its last vertex is its first
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    dot = (before * after).sum(axis=1)
    turned = np.degrees(np.arctan2(np.abs(cross), dot))
    inside = np.ones(len(points), dtype=bool)
    inside[first] = False  # seen as last vertex
    found = inside & (turned > 180 - degrees) & (np.hypot(*before.T) > 0) & (np.hypot(*after.T) > 0)
    return points[found], ring[found]
