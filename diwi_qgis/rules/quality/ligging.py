"""Rules on where a plan area lies: against other plans, its main plan and its municipality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, not_checked, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

THEME = Text("Ligging", "Location")


@rule(
    "overlap",
    THEME,
    FOUT,
    Text("Plannen overlappen elkaar", "Plans overlap each other"),
    why=Text(
        "Op dezelfde grond kunnen geen twee plannen gebouwd worden: woningen worden dubbel geteld. Een hoofdplan en zijn "
        "deelplannen mogen over elkaar liggen; grenzen die elkaar raken zijn geen overlap.",
        "Two plans cannot be built on the same ground: dwellings are counted twice. A main plan and its sub-plans may lie "
        "over each other; outlines that touch do not overlap.",
    ),
    remedy=Text(
        "Pas een van de plangebieden aan, maak van het ene plan een deelplan van het andere, of breek het oude plan af.",
        "Change one of the areas, make one plan a sub-plan of the other, or end the old plan.",
    ),
    libraries=("shapely",),
)
def overlap(context: Context) -> Iterator[Hits]:
    """Pairs of plans with a common area of a minimum size and width."""
    import numpy as np
    import shapely

    from diwi_qgis.rules.overlap import pairs_within

    areas, options, plans = context.areas, context.options, context.plans
    pairs = pairs_within(areas, min_area=options.overlap_area, min_width=options.overlap_width, geometry=True)
    pairs = pairs[~pairs["thin"]]
    pairs = pairs[~_related(plans, pairs["a"].to_numpy(), pairs["b"].to_numpy())]
    size = shapely.area(areas)
    a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
    codes = plans["code"].fillna("").to_numpy(dtype=object)
    a, b = (
        np.where(codes[a] <= codes[b], a, b),
        np.where(codes[a] <= codes[b], b, a),
    )  # the same pair, the same way round
    uuids = plans.index.to_numpy()
    rows = pairs.assign(
        project_uuid=uuids[a],
        ander_uuid=uuids[b],
        sleutel=uuids[b],
        maat=pairs["area"],
        deel=100 * pairs["area"] / size[a],
        ander_deel=100 * pairs["area"] / size[b],
    )
    yield Hits(
        rows,
        Text(
            "{plan} en {ander} overlappen elkaar over {maat:.0f} m²: {deel:.0f} % van het eerste, {ander_deel:.0f} % van "
            "het tweede plan.",
            "{plan} and {ander} overlap by {maat:.0f} m²: {deel:.0f}% of the first, {ander_deel:.0f}% of the second plan.",
        ),
        Text("geen gemeenschappelijke grond", "no common ground"),
        value="{maat:.0f} m²",
    )


@rule(
    "deelplan_buiten_hoofdplan",
    THEME,
    WAARSCHUWING,
    Text("Deelplan ligt buiten zijn hoofdplan", "Sub-plan lies outside its main plan"),
    why=Text(
        "Een deelplan is een deel van het hoofdplan; ligt het erbuiten, dan klopt een van de twee plangebieden niet, of "
        "hoort het deelplan ergens anders bij.",
        "A sub-plan is part of its main plan; when it lies outside, one of the two areas is wrong, or it belongs elsewhere.",
    ),
    remedy=Text(
        "Verruim het hoofdplan, verklein het deelplan, of kies een ander hoofdplan.",
        "Enlarge the main plan, shrink the sub-plan, or choose another main plan.",
    ),
    libraries=("shapely",),
)
def outside_mother(context: Context) -> Iterator[Hits]:
    """Daughters with more than a little area outside their mother."""
    import numpy as np
    import shapely

    plans = context.plans
    mother = plans.index.get_indexer(plans["hoofdplan_uuid"])
    daughters = np.flatnonzero(plans["hoofdplan_uuid"].notna().to_numpy() & (mother >= 0))
    if not len(daughters):
        raise NotCheckedError("er zijn geen deelplannen", "there are no sub-plans")
    inside, around = context.areas[daughters], context.areas[mother[daughters]]
    known = ~(shapely.is_missing(inside) | shapely.is_missing(around))
    yield not_checked(
        plans.iloc[daughters[~known]],
        Text(
            "{aantal:#deelplan|deelplannen} waarvan het hoofdplan of het deelplan zelf geen plangebied heeft",
            "{aantal:#sub-plan|sub-plans} of which it or the main plan has no plan area",
        ),
    )
    found, geometry, size = _outside(inside[known], around[known], context.options.outside_area)
    daughters = daughters[known][found]
    rows = plans.iloc[daughters].assign(
        ander_uuid=plans["hoofdplan_uuid"].iloc[daughters],
        maat=size,
        deel=100 * size / shapely.area(context.areas[daughters]),
        geom=geometry,
    )
    yield Hits(
        rows,
        Text(
            "{plan} ligt voor {maat:.0f} m² ({deel:.0f} %) buiten zijn hoofdplan {ander}.",
            "{plan} lies for {maat:.0f} m² ({deel:.0f}%) outside its main plan {ander}.",
        ),
        Text("geheel binnen het hoofdplan", "wholly inside the main plan"),
        value="{maat:.0f} m²",
    )


@rule(
    "buiten_gemeente",
    THEME,
    WAARSCHUWING,
    Text("Plan ligt buiten de gemeente", "Plan lies outside the municipality"),
    why=Text(
        "Woningen buiten de grens tellen bij een andere gemeente. Vaak is er een punt verkeerd gezet of zijn de "
        "coördinaten fout.",
        "Dwellings across the border count for another municipality. Often a vertex or the coordinates are wrong.",
    ),
    remedy=Text(
        "Breng het plangebied binnen de grens, of leg het deel daarbuiten vast bij de buurgemeente.",
        "Bring the plan area within the border, or register the rest with the neighbour.",
    ),
    needs=("project", "gebied"),
    libraries=("shapely",),
)
def outside_municipality(context: Context) -> Iterator[Hits]:
    """Plans with more than a little area outside their municipality (or outside all municipalities that were loaded)."""
    import numpy as np
    import shapely

    borders = _municipalities(context)
    codes = context.plans["gemeentecode"].where(context.plans["gemeentecode"].notna(), "").to_numpy(dtype=object)
    present = ~shapely.is_missing(context.areas)
    whole = shapely.union_all(list(borders.values()))
    for code in sorted(set(codes[present])):
        positions = np.flatnonzero(present & (codes == code))
        if code and code not in borders:
            yield not_checked(
                context.plans.iloc[positions],
                Text(
                    f"{{aantal:#plan|plannen}} van gemeente {code}, waarvan de grens niet is ingelezen",
                    f"{{aantal:#plan|plans}} of municipality {code}, of which the boundary was not loaded",
                ),
            )
            continue
        border = borders.get(code, whole)
        shapely.prepare(border)
        areas = context.areas[positions]
        found, geometry, size = _outside(areas, np.full(len(areas), border), context.options.outside_area)
        rows = context.plans.iloc[positions[found]]
        share = 100 * size / shapely.area(areas[found])
        yield Hits(
            rows.assign(maat=size, deel=share, geom=geometry),
            Text(
                "{plan} ligt voor {maat:.0f} m² ({deel:.0f} %) buiten de gemeente.",
                "{plan} lies for {maat:.0f} m² ({deel:.0f}%) outside the municipality.",
            ),
            Text("geheel binnen de gemeentegrens", "wholly within the municipal boundary"),
            value="{maat:.0f} m²",
        )


def _related(plans: pd.DataFrame, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Whether of each pair one is (grand)mother of the other."""
    import numpy as np

    mother = np.append(plans.index.get_indexer(plans["hoofdplan_uuid"]), -1)  # -1 has no mother either
    related = np.zeros(len(a), dtype=bool)
    above_a, above_b = mother[a], mother[b]
    for _ in range(_DEPTH):
        if (above_a < 0).all() and (above_b < 0).all():
            break
        related |= (above_a == b) | (above_b == a)
        above_a, above_b = mother[above_a], mother[above_b]
    return related


#: Main plans of main plans: deeper than this nobody goes, and a circle ends.
_DEPTH = 10


def _outside(inner: np.ndarray, outer: np.ndarray, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions of `inner` that stick out of `outer` by more than `least` m², with that part and its size."""
    import numpy as np
    import shapely

    out = np.flatnonzero(~shapely.covers(outer, inner))
    parts = shapely.difference(inner[out], outer[out])
    size = shapely.area(parts)
    found = size > least
    return out[found], parts[found], size[found]


def _municipalities(context: Context) -> dict[str, object]:
    """The border of every municipality that was loaded, by its code; of several years the last."""
    import shapely

    areas = context.frame("gebied")
    areas = areas[(areas["soort"] == "gemeente") & areas["geom"].notna()]
    if areas.empty:
        raise NotCheckedError("er is geen gemeentegrens ingelezen", "no municipal boundary was loaded")
    last = areas[areas["jaar"] == areas.groupby("gemeentecode")["jaar"].transform("max")]
    return {code: shapely.union_all(list(group)) for code, group in last.groupby("gemeentecode")["geom"]}
