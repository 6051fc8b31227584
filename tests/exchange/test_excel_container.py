"""Files that are no plain workbook: each gives one message that says what it is, and nothing else happens."""

from __future__ import annotations

import re
import zipfile

import pytest
from excel_world import BOUW, codes, copy_of, empty, read, werkmap
from openpyxl import Workbook, load_workbook

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.progress import Progress

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def rewritten(path, change):
    """The package with some parts replaced: `change(name, data)` gives the new data."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, change(name, data))
    return path


def add_part(path, name, data):
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return path


def refused(path, *words):
    with pytest.raises(InputError) as error:
        read(path)
    for word in (path.name, *words):
        assert word in error.value.text.nl
    assert error.value.text.en


def test_not_there_or_a_folder(tmp_path):
    refused(tmp_path / "weg.xlsx", "bestaat niet")
    (tmp_path / "map.xlsx").mkdir()
    refused(tmp_path / "map.xlsx", "niet te openen")


@pytest.mark.parametrize("data", [b"", b"naam;aantal\n", b"<html>", b"%PDF-1.7", b"\x00" * 100])
def test_no_workbook(tmp_path, data):
    path = tmp_path / "geen.xlsx"
    path.write_bytes(data)
    refused(path, "geen Excel-werkmap")


def test_old_and_encrypted_workbooks(tmp_path):
    path = tmp_path / "oud.xlsx"
    path.write_bytes(OLE + b"\0" * 500 + "Workbook".encode("utf-16-le"))
    refused(path, ".xls)")
    path.write_bytes(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"))
    refused(path, "wachtwoord")


@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
def test_half_written(tmp_path, share):
    path = werkmap(tmp_path, {"Bouw": 1})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused(path, "half geschreven")


def test_bits_that_fell_over(tmp_path):
    path = werkmap(tmp_path, {"Bouw": 1})
    data = bytearray(path.read_bytes())
    data[2000:2100] = b"\xff" * 100
    path.write_bytes(bytes(data))
    refused(path)


def test_damaged_xml(tmp_path):
    path = rewritten(
        werkmap(tmp_path, {"Bouw": 1}),
        lambda name, data: data[: len(data) // 2] if name.startswith("xl/worksheets/sheet1") else data,
    )
    refused(path, "beschadigd")


def test_another_office_document(tmp_path):
    path = tmp_path / "brief.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        package.writestr("word/document.xml", "<document/>")
    refused(path, "ander soort document")


def test_macros(tmp_path):
    path = add_part(werkmap(tmp_path, {"Bouw": 1}), "xl/vbaProject.bin", b"macro")
    refused(path, "macro's")


def test_zip_bomb(tmp_path):
    path = add_part(werkmap(tmp_path, {"Bouw": 1}), "xl/media/groot.xml", b" " * 120_000_000)
    refused(path, "geen gewone werkmap")


def test_entity_bomb(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    path = rewritten(
        werkmap(tmp_path, {"Bouw": 1}),
        lambda name, data: bomb + data if name == "xl/styles.xml" else data,
    )
    refused(path, "documenttype", "xl/styles.xml")


def test_wrong_sheet_and_no_headings_at_all(tmp_path):
    path = werkmap(tmp_path, {"Bouw": 1})
    book = load_workbook(path)
    book.create_sheet("Omslag", 0)
    book.save(path)
    refused(path, "Omslag", "'Data'", "vooraan")
    empty_book = Workbook()
    empty_book.active["A1"] = "iets anders"
    empty_book.save(path)
    refused(path, "kolomkoppen")


def test_formulas_are_read_by_their_saved_result(tmp_path):
    path = werkmap(tmp_path, {"Bouw": 7, "Naam": "Werf"})
    rewritten(
        path,
        lambda name, data: data.replace(b"<v>7</v>", b"<f>3+4</f><v>7</v>") if "sheet1.xml" in name else data,
    )
    reading = read(path)
    assert codes(reading.problems) == []
    assert reading.plans[0].woningblokken[0].aantal == 7


def test_a_formula_without_a_result_is_named(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Bouw": 3})
    book.sheet.cell(row, 3).value = "=CONCATENATE(B6)"
    book.sheet.cell(row, 42).value = "=1+1"
    reading = read(book.save())
    assert [(p.code, p.plaats.column, p.plaats.row) for p in reading.problems] == [
        ("formula_without_value", "C", row),
        ("formula_without_value", "AP", row),
    ]


def test_a_formula_that_gave_an_empty_text_is_an_empty_cell(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Bouw": 3, "Wijk": "leeg"})
    path = rewritten(
        book.save(),
        lambda name, data: re.sub(
            rb' t="inlineStr"><is><t>leeg</t></is></c>', rb' t="str"><f>IF(TRUE,"","")</f><v></v></c>', data
        ),
    )
    reading = read(path)
    assert codes(reading.problems) == []
    assert reading.plans[0].velden["wijk"] is None and reading.plans[0].plaats.row == row


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Bouw": 3})
    cell = book.sheet.cell(row, 3)
    cell.value, cell.data_type = "=1+1", "s"
    assert read(book.save()).plans[0].velden["naam"] == "=1+1"


def test_infinite_and_impossible_numbers(tmp_path):
    path = werkmap(tmp_path, {"Bouw": 777, "2 Initiatief": 888, "Start project": None})
    rewritten(
        path,
        lambda name, data: (
            data.replace(b"<v>777</v>", b"<v>1e309</v>").replace(b"<v>888</v>", b"<v>NaN9</v>")
            if "sheet1.xml" in name
            else data
        ),
    )
    refused(path, "beschadigd")
    path = werkmap(tmp_path, {"Bouw": 777})
    rewritten(path, lambda name, data: data.replace(b"<v>777</v>", b"<v>1e309</v>") if "sheet1" in name else data)
    assert codes(read(path).problems) == ["not_numeric"]


def test_merged_headers_are_named(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1})
    book.sheet.merge_cells("AS4:BB4")
    (problem, *_) = [p for p in read(book.save()).problems if not p.warning]
    assert (problem.code, problem.value, problem.plaats.row) == ("merged_header", "AS4:BB4", 4)


def test_merged_section_and_group_captions_are_fine(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1})
    book.sheet.merge_cells("B2:AN2")
    book.sheet.merge_cells("AS3:BB3")
    assert codes(read(book.save()).problems) == []


def test_duplicate_headers_are_named(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1, (BOUW, "Koopprijs waarde", "100-200"): 1})
    book.set(41, 4, "Naam")
    book.set(book.column((BOUW, "Koopprijs waarde")) + 1, 5, "100,00 - 200")
    assert [(p.code, p.plaats.row) for p in read(book.save()).problems] == [
        ("duplicate_header", 4),
        ("duplicate_header", 5),
    ]


def test_missing_headers_are_named(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1})
    for header in ("Wijk", "Buurt"):
        book.set(book.column(header), 4, None)
    (problem,) = [p for p in read(book.save()).problems if not p.warning]
    assert (problem.code, problem.value, problem.plaats.row) == ("missing_headers", "Buurt, Wijk", 4)


def test_two_hundred_columns_too_many(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Bouw": 1})
    for number in range(400, 600):
        book.sheet.cell(4, number, f"Extra {number}")
        book.sheet.cell(row, number, number)
    assert codes(read(book.save()).problems) == []  # right of the control sections, as in DIWI
    book = empty(tmp_path)
    row = book.row({"Bouw": 1})
    book.sheet.insert_cols(43, 200)
    for number in range(43, 243):
        book.sheet.cell(4, number, f"Extra {number}")
        book.sheet.cell(row, number, number)
    reading = read(book.save())
    assert codes(reading.problems) == [] and codes(reading.problems, warning=True) == ["unknown_header"] * 200


def test_section_rows_may_stand_lower(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1})
    book.sheet.insert_rows(1, 4)
    (plan,) = read(book.save()).plans
    assert plan.plaats.row == 10


def test_without_a_row_of_subheaders_no_plan_is_lost(tmp_path):
    book = empty(tmp_path)
    first, second = book.row({"Bouw": 1}), book.row({"Bouw": 2, "Identificatie nr": 2})
    path = rewritten(
        book.save(),
        lambda name, data: re.sub(rb'<row r="5".*?</row>', b"", data) if name.endswith("sheet1.xml") else data,
    )
    assert [plan.plaats.row for plan in read(path).plans] == [first, second]


def test_blank_cells_need_not_be_there(cases, tmp_path):
    book = copy_of(cases / "diwi" / "excel_import_template.xlsx", tmp_path)
    book.row({"Bouw": 2, (BOUW, "Koopwoning"): 2})
    for number in range(1, 200):
        for row in (2, 3):
            cell = book.sheet._cells.get((row, number))
            if cell is not None and cell.value is None:
                del book.sheet._cells[row, number]
    assert read(book.save()).plans[0].woningblokken[0].verdelingen[0].aantal == 2


def test_a_million_empty_rows(tmp_path):
    book = empty(tmp_path)
    book.row({"Bouw": 1})
    book.sheet.cell(1_048_576, 2).value = "  "
    path = book.save()
    rewritten(
        path,
        lambda name, data: (
            re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1:XFD1048576"', data)
            if "sheet1.xml" in name
            else data
        ),
    )
    assert len(read(path).plans) == 1


def test_links_to_other_workbooks_are_not_followed(tmp_path):
    path = add_part(
        werkmap(tmp_path, {"Bouw": 1}),
        "xl/externalLinks/externalLink1.xml",
        b"<externalLink>http://x.invalid</externalLink>",
    )
    assert len(read(path).plans) == 1


def test_cancel(tmp_path):
    class Stop(Progress):
        cancelled = True

    with pytest.raises(Cancelled):
        read(werkmap(tmp_path, {"Bouw": 1}), progress=Stop())
