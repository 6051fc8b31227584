"""What was done but not decided: the reasons why people had better look before a plan area is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from diwi_qgis.rules.snapping.decide import SECOND
from diwi_qgis.rules.snapping.ground import Ground
from diwi_qgis.rules.snapping.pieces import Settled
from diwi_qgis.texts import Text

#: Shift, swelling and mean distance from borders (all m) from which a plan is proposed instead of decided.
SHIFT, SWELL, RESIDUAL = 1.0, 1.0, 1.0

#: A parcel that is blocked by a plan that takes no part matters from this share.
BLOCKED = 0.1

#: Mean distance of all contours from borders, as drawn (m), that is no better than chance: another place, or another
#: reference system.
ELSEWHERE = 2.0

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
    "ruim": Text(
        "De contour is rondom {value:.1f} m te ruim getekend.",
        "The contour is drawn {value:.1f} m too wide all around.",
    ),
    "krap": Text(
        "De contour is rondom {value:.1f} m te krap getekend.",
        "The contour is drawn {value:.1f} m too tight all around.",
    ),
    "afwijking": Text(
        "De contour ligt gemiddeld {value:.1f} m van de perceelgrenzen.",
        "The contour lies {value:.1f} m from the parcel borders on average.",
    ),
    "elders": Text(
        "De contouren liggen gemiddeld {value:.1f} m van perceelgrenzen, niet beter dan toeval: klopt het coördinatenstelsel?",
        "The contours lie {value:.1f} m from parcel borders on average, no better than chance: is the reference system right?",
    ),
    "hersteld": Text(
        "De contour was ongeldig en is hersteld; het oppervlak werd {value:.0f} m².",
        "The contour was invalid and has been repaired; its area became {value:.0f} m².",
    ),
    "wacht": Text(
        "Het nieuwe plangebied zou {value:.2f} m² overlappen met een plan dat (nog) niet is aangesloten.",
        "The new area would overlap {value:.2f} m² of a plan that was not snapped (yet).",
    ),
}


_Row = tuple[int, int, str, float, Any]


def find_doubts(plans: pd.DataFrame, settled: Settled, ground: Ground, distance: float) -> pd.DataFrame:
    """All doubts: `plan`, `parcel` (position among all parcels, -1 for the plan as a whole), `reason`, `value`, `geom`."""
    rows = [*_about_plans(plans, distance), *_about_pieces(settled, ground)]
    frame = pd.DataFrame(rows, columns=["plan", "parcel", "reason", "value", "geom"])
    return frame.sort_values(["plan", "parcel", "reason"], kind="stable", ignore_index=True)


def _about_plans(plans: pd.DataFrame, distance: float) -> Iterator[_Row]:
    shift = np.hypot(plans["dx"], plans["dy"])
    everywhere = pd.Series(distance, plans.index)
    tests = (
        ("elders", everywhere > ELSEWHERE, everywhere),
        ("leeg", plans["geom"].isna(), plans["area_before"]),
        ("verschuiving", shift > SHIFT, shift),
        ("ruim", plans["swell"] < -SWELL, -plans["swell"]),
        ("krap", plans["swell"] > SWELL, plans["swell"]),
        ("afwijking", plans["residual"] > RESIDUAL, plans["residual"]),
    )
    for reason, holds, value in tests:
        for plan in np.flatnonzero(holds).tolist():
            yield plan, -1, reason, float(value.iloc[plan]), plans["geom"].iloc[plan]


def _about_pieces(settled: Settled, ground: Ground) -> Iterator[_Row]:
    pieces, decision = settled.pieces, settled.decision
    for piece in np.flatnonzero((decision.first >= 0) & (decision.doubtful | ~pieces.whole | ~pieces.free)).tolist():
        for plan, reason, value in _about_piece(piece, settled, ground):
            yield plan, int(ground.position[pieces.parcel[piece]]), reason, value, pieces.areas[piece]


def _about_piece(piece: int, settled: Settled, ground: Ground) -> Iterator[tuple[int, str, float]]:
    pieces, decision = settled.pieces, settled.decision
    first, second = int(decision.first[piece]), int(decision.runner_up[piece])
    if not pieces.free[piece]:
        if decision.largest[piece] > BLOCKED:
            yield first, "bezet", float(decision.largest[piece])
    elif not pieces.whole[piece]:
        if decision.owner[piece] >= 0:
            share = pieces.areas[piece].area / ground.parcels[pieces.parcel[piece]].area
            yield int(decision.owner[piece]), "deel", float(share)
    elif decision.second[piece] > SECOND:
        yield first, "buurplan", float(decision.second[piece])
        yield second, "buurplan", float(decision.largest[piece])
    else:
        yield first, "aandeel", float(decision.total[piece])
