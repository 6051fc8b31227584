"""Plans that were read from a file, into the register: all of them or none; the same for every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from diwi_qgis.exchange.problems import ImportRefusedError, Problem
from diwi_qgis.exchange.save import save
from diwi_qgis.exchange.save_report import SaveReport

if TYPE_CHECKING:
    from diwi_qgis.exchange.definities import Definities
    from diwi_qgis.exchange.lists import RegisterLists
    from diwi_qgis.exchange.plan import Plan
    from diwi_qgis.progress import Progress
    from diwi_qgis.store import Register


@dataclass
class ImportResult:
    """What came of an import. `saved` is None when the file was refused: then nothing was stored."""

    file: str
    plannen: int
    blokken: int
    problems: list[Problem]
    saved: Optional[SaveReport] = None

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the import."""
        return [problem for problem in self.problems if not problem.warning]

    @property
    def warnings(self) -> list[Problem]:
        """What is reported and does not stop the import."""
        return [problem for problem in self.problems if problem.warning]

    def stored(self) -> SaveReport:
        """What was stored; ImportRefusedError when the file was refused."""
        if self.saved is None:
            raise ImportRefusedError(self.file, self.problems)
        return self.saved


def take_in(
    register: Register,
    file: str,
    plans: Sequence[Plan],
    problems: list[Problem],
    lists: RegisterLists,
    *,
    definities: Optional[Definities],
    create_missing: bool,
    user: str,
    progress: Progress,
) -> ImportResult:
    """Store the plans unless `problems` has an error; what only storing finds (an ambiguous number) is added to them.

    Raises RegisterError when the register cannot be written, Cancelled when the user stopped it: nothing was stored.
    """
    blokken = sum(len(plan.woningblokken) for plan in plans)
    result = ImportResult(file, len(plans), blokken, problems)
    if result.errors:
        return result
    try:
        result.saved = save(
            register, plans, lists, user=user, create_missing=create_missing, definities=definities, progress=progress
        )
    except ImportRefusedError as refused:
        result.problems = [*problems, *refused.problems]
    return result
