"""How our workbooks look, and how text gets into them: never as a formula, whatever it starts with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from diwi_qgis.exchange.excel.layout import (
    CONTROLE_GROEP,
    CONTROLE_KOPPEN,
    CONTROLES,
    GROUP_ROW,
    HEADER_ROW,
    SECTION_ROW,
    SUBHEADER_ROW,
    Cel,
    Kolom,
    Onderkop,
)
from diwi_qgis.exchange.excel.written import group, runs, section

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

DATE_FORMAT = "dd-mm-yyyy"

#: Dark and light colour per section (RRGGBB), readable in print as well.
SECTION_COLOURS = {
    "Projectgegevens": ("1F4E79", "DDEBF7"),
    "Woning aantallen": ("7F6000", "FFF2CC"),
    "Bouw gegevens": ("375623", "E2EFDA"),
    "Sloop gegevens": ("843C0C", "FBE5D6"),
}
CONTROL_COLOURS = ("595959", "EDEDED")
INPUT_COLOUR = "FFFFFF"
LINE_COLOUR = "BFBFBF"

_WIDTHS = {"naam": 34, "eigenaar": 28, "vertrouwelijkheid": 22, "plantype": 22, "extern_id": 14}
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_MAX_TEXT = 32_767


def write_value(cell: Cell, value: Any) -> None:
    """Put a value in a cell. Text stays text: it is stored as such, and Excel keeps it so when the cell is edited."""
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = DATE_FORMAT
        return
    text = _ILLEGAL.sub("\ufffd", value)[:_MAX_TEXT]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_RISKY):
        cell.quotePrefix = 1  # as if typed with an apostrophe in front


def write_headings(sheet: Worksheet, columns: Sequence[Kolom]) -> int:
    """Rows 1 to 5 of a sheet in DIWI's layout, with widths and colours; gives the number of the last column used."""
    from openpyxl.utils import get_column_letter

    sheet["A1"] = 0  # as in DIWI's template
    for first, last, word in runs(columns, section):
        _band(sheet, SECTION_ROW, first, last, word, SECTION_COLOURS[word][0], "FFFFFF", 13)
    for first, last, word in runs(columns, group):
        over, _, name = word.partition("\n")
        _band(sheet, GROUP_ROW, first, last, name, SECTION_COLOURS[over][1], SECTION_COLOURS[over][0], 11)
    for column in columns:
        _heading(sheet, column)
    last = columns[-1].nummer
    for word in CONTROLES:
        last = _control(sheet, last + 2, word)
    for row, height in ((SECTION_ROW, 22), (GROUP_ROW, 20), (HEADER_ROW, 66), (SUBHEADER_ROW, 32)):
        sheet.row_dimensions[row].height = height
    for number in set(range(1, columns[-1].nummer + 2)) - {column.nummer for column in columns}:
        sheet.column_dimensions[get_column_letter(number)].width = 3
    return last


def _heading(sheet: Worksheet, column: Kolom) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    dark, light = SECTION_COLOURS[column.sectie.tekst]
    side = Side(style="thin", color=LINE_COLOUR)
    border = Border(left=side, right=side, top=side, bottom=side)
    header = sheet.cell(HEADER_ROW, column.nummer)
    write_value(header, column.kop.tekst)
    header.font = Font(bold=True, color="FFFFFF" if column.kop.verplicht else dark, size=10)
    header.fill = PatternFill("solid", start_color=dark if column.kop.verplicht else light)
    header.alignment = Alignment(wrap_text=True, vertical="top")
    header.border = border
    under = sheet.cell(SUBHEADER_ROW, column.nummer)
    write_value(under, column.onderkop)
    fillable = column.kop.onderkop is not Onderkop.GEEN
    under.font = Font(italic=not fillable, color="000000" if fillable else "7F7F7F", size=9)
    under.fill = PatternFill("solid", start_color=INPUT_COLOUR if fillable else light)
    under.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    under.border = border
    sheet.column_dimensions[get_column_letter(column.nummer)].width = _width(column)


def _width(column: Kolom) -> float:
    if column.kop.naam in _WIDTHS:
        return _WIDTHS[column.kop.naam]
    if column.kop.cel in (Cel.TEKST, Cel.LIJST, Cel.EIGENSCHAP):
        return 17
    return 14.5


def _control(sheet: Worksheet, first: int, word: str) -> int:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    dark, light = CONTROL_COLOURS
    last = first + len(CONTROLE_KOPPEN) - 1
    _band(sheet, SECTION_ROW, first, last, word, dark, "FFFFFF", 13)
    _band(sheet, GROUP_ROW, first, last, CONTROLE_GROEP, light, dark, 11)
    for offset, text in enumerate(CONTROLE_KOPPEN):
        cell = sheet.cell(HEADER_ROW, first + offset, text)
        cell.font = Font(bold=True, color=dark, size=10)
        cell.fill = PatternFill("solid", start_color=light)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(first + offset)].width = 13
    return last


def _band(
    sheet: Worksheet, row: int, first: int, last: int, word: str, colour: str, text_colour: str, size: int
) -> None:
    """A name over some columns: in the first cell, the others filled but empty (never merged: DIWI needs each cell)."""
    from openpyxl.styles import Alignment, Font, PatternFill

    fill = PatternFill("solid", start_color=colour)
    for number in range(first, last + 1):
        sheet.cell(row, number).fill = fill
    cell = sheet.cell(row, first)
    write_value(cell, word)
    cell.font = Font(bold=True, color=text_colour, size=size)
    cell.alignment = Alignment(vertical="center")
