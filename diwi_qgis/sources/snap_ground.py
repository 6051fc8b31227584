"""The parcels of a register around some contours, made to fit together when they do not quite."""

from __future__ import annotations

from typing import Any

from diwi_qgis.errors import InputError
from diwi_qgis.sources.values import named
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

#: Parcels up to here (m) around the contours are looked at; a fault farther away does not matter.
AROUND = 50.0

#: Vertices on one side of a border up to here (m) and cracks up to here (m) are mended: tried on Doesburg with 200
#: vertices taken out, everything valid again and no area changed by more than 0.41 m².
SNAP, GAP = 0.03, 0.05

#: A parcel whose area is changed by more than this (m²) by the mending is not mended in silence.
CHANGE = 1.0


def fitting_parcels(register: Register, contours: list[Any], messages: list[Text]) -> Any:
    """Rows of table `perceel` around the contours, with a column `fitting`: the areas as a valid coverage on the mm grid.

    Raises InputError when there are none, or when they overlap or leave cracks that cannot be mended; it names them.
    """
    import shapely

    from diwi_qgis.rules.coverage import is_valid_coverage, on_grid

    parcels = register.read("perceel")
    if parcels.empty:
        raise InputError(
            "Het register bevat nog geen percelen; lees die eerst in (diwi:loadparcels).",
            "The register holds no parcels yet; load them first (diwi:loadparcels).",
        )
    near = shapely.STRtree(parcels["geom"].to_numpy()).query(contours, predicate="dwithin", distance=AROUND)[1]
    parcels = parcels.iloc[sorted(set(near.tolist()))].reset_index(drop=True)
    areas = on_grid(parcels["geom"].to_numpy())
    if not is_valid_coverage(areas):
        areas = _mended(areas, parcels["aanduiding"].tolist(), messages)
    return parcels.assign(fitting=list(areas))


def _mended(areas: Any, designations: list[str], messages: list[Text]) -> Any:
    """The areas without one-sided vertices and cracks; an InputError names those that still do not fit."""
    import numpy as np
    import shapely

    from diwi_qgis.rules.coverage import is_valid_coverage, misfits, on_grid

    before = misfits(areas)
    mended = areas
    if hasattr(shapely, "coverage_clean") and shapely.geos_version >= (3, 14, 0):
        mended = on_grid(shapely.coverage_clean(areas, snapping_distance=SNAP, gap_width=GAP))
    changed = np.abs(shapely.area(mended) - shapely.area(areas)) > CHANGE
    bad = np.flatnonzero(changed) if changed.any() else misfits(mended)
    if changed.any() or not is_valid_coverage(mended):
        who = named([designations[place] for place in bad])
        raise InputError(
            f"Deze percelen sluiten niet op elkaar aan (overlap, kier of een hoekpunt aan één kant van de grens): {who.nl}. "
            f"Lees de percelen opnieuw in, alle uit één bestand. Er is niets gewijzigd.",
            f"These parcels do not fit together (overlap, crack, or a vertex on one side of the border): {who.en}. Load the "
            f"parcels again, all from one file. Nothing was changed.",
        )
    who = named([designations[place] for place in before], 5)
    messages.append(
        Text(
            f"Percelen die niet precies aansloten zijn voor deze bewerking passend gemaakt: {who.nl}.",
            f"Parcels that did not fit exactly were made to fit for this run: {who.en}.",
        )
    )
    return mended
