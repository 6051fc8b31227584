"""The workbook to fill in: DIWI's layout, lists to choose from, no leftovers."""

from __future__ import annotations

import pytest
from excel_world import BOUW, Werkmap, codes, read
from openpyxl import load_workbook

from diwi_qgis.exchange.excel.style import write_value
from diwi_qgis.exchange.excel.template import HELP_SHEET, LIST_SHEET, write_template
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists


def own_lists() -> RegisterLists:
    standard = RegisterLists.defaults()
    return RegisterLists(
        {**standard.opties, "eigenschap:Wethouder": {"v": "De Vries"}, "grootte": {"a": "0-50", "b": "50-75"}},
        {
            "Wethouder": Eigenschap("Wethouder", "project", "categorie"),
            "Gasvrij": Eigenschap("Gasvrij", "woningblok", "ja_nee"),
            **{f"Extra {n}": Eigenschap(f"Extra {n}", "project", "tekst") for n in range(8)},
        },
        {"koop": ("Goedkoop", "Midden", "Duur", "Villa"), "huur": ("=Sociaal",)},
        {"jan@testdam.nl": "gebruiker"},
    )


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    path = tmp_path_factory.mktemp("sjabloon") / "sjabloon.xlsx"
    write_template(path)
    return path


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    path = tmp_path_factory.mktemp("sjabloon") / "eigen.xlsx"
    write_template(path, own_lists())
    return path


def test_same_words_on_the_same_places_as_diwis_template(plain, cases):
    diwi = load_workbook(cases / "diwi" / "excel_import_template.xlsx").worksheets[0]
    ours = load_workbook(plain).worksheets[0]
    for row in (2, 4):
        words = [[sheet.cell(row, n).value for n in range(1, diwi.max_column + 1)] for sheet in (diwi, ours)]
        assert words[0] == words[1]
    leftovers = {"Starter", "Midden", "100000-200000"}
    for n in range(1, diwi.max_column + 1):
        there, here = diwi.cell(5, n).value, ours.cell(5, n).value
        assert (
            there == here or there in leftovers or ours.cell(4, n).value in ("Fysiek voorkomen", "Doelgroep categorie")
        )
    assert not leftovers & {cell.value for cell in ours[5]}


def test_diwi_finds_its_section_of_every_column(plain):
    """DIWI scans cells that are there, and needs the mandatory cells to be there."""
    sheet = load_workbook(plain).worksheets[0]
    section = [sheet._cells.get((2, n)) for n in range(2, 41)]
    assert all(cell is not None for cell in section) and not sheet.merged_cells.ranges


@pytest.mark.parametrize("which", ["plain", "own"])
def test_it_is_read_back_empty_and_without_a_word(which, request):
    reading = read(request.getfixturevalue(which), own_lists() if which == "own" else RegisterLists.defaults())
    assert (reading.plans, reading.problems) == ([], [])


def test_lists_help_and_checks(plain):
    book = load_workbook(plain)
    assert book.sheetnames == ["Data", HELP_SHEET, LIST_SHEET]
    sheet = book["Data"]
    rules = {(rule.type, str(rule.formula1)): str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    (where,) = [sqref for (kind, formula), sqref in rules.items() if kind == "list" and "E6" in sqref.split(":")[0]]
    assert where == "E6:E10005"
    listed = [cell.value for cell in book[LIST_SHEET]["A"]]
    assert (listed[0], listed[1], listed[-1], len(listed)) == ("vertrouwelijkheid", "Prive", "Openbaar", 8)
    assert any(kind == "date" for kind, _ in rules) and any(kind == "whole" for kind, _ in rules)
    headers = [cell for cell in sheet[4] if cell.value == "Identificatie nr"]
    assert "Verplicht" in headers[0].comment.text and "Required" in headers[0].comment.text
    assert sheet.freeze_panes == "D6"


def test_what_a_register_knows_is_in_it(own):
    book = Werkmap(own)
    for key in (
        (None, "Maatwerk project eigenschap", "Wethouder"),
        (None, "Maatwerk project eigenschap", "Extra 7"),
        (BOUW, "Maatwerk woning eigenschap", "Gasvrij"),
        (BOUW, "Koopprijs categorie", "Villa"),
        (BOUW, "Koopprijs categorie", "Onbekend"),
        (BOUW, "Grootte categorie", "50-75"),
    ):
        assert book.sheet.cell(5, book.column(key)).value == key[2]
    words = {cell.value for row in book.book[LIST_SHEET].iter_rows() for cell in row}
    assert {"De Vries", "jan@testdam.nl", "=Sociaal"} <= words


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6 1", "-5", "@SUM(A1)", '=HYPERLINK("http://x.invalid")', "\tx", "a\x07b"]
)
def test_text_never_becomes_a_formula(tmp_path, text):
    from openpyxl import Workbook

    book = Workbook()
    write_value(book.active["A1"], text)
    book.save(tmp_path / "t.xlsx")
    cell = load_workbook(tmp_path / "t.xlsx").active["A1"]
    assert cell.data_type == "s" and cell.value == text.replace("\x07", "\ufffd")
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@", "\t"))


def test_nothing_in_the_template_is_a_formula(own):
    for sheet in load_workbook(own).worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_filled_template_with_a_register_is_read(own, tmp_path):
    path = tmp_path / "vol.xlsx"
    path.write_bytes(own.read_bytes())
    book = Werkmap(path)
    book.row({"Bouw": 4, (BOUW, "Koopprijs categorie", "Villa"): 3, (BOUW, "Maatwerk woning eigenschap", "Gasvrij"): 1})
    reading = read(book.save(), own_lists())
    assert codes(reading.problems) == []
    blok = reading.plans[0].woningblokken[0]
    assert [(v.aantal, v.prijsklasse) for v in blok.verdelingen] == [(3, "Villa")]
    assert blok.eigenschappen == {"Gasvrij": True}
