"""A register to a workbook and back: nothing lost; what somebody changes on the visible sheet wins."""

import re
import zipfile
from datetime import date

import openpyxl
import pytest
import shapely
import strategies
from hypothesis import given, settings

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.export import export_excel, write_excel
from diwi_qgis.exchange.excel.intake import import_workbook
from diwi_qgis.exchange.excel.read import read_written
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.save_report import Soort
from diwi_qgis.store import open_register

TODAY = date(2026, 11, 24)


@pytest.mark.slow
@settings(max_examples=12, **strategies.QUICK)
@given(plans=strategies.registers())
def test_export_then_import_in_an_empty_register_gives_an_identical_register(fresh, tmp_path, plans):
    first, second = fresh(), fresh()
    strategies.fill(first, plans)
    path = tmp_path / "uit.xlsx"
    export_excel(first, path, reference_date=TODAY)
    result = import_workbook(second, path, reference_date=TODAY, create_missing=True)
    assert result.errors == []
    assert strategies.content(second) == strategies.content(first)


@settings(max_examples=8, **strategies.QUICK)
@given(plans=strategies.registers())
def test_what_stands_there_is_right_for_diwi_and_never_a_formula(tmp_path, plans):
    path = tmp_path / "uit.xlsx"
    write_excel(path, plans, strategies.definities(), TODAY)
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/sheet") or part == "xl/sharedStrings.xml":
                assert b"<f>" not in package.read(part)
                # spreadsheets take that for the code of a character
                assert not re.search(rb"_x[0-9A-Fa-f]{4}_", package.read(part))
    found = read_written(plans, strategies.definities(), TODAY, strategies.definities().lists())
    # a name of blanks that no cell keeps is what a register may have and a workbook not
    assert {problem.code for problem in found.problems if not problem.warning} <= {"no_project_name"}
    assert len(found.plans) == len(plans)


class TestEditing:
    """A plan is exported, its first sheet edited, and the workbook imported in the register it came from."""

    @pytest.fixture
    def edit(self, register, tmp_path):
        path = tmp_path / "uit.xlsx"
        strategies.fill(register, [plan(), plan(uuid=None, naam="Hof", extern_id="B-2", blokken=[])])
        export_excel(register, path, reference_date=TODAY)

        def edit(change, **options):
            book = openpyxl.load_workbook(path)
            change(Sheet(book.worksheets[0]))
            book.save(path)
            result = import_workbook(register, path, reference_date=TODAY, **options)
            assert [problem.code for problem in result.errors] == []
            return result.saved

        return edit

    def test_nothing_edited_changes_nothing(self, edit):
        assert edit(lambda sheet: None).count(Soort.ONGEWIJZIGD) == 2

    def test_an_edited_cell_is_the_only_change(self, edit, register):
        saved = edit(lambda sheet: [sheet.put(row, "Naam", "Waterrand") for row in (7, 8)])
        (changed,) = [result for result in saved.plannen if result.changes]
        assert [(c.tabel, c.veld, c.oud, c.nieuw) for c in changed.changes] == [
            ("project", "naam", "Waterkant", "Waterrand")
        ]
        (kept,) = [found for found in load_plans(register) if found.naam == "Waterrand"]
        original = plan()
        assert (kept.uuid, kept.geom.wkb) == (original.uuid, original.geom.wkb)
        assert kept.overig["afspraak"][0]["omschrijving"] == "houtbouw"
        assert [blok.naam for blok in kept.woningblokken] == ["Toren", "Rij", "Loods"]

    def test_a_number_of_one_block_changes_that_block(self, edit, register):
        edit(lambda sheet: (sheet.set("Waterkant", "Bouw", 25), sheet.set("Waterkant", "Eengezins woning", 25)))
        blokken = load_plans(register)[1].woningblokken
        assert [(blok.naam, blok.aantal) for blok in blokken] == [("Toren", 25), ("Rij", 8), ("Loods", 3)]
        assert [(v.categorie, v.aantal, v.uuid) for v in blokken[0].verdelingen if v.kenmerk == "woningtype"] == [
            ("eengezinswoning", 25, plan().woningblokken[0].verdelingen[0].uuid)
        ]
        assert {v.kenmerk: v.aantal for v in blokken[0].verdelingen}["doelgroep"] == 4  # incomplete: DIWI never saw it

    def test_rows_may_be_sorted_and_removed(self, edit, register):
        edit(lambda sheet: (sheet.swap(6, 8), sheet.sheet.delete_rows(6)))
        plans = load_plans(register)
        assert [found.naam for found in plans] == ["Hof", "Waterkant"]
        assert [blok.naam for blok in plans[1].woningblokken] == ["Toren", "Loods"]

    def test_a_new_row_is_a_new_plan(self, edit, register):
        def add(sheet):
            sheet.copy(8, 9)
            sheet.put(9, "Identificatie nr", 77)
            sheet.put(9, "Naam", "Kade")

        saved = edit(add)
        assert [result.soort for result in saved.plannen].count(Soort.NIEUW) == 1
        assert {(found.naam, found.velden["extern_id"]) for found in load_plans(register)} == {
            ("Hof", "B-2"),
            ("Kade", "77"),
            ("Waterkant", "1"),
        }

    def test_without_the_hidden_sheet_diwis_part_still_imports(self, register, fresh, tmp_path):
        strategies.fill(register, [plan()])
        path = tmp_path / "uit.xlsx"
        export_excel(register, path, reference_date=TODAY)
        book = openpyxl.load_workbook(path)
        del book["DIWI-QGIS"]
        book.save(path)
        other = fresh()
        result = import_workbook(other, path, reference_date=TODAY)
        assert result.errors == []
        (found,) = load_plans(other)
        assert [(blok.naam, blok.aantal) for blok in found.woningblokken] == [("Bouw", 20), ("Sloop", 3), ("Bouw 2", 8)]

    def test_a_damaged_hidden_sheet_is_named(self, register, tmp_path):
        strategies.fill(register, [plan()])
        path = tmp_path / "uit.xlsx"
        export_excel(register, path, reference_date=TODAY)
        book = openpyxl.load_workbook(path)
        book["DIWI-QGIS"]["B2"] = "{"
        book.save(path)
        with pytest.raises(InputError, match="DIWI-QGIS"):
            import_workbook(register, path, reference_date=TODAY)


def test_the_algorithm_writes_a_workbook_that_the_import_leaves_unchanged(run_algorithm, register_path, tmp_path):
    from diwi_qgis.processing.exportexcel import ExportExcel

    with open_register(register_path, write=True) as register:
        strategies.fill(register, [plan()])
    path = tmp_path / "uit.xlsx"
    outputs = run_algorithm(
        ExportExcel, {"REGISTER": str(register_path), "REFERENCE_DATE": "2026-11-24", "OUTPUT": str(path)}
    )
    assert (outputs["PLANS"], outputs["REFUSED_BY_DIWI"]) == (1, 0)
    with open_register(register_path, write=True) as register:
        assert import_workbook(register, path, reference_date=TODAY).saved.count(Soort.ONGEWIJZIGD) == 1


def plan(uuid="3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f", blokken=None, **velden):
    """A plan with what DIWI's layout can and cannot say."""
    return Plan(
        velden={
            "naam": "Waterkant",
            "extern_id": "1",
            "vertrouwelijkheid": "openbaar",
            "start_datum": date(2025, 1, 1),
            "eind_datum": date(2030, 12, 31),
            **velden,
        },
        mijlpalen=[
            Mijlpaal("fase_realisatie", gepland=date(2027, 1, 1)),
            Mijlpaal("bouwrijp", gepland=date(2026, 1, 1)),
        ],
        woningblokken=[
            Woningblok(
                "Toren",
                "bouw",
                20,
                verdelingen=[
                    Verdeling("woningtype", "eengezinswoning", 20, uuid="0f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f"),
                    Verdeling("doelgroep", "Ouderen", 4),
                ],
                opleveringen=[Oplevering(date(2028, 12, 31), 10)],
                oppervlakte_min=60.0,
            ),
            Woningblok("Rij", "bouw", 8),
            Woningblok("Loods", "sloop", 3),
        ]
        if blokken is None
        else blokken,
        overig={"afspraak": [{"onderwerp": "houtbouw", "omschrijving": "houtbouw"}]},
        geom=shapely.MultiPolygon([shapely.box(155000.1, 463000.2, 155100.3, 463100.4)]),
        uuid=uuid,
        volledig=True,
    )


class Sheet:
    """The first sheet of an exported workbook, by name of plan and header."""

    def __init__(self, sheet):
        self.sheet = sheet

    def column(self, header):
        return next(cell.column for cell in self.sheet[4] if cell.value == header)

    def set(self, naam, header, value):
        """In the first row of the plan."""
        row = next(cell.row for cell in self.sheet["C"] if cell.value == naam)
        self.put(row, header, value)

    def put(self, row, header, value):
        self.sheet.cell(row, self.column(header)).value = value

    def values(self, row):
        return [(cell.value, cell.number_format) for cell in self.sheet[row]]

    def write(self, row, values):
        for column, (value, number_format) in enumerate(values, start=1):
            cell = self.sheet.cell(row, column)
            cell.value, cell.number_format = value, number_format

    def swap(self, one, other):
        first, second = self.values(one), self.values(other)
        self.write(one, second)
        self.write(other, first)

    def copy(self, source, target):
        self.write(target, self.values(source))
