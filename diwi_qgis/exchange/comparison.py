"""Two moments of a register beside each other: what changed in the plans, and what that did to the dwellings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Optional

from diwi_qgis.libraries import require
from diwi_qgis.progress import Progress, silent
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from pandas import DataFrame

    from diwi_qgis.store import Register
    from diwi_qgis.store.address import Address


@dataclass(frozen=True)
class Comparison:
    """The difference: a row for each plan and the totals (see `rules.comparison`), and the area of each plan, as it is last."""

    plans: DataFrame
    totals: DataFrame
    shapes: dict[str, object]

    def count(self, what: str) -> int:
        """How many plans came, went, changed or stayed the same."""
        return int((self.plans["wat"] == what).sum())


def compare_moments(
    address: Address, first: datetime, second: Optional[datetime], peildatum: date, progress: Optional[Progress] = None
) -> Comparison:
    """Compare a register as it was known at two moments (the second None: now).

    Dwellings of both are counted at `peildatum`. Raises RegisterError when one cannot be looked back at, Cancelled.
    """
    require("pandas", "shapely")
    from diwi_qgis.rules.comparison import compare_states, totals
    from diwi_qgis.store import open_register

    progress = silent(progress)
    with open_register(address, known_at=first) as register:
        before = _read(register, progress.part(0.0, 0.45))
    with open_register(address, known_at=second) as register:
        after = _read(register, progress.part(0.45, 0.9))
    table = compare_states(before, after, peildatum)
    progress.set(1.0)
    shapes = {
        uuid: shape
        for state in (before, after)
        for uuid, shape in zip(state["project"]["uuid"], state["project"]["geom"])
    }
    return Comparison(table, totals(table), shapes)


def _read(register: Register, progress: Progress) -> dict[str, DataFrame]:
    from diwi_qgis.rules.comparison import TABLES

    frames = {}
    for number, name in enumerate(TABLES):
        progress.check(number / len(TABLES))
        frames[name] = register.read(name)
    return frames


def summary(found: Comparison) -> list[Text]:
    """The difference in two sentences."""
    counts = {what: found.count(what) for what in ("nieuw", "vervallen", "gewijzigd", "gelijk")}
    dwellings = found.totals
    lines = [
        Text(
            f"Plannen: {counts['nieuw']} nieuw, {counts['vervallen']} vervallen, {counts['gewijzigd']} gewijzigd, "
            f"{counts['gelijk']} gelijk.",
            f"Plans: {counts['nieuw']} new, {counts['vervallen']} gone, {counts['gewijzigd']} changed, "
            f"{counts['gelijk']} the same.",
        )
    ]
    nl = {"bouw": "te bouwen", "sloop": "te slopen", "netto": "netto"}
    en = {"bouw": "to be built", "sloop": "to be demolished", "netto": "net"}
    words = [(name, f"{row['voor']} → {row['na']} ({row['verschil']:+d})") for name, row in dwellings.iterrows()]
    lines.append(
        Text(
            "Woningen: " + ", ".join(f"{nl[name]} {text}" for name, text in words) + ".",
            "Dwellings: " + ", ".join(f"{en[name]} {text}" for name, text in words) + ".",
        )
    )
    return lines
