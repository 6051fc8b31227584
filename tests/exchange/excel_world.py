"""Workbooks as people fill them: columns found by words, in DIWI's template or in ours."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

from openpyxl import load_workbook

from diwi_qgis.exchange.excel.layout import FIRST_DATA_ROW, HEADER_ROW, SECTION_ROW, SUBHEADER_ROW
from diwi_qgis.exchange.excel.read import read_workbook
from diwi_qgis.exchange.excel.template import write_template

#: A project with nothing wrong; keys are headers.
PROJECT = {
    "Identificatie nr": 1,
    "Naam": "Waterkant",
    "Eigenaar": "jan@testdam.nl",
    "Vertrouwelijkheid": "Openbaar",
    "Project status": "Actief",
    "Start project": date(2024, 1, 1),
    "Eind project": date(2030, 12, 31),
}
BOUW, SLOOP = "Bouw gegevens", "Sloop gegevens"


class Werkmap:
    """A template being filled. Keys: a header, (section, header), or (section, header, subheader)."""

    def __init__(self, template: Path) -> None:
        self.path = template
        self.book = load_workbook(template)
        self.sheet = self.book.worksheets[0]
        self.next_row = FIRST_DATA_ROW

    def column(self, key) -> int:
        """Number of the column; a free one gets the subheader asked for."""
        section, header, under = _parts(key)
        at, free = "", None
        for number in range(1, self.sheet.max_column + 1):
            at = self.sheet.cell(SECTION_ROW, number).value or at
            if self.sheet.cell(HEADER_ROW, number).value != header or section not in (at, None):
                continue
            value = self.sheet.cell(SUBHEADER_ROW, number).value
            value = value.date() if isinstance(value, datetime) else value
            if under is None or value == under:
                return number
            if value is None and free is None:
                free = number
        if free is None:
            raise KeyError(key)
        self.set(free, SUBHEADER_ROW, under)
        return free

    def set(self, column: int, row: int, value) -> None:
        cell = self.sheet.cell(row, column)
        cell.value = value
        cell.number_format = "d-mmm-yy" if isinstance(value, date) else "General"

    def row(self, cells: dict, **project) -> int:
        """Add a row: `PROJECT` with `cells` and headers of `project` over it; None empties a cell."""
        row, self.next_row = self.next_row, self.next_row + 1
        for key, value in {**PROJECT, **project, **cells}.items():
            self.set(self.column(key), row, value)
        return row

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def _parts(key):
    if isinstance(key, str):
        return None, key, None
    return (*key, None)[:3] if len(key) == 2 else key


@cache
def _thin() -> bytes:
    """Our template without the prepared rows and the lists, so that a test that fills a few cells is fast."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sjabloon.xlsx"
        write_template(path)
        book = load_workbook(path)
        sheet = book.worksheets[0]
        sheet.delete_rows(FIRST_DATA_ROW, sheet.max_row)
        sheet.data_validations.dataValidation = []
        book.save(path)
        return path.read_bytes()


def empty(tmp_path: Path) -> Werkmap:
    """Our template, to be filled."""
    path = tmp_path / "programma.xlsx"
    path.write_bytes(_thin())
    return Werkmap(path)


def copy_of(source: Path, tmp_path: Path) -> Werkmap:
    """A copy of somebody's workbook, to be filled."""
    path = tmp_path / "kopie.xlsx"
    path.write_bytes(source.read_bytes())
    return Werkmap(path)


def werkmap(tmp_path: Path, *rows: dict) -> Path:
    """Our template, filled with these rows."""
    book = empty(tmp_path)
    for cells in rows:
        book.row(cells)
    return book.save()


def codes(problems, warning=False) -> list[str]:
    """Codes of the errors (or warnings)."""
    return [problem.code for problem in problems if problem.warning == warning]


def read(path: Path, lists=None, **options):
    return read_workbook(path, lists, **options)


def one_plan(tmp_path: Path, *rows: dict, lists=None):
    """The plan of a workbook that has one and in which nothing is wrong."""
    reading = read(werkmap(tmp_path, *rows), lists)
    assert codes(reading.problems) == []
    (plan,) = reading.plans
    return plan
