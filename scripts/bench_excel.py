"""Excel and GeoJSON beside the bare libraries: reading, importing and exporting a municipality's whole programme.

The workbook is our own template, filled as the demo fills it: some 2,300 plans in 5,000 rows, every row with the borders
and formats of the template in all its columns, filled or not, as workbooks of municipalities have. Imports are of the
whole: reading, checking and storing in a register with everything that must hold there (codes, versions, history).
"""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench import Case, Measured

REFERENCE = date(2026, 7, 1)
ROWS, ROWS_QUICK = 5_000, 500


def cases(folder: Path, quick: bool) -> Iterator[Case]:
    """See bench.py."""
    rows = ROWS_QUICK if quick else ROWS
    place = (str(folder / f"excel_{rows}"), rows)
    yield from (
        Case(f"import of an Excel workbook of {rows:,} rows", engine, __name__, function, place, engine == ITERATE)
        for engine, function in IMPORTS.items()
    )
    for kind, (subject, bare, ours) in EXPORTS.items():
        title = f"{subject} of the same programme"
        yield Case(title, bare, __name__, f"bare_{kind}", place, reference=True)
        yield Case(title, ours, __name__, f"export_{kind}", place)


ITERATE = "openpyxl: iterate the cells"
IMPORTS = {
    ITERATE: "iterate",
    "read": "read",
    "read and check": "check",
    "import into an empty register": "import_new",
    "the same again: nothing changes": "import_again",
}
EXPORTS = {
    "excel": ("Excel export", "openpyxl: write the same cells", "diwi:exportexcel"),
    "geojson": ("GeoJSON export", "json: write the same features", "diwi:exportgeojson"),
}

# -- imports: found is rows of the sheet, plans, or rows stored --------------------------------------------------------


def iterate(folder: str, rows: int) -> Measured:
    """Every cell of the first sheet, as fast as openpyxl gives them; found: rows."""
    from openpyxl import load_workbook

    path = _workbook(Path(folder), rows)
    start = time.perf_counter()
    book = load_workbook(path, read_only=True, data_only=True)
    found = 0
    for row in book.worksheets[0].iter_rows(values_only=True):
        for _ in row:
            pass
        found += 1
    return Measured(found, time.perf_counter() - start)


def read(folder: str, rows: int) -> Measured:
    """Plans out of the workbook; found: plans."""
    from diwi_qgis.exchange.excel.read import read_workbook

    path, lists = _workbook(Path(folder), rows), _lists(Path(folder))
    start = time.perf_counter()
    reading = read_workbook(path, lists, create_missing=True)
    return Measured(len(reading.plans), time.perf_counter() - start)


def check(folder: str, rows: int) -> Measured:
    """Plans out of the workbook, and all rules on them; found: plans."""
    from diwi_qgis.exchange.excel.read import read_workbook
    from diwi_qgis.exchange.validate import validate

    path, lists = _workbook(Path(folder), rows), _lists(Path(folder))
    start = time.perf_counter()
    reading = read_workbook(path, lists, create_missing=True)
    validate(reading.plans, lists, REFERENCE, create_missing=True)
    return Measured(len(reading.plans), time.perf_counter() - start)


def import_new(folder: str, rows: int) -> Measured:
    """Everything, into an empty register; found: rows stored."""
    path, register = _workbook(Path(folder), rows), Path(folder) / "nieuw.gpkg"
    shutil.copyfile(_empty(Path(folder)), register)
    return _import(path, register)


def import_again(folder: str, rows: int) -> Measured:
    """Everything, into a register that has it already; found: rows stored (none)."""
    return _import(_workbook(Path(folder), rows), _filled(Path(folder), rows))


def _import(path: Path, register_path: Path) -> Measured:
    from diwi_qgis.exchange.excel.intake import import_workbook
    from diwi_qgis.store import open_register

    start = time.perf_counter()
    with open_register(register_path, write=True) as register:
        result = import_workbook(register, path, reference_date=REFERENCE, create_missing=True)
    result.stored()
    stored = sum(result.saved.rijen.values()) if result.saved else 0
    return Measured(stored, time.perf_counter() - start)


# -- exports: found is megabytes ---------------------------------------------------------------------------------------


def export_excel(folder: str, rows: int) -> Measured:
    """The whole register to a workbook in DIWI's layout, with the hidden sheet that makes it lossless."""
    from diwi_qgis.exchange.excel.export import export_excel as export
    from diwi_qgis.store import open_register

    filled, path = _filled(Path(folder), rows), Path(folder) / "export.xlsx"
    start = time.perf_counter()
    with open_register(filled) as register:
        export(register, path, reference_date=REFERENCE)
    return Measured(path.stat().st_size, time.perf_counter() - start)


def bare_excel(folder: str, rows: int) -> Measured:
    """The cells of all sheets of that workbook, formats included, written by openpyxl as it writes fastest in memory."""
    from openpyxl import Workbook, load_workbook

    exported, path = Path(folder) / "export.xlsx", Path(folder) / "bare.xlsx"
    if not exported.exists():
        export_excel(folder, rows)
    sheets = [
        [[(cell.column, cell.value, cell.number_format) for cell in row if cell.value is not None] for row in sheet]
        for sheet in load_workbook(exported).worksheets
    ]
    start = time.perf_counter()
    book = Workbook()
    for content in sheets:
        sheet = book.create_sheet()
        for number, row in enumerate(content, start=1):
            for column, value, format_ in row:
                cell = sheet.cell(number, column, value)
                if format_ != "General":
                    cell.number_format = format_
    book.save(path)
    return Measured(path.stat().st_size, time.perf_counter() - start)


def export_geojson(folder: str, rows: int) -> Measured:
    """The whole register to GeoJSON in DIWI's import format, with the member that makes it lossless."""
    from diwi_qgis.exchange.definities import Definities
    from diwi_qgis.exchange.geojson.write import write_geojson
    from diwi_qgis.exchange.load import load_plans
    from diwi_qgis.store import open_register

    filled, path = _filled(Path(folder), rows), Path(folder) / "export.geojson"
    start = time.perf_counter()
    with open_register(filled) as register:
        write_geojson(path, load_plans(register), REFERENCE, Definities.read(register))
    return Measured(path.stat().st_size, time.perf_counter() - start)


def bare_geojson(folder: str, rows: int) -> Measured:
    """The same features from memory to a file."""
    exported, path = Path(folder) / "export.geojson", Path(folder) / "bare.geojson"
    if not exported.exists():
        export_geojson(folder, rows)
    content = json.loads(exported.read_text(encoding="utf8"))
    start = time.perf_counter()
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf8")
    return Measured(path.stat().st_size, time.perf_counter() - start)


# -- the data, made once -----------------------------------------------------------------------------------------------


def _empty(folder: Path) -> Path:
    """A register without plans."""
    from diwi_qgis.store import create_register

    path = folder / "leeg.gpkg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        create_register(path, gemeentecode="0999", gemeente="Duinvoorde", provincie="Zuid-Holland").close()
    return path


def _filled(folder: Path, rows: int) -> Path:
    """A register with the programme; made anew when the package is newer."""
    path = folder / "vol.gpkg"
    package = Path(__file__).resolve().parent.parent / "diwi_qgis"
    if not path.exists() or path.stat().st_mtime < max(file.stat().st_mtime for file in package.rglob("*.py")):
        import_new(str(folder), rows)
        (folder / "nieuw.gpkg").replace(path)
    return path


def _lists(folder: Path):
    from diwi_qgis.exchange.lists import RegisterLists
    from diwi_qgis.store import open_register

    with open_register(_empty(folder)) as register:
        return RegisterLists.read(register)


def _workbook(folder: Path, rows: int) -> Path:
    """The filled template."""
    from demo_data.workbook import FIRST, Sheet, fill
    from diwi_qgis.exchange.excel.template import write_template

    path = folder / "programma.xlsx"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        template, half_made = folder / "sjabloon.xlsx", folder / "half.xlsx"
        write_template(template)
        sheet = Sheet(template)
        for column in sheet.sheet[FIRST + 1]:
            if column.has_style:
                for row in range(FIRST + 1, FIRST + rows):
                    sheet.sheet.cell(row, column.column)._style = copy(column._style)
        sheet.book.save(template)
        fill(template, _programme(rows), half_made)
        half_made.replace(path)
    return path


def _programme(rows: int) -> list:
    """The programme of the demo, again and again under other names and numbers, until it fills so many rows."""
    from demo_data import SEED
    from demo_data.make import PLANS
    from demo_data.programme import make_programme
    from demo_data.sites import make_sites
    from demo_data.town import make_town

    town = make_town(SEED)
    found: list = []
    while rows > 0:
        turn = len(found) // PLANS
        for plan in make_programme(town, make_sites(town, PLANS, SEED), random.Random(turn).randrange(10**6)):
            length = max(1, sum(part.soort == "Bouw" for part in plan.delen))
            if 0 < length <= rows:
                nummer = 1001 + len(found)
                cells = {**plan.cellen, "Identificatie nr": nummer, "Naam": f"{plan.cellen['Naam']} {nummer}"}
                found.append(replace(plan, nummer=nummer, cellen=cells))
                rows -= length
    return found
