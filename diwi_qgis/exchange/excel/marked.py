"""A copy of the user's workbook in which every problem can be seen: cells coloured and commented, and a list of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.openpyxl_book import load
from diwi_qgis.exchange.excel.style import write_value
from diwi_qgis.exchange.problem_catalogue import shown
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.libraries import require
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LIST_SHEET = "Fouten"
_ERROR, _WARNING = "FFC7CE", "FFEB9C"
_COLUMNS = (
    ("Nr", 6),
    ("Soort", 14),
    ("Cel / Cell", 14),
    ("Plan", 30),
    ("Blok / Block", 12),
    ("Waarde / Value", 24),
    ("Wat er mis is", 55),
    ("Verwacht", 50),
    ("What is wrong", 55),
    ("Expected", 50),
    ("Code", 30),
)
_AUTHOR = "DIWI"


def write_marked_copy(source: Path, problems: Sequence[Problem], target: Path) -> None:
    """Write `target`: the workbook `source` with its problems marked, and sheet "Fouten" (errors) at the end.

    `source` is only read. Cells keep what is in them; what openpyxl cannot keep (pictures, shapes, formatting of parts
    of a text) is not in the copy.

    Raises:
        InputError: `target` is `source`, or cannot be written; openpyxl cannot read `source`.
        MissingLibraryError: openpyxl is missing.
    """
    require("openpyxl")
    if target.exists() and target.samefile(source):
        raise InputError(
            f"De gemarkeerde kopie '{target.name}' mag niet de werkmap zelf zijn.",
            f"The marked copy '{target.name}' cannot be the workbook itself.",
        )
    workbook = load(source)
    for problem in problems:
        if problem.plaats.row and problem.plaats.sheet in workbook.sheetnames:
            _mark(workbook[problem.plaats.sheet], problem)
    name = LIST_SHEET
    while name in workbook.sheetnames:
        name += "_"
    _write_list(workbook.create_sheet(name), problems)
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == name
    workbook.active = workbook.sheetnames.index(name)
    try:
        workbook.save(target)
    except OSError as error:
        raise InputError(
            f"De gemarkeerde kopie '{target}' is niet te schrijven ({error.strerror}).",
            f"The marked copy '{target}' cannot be written ({error.strerror}).",
        ) from error


def not_made(reason: Text) -> Problem:
    """What a report says when there are problems and no marked copy of them."""
    return Problem(
        "no_marked_copy",
        Text(f"De gemarkeerde kopie is niet gemaakt. {reason.nl}", f"The marked copy was not made. {reason.en}"),
        Text("Alle meldingen staan ook in het rapport.", "All problems are in the report too."),
        warning=True,
    )


def _mark(sheet: Worksheet, problem: Problem) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = _cell(sheet, f"{problem.plaats.column or 'A'}{problem.plaats.row}")
    before = cell.comment.text if cell.comment else ""
    if not (before and problem.warning):
        cell.fill = PatternFill("solid", start_color=_WARNING if problem.warning else _ERROR)
    text = f"{problem.message.nl}\nVerwacht: {problem.expected.nl}\n\n{problem.message.en}\nExpected: {problem.expected.en}"
    comment = Comment(f"{before}\n———\n{text}" if before else text, _AUTHOR)
    comment.width, comment.height = 360, min(600, 60 + 18 * (len(comment.text) // 46 + comment.text.count("\n")))
    cell.comment = comment


def _cell(sheet: Worksheet, coordinate: str) -> Any:
    """The cell there; the first cell of its range when it was merged away."""
    for area in sheet.merged_cells.ranges:
        if coordinate in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[coordinate]


def _write_list(sheet: Worksheet, problems: Sequence[Problem]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, (title, width) in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(1, number, title)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", start_color="1F4E79")
        sheet.column_dimensions[get_column_letter(number)].width = width
    link = Font(color="0563C1", underline="single")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for row, problem in enumerate(problems, start=2):
        place = problem.plaats
        where = f"{place.column}{place.row or ''}"
        values = (
            row - 1,
            "waarschuwing" if problem.warning else "fout",
            where,
            problem.plan,
            problem.blok,
            shown(problem.value),
            problem.message.nl,
            problem.expected.nl,
            problem.message.en,
            problem.expected.en,
            problem.code,
        )
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            write_value(cell, value)
            cell.alignment = wrapped
        sheet.cell(row, 2).fill = PatternFill("solid", start_color=_WARNING if problem.warning else _ERROR)
        if place.row and place.column:
            cell = sheet.cell(row, 3)
            sheet_name = place.sheet.replace("'", "''")
            cell.hyperlink = f"#'{sheet_name}'!{where}"
            cell.font = link
    sheet.freeze_panes = "D2"
    if problems:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(problems) + 1}"
