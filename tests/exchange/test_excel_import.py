"""A workbook into a real register: all of it or nothing, and again."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

import pytest
from excel_world import BOUW, SLOOP, codes, copy_of, empty, werkmap
from openpyxl import load_workbook

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.intake import import_workbook
from diwi_qgis.exchange.excel.marked import LIST_SHEET, write_marked_copy
from diwi_qgis.exchange.excel.read import read_workbook
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.problem_catalogue import CODES, problem
from diwi_qgis.exchange.problems import ImportRefusedError
from diwi_qgis.exchange.save_report import Soort
from diwi_qgis.reports.import_report import write_import_report

PEILDATUM = date(2026, 7, 1)

FULL = {
    "Identificatie nr": "007",
    "Gemeente": "Testdam",
    "2 Initiatief": date(2024, 2, 1),
    "Bouw": 10,
    "Sloop": 2,
    (BOUW, "Opleverdatum", date(2027, 6, 1)): 4,
    (BOUW, "Opleverdatum", date(2028, 6, 1)): 6,
    (BOUW, "Koopwoning"): 7,
    (BOUW, "Huur woningcorporatie"): 3,
    (BOUW, "Koopprijs waarde", "250000-350000,50"): 5,
    (BOUW, "Koopprijs waarde", "Onbekend"): 2,
    (BOUW, "Doelgroep categorie", "Jongeren"): 10,
    (SLOOP, "Huur woningcorporatie"): 2,
}


def take(register, path, **options):
    return import_workbook(register, path, **{"reference_date": PEILDATUM, **options})


def rows(register, table):
    frame = register.read(table, geometry=False)
    return frame.to_dict("records")


def test_it_is_stored(register, tmp_path):
    workbook = werkmap(tmp_path, FULL, {"Identificatie nr": 8, "Naam": "Tweede", "Bouw": 1})
    assert read_workbook(workbook, RegisterLists.read(register)).rijen == 2
    result = take(register, workbook)
    result.stored()
    assert (result.plannen, result.blokken) == (2, 3)
    project, second = rows(register, "project")
    assert (project["extern_id"], project["naam"], project["aantal_netto"]) == ("007", "Waterkant", 8)
    assert second["extern_id"] == "8"
    priced = register.read("verdeling").dropna(subset=["prijs_min"])
    prices = set(zip(priced["aantal"], priced["prijs_min"], priced["prijs_max"]))
    assert (5, 25_000_000, 35_000_050) in prices
    assert sorted(o["aantal"] for o in rows(register, "oplevering")) == [4, 6]


def test_again_changes_nothing_and_a_change_is_told(register, tmp_path):
    take(register, werkmap(tmp_path, FULL)).stored()
    again = take(register, werkmap(tmp_path, FULL))
    assert again.saved.count(Soort.ONGEWIJZIGD) == 1 and not again.saved.plannen[0].changes
    third = take(register, werkmap(tmp_path, {**FULL, "Naam": "Waterrand", "Gemeente": None}))
    assert third.saved.count(Soort.GEWIJZIGD) == 1
    assert {change.veld for change in third.saved.plannen[0].changes} >= {"naam"}
    assert [p["naam"] for p in rows(register, "project")] == ["Waterrand"]


def test_with_any_error_nothing_is_stored(register, tmp_path):
    take(register, werkmap(tmp_path, FULL)).stored()
    before = {table: rows(register, table) for table in ("project", "woningblok", "verdeling", "historie", "codelijst")}
    path = werkmap(
        tmp_path,
        {**FULL, "Naam": "Anders"},
        {"Identificatie nr": 9, "Bouw": 2, (BOUW, "Doelgroep categorie", "Jongeren"): 3},
    )
    result = take(register, path, create_missing=True)
    assert codes(result.problems) == ["houseblock_target_group_total"]
    with pytest.raises(ImportRefusedError) as refused:
        result.stored()
    assert "programma.xlsx" in refused.value.text.nl and "1 fout" in refused.value.text.nl
    assert {table: str(rows(register, table)) for table in before} == {
        table: str(found) for table, found in before.items()
    }


def test_shared_rules_are_told_once_and_at_the_cell(register, tmp_path):
    result = take(
        register,
        werkmap(
            tmp_path,
            {
                "Start project": date(2031, 1, 1),
                "Bouw": 5,
                (BOUW, "Koopwoning"): 6,
                (BOUW, "Opleverdatum", date(2032, 1, 1)): 4,
                "Buurt": "Noord",
            },
        ),
    )
    places = {(p.code, p.plaats.column) for p in result.errors}
    assert len(result.errors) == len(places)
    assert {
        ("project_dates_error", "O"),
        ("incomplete_project_location", "AH"),
        ("houseblock_ownership_total", "BJ"),
        ("houseblock_delivery_total", "AS"),
        ("houseblock_delivery_date", "AS"),
    } <= places


def test_without_a_reference_date_the_status_is_not_checked(register, tmp_path):
    path = werkmap(tmp_path, {"Bouw": 1, "Project status": "Nieuw"})
    result = take(register, path)
    assert codes(result.problems) == ["project_dates_status_mismatch"]
    result = take(register, path, reference_date=None)
    assert codes(result.problems) == [] and "not_checked" in codes(result.problems, warning=True)
    result.stored()


def test_missing_words_are_made_when_asked(register, tmp_path):
    book = empty(tmp_path)
    book.set(book.column((BOUW, "Doelgroep categorie")), 5, "Kunstenaars")
    book.row(
        {
            "Bouw": 3,
            (None, "Rol type", "Wethouder"): "De Vries",
            (None, "Maatwerk project eigenschap", "Thema"): "groen",
            (BOUW, "Doelgroep categorie", "Kunstenaars"): 3,
            (BOUW, "Koopprijs categorie", "Instap"): 3,
            (BOUW, "Grootte categorie", "50-75"): 3,
        }
    )
    path = book.save()
    refused = take(register, path)
    assert sorted(codes(refused.problems)) == [
        "unknown_price_buy_range_category",
        "unknown_project_category_property",
        "unknown_project_property",
        "unknown_property_value",
        "unknown_property_value",
    ]
    made = take(register, path, create_missing=True)
    made.stored()
    kinds = {e["naam"]: e["soort"] for e in rows(register, "eigenschap")}
    assert (kinds["Wethouder"], kinds["Thema"]) == ("categorie", "tekst")
    assert take(register, path, create_missing=True).saved.count(Soort.ONGEWIJZIGD) == 1


@pytest.mark.parametrize("name", ["excel_import_template", "excel_export_template", "excel_headers_ok"])
def test_filled_copies_of_diwis_workbooks_are_imported(register, cases, tmp_path, name):
    book = copy_of(cases / "diwi" / f"{name}.xlsx", tmp_path)
    book.row(FULL)
    result = take(register, book.save(), create_missing=True)
    result.stored()
    assert len(rows(register, "project")) == 1


# -- the marked copy and the report ----------------------------------------------------------------------------------------


def wrong(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Naam": "=cmd|'/c calc'!A1", "Bouw": -1, "Project status": "Misschien <b>"})
    book.sheet.cell(row, 3).data_type = "s"
    book.row({"Identificatie nr": 2, "Start project": "1 mei 2024", (SLOOP, "Koopwoning"): 3})
    return book.save()


def test_the_marked_copy_shows_every_problem_and_keeps_the_rest(register, tmp_path):
    source = wrong(tmp_path)
    bytes_before = source.read_bytes()
    result = take(register, source)
    target = tmp_path / "gemarkeerd.xlsx"
    write_marked_copy(source, result.problems, target)
    assert source.read_bytes() == bytes_before
    marked, original = load_workbook(target), load_workbook(source)
    for problem_ in result.errors:
        cell = marked["Data"][f"{problem_.plaats.column}{problem_.plaats.row}"]
        assert cell.fill.start_color.rgb.endswith("FFC7CE")
        assert problem_.message.nl in cell.comment.text and problem_.message.en in cell.comment.text
    for mine, theirs in zip_longest(marked["Data"].iter_rows(), original["Data"].iter_rows()):
        assert [(c.value, c.data_type) for c in mine] == [(c.value, c.data_type) for c in theirs]
    listed = list(marked[LIST_SHEET].iter_rows(min_row=2))
    assert len(listed) == len(result.problems)
    assert not [cell for row in listed for cell in row if cell.data_type == "f"]


def test_a_corrected_marked_copy_can_be_imported(register, tmp_path):
    source = werkmap(tmp_path, {"Bouw": 1, "Naam": None})
    result = take(register, source)
    target = tmp_path / "gemarkeerd.xlsx"
    write_marked_copy(source, result.problems, target)
    book = load_workbook(target)
    book["Data"]["C6"] = "Hersteld"
    book.save(target)
    take(register, target).stored()
    assert [row["naam"] for row in rows(register, "project")] == ["Hersteld"]


def test_the_marked_copy_never_overwrites_the_workbook(tmp_path):
    source = wrong(tmp_path)
    with pytest.raises(InputError):
        write_marked_copy(source, [], source)


def test_the_report_names_place_value_and_expectation_in_both_languages(register, tmp_path):
    result = take(register, wrong(tmp_path))
    report = tmp_path / "rapport.html"
    write_import_report(report, result.file, result.problems, result.saved)
    html = report.read_text(encoding="utf8")
    assert "er is niets opgeslagen" in html and "nothing was stored" in html
    assert "Misschien &lt;b&gt;" in html and "<b>AP6</b>" in html
    for one in result.errors:
        assert one.code in html


def test_the_report_tells_what_changed(register, tmp_path):
    take(register, werkmap(tmp_path, FULL)).stored()
    result = take(register, werkmap(tmp_path, {**FULL, "Naam": "Waterrand"}), reference_date=None)
    report = tmp_path / "rapport.html"
    write_import_report(report, result.file, result.problems, result.saved)
    html = report.read_text(encoding="utf8")
    assert "Projectnaam" in html and "Waterkant" in html and "Waterrand" in html
    assert "Niet gecontroleerd" in html


@pytest.mark.parametrize("code", CODES)
def test_every_code_says_what_and_what_was_expected(code):
    one = problem(code, value="{x}", veld="Veld", aantal=1, som=2, ander="3")
    for text in (*one.message, *one.expected):
        assert text and "{" not in text.replace("{x}", "")
    assert one.message.nl != one.message.en
