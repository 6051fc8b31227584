"""What a filled workbook becomes: DIWI's rules, with its silent losses mended."""

from __future__ import annotations

import os
import time
from datetime import date, datetime

import pytest
from excel_world import BOUW, SLOOP, codes, copy_of, empty, one_plan, read, werkmap

from diwi_qgis.exchange.excel.layout import INVOER, UITVOER, VEREIST, place
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import Plaats


def lists(**more) -> RegisterLists:
    standard = RegisterLists.defaults()
    opties = {**standard.opties, **more.pop("opties", {})}
    return RegisterLists(opties, **more)


STARTER = {"koop": ("Starter", "Midden"), "huur": ()}


def test_the_layout_is_that_of_diwis_templates(cases):
    from openpyxl import load_workbook

    for name, sections in (("import", INVOER), ("export", UITVOER)):
        sheet = load_workbook(cases / "diwi" / f"excel_{name}_template.xlsx").worksheets[0]
        for column in place(sections):
            assert sheet.cell(4, column.nummer).value == column.kop.tekst
            there = sheet.cell(5, column.nummer).value
            assert there == column.onderkop or there in ("Starter", "Midden", "100000-200000")
    assert len(VEREIST) == 55


@pytest.mark.parametrize("name", ["excel_import_template", "excel_export_template", "excel_headers_ok"])
def test_diwis_templates_hold_no_plans_and_no_errors(cases, name):
    for known in (lists(prijsklassen=STARTER), lists()):
        reading = read(cases / "diwi" / f"{name}.xlsx", known)
        assert (reading.plans, codes(reading.problems)) == ([], [])


@pytest.mark.parametrize("name", ["excel_import_template", "excel_export_template", "excel_headers_ok"])
def test_filled_copies_of_diwis_templates_are_read(cases, tmp_path, name):
    book = copy_of(cases / "diwi" / f"{name}.xlsx", tmp_path)
    book.row(
        {
            "Bouw": 10,
            "Sloop": 4,
            (BOUW, "Opleverdatum", date(2027, 6, 1)): 10,
            (BOUW, "Koopwoning"): 10,
            (BOUW, "Koopprijs waarde", "300000-400000"): 10,
            (SLOOP, "Huur woningcorporatie"): 1,
            (SLOOP, "Onbekend"): 3,
            "Gemeente": "Testdam",
        }
    )
    (plan,) = read(book.save(), lists(prijsklassen=STARTER)).plans
    bouw, sloop = plan.woningblokken
    assert (bouw.mutatie, bouw.aantal, sloop.mutatie, sloop.aantal) == ("bouw", 10, "sloop", 4)
    assert [(v.kenmerk, v.categorie, v.aantal, v.prijs_min, v.prijs_max) for v in bouw.verdelingen] == [
        ("eigendom", "koopwoning", 10, 30_000_000, 40_000_000)
    ]
    assert [(o.datum, o.aantal) for o in bouw.opleveringen] == [(date(2027, 6, 1), 10)]
    assert [(v.categorie, v.aantal) for v in sloop.verdelingen] == [("huurwoning_woningcorporatie", 1)]


def test_unknown_columns_of_demolition_count_in_both_sums(tmp_path):
    book = empty(tmp_path)
    unknown = [n for n in range(1, book.sheet.max_column) if book.sheet.cell(4, n).value == "Onbekend"]
    row = book.row({"Sloop": 6, (SLOOP, "Koopwoning"): 2, (SLOOP, "Eengezins woning"): 1})
    for column, amount in zip(unknown, (4, 5)):
        book.set(column, row, amount)
    reading = read(book.save())
    assert codes(reading.problems) == []
    assert [(v.kenmerk, v.categorie, v.aantal) for v in reading.plans[0].woningblokken[0].verdelingen] == [
        ("eigendom", "koopwoning", 2),
        ("woningtype", "eengezinswoning", 1),
    ]


def test_a_whole_project(tmp_path):
    plan = one_plan(
        tmp_path,
        {
            "Identificatie nr": "007",
            "Plan soort": "Verdichting",
            "In programmering": 1,
            "Project status": "Afgebroken",
            "2 Initiatief": date(2024, 2, 1),
            "4a Opgenomen in de visie": date(2024, 3, 1),
            "Gemeente": "Testdam",
            "Bouw": 3,
        },
    )
    assert plan.velden["extern_id"] == "007"
    assert (plan.velden["plantype"], plan.velden["vertrouwelijkheid"]) == ("verdichting", "openbaar")
    assert (plan.status, plan.velden["in_programmering"]) == ("TERMINATED", True)
    assert plan.woningblokken[0].in_programmering is True
    assert [(m.soort, m.gepland) for m in plan.mijlpalen] == [
        ("fase_initiatief", date(2024, 2, 1)),
        ("status_4A", date(2024, 3, 1)),
    ]
    assert plan.plaatsen["naam"] == Plaats("Data", 6, "C")
    assert plan.woningblokken[0].plaats == Plaats("Data", 6, "AP")


@pytest.mark.parametrize(("typed", "kept"), [(7, "7"), (7.0, "7"), ("007", "007"), (" A-12 ", "A-12"), (12.5, "12.5")])
def test_identification_is_text(tmp_path, typed, kept):
    assert one_plan(tmp_path, {"Identificatie nr": typed}).velden["extern_id"] == kept


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Amsterdam"])
def test_dates_do_not_shift_with_the_time_zone(tmp_path, zone):
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        plan = one_plan(tmp_path, {"Start project": datetime(2024, 3, 31, 23, 59), "Bouw": 1})
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()
    assert plan.velden["start_datum"] == date(2024, 3, 31)
    assert plan.velden["eind_datum"] == date(2030, 12, 31)


def test_dates_of_the_1904_system(tmp_path):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = empty(tmp_path)
    book.book.epoch = CALENDAR_MAC_1904
    book.row({"Bouw": 1, (BOUW, "Opleverdatum", date(2027, 12, 31)): 1})
    (plan,) = read(book.save()).plans
    assert plan.velden["start_datum"] == date(2024, 1, 1)
    assert plan.woningblokken[0].opleveringen[0].datum == date(2027, 12, 31)


def test_ownership_without_price_is_stored(tmp_path):
    plan = one_plan(
        tmp_path,
        {
            "Bouw": 20,
            (BOUW, "Koopwoning"): 12,
            (BOUW, "Particuliere verhuurder"): 5,
            (BOUW, "Eigendom type onbekend"): 3,
            (BOUW, "Koopprijs categorie", "Starter"): 8,
            (BOUW, "Koopprijs categorie", "Onbekend"): 4,
        },
        lists=lists(prijsklassen=STARTER),
    )
    assert [(v.categorie, v.aantal, v.prijsklasse) for v in plan.woningblokken[0].verdelingen] == [
        ("koopwoning", 8, "Starter"),
        ("koopwoning", 4, None),
        ("huurwoning_particuliere_verhuurder", 5, None),
    ]


def test_size_and_other_breakdowns(tmp_path):
    plan = one_plan(
        tmp_path,
        {
            "Bouw": 6,
            (BOUW, "Grootte categorie", "50-75"): 4,
            (BOUW, "Grootte categorie", "Onbekend"): 2,
            (BOUW, "Fysiek voorkomen", "Hoekwoning"): 6,
            (BOUW, "Geen toestemming eigenaar"): 6,
            (BOUW, "Meergezins woning"): 5,
            (BOUW, "Woning type onbekend"): 1,
        },
    )
    assert {(v.kenmerk, v.categorie, v.aantal) for v in plan.woningblokken[0].verdelingen} == {
        ("grootte", "50-75", 4),
        ("fysiek_voorkomen", "Hoekwoning", 6),
        ("grondpositie", "geen_toestemming", 6),
        ("woningtype", "meergezinswoning", 5),
    }


def test_rows_with_one_number_are_one_plan_with_more_blocks(tmp_path):
    plan = one_plan(tmp_path, {"Bouw": 3}, {"Bouw": 4, "Sloop": 1})
    assert [(b.naam, b.aantal) for b in plan.woningblokken] == [("Bouw", 3), ("Bouw 2", 4), ("Sloop", 1)]


@pytest.mark.parametrize(
    ("header", "other"),
    [
        ("Eind project", date(2031, 1, 1)),
        ("Vertrouwelijkheid", "Intern raad"),
        ("Eigenaar", "piet@testdam.nl"),
        ("Naam", "Waterrand"),
        ("2 Initiatief", date(2025, 1, 1)),
        ("Gemeente", "Elders"),
    ],
)
def test_rows_of_one_plan_must_agree(tmp_path, header, other):
    reading = read(werkmap(tmp_path, {"Bouw": 1}, {"Bouw": 1, header: other}))
    (problem,) = reading.problems
    assert (problem.code, problem.plaats.row) == ("project_level_data_invalid", 7)
    assert header in problem.message.nl and f"{problem.plaats.column}6" in problem.message.nl


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Naam": None}, ["no_project_name"]),
        ({"Vertrouwelijkheid": None}, ["no_project_confidentiality"]),
        ({"Vertrouwelijkheid": "Geheim"}, ["no_project_confidentiality"]),
        ({"Project status": None}, ["no_project_status"]),
        ({"Project status": "Openbaar"}, ["no_project_status"]),
        ({"Start project": None}, ["no_project_start_date"]),
        ({"Eind project": None}, ["no_project_end_date"]),
        ({"Plan soort": "Nieuwbouw"}, ["invalid_plan_type"]),
        ({"Identificatie nr": None}, ["no_project_identificationNo"]),
        ({"In programmering": "misschien"}, ["not_boolean"]),
        ({"Start project": "2024-01-01"}, ["not_date"]),
        ({"2 Initiatief": "01-03-2026"}, ["not_date"]),
        ({"2 Initiatief": 46000}, ["not_date"]),
        ({"Naam": datetime(2024, 5, 1)}, ["not_string"]),
        ({"Naam": "#N/A"}, ["not_string"]),
        ({"Bouw": "tien"}, ["not_numeric"]),
        ({"Bouw": 2.5}, ["invalid_amount"]),
        ({"Bouw": -3}, ["invalid_amount"]),
        ({"Bouw": "3"}, []),
        ({"Bouw": 5, (BOUW, "Koopwoning"): "1e309"}, ["not_numeric"]),
        ({(BOUW, "Koopwoning"): 5}, ["houseblock_housing_number"]),
        ({"Bouw": 0, (BOUW, "Koopwoning"): 5}, ["houseblock_housing_number"]),
        ({(SLOOP, "Maatwerk woning eigenschap", "Kleur"): "rood"}, ["houseblock_housing_number"]),
        ({"Bouw": 5, (BOUW, "Koopwoning"): 4}, ["houseblock_ownership_total"]),
        ({"Bouw": 5, (BOUW, "Koopwoning"): 4, (BOUW, "Eigendom type onbekend"): 2}, ["houseblock_ownership_total"]),
        (
            {"Bouw": 5, (BOUW, "Koopwoning"): 5, (BOUW, "Koopprijs waarde", "1-2"): 4},
            ["houseblock_ownership_owner_total"],
        ),
        (
            {
                "Bouw": 5,
                (BOUW, "Particuliere verhuurder"): 5,
                (BOUW, "Huurprijs particuliere verhuurder", 800): 6,
            },
            ["houseblock_ownership_landlord_total"],
        ),
        (
            {"Bouw": 5, (BOUW, "Koopwoning"): 5, (BOUW, "Huurprijs woningcorporatie", 800): 1},
            ["houseblock_ownership_housing_assoc_total"],
        ),
        (
            {
                "Bouw": 5,
                (BOUW, "Koopwoning"): 5,
                (BOUW, "Koopprijs waarde", "1-2"): 4,
                (BOUW, "Koopprijs categorie", "Starter"): 1,
            },
            ["houseblock_ownership_owner_multiple_types"],
        ),
        ({"Bouw": 5, (BOUW, "Koopprijs waarde", "1-2"): 6}, ["houseblock_ownership_total"]),
        ({"Bouw": 5, (BOUW, "Eengezins woning"): 4}, ["houseblock_house_type_total"]),
        ({"Bouw": 5, (BOUW, "Fysiek voorkomen", "Hoekwoning"): 4}, ["houseblock_physical_appearance_total"]),
        ({"Bouw": 5, (BOUW, "Doelgroep categorie", "Jongeren"): 6}, ["houseblock_target_group_total"]),
        ({"Bouw": 5, (BOUW, "Formele toestemming eigenaar"): 1}, ["houseblock_ground_position_total"]),
        ({"Bouw": 5, (BOUW, "Grootte categorie", "50"): 6}, ["houseblock_size_total"]),
        ({"Bouw": 5, (BOUW, "Koopprijs waarde", "300000-200000"): 5}, ["invalid_numeric_range"]),
        ({"Bouw": 5, (BOUW, "Koopprijs waarde", "veel"): 5}, ["invalid_numeric_range"]),
        ({"Bouw": 5, (BOUW, "Opleverdatum", "31-12-2027"): 5}, ["not_date"]),
    ],
)
def test_every_cell_that_does_not_fit_is_an_error(tmp_path, cells, expected):
    reading = read(werkmap(tmp_path, cells))
    assert codes(reading.problems) == expected
    for problem in reading.problems:
        assert problem.plaats.sheet == "Data" and problem.plaats.row in (5, 6) and problem.plaats.column


def test_years_out_of_range(tmp_path):
    reading = read(werkmap(tmp_path, {"Eind project": date(2200, 1, 1)}))
    assert codes(reading.problems) == ["date_out_of_range"]


def test_all_problems_of_all_rows_at_once(tmp_path):
    reading = read(
        werkmap(tmp_path, {"Naam": None, "Bouw": -1}, {"Identificatie nr": 2, "Project status": "?", "Sloop": "x"})
    )
    assert [(p.code, p.plaats.row) for p in reading.problems] == [
        ("no_project_name", 6),
        ("invalid_amount", 6),
        ("no_project_status", 7),
        ("not_numeric", 7),
    ]


def test_words_the_register_does_not_know(tmp_path):
    known = lists(
        eigenschappen={
            "Wethouder": Eigenschap("Wethouder", "project", "categorie"),
            "Kleur": Eigenschap("Kleur", "woningblok", "tekst"),
        },
        prijsklassen=STARTER,
    )
    cells = {
        "Bouw": 2,
        (None, "Rol type", "Wethouder"): "De Vries",
        (None, "Rol type", "Makelaar"): "Jansen",
        (None, "Maatwerk project eigenschap", "Thema"): "groen",
        (BOUW, "Maatwerk woning eigenschap", "Gevel"): "steen",
        (BOUW, "Koopprijs categorie", "Duur"): 1,
        (BOUW, "Huurprijs woningcorporatie categorie", "Sociaal"): 1,
        (BOUW, "Doelgroep categorie", "Astronaut"): 2,
    }
    book = empty(tmp_path)
    column = book.column((BOUW, "Doelgroep categorie"))
    book.set(column, 5, "Astronaut")
    book.row(cells)
    path = book.save()
    assert sorted(codes(read(path, known).problems)) == [
        "unknown_houseblock_property",
        "unknown_price_buy_range_category",
        "unknown_price_rent_range_category",
        "unknown_project_category_property",
        "unknown_project_property",
        "unknown_property_value",
    ]
    assert {p.plaats.row for p in read(path, known).problems} == {5}
    assert codes(read(path, known, create_missing=True).problems) == []


def test_custom_properties_have_the_kind_of_the_register(tmp_path):
    known = lists(
        eigenschappen={
            "Nummer": Eigenschap("Nummer", "project", "tekst"),
            "Score": Eigenschap("Score", "project", "getal"),
            "Actief": Eigenschap("Actief", "project", "ja_nee"),
            "Kleur": Eigenschap("Kleur", "woningblok", "categorie"),
            "Leeg": Eigenschap("Leeg", "project", "tekst"),
        },
        opties={"eigenschap:Kleur": {"rood": "Rood"}},
    )
    plan = one_plan(
        tmp_path,
        {
            (None, "Maatwerk project eigenschap", "Nummer"): 12,
            (None, "Maatwerk project eigenschap", "Score"): "-1,5",
            (None, "Maatwerk project eigenschap", "Actief"): 1,
            (None, "Maatwerk project eigenschap", "Leeg"): None,
            "Bouw": 1,
            (BOUW, "Maatwerk woning eigenschap", "Kleur"): "Rood",
        },
        lists=known,
    )
    assert plan.eigenschappen == {"Nummer": "12", "Score": -1.5, "Actief": True, "Leeg": None}
    assert plan.woningblokken[0].eigenschappen == {"Kleur": "rood"}
    reading = read(werkmap(tmp_path, {(None, "Maatwerk project eigenschap", "Score"): "hoog"}), known)
    assert codes(reading.problems) == ["not_numeric"]


def test_nothing_is_dropped_silently(tmp_path):
    book = empty(tmp_path)
    row = book.row({"Bouw": 2})
    stray = book.column((BOUW, "Opleverdatum"))
    book.set(stray, row, 2)
    book.set(41, 4, "Notities")
    book.set(41, row, "bellen met de ontwikkelaar")
    reading = read(book.save())
    assert codes(reading.problems) == ["missing_subheader"]
    (warning,) = [p for p in reading.problems if p.warning]
    assert (warning.code, warning.value, warning.plaats) == ("unknown_header", "Notities", Plaats("Data", row, "AO"))


def test_unused_sample_subheaders_are_warnings_and_used_ones_errors(tmp_path, cases):
    book = copy_of(cases / "diwi" / "excel_import_template.xlsx", tmp_path)
    book.row({"Bouw": 1, (BOUW, "Koopprijs categorie", "Midden"): 1})
    reading = read(book.save(), lists())
    assert [(p.value, p.warning) for p in reading.problems] == [("Starter", True), ("Midden", False)]


def test_what_diwi_exports_can_be_read(tmp_path):
    uuid = "3F2504E0-4F89-41D3-9A0C-0305E82C3301"
    plan = one_plan(
        tmp_path,
        {
            "Identificatie nr": uuid,
            "Eigenaar": "jan@testdam.nl, piet@testdam.nl",
            "Plan soort": "Verdichting, Herstructurering",
            "In programmering": 1,
            "Bouw": 10,
            (BOUW, "Koopwoning"): 4,
            (BOUW, "Koopprijs categorie", "0,00 - 280000,00"): 3,
            (BOUW, "Koopprijs waarde", "300000 - Inf"): 1,
            (BOUW, "Doelgroep categorie", "Jongeren"): 2,
            (BOUW, "Grootte categorie", "50 - 75.5"): 10,
            (BOUW, "Opleverdatum", date(2028, 1, 1)): 10,
        },
        {
            "Identificatie nr": uuid,
            "Eigenaar": "jan@testdam.nl, piet@testdam.nl",
            "Plan soort": "Verdichting, Herstructurering",
            "In programmering": 0,
            "Sloop": 2,
        },
    )
    assert plan.uuid == uuid.lower() and "extern_id" not in plan.velden
    assert plan.velden["plantype"] == "verdichting" and plan.velden["eigenaar"] == "jan@testdam.nl"
    assert [blok.in_programmering for blok in plan.woningblokken] == [True, False]
    assert [
        (v.aantal, v.prijs_min, v.prijs_max) for v in plan.woningblokken[0].verdelingen if v.prijs_min is not None
    ] == [
        (3, 0, 28_000_000),
        (1, 30_000_000, None),
    ]
