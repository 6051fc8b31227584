"""What saving plans did: per plan what was added, changed and removed, with old and new values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from diwi_qgis.texts import Text


class Soort(Enum):
    """What happened to a row; the value is the Dutch word for it."""

    NIEUW = "toegevoegd"
    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"
    ONGEWIJZIGD = "ongewijzigd"


@dataclass(frozen=True)
class Change:
    """One change below or in a plan.

    `tabel` and `veld` are names of the model (`veld` is empty when a whole row came or went), `onderdeel` says which
    row in words (name of a block, kind of a milestone; empty for the plan itself).
    """

    soort: Soort
    tabel: str
    onderdeel: str = ""
    veld: str = ""
    oud: Any = None
    nieuw: Any = None


@dataclass
class PlanResult:
    """What happened to one plan. A new plan has no separate changes: all of it is new."""

    uuid: str
    naam: str
    soort: Soort
    changes: list[Change] = field(default_factory=list)


@dataclass
class SaveReport:
    """What happened to all plans, in the order of the file, and what was made because it was missing."""

    plannen: list[PlanResult] = field(default_factory=list)
    aangemaakt: list[Text] = field(default_factory=list)
    rijen: Counter[tuple[str, Soort]] = field(default_factory=Counter)

    def count(self, soort: Soort) -> int:
        """Number of plans that were added, changed or left as they were."""
        return sum(result.soort is soort for result in self.plannen)

    @property
    def summary(self) -> Text:
        """One line: how many plans are new, changed, unchanged."""
        counts = {
            "nieuw": self.count(Soort.NIEUW),
            "gewijzigd": self.count(Soort.GEWIJZIGD),
            "gelijk": self.count(Soort.ONGEWIJZIGD),
        }
        return Text(
            "{nieuw} plan(nen) toegevoegd, {gewijzigd} gewijzigd, {gelijk} ongewijzigd.",
            "{nieuw} plan(s) added, {gewijzigd} changed, {gelijk} unchanged.",
        ).fill(**counts)
