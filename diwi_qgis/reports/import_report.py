"""The report of an import: all problems with place, value and expectation, or what was stored, plan by plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from diwi_qgis.exchange.problem_catalogue import shown
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.exchange.save_report import Change, SaveReport, Soort
from diwi_qgis.libraries import require
from diwi_qgis.model.tables import TABLES
from diwi_qgis.reports.html import write_report
from diwi_qgis.texts import Text

_TABLES = {table.name: table for table in TABLES}
_SOORT = {
    Soort.NIEUW: Text("toegevoegd", "added"),
    Soort.GEWIJZIGD: Text("gewijzigd", "changed"),
    Soort.VERWIJDERD: Text("verwijderd", "removed"),
    Soort.ONGEWIJZIGD: Text("ongewijzigd", "unchanged"),
}


def write_import_report(path: Path, file: str, problems: Sequence[Problem], saved: Optional[SaveReport]) -> None:
    """Write the report as one HTML file, Dutch with English beside it.

    `file` is the name of the imported file; `saved` says what was stored, None when the file was refused.

    Raises:
        MissingLibraryError: jinja2 is missing.
    """
    require("jinja2")
    not_checked = [problem for problem in problems if problem.code.endswith("not_checked")]
    rest = [problem for problem in problems if not problem.code.endswith("not_checked")]
    write_report(
        path,
        "import_report.html",
        file=file,
        saved=saved,
        fouten=[_line(problem) for problem in rest if not problem.warning],
        waarschuwingen=[_line(problem) for problem in rest if problem.warning],
        niet_gecontroleerd=not_checked,
        aantallen=[(_SOORT[soort], saved.count(soort)) for soort in (Soort.NIEUW, Soort.GEWIJZIGD, Soort.ONGEWIJZIGD)]
        if saved
        else [],
        plannen=[
            {"naam": plan.naam, "soort": _SOORT[plan.soort], "wijzigingen": [_change(one) for one in plan.changes]}
            for plan in (saved.plannen if saved else ())
            if plan.soort is not Soort.ONGEWIJZIGD
        ],
    )


def _line(problem: Problem) -> dict[str, object]:
    place = problem.plaats
    return {
        "blad": place.sheet,
        "cel": place.cel,
        "plan": " – ".join(part for part in (problem.plan, problem.blok) if part),
        "waarde": shown(problem.value),
        "message": problem.message,
        "expected": problem.expected,
        "code": problem.code,
    }


def _change(change: Change) -> dict[str, object]:
    """One change in words: what, which field, from what to what."""
    table = _TABLES.get(change.tabel)
    labels = {column.name: column.label for column in table.all_columns} if table else {}
    what = table.label if table else change.tabel
    return {
        "wat": f"{what} {change.onderdeel}".strip(),
        "soort": _SOORT[change.soort],
        "veld": labels.get(change.veld, change.veld),
        "oud": shown(change.oud),
        "nieuw": shown(change.nieuw),
    }
