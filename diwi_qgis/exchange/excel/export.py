"""Plans to a workbook in DIWI's layout: DIWI imports it, people read it, and we read it back without loss."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.excel import supplement as excel_supplement
from diwi_qgis.exchange.excel.layout import (
    FIRST_DATA_ROW,
    GROUP_ROW,
    HEADER_ROW,
    SECTION_ROW,
    SHEET,
    SUBHEADER_ROW,
    Onderkop,
)
from diwi_qgis.exchange.excel.rows import Rij, columns_of, key_of, rows_of
from diwi_qgis.exchange.excel.style import CONTROL_COLOURS, DATE_FORMAT, write_headings, write_value
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.libraries import require
from diwi_qgis.progress import Progress, silent

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from diwi_qgis.store import Register


def export_excel(
    register: Register,
    path: Path,
    uuids: Optional[Collection[str]] = None,
    *,
    reference_date: date,
    progress: Optional[Progress] = None,
) -> list[Plan]:
    """Write the plans with these uuids (all when None) and give them back, in the order in which they were written.

    `reference_date` decides on DIWI's project status (new, active, finished, aborted). The file appears when it is
    complete; one that was there stays until then.

    Raises:
        InputError: a uuid is not that of a plan, or the file cannot be written there.
        MissingLibraryError: openpyxl is missing.
        Cancelled: the user stopped it.
    """
    require("pandas", "shapely", "openpyxl")
    progress = silent(progress)
    plans = load_plans(register, uuids)
    progress.check(0.2)
    write_excel(path, plans, Definities.read(register), reference_date, progress.part(0.2, 1.0))
    return plans


def write_excel(
    path: Path,
    plans: Sequence[Plan],
    definities: Definities,
    reference_date: date,
    progress: Optional[Progress] = None,
) -> None:
    """Write plans to a workbook; `definities` say what the words in them mean. Raises as `export_excel`."""
    require("openpyxl")
    from openpyxl import Workbook

    progress = silent(progress)
    workbook = Workbook()
    fill_sheet(workbook.active, rows_of(plans, definities.lists(), reference_date), progress.part(0.0, 0.6))
    excel_supplement.write(workbook, plans, definities, reference_date)
    workbook.properties.creator = workbook.properties.title = "DIWI for QGIS"
    progress.check(0.7)
    half = path.with_name(path.name + ".deel")
    try:
        workbook.save(half)
        half.replace(path)
    except OSError as error:
        raise InputError(
            f"'{path}' kan niet worden geschreven: {error.strerror}.", f"'{path}' cannot be written: {error.strerror}."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            half.unlink()  # only there when something went wrong


def fill_sheet(sheet: Worksheet, rows: Sequence[Rij], progress: Optional[Progress] = None) -> None:
    """Headings and rows on an empty sheet."""
    progress = silent(progress)
    sheet.title = SHEET
    columns = columns_of(rows)
    last = write_headings(sheet, columns)
    for column in columns:
        if column.kop.onderkop is Onderkop.DATUM and column.onderkop is not None:
            sheet.cell(SUBHEADER_ROW, column.nummer).number_format = DATE_FORMAT
    places = {key_of(column): column.nummer for column in columns}
    marks = _mark_headings(sheet, last + 2)
    for number, row in enumerate(progress.track(rows, len(rows)), start=FIRST_DATA_ROW):
        for key, value in row.cellen.items():
            _put(sheet, number, places[key], value)
        for header, value in excel_supplement.marks(row).items():
            if value is not None:
                _put(sheet, number, marks[header], value)
    sheet.freeze_panes = f"D{FIRST_DATA_ROW}"
    sheet.auto_filter.ref = (
        f"B{SUBHEADER_ROW}:{sheet.cell(max(FIRST_DATA_ROW, len(rows) + 5), columns[-1].nummer).coordinate}"
    )
    sheet.sheet_view.zoomScale = 85
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.print_title_rows, sheet.print_title_cols = f"{SECTION_ROW}:{SUBHEADER_ROW}", "B:C"


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if isinstance(value, (str, date)):
        write_value(sheet.cell(row, column), value)
    else:
        sheet.cell(row, column, value)


def _mark_headings(sheet: Worksheet, first: int) -> dict[str, int]:
    """Our own columns, behind DIWI's; those with uuids are hidden."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    dark, light = CONTROL_COLOURS
    places = {}
    for column, header in enumerate(excel_supplement.HEADERS, start=first):
        for row, colour in ((SECTION_ROW, dark), (GROUP_ROW, light), (HEADER_ROW, light)):
            sheet.cell(row, column).fill = PatternFill("solid", start_color=colour)
        cell = sheet.cell(HEADER_ROW, column, header)
        cell.font, cell.alignment = Font(bold=True, color=dark, size=10), Alignment(wrap_text=True, vertical="top")
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = 24
        dimension.hidden = header not in excel_supplement.NAAM.values()
        places[header] = column
    title = sheet.cell(SECTION_ROW, first, excel_supplement.SECTION)
    title.font = Font(bold=True, color="FFFFFF", size=13)
    return places
