"""What was done but not decided: the reasons why people had better look before a plan area is replaced."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from diwi_qgis.rules.snapping.ground import Ground
from diwi_qgis.texts import Text

#: Shift (m) and mean distance from borders (m) from which a plan is proposed instead of decided.
SHIFT, RESIDUAL = 1.0, 2.0

#: A parcel that is blocked by a plan that takes no part matters from this share.
BLOCKED = 0.1

REASONS = {
    "aandeel": Text(
        "Het plan ligt voor een twijfelachtig deel op dit perceel ({value:.0%}).",
        "The plan covers a doubtful part of this parcel ({value:.0%}).",
    ),
    "buurplan": Text(
        "Ook een ander plan ligt voor een flink deel op dit perceel ({value:.0%}).",
        "Another plan covers a good part of this parcel as well ({value:.0%}).",
    ),
    "deel": Text(
        "Het perceel wordt gesplitst langs de getekende lijn; {value:.0%} hoort bij het plan.",
        "The parcel is divided along the line as drawn; {value:.0%} is part of the plan.",
    ),
    "bezet": Text(
        "Dit perceel is (deels) bezet door een plan dat niet meedoet en niet op de grens ligt; het plan ligt er voor {value:.0%} op.",
        "This parcel is (partly) taken by a plan that takes no part and is not on the border; the plan covers {value:.0%} of it.",
    ),
    "leeg": Text(
        "Van het plan blijft niets over; het oppervlak was {value:.0f} m².",
        "Nothing is left of the plan; its area was {value:.0f} m².",
    ),
    "verschuiving": Text(
        "De contour als geheel ligt {value:.1f} m verschoven.", "The contour as a whole lies {value:.1f} m off."
    ),
    "afwijking": Text(
        "De contour ligt gemiddeld {value:.1f} m van de perceelgrenzen.",
        "The contour lies {value:.1f} m from the parcel borders on average.",
    ),
}


def find_doubts(plans: pd.DataFrame, pieces: Any, ground: Ground) -> pd.DataFrame:
    """All doubts: `plan`, `parcel` (position among all parcels, -1 for the plan as a whole), `reason`, `value`, `geom`."""
    rows = [*_about_plans(plans), *_about_pieces(pieces, ground)]
    frame = pd.DataFrame(rows, columns=["plan", "parcel", "reason", "value", "geom"])
    return frame.sort_values(["plan", "parcel", "reason"], kind="stable", ignore_index=True)


def _about_plans(plans: pd.DataFrame) -> list[tuple[int, int, str, float, Any]]:
    shift = np.hypot(plans["dx"], plans["dy"])
    found = []
    for plan, geom in enumerate(plans["geom"]):
        if geom is None:
            found.append((plan, -1, "leeg", float(plans["area_before"].iloc[plan]), None))
        if shift[plan] > SHIFT:
            found.append((plan, -1, "verschuiving", float(shift[plan]), geom))
        if plans["residual"].iloc[plan] > RESIDUAL:
            found.append((plan, -1, "afwijking", float(plans["residual"].iloc[plan]), geom))
    return found


def _about_pieces(pieces: Any, ground: Ground) -> list[tuple[int, int, str, float, Any]]:
    decision = pieces.decision
    sizes = np.array([area.area for area in ground.parcels])
    found = []
    for piece in np.flatnonzero((decision.first >= 0) & (decision.doubtful | ~pieces.whole | ~pieces.free)).tolist():
        local = int(pieces.parcel[piece])
        parcel, area = int(ground.position[local]), pieces.areas[piece]
        first, second = int(decision.first[piece]), int(decision.runner_up[piece])
        if not pieces.free[piece]:
            if decision.largest[piece] > BLOCKED:
                found.append((first, parcel, "bezet", float(decision.largest[piece]), area))
            continue
        if not pieces.whole[piece]:
            if decision.owner[piece] >= 0:
                found.append((int(decision.owner[piece]), parcel, "deel", float(area.area / sizes[local]), area))
            continue
        if decision.second[piece] > 0.25:
            found.append((first, parcel, "buurplan", float(decision.second[piece]), area))
            found.append((second, parcel, "buurplan", float(decision.largest[piece]), area))
        elif decision.doubtful[piece]:
            found.append((first, parcel, "aandeel", float(decision.total[piece]), area))
    return found
