"""A workbook into the register: read, check, and store all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.excel.read import Reading, collector_at_rest, read_workbook, read_written
from diwi_qgis.exchange.intake import ImportResult, take_in
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.problem_catalogue import shown
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.exchange.validate import validate
from diwi_qgis.progress import Progress, silent
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Under what name the validation tells what the reader told already.
_SAME = {"unknown_project_category_property": "unknown_project_property"}


def import_workbook(
    register: Register,
    path: Path,
    *,
    reference_date: Optional[date] = None,
    create_missing: bool = False,
    user: str = "import",
    progress: Optional[Progress] = None,
) -> ImportResult:
    """Put the plans of a workbook in a register that is open for writing.

    When anything is wrong the result has all problems and no `saved`, and the register is as it was. Plans are
    recognised by `Identificatie nr`; see `save`. Without `reference_date` the rule on project status and dates is
    reported as not checked.

    Raises:
        InputError: the file is no readable workbook in this layout.
        RegisterError: the register cannot be read or written.
        MissingLibraryError: openpyxl or pandas is missing.
        Cancelled: the user stopped it; nothing was stored.
    """
    with collector_at_rest():
        return _import(register, path, reference_date, create_missing, user, silent(progress))


def _import(
    register: Register, path: Path, reference_date: Optional[date], create_missing: bool, user: str, progress: Progress
) -> ImportResult:
    progress.say(Text(f"Lezen van {path.name}…", f"Reading {path.name}…"))
    lists = RegisterLists.read(register)
    reading = read_workbook(path, lists, create_missing, progress.part(0, 0.5))
    progress.say(
        Text(
            f"{len(reading.plans)} plan(nen) in {reading.rijen} rij(en); controleren…",
            f"{len(reading.plans)} plan(s) in {reading.rijen} row(s); checking…",
        )
    )
    progress.check(0.5)
    problems = _together(reading, validate(reading.plans, lists, reference_date, create_missing))
    return take_in(
        register,
        reading.file,
        reading.plans,
        problems,
        lists,
        definities=reading.definities,
        create_missing=create_missing,
        user=user,
        progress=progress.part(0.6, 1),
    )


def refused_by_diwi(
    plans: Sequence[Plan], definities: Definities, lists: RegisterLists, reference_date: date
) -> list[Problem]:
    """Why DIWI will refuse plans as `excel.export` writes them on that date; empty when it will take them all."""
    reading = read_written(plans, definities, reference_date, lists)
    problems = _together(reading, validate(reading.plans, lists, reference_date, create_missing=False))
    return [problem for problem in problems if not problem.warning]


def _together(reading: Reading, validation: list[Problem]) -> list[Problem]:
    """All problems, in the order of the sheet; what follows from one that the reader told is told once."""
    errors = [problem for problem in reading.problems if not problem.warning]
    places = {problem.plaats for problem in errors if problem.plaats.row and problem.plaats.column}
    words = [problem for problem in errors if problem.code.startswith("unknown_")]
    said = {(_SAME.get(problem.code, problem.code), shown(problem.value)) for problem in words}

    def follows(problem: Problem) -> bool:
        of_broken_row = problem.code.endswith("_total") and problem.plaats.row in reading.gebroken
        return problem.plaats in places or (problem.code, shown(problem.value)) in said or of_broken_row

    both = [*reading.problems, *(problem for problem in validation if not follows(problem))]
    return sorted(both, key=lambda one: (one.plaats.row or 0, len(one.plaats.column), one.plaats.column))
