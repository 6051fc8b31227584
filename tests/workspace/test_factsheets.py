"""The fact sheets as a reader sees them: page n is plan n, its figures are those of rules.figures, nothing is lost in silence."""

from __future__ import annotations

import random
import shutil
import subprocess
from datetime import date, timedelta

import pytest

pytestmark = pytest.mark.slow

START, END = date(2024, 1, 1), date(2030, 1, 1)


def box(*bounds):
    """A rectangle, in RD."""
    import shapely

    return shapely.MultiPolygon([shapely.box(*bounds)])


@pytest.fixture
def sheets(qgis_app, plans_place, run_algorithm, tmp_path):
    """Run the algorithm: `sheets(PLANS=…)` gives the text of each page."""
    from diwi_qgis.gui.running import register_parameters
    from diwi_qgis.processing.factsheets import FactSheets

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not there")

    def run(**parameters):
        output = tmp_path / "factsheets.pdf"
        asked = {**register_parameters(plans_place), "OUTPUT": str(output), **parameters}
        outputs = run_algorithm(FactSheets, asked)
        done = subprocess.run(["pdftotext", "-layout", str(output), "-"], capture_output=True, text=True, check=True)
        pages = done.stdout.split("\f")[:-1]
        assert outputs["PAGES"] == len(pages)
        return pages

    return run


@pytest.fixture
def insert(plans_place):
    """Put rows in the register: `insert(table, rows)` gives their uuids."""
    from diwi_qgis.store import open_register

    def put(table, rows):
        with open_register(plans_place, write=True) as register, register.transaction("test") as write:
            return write.insert(table, rows)

    return put


def read(path, *tables):
    from diwi_qgis.store import open_register

    with open_register(path) as register:
        return [register.read(table) for table in tables]


@pytest.mark.both_engines
def test_page_n_is_plan_n_by_name_and_shows_nothing_of_others(sheets, insert, plans_place):
    insert("project", [{"naam": "Akker", "start_datum": START, "eind_datum": END, "geom": box(300, 100, 420, 160)}])
    (plans,) = read(plans_place, "project")
    codes = plans.set_index("naam")["code"]
    pages = sheets()
    names = ["Akker", "Haven", "Weide"]
    for number, (page, name) in enumerate(zip(pages, names), start=1):
        assert name in page and codes[name] in page and f"{number} van 3" in page
        assert not [other for other in names if other != name and (other in page or codes[other] in page)]
        assert "Testdam" in page and "Kadaster" in page
        assert all(name in page for name in ("Plangebied", "Kadastraal perceel", "Pand (BAG)"))
    assert "Intern ambtelijk" in pages[0] and "Geen woningblokken ingevoerd" in pages[0]
    weide = pages[2]
    assert "Start bouw" in weide and "01-01-2026" in weide and "2027" in weide


def test_only_the_plans_asked_for(sheets, plans_place):
    (plans,) = read(plans_place, "project")
    code = plans.set_index("naam")["code"]["Weide"]
    (page,) = sheets(PLANS=f" {code} ,")
    assert "Weide" in page and "1 van 1" in page


def test_a_deelplan_names_its_hoofdplan(sheets, insert, plans_place):
    (plans,) = read(plans_place, "project")
    parent = plans.set_index("naam")["uuid"]["Weide"]
    part = {"naam": "Weide zuid", "start_datum": START, "eind_datum": END, "hoofdplan_uuid": parent}
    insert("project", [{**part, "geom": box(100, 100, 150, 150)}])
    assert "Deelplan van Weide" in sheets()[2]


def test_an_unknown_code_is_named_and_the_old_file_stays(sheets, tmp_path):
    from qgis.core import QgsProcessingException

    sheets()
    before = (tmp_path / "factsheets.pdf").read_bytes()
    with pytest.raises(QgsProcessingException, match="9999-BESTAAT-NIET"):
        sheets(PLANS="9999-BESTAAT-NIET")
    assert (tmp_path / "factsheets.pdf").read_bytes() == before


def test_cancel_leaves_the_old_file(sheets, plans_place, tmp_path):
    from diwi_qgis.errors import Cancelled
    from diwi_qgis.progress import Progress
    from diwi_qgis.workspace.factsheet_export import export_factsheets, project_to_print

    class Impatient(Progress):
        cancelled = True

    sheets()
    before = (tmp_path / "factsheets.pdf").read_bytes()
    with project_to_print(plans_place, None) as project, pytest.raises(Cancelled):
        export_factsheets(project, [], tmp_path / "factsheets.pdf", Impatient())
    assert (tmp_path / "factsheets.pdf").read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.is_dir() and any(path.glob("*.pdf"))]


def test_the_layout_of_the_register_is_used_as_the_user_left_it(sheets, stored):
    from qgis.core import QgsProject

    from diwi_qgis.workspace.factsheet import NAME
    from diwi_qgis.workspace.stored import read_project, write_project

    project = QgsProject()
    read_project(project, stored)
    layout = project.layoutManager().layoutByName(NAME)
    layout.itemById("Bron").setText("Afdeling Wonen")
    write_project(project, stored)
    project.clear()
    assert all("Afdeling Wonen" in page for page in sheets())


@pytest.mark.both_engines
def test_more_blocks_and_milestones_than_fit_are_counted(sheets, insert, plans_place):
    (plans,) = read(plans_place, "project")
    haven = plans.set_index("naam")["uuid"]["Haven"]
    insert("woningblok", [{"project_uuid": haven, "naam": f"Blok {n}", "aantal": n} for n in range(1, 31)])
    kinds = ["grond_verworven", "bouwrijp", "start_verkoop", "start_bouw"] * 5
    insert(
        "mijlpaal",
        [
            {"project_uuid": haven, "soort": kind, "gepland": date(2025, 1, 1) + timedelta(days=30 * number)}
            for number, kind in enumerate(kinds)
        ],
    )
    page = sheets()[0]
    assert "Blok 11" in page and "Blok 12" not in page
    assert "nog 19 blokken" in page and str(sum(range(12, 31))) in page
    assert "8 eerdere mijlpalen" in page
    assert (date(2025, 1, 1) + timedelta(days=30 * 19)).strftime("%d-%m-%Y") in page


@pytest.mark.both_engines
def test_the_figures_are_those_of_the_rules(qgis_app, insert, plans_place):
    """Random programmes, too many deliveries and deliveries still to come included."""
    from diwi_qgis.rules.figures import dwellings, parts
    from diwi_qgis.workspace.factsheet_export import project_to_print
    from diwi_qgis.workspace.queries import QUERY

    chance, today = random.Random(7), date.today()
    plans = insert(
        "project",
        [
            {"naam": f"Plan {n}", "start_datum": START, "eind_datum": END, "geom": box(n, 0, n + 1, 1)}
            for n in range(40)
        ],
    )
    blocks = [
        {
            "project_uuid": plan,
            "naam": "A",
            "mutatie": chance.choice(["bouw", "sloop"]),
            "aantal": chance.randint(0, 30),
        }
        for plan in plans
        for _ in range(chance.randint(0, 4))
    ]
    deliveries = [
        {
            "woningblok_uuid": block,
            "datum": today + timedelta(days=chance.choice([-400, -1, 0, 1, 400])),
            "aantal": chance.randint(0, 15),
            "gerealiseerd": chance.random() < 0.6,
        }
        for block in insert("woningblok", blocks)
        for _ in range(chance.randint(0, 4))
    ]
    insert("oplevering", deliveries)

    expected = dwellings(parts(*read(plans_place, "project", "woningblok", "oplevering"), today))
    columns = {
        "bruto": "bouw",
        "sloop": "sloop",
        "netto": "netto",
        "gerealiseerd": "netto_gerealiseerd",
        "resterend": "netto_resterend",
    }
    with project_to_print(plans_place, None) as project:
        view = next(layer for layer in project.mapLayers().values() if layer.customProperty(QUERY) == "cijfers")
        shown = {row["project_uuid"]: {name: row[name] for name in columns} for row in view.getFeatures()}
    assert len(shown) == 42
    for plan, figures in shown.items():
        assert figures == {
            name: int(expected.loc[plan, column]) if plan in expected.index else 0 for name, column in columns.items()
        }


def test_queries_for_the_pages_are_out_of_sight(qgis_app, plans_place):
    from qgis.core import QgsMapLayer

    from diwi_qgis.workspace.factsheet_export import project_to_print
    from diwi_qgis.workspace.layers import our_layers
    from diwi_qgis.workspace.queries import DELAY, QUERY

    with project_to_print(plans_place, None) as project:
        found = {layer.customProperty(QUERY): layer for layer in project.mapLayers().values()}
        del found[None]
        assert set(found) == {"cijfers", "mijlpalen", "programma", DELAY}
        assert all(layer.isValid() and layer.readOnly() for layer in found.values())
        assert not set(found.values()) & {layer for _, layer in our_layers(project)}
        assert project.layerTreeRoot().findLayer(found.pop(DELAY)) is not None
        assert all(layer.flags() & QgsMapLayer.LayerFlag.Private for layer in found.values())
        assert all(project.layerTreeRoot().findLayer(layer) is None for layer in found.values())
