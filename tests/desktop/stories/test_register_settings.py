"""A functional manager changes a list, sees what that means before it is stored, and the forms follow."""

from __future__ import annotations

import json

from map_hands import action, child, dialog, stored
from page_hands import go_to, open_dock, uuid_of
from page_world import click, settle, type_in_cell
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QListWidget


def open_settings():
    from qgis.utils import iface

    iface.pluginMenu().aboutToShow.emit()
    action("diwiSettings").trigger()
    settle()
    return dialog("diwiInstellingen")


def grid_of(asked, lijst):
    """Choose the list by its name; gives the grid with its values."""
    subjects = child(asked, QListWidget, "instellingenOnderwerpen")
    subjects.setCurrentRow(0)
    box = child(asked, QComboBox, "instellingenLijst")
    box.setCurrentText(lijst)
    settle()
    return asked.pages[0].grid


def row_of(grid, code):
    codes = [grid.model.row_values(number)["code"] for number in range(grid.model.rowCount())]
    return codes.index(code)


def test_a_value_is_added_and_one_made_inactive_seeing_the_effect_and_forms_follow(opened, plugin, no_request, shoot):
    plan = uuid_of(opened, "Havenmeester")
    (number,) = stored(opened, "SELECT count(*) FROM project WHERE prioriteit = '3 Hoog'")[0]
    page = open_dock("diwiPlan")
    plugin.session.choose_plan(plan)
    settle()
    asked = open_settings()
    grid = grid_of(asked, "Priorisering")
    shoot("settings_lists")
    click(grid, "waardenAdd")
    type_in_cell(grid, grid.model.rowCount() - 1, "label", "4 Spoed")
    grid.select(grid.model.uuid(row_of(grid, "3 Hoog")))
    click(grid, "waardenRetire")
    effect = child(asked, QLabel, "waardenGridEffect").text()
    assert f"{number} plan" in effect and "niemand kiest haar nog" in effect
    shoot("settings_effect")
    click(asked, "instellingenOpslaan")
    assert asked.changes.table.rowCount() == 2
    shoot("settings_changes")
    click(asked, "instellingenOpslaan")
    assert "Opgeslagen" in child(asked, QLabel, "instellingenStatus").text()
    click(asked, "instellingenSluiten")
    settle()
    rows = stored(opened, "SELECT code, actief FROM codelijst WHERE lijst = 'prioriteit' ORDER BY volgorde")
    assert rows == [("1 Laag", 1), ("2 Middel", 1), ("3 Hoog", 0), ("4 Spoed", 1)]
    tab = go_to(page, page.tabs[0].objectName())
    box = child(tab, QComboBox, "prioriteit")
    assert box.findText("4 Spoed") >= 0
    box.showPopup()
    QTest.qWait(200)
    shoot("settings_form_follows")
    box.hidePopup()
    layer = plugin.session.layer("project")
    setup = layer.editorWidgetSetup(layer.fields().indexOf("prioriteit")).config()["map"]
    assert {"4 Spoed": "4 Spoed"} in setup


def test_every_page_fits_and_a_package_is_looked_at_before_it_is_stored(opened, plugin, no_request, shoot, tmp_path):
    asked = open_settings()
    assert asked.height() <= 700 and asked.width() <= 1366
    subjects = child(asked, QListWidget, "instellingenOnderwerpen")
    for place in range(subjects.count()):
        subjects.setCurrentRow(place)
        settle()
        if place == 2:
            grid = asked.pages[place].grid
            grid.select(grid.model.uuid(0))
            settle()
        shoot(f"settings_page_{place}")
    given = "SELECT count(*) FROM verdeling WHERE kenmerk = 'doelgroep' AND categorie = ?"
    used = stored(
        opened, "SELECT categorie FROM verdeling WHERE kenmerk = 'doelgroep' GROUP BY categorie ORDER BY count(*)"
    )
    old, new = used[0][0], used[-1][0]
    number = stored(opened, given, old)[0][0] + stored(opened, given, new)[0][0]
    values = [
        {"code": new, "label": f"{new} (nieuw)"},
        {"code": old, "label": old, "actief": False, "vervangen_door": new},
        {"code": "Spoedzoeker", "label": "Spoedzoekers"},
    ]
    about = {"naam": "Woondeal", "versie": "2027.1"}
    path = tmp_path / "woondeal.json"
    package = {"formaat": "diwi-definities", "formaatversie": 1, "pakket": about, "codelijsten": {"doelgroep": values}}
    path.write_text(json.dumps(package), encoding="utf8")
    asked.read(path)
    settle()
    shoot("settings_package")
    assert stored(opened, "SELECT count(*) FROM codelijst WHERE code = 'Spoedzoeker'") == [(0,)]
    click(asked, "instellingenOpslaan")
    shoot("settings_package_stored")
    assert stored(opened, given, old) == [(0,)] and stored(opened, given, new) == [(number,)]
    click(asked, "instellingenSluiten")
