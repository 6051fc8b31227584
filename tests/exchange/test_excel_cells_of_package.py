"""Our own reading of .xlsx gives the cells that openpyxl gives, or says that it cannot; it never gives others."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import warnings
import zipfile
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import strategies
from excel_world import BOUW, copy_of, werkmap
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from test_excel_import import FULL
from test_roundtrip_excel import TODAY, plan

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.container import examine
from diwi_qgis.exchange.excel.export import export_excel
from diwi_qgis.exchange.excel.grid import Row, column_index, column_letter
from diwi_qgis.exchange.excel.intake import import_workbook
from diwi_qgis.exchange.excel.markup import Irregular, cell_text
from diwi_qgis.exchange.excel.package import Package
from diwi_qgis.exchange.excel.workbook import open_workbook
from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.progress import Progress

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def package(tmp_path: Path, rows: str, *, strings="", styles="", main=MAIN, prefix="", workbook="", tail="") -> Path:
    """A workbook of one sheet with these rows, as XML."""
    p, xmlns = prefix, f'xmlns{":" if prefix else ""}{prefix.rstrip(":")}="{main}"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}.sharedStrings+xml"/></Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "styles", "/xl/styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/workbook.xml": f'<{p}workbook {xmlns} xmlns:r="{RELATIONS}">{workbook}'
        f'<{p}sheets><{p}sheet name="Blad &amp; 1" sheetId="1" r:id="rId1"/></{p}sheets></{p}workbook>',
        "xl/styles.xml": f"<{p}styleSheet {xmlns}>{styles}</{p}styleSheet>",
        "xl/sharedStrings.xml": f"<{p}sst {xmlns}>{strings}</{p}sst>",
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{p}worksheet {xmlns}>'
        f"<{p}sheetData>{rows}</{p}sheetData>{tail}</{p}worksheet>",
    }
    path = tmp_path / "map.xlsx"
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def relations(*them) -> str:
    one = '<Relationship Id="{}" Type="' + RELATIONS + '/{}" Target="{}"/>'
    inner = "".join(one.format(*it) for it in them)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def ours(path: Path) -> dict[str, dict[int, Row]]:
    """Rows by number, by sheet."""
    with closing(Package(path)) as opened:
        return {name: {row.number: row for row in opened.rows(name, Progress())} for name in opened.sheets}


def cells(path: Path) -> dict[str, object]:
    """Cells of the first sheet, by coordinate."""
    first = next(iter(ours(path).values()))
    return {f"{column_letter(c)}{number}": value for number, row in first.items() for c, value in row.cells.items()}


def theirs(path: Path, *, shown=True) -> dict[str, dict[int, Row]]:
    """The same by openpyxl; with `shown` texts as Excel shows them, which openpyxl leaves as they stand in the file."""
    found = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        results = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True)
        for sheet in results.sheetnames:
            for book in (results, formulas):
                book[sheet].reset_dimensions()
            rows = {}
            pairs = zip(results[sheet].iter_rows(values_only=True), formulas[sheet].iter_rows())
            for number, (values, originals) in enumerate(pairs, start=1):
                filled = {i: as_shown(v) if shown else v for i, v in enumerate(values) if v is not None}
                unsaved = {i for i, c in enumerate(originals) if c.data_type == "f" and values[i] is None}
                if filled or unsaved:
                    rows[number] = Row(number, filled, frozenset(unsaved))
            found[sheet] = rows
    return found


def as_shown(value):
    return cell_text(value.replace("&", "&amp;").replace("\r", "&#13;").encode()) if isinstance(value, str) else value


def same(mine, other) -> None:
    assert mine == other
    for sheet, rows in mine.items():
        for number, row in rows.items():
            assert [type(v) for v in row.cells.values()] == [type(other[sheet][number].cells[i]) for i in row.cells]


# -- workbooks that openpyxl wrote ------------------------------------------------------------------------------------

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r &<>\"'_=")
) | st.sampled_from(["_x000D_", "a_x005F_x000D_b", "_xD800_", "&amp;", "]]>", "  ", "#N/A", "007", "=1+1", "😀"])
FORMATS = [
    "General",
    "@",
    "0.00",
    "d-mmm-yy",
    "yyyy-mm-dd hh:mm",
    "hh:mm",
    '"d"0',
    "[Red]0",
    "mmm yyyy;@",
    "[$-413]d mmmm",
]
NUMBER = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 60_000)
DATES = (
    st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda one: one.replace(microsecond=0))
    | st.dates(date(1900, 3, 1), date(2199, 1, 1))
    | st.times().map(lambda one: one.replace(microsecond=0))
)
VALUE = st.none() | TEXT | NUMBER | DATES | st.booleans()
CELL = st.tuples(
    st.integers(1, 40), st.integers(1, 60) | st.just(16_384), VALUE, st.sampled_from(FORMATS), st.booleans()
)


@QUICK
@given(cells=st.lists(CELL, max_size=30), formulas=st.sets(st.integers(1, 9)), merge=st.booleans(), mac=st.booleans())
def test_a_workbook_of_openpyxl_has_the_same_cells(tmp_path, cells, formulas, merge, mac):
    book = openpyxl.Workbook()
    if mac:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    for row, column, value, format_, bold in cells:
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value, cell.data_type = value, "s"
        else:
            cell.value = value
        if not isinstance(value, (date, time)):
            cell.number_format = format_
        if bold:
            cell.font = Font(bold=True)
    for row in formulas:
        sheet.cell(row, 70).value = f'="{row}" & "<"'
    if merge:
        sheet.merge_cells("BZ2:CB3")
    book.create_sheet("Leeg & <tweede>")
    path = tmp_path / "map.xlsx"
    book.save(path)
    same(ours(path), theirs(path))
    found = examine(path, Progress())["xl/worksheets/sheet1.xml"]
    assert [tuple(area) for area in found] == ([("BZ", 2, "CB", 3)] if merge else [])


@pytest.mark.parametrize("name", ["excel_import_template", "excel_export_template", "excel_headers_ok"])
def test_diwis_workbooks_have_the_same_cells(cases, name):
    path = cases / "diwi" / f"{name}.xlsx"
    same(ours(path), theirs(path))


def test_a_workbook_saved_by_libreoffice_has_the_same_cells(cases, tmp_path):
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice is not installed")
    book = copy_of(cases / "diwi" / "excel_import_template.xlsx", tmp_path)
    row = book.row({"Bouw": 2, (BOUW, "Koopwoning"): 2, "Naam": "Hof <b> & 'x'\nregel 2 é😀"})
    book.sheet.cell(row, 300).value = '=IF(1=1,"","x")'
    book.sheet.cell(row, 301).value = "=1/0"
    book.sheet.cell(row, 302).value = "=TRUE()"
    book.sheet.cell(row, 303).value = "=B6+1.5"
    source = book.save()
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", "xlsx"]
    done = subprocess.run(
        [*command, "--outdir", tmp_path / "uit", source], capture_output=True, timeout=180, check=False
    )
    saved = tmp_path / "uit" / source.name
    assert saved.exists(), done.stderr
    mine, other = ours(saved), theirs(saved)
    row_of_ours = mine["Data"][row]
    assert row_of_ours.cells[2] == "Hof <b> & 'x'\nregel 2 é😀"
    assert [row_of_ours.cells.get(column) for column in (300, 301, 302)] == ["#DIV/0!", True, 2.5]
    assert row_of_ours.unsaved == frozenset()  # an empty text was saved; openpyxl cannot tell that from nothing
    other["Data"][row] = other["Data"][row]._replace(unsaved=frozenset())
    same(mine, other)


def test_a_workbook_exported_by_qgis_has_the_same_cells(tmp_path):
    from osgeo import ogr

    path = tmp_path / "qgis.xlsx"
    target = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    layer = target.CreateLayer("Blad")
    for name, kind in (
        ("naam", ogr.OFTString),
        ("aantal", ogr.OFTInteger),
        ("prijs", ogr.OFTReal),
        ("op", ogr.OFTDate),
    ):
        layer.CreateField(ogr.FieldDefn(name, kind))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["naam"], feature["aantal"], feature["prijs"], feature["op"] = "a & <b>\nx é ", 7, 1.5, "2026/07/01"
    layer.CreateFeature(feature)
    del feature, layer, target
    same(ours(path), theirs(path))
    assert list(ours(path)["Blad"][2].cells.values()) == ["a & <b>\nx é ", 7, 1.5, datetime(2026, 7, 1)]


# -- what other programs write ------------------------------------------------------------------------------------------


def test_shared_strings_with_formatting_readings_and_escapes(tmp_path):
    strings = (
        "<si><t>gewoon &amp; &#8364; &#x20AC;</t></si><si/><si><t/></si><si><t></t></si>"
        '<si><r><t xml:space="preserve">half </t></r><r><rPr><b/><rFont val="A"/></rPr><t>vet</t></r></si>'
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><t xml:space="preserve"> regel 1&#10;regel 2_x000D_ </t></si>\n<si><t>_x005F_x000D_</t></si>'
    )
    rows = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(8))
    path = package(tmp_path, rows, strings=strings)
    assert list(cells(path).values()) == [
        "gewoon & € €", "", "", "", "half vet", "東京", " regel 1\nregel 2\r ", "_x000D_",
    ]  # fmt: skip


STYLES = (
    '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="166" formatCode="&quot;dag&quot; 0"/><numFmt numFmtId="167" formatCode="d"/></numFmts>'
    '<dxfs><dxf><numFmt numFmtId="3" formatCode="d"/></dxf></dxfs><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    "<cellXfs>" + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 164, 165, 166, 167, 3, 46)) + "</cellXfs>"
)


@pytest.mark.parametrize("mac", [False, True])
def test_dates_by_format_in_both_date_systems(tmp_path, mac):
    rows = "<row>" + "".join(f'<c r="{column_letter(style)}1" s="{style}"><v>45000.5</v></c>' for style in range(8))
    rows += '<c r="I1" s="1"><v>0.25</v></c><c r="J1" s="1"><v>1e9</v></c><c r="K1" s="1"><v>59</v></c></row>'
    path = package(tmp_path, rows, styles=STYLES, workbook=f'<workbookPr date1904="{mac:d}"/>')
    day = datetime(2027, 3, 16, 12) if mac else datetime(2023, 3, 15, 12)
    long = timedelta(days=45000.5)
    early = datetime(1904, 2, 29) if mac else datetime(1900, 2, 28)
    assert list(cells(path).values()) == [
        45000.5, day, day, long, 45000.5, day, 45000.5, long, time(6), "#VALUE!", early,
    ]  # fmt: skip


def test_every_kind_of_cell(tmp_path):
    rows = (
        '<row r="2" spans="1:9" ht="15.75" thickBot="1"><c r="A2" s="3"/><c r="B2" t="b"><v>1</v></c>'
        '<c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E2"><f>1+1</f></c>'
        '<c r="F2"><f>1+1</f><v></v></c><c r="G2" t="str"><f>""</f><v></v></c><c r="H2"><v>-1.5E-3</v></c></row>'
        '<row r="4"/><row r="5" hidden="1"></row>'
        '<row r="6"><c r="B6" t="inlineStr"><is><r><t>in</t></r><r><rPr/><t>line</t></r></is></c><c r="C6" t="s"/>'
        '<c r="D6" t="d"><v>2026-07-01</v></c><c r="E6" t="d"><v>2026-07-01T12:30:00Z</v></c>'
        '<c r="F6" cm="1"><f t="array" ref="F6">SUM(A1)</f><v>3</v></c><c r="G6"><f t="shared" si="0"/><v>4</v></c>'
        '<c r="XFD6"><v>5</v></c></row>'
    )
    path = package(tmp_path, rows)
    first = ours(path)["Blad & 1"]
    assert first[2].unsaved == {4, 5} and sorted(first) == [2, 6]
    assert cells(path) == {
        "B2": True, "C2": "#N/A", "D2": "ab", "H2": -0.0015, "B6": "inline",
        "D6": date(2026, 7, 1), "E6": datetime(2026, 7, 1, 12, 30), "F6": 3, "G6": 4, "XFD6": 5,
    }  # fmt: skip


def test_prefixes_blanks_between_elements_and_the_strict_variant(tmp_path):
    rows = """
      <x:row r="3">
        <x:c r="A3" s="1"></x:c>  <x:c r="B3" t="s"> <x:v>0</x:v> </x:c>
        <x:c r="C3"><x:v>7</x:v></x:c>
      </x:row>
    """
    path = package(tmp_path, rows, strings="<x:si><x:t>ja</x:t></x:si>", prefix="x:")
    assert cells(path) == {"B3": "ja", "C3": 7}
    same(ours(path), theirs(path))
    plain = rows.replace("x:", "")
    path = package(tmp_path, plain, strings="<si><t>ja</t></si>", main=STRICT)
    assert cells(path) == {"B3": "ja", "C3": 7}


def test_rows_larger_than_what_is_read_at_a_time(tmp_path):
    long = "x" * 32_767
    rows = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{column_letter(i)}{n}" t="inlineStr"><is><t>{long}</t></is></c>' for i in range(50 * n))
        + "</row>"
        for n in (1, 2)
    )
    found = ours(package(tmp_path, rows + '<row r="9"><c r="A9"><v>1</v></c></row>'))["Blad & 1"]
    assert [len(row.cells) for row in found.values()] == [50, 100, 1]


def test_letters_of_columns():
    for index in (0, 25, 26, 701, 702, 16_383):
        assert column_letter(index) == openpyxl.utils.get_column_letter(index + 1)
        assert column_index(column_letter(index)) == index


# -- what is out of the ordinary ------------------------------------------------------------------------------------------

A1 = '<row r="1"><c r="A1"><v>1</v></c></row>'
ODD = {
    "comment": '<row r="2"><!-- <c r="B2"><v>3</v></c> --><c r="A2"><v>2</v></c></row>',
    "cdata": '<row r="2"><c r="A2" t="str"><v><![CDATA[<2>]]></v></c></row>',
    "instruction": '<row r="2"><?php ?><c r="A2"><v>2</v></c></row>',
    "quotes": "<row r='2'><c r='A2'><v>2</v></c></row>",
    "order": '<row r="2"><c t="n" r="A2"><v>2</v></c></row>',
    "no place": '<row r="2"><c><v>2</v></c></row>',
    "extension": '<row r="2"><c r="A2"><v>2</v><extLst/></c></row>',
    "namespace": f'<row r="2"><c r="A2"><y:v xmlns:y="{MAIN}">2</y:v></c></row>',
    "row back": '<row r="3"><c r="A3"><v>2</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>',
}


@pytest.mark.parametrize("rows", ODD.values(), ids=ODD)
def test_what_is_out_of_the_ordinary_is_left_to_openpyxl(tmp_path, monkeypatch, rows):
    path = package(tmp_path, A1 + rows + '<row r="8"><c r="A8"><v>8</v></c></row>')
    with pytest.raises(Irregular):
        ours(path)
    with open_workbook(path) as book:
        found = list(book.rows(book.sheets[0]))
    assert {row.number: row for row in found} == theirs(path)["Blad & 1"]
    assert [row.number for row in found] == sorted(row.number for row in found)
    without_openpyxl(monkeypatch)
    with open_workbook(path) as book, pytest.raises(InputError, match=r"LibreOffice"):
        list(book.rows(book.sheets[0]))


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_parts_in_another_encoding_are_left_to_openpyxl(tmp_path, part, encoding):
    path = package(tmp_path, A1)
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = f'<?xml version="1.0" encoding="{encoding}"?>{parts[part].decode()}'.encode(encoding)
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    with pytest.raises(Irregular):
        ours(path)
    with open_workbook(path) as book:
        assert list(book.rows(book.sheets[0])) == [Row(1, {0: 1})]


def without_openpyxl(monkeypatch):
    """As on a machine that does not have it."""
    for name in ["openpyxl", *(name for name in sys.modules if name.startswith("openpyxl."))]:
        monkeypatch.setitem(sys.modules, name, None)


SAMPLE = (
    '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"><v>12</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c></row>'
    '<row r="3" ht="12"><c r="B3" t="b"><v>1</v></c><c r="D3"><f>1+1</f><v>2.5</v></c><c r="E3" s="2"></c></row>'
)


@settings(QUICK, max_examples=400)
@example(at=6, cut=0, put='"')
@given(
    at=st.integers(0, len(SAMPLE)), cut=st.integers(0, 12), put=st.text(st.sampled_from("<>/\"' =&;crv1A"), max_size=3)
)
def test_a_damaged_sheet_never_gives_other_cells(tmp_path, at, cut, put):
    damaged = SAMPLE[:at] + put + SAMPLE[at + cut :]
    for row in damaged.split("<row"):  # openpyxl drops cells that stand behind the last one of their row
        columns = [column_index(letters) for letters in re.findall(r'r="([A-Z]+)[0-9]', row)]
        assume(columns == sorted(columns))
    path = package(tmp_path, damaged)
    try:
        mine = ours(path)
    except Irregular:
        return
    try:
        other = theirs(path)
    except Exception:  # the parser under openpyxl raises whatever it likes
        other = None
    assert other is None or mine == other
    if other is None:  # we are milder only on what says nothing of the cells
        assert mine == ours(package(tmp_path, SAMPLE))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_half_a_sheet_is_not_read_as_a_whole_one(tmp_path, share):
    path = werkmap(tmp_path, {"Bouw": 1}, {"Bouw": 2, "Identificatie nr": 2})
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet[: int(len(sheet) * share)]
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    with pytest.raises(Irregular):
        ours(path)


# -- where openpyxl is not --------------------------------------------------------------------------------------------


def test_without_openpyxl_an_import_gives_the_same_register(fresh, tmp_path, monkeypatch):
    plans = [plan(), plan(uuid=None, naam="Hof", extern_id="B-2", blokken=[])]
    source = fresh()
    strategies.fill(source, plans)
    exported, filled = (
        tmp_path / "uit.xlsx",
        werkmap(tmp_path, FULL, {"Identificatie nr": 8, "Naam": "Hof & haag", "Bouw": 1}),
    )
    export_excel(source, exported, reference_date=TODAY)
    registers = []
    for attempt in range(2):
        if attempt:
            without_openpyxl(monkeypatch)
        register = fresh()
        for path in (exported, filled):
            import_workbook(register, path, reference_date=TODAY, create_missing=True).stored()
        registers.append(register)
    with_it, without = registers
    assert len(with_it.read("project")) == 4
    assert told(without) == told(with_it)
    mine = {project["uuid"] for project in read_rows(source, "project")}
    for register in registers:
        whole = {project["uuid"]: project for project in read_rows(register, "project")}
        assert mine <= set(whole)


def told(register) -> dict[str, list[str]]:
    """Every row, without what is drawn by lot when a row is new."""
    return {
        name: sorted(
            repr({key: value for key, value in row.items() if not key.endswith("uuid") and key != "code"})
            for row in rows.values()
        )
        for name, rows in strategies.content(register).items()
    }
