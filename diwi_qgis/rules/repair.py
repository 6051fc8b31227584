"""From any geometry to the MultiPolygon that the register keeps; every change is said, a doubtful one is not made.

Method "structure" of GEOS, never `buffer(0)` (halves a bow-tie) and never "linework" on a whole multipolygon (turns an
overlap of parts into a hole): tried on the cases that stand in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import signature
from typing import Any, Optional

from diwi_qgis.texts import Text

#: A repair that changes the area by more than this is doubtful: share of the area, and m².
MAX_SHARE, MAX_AREA = 0.01, 1.0
#: A part smaller than this (m²) is worth a warning.
SLIVER_AREA = 1.0


@dataclass
class Hersteld:
    """Outcome for one geometry.

    `geom` is the MultiPolygon to keep, or None when there is nothing to keep. `bezwaar` says why a geometry cannot be
    used without a person's consent: it is set with a `geom` (a proposal whose area differs) or without one (refused).
    `meldingen` says what was changed, or is remarkable, and is kept nevertheless. Areas in m².
    """

    geom: Any = None
    bezwaar: Optional[Text] = None
    meldingen: list[Text] = field(default_factory=list)
    oppervlakte_voor: float = 0.0
    oppervlakte_na: float = 0.0


def to_multipolygon(geometry: Any) -> Hersteld:
    """The geometry as a valid two-dimensional MultiPolygon, with finite coordinates in metres expected.

    A valid Polygon or MultiPolygon comes back with its own vertices in their own order. Points and lines are refused;
    out of a collection the polygons are kept (said). A self-crossing polygon gives a proposal.
    """
    import shapely

    if geometry is None or geometry.is_empty:
        return Hersteld(bezwaar=Text("de geometrie is leeg", "the geometry is empty"))
    outcome = Hersteld()
    flat = shapely.force_2d(geometry) if geometry.has_z else geometry
    polygons = _polygons(flat, outcome)
    if not polygons:
        soort = geometry.geom_type
        return Hersteld(
            bezwaar=Text(f"een {soort} is geen vlak; verwacht: Polygon of MultiPolygon", f"a {soort} is no area")
        )
    whole = shapely.MultiPolygon(polygons)
    outcome.oppervlakte_voor = abs(whole.area)
    outcome.geom = whole if whole.is_valid else _make_valid(whole, outcome)
    if outcome.geom is not None:
        outcome.oppervlakte_na = outcome.geom.area
        _warn_of_slivers(outcome)
    return outcome


def _polygons(geometry: Any, outcome: Hersteld) -> list[Any]:
    import shapely

    parts = [geometry]
    while any(hasattr(part, "geoms") for part in parts):  # collections may hold collections
        parts = [inner for part in parts for inner in (part.geoms if hasattr(part, "geoms") else [part])]
    polygons = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    others = sum(1 for part in parts if part.geom_type != "Polygon")
    if polygons and others:
        outcome.meldingen.append(
            Text(
                "{aantal:#punt of lijn|punten of lijnen} weggelaten", "{aantal:#point or line|points or lines} left out"
            ).fill(aantal=others)
        )
    return [shapely.Polygon(part) for part in polygons]


def _make_valid(whole: Any, outcome: Hersteld) -> Any:
    import shapely

    reason = shapely.is_valid_reason(whole)
    repaired = _structure(whole)
    polygons = [part for part in shapely.get_parts(repaired) if part.geom_type == "Polygon" and part.area > 0]
    if not polygons:
        outcome.bezwaar = Text(f"ongeldig vlak zonder oppervlakte ({reason})", f"invalid area of no size ({reason})")
        return None
    geom = shapely.MultiPolygon(polygons)
    before, after = outcome.oppervlakte_voor, geom.area
    what = Text(
        "ongeldig vlak ({reden}); hersteld van {voor:.2f} naar {na:.2f} m²",
        "invalid area ({reden}); repaired from {voor:.2f} to {na:.2f} m²",
    ).fill(reden=reason, voor=before, na=after)
    difference = abs(after - before)
    if difference > MAX_AREA or difference > MAX_SHARE * max(before, after):
        outcome.bezwaar = what
    else:
        outcome.meldingen.append(what)
    return geom


def _structure(whole: Any) -> Any:
    import shapely

    if "method" in signature(shapely.make_valid).parameters:  # not by version: Debian's newest says "0+unknown"
        return shapely.make_valid(whole, method="structure", keep_collapsed=False)
    # shapely 2.0 knows only "linework"; part by part, because of a whole it would cut overlaps out
    return shapely.union_all([_areas(shapely.make_valid(part)) for part in whole.geoms])


def _areas(geometry: Any) -> Any:
    import shapely

    return shapely.MultiPolygon([part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"])


def _warn_of_slivers(outcome: Hersteld) -> None:
    small = [part.area for part in outcome.geom.geoms if part.area < SLIVER_AREA]
    if small:
        outcome.meldingen.append(
            Text("{aantal:#deel|delen} kleiner dan 1 m²", "{aantal:#part|parts} smaller than 1 m²").fill(
                aantal=len(small)
            )
        )
