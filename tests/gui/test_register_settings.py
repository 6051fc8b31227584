"""The settings of a register in the window: changed in a draft, looked at, stored at once; the project follows."""

from __future__ import annotations

import json

import pytest
from page_world import child, click, fill, rows, settle, show_dock, type_in_cell, write


@pytest.fixture
def used(place):
    """Two plans of which one uses values that somebody will want to change."""
    from diwi_qgis.store import open_register

    plans = fill(place)
    with open_register(place, write=True) as register, register.transaction("anna") as writer:
        writer.update("project", [{"uuid": plans[0], "prioriteit": "3 Hoog"}])
        block = next(row for row in register.read("woningblok").to_dict("records") if row["naam"] == "Toren")
        rows_of_block = [("Student", 20), ("Jongeren", 5)]
        writer.insert(
            "verdeling",
            [
                {"woningblok_uuid": block["uuid"], "kenmerk": "doelgroep", "categorie": code, "aantal": number}
                for code, number in rows_of_block
            ],
        )
        (thema,) = writer.insert("eigenschap", [{"naam": "Thema", "soort": "categorie"}])
        writer.insert("codelijst", [{"lijst": "eigenschap:Thema", "code": "g", "label": "Groen"}])
        writer.insert("eigenschap_waarde", [{"eigenschap_uuid": thema, "project_uuid": plans[0], "tekst": "g"}])
    return plans


@pytest.fixture
def part(window, place, used):
    """The part, with layers of plans and blocks in the project."""
    from qgis.core import QgsProject

    from diwi_qgis.gui.settings.part import SettingsPart
    from diwi_qgis.workspace import fields
    from diwi_qgis.workspace.layers import new_layer

    QgsProject.instance().addMapLayers(
        [new_layer(place, name, name) for name in ("project", "woningblok", "codelijst")]
    )
    fields.furnish(QgsProject.instance())
    part = SettingsPart(window)
    part.install()
    return part


@pytest.fixture
def dialog(part):
    part.open()
    settle()
    return part._dialog


def labels(place, lijst):
    found = [row for row in rows(place, "codelijst").values() if row["lijst"] == lijst]
    return {row["code"]: row["label"] for row in sorted(found, key=lambda row: row["volgorde"]) if row["actief"]}


def turn_to(dialog, title):
    from qgis.PyQt.QtWidgets import QListWidget

    subjects = child(dialog, QListWidget, "instellingenOnderwerpen")
    place = next(number for number in range(subjects.count()) if dialog.pages[number].__class__.__name__ == title)
    subjects.setCurrentRow(place)
    settle()
    return dialog.pages[place]


def show_list(page, lijst):
    page.list_box.setCurrentIndex(page.list_box.findData(lijst))
    settle()
    return page.grid


def row_of(grid, **values):
    model = grid.model
    return next(
        number
        for number in range(model.rowCount())
        if all(model.row_values(number)[name] == value for name, value in values.items())
    )


def save(dialog):
    click(dialog, "instellingenOpslaan")  # shows what changes
    assert dialog.stack.currentWidget() is dialog.changes
    click(dialog, "instellingenOpslaan")


def choices_of(layer, column):
    setup = layer.editorWidgetSetup(layer.fields().indexOf(column))
    return [label for entry in setup.config()["map"] for label in entry]


def test_a_value_is_added_and_another_made_inactive_with_the_effect_shown(dialog, window, place):
    from qgis.PyQt.QtWidgets import QLabel

    page = turn_to(dialog, "CodeListsPage")
    grid = show_list(page, "prioriteit")
    click(grid, "waardenAdd")
    type_in_cell(grid, grid.model.rowCount() - 1, "label", "4 Spoed")
    grid.select(grid.model.uuid(row_of(grid, code="3 Hoog")))
    click(grid, "waardenRetire")
    assert child(page, QLabel, "waardenGridEffect").text() == "3 Hoog: 1 plan: keep this value, nobody can choose it."
    assert "prioriteit" in grid.model.parents.values() and labels(place, "prioriteit").keys() >= {"3 Hoog"}
    save(dialog)
    assert list(labels(place, "prioriteit")) == ["1 Laag", "2 Middel", "4 Spoed"]
    assert choices_of(window.session.layer("project"), "prioriteit") == [
        "(leeg)", "1 Laag", "2 Middel", "4 Spoed", "3 Hoog (vervallen)",
    ]  # fmt: skip
    assert not dialog.dirty and "Saved" in dialog.status.text()


def test_the_page_of_a_plan_offers_the_new_value_and_property_at_once(part, window, place, used, tmp_path, monkeypatch):
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    page = show_dock(window, ProjectPage(window))
    window.session.choose_plan(used[0])
    settle()
    part.open()
    dialog = part._dialog
    grid = show_list(turn_to(dialog, "CodeListsPage"), "prioriteit")
    click(grid, "waardenAdd")
    type_in_cell(grid, grid.model.rowCount() - 1, "label", "4 Spoed")
    properties = turn_to(dialog, "PropertiesPage").grid
    click(properties, "eigenschappenAdd")
    type_in_cell(properties, properties.model.rowCount() - 1, "naam", "Wethouder")
    save(dialog)
    settle()
    from diwi_qgis.gui.page.editors import ChoiceEdit

    priority = child(page, ChoiceEdit, "prioriteit")
    assert priority.findText("4 Spoed") >= 0
    assert "Wethouder" in {field[0].naam for form in _forms(page) for field in form._fields}


def _forms(page):
    from diwi_qgis.gui.page.properties_form import PropertiesForm

    return page.findChildren(PropertiesForm)


def test_what_is_used_is_not_removed_and_keeps_its_code(dialog):
    grid = show_list(turn_to(dialog, "CodeListsPage"), "doelgroep")
    row = row_of(grid, code="Student")
    grid.select(grid.model.uuid(row))
    click(grid, "waardenRemove")
    assert "In use (1 block)" in dialog.status.text() and row_of(grid, code="Student") == row
    from qgis.PyQt.QtCore import Qt

    names = [column.name for column in grid.model.columns]
    code = grid.model.index(row, names.index("code"))
    assert not grid.model.flags(code) & Qt.ItemFlag.ItemIsEditable
    assert (
        grid.model.flags(grid.model.index(row_of(grid, code="GHZ"), names.index("code"))) & Qt.ItemFlag.ItemIsEditable
    )
    grid.select(grid.model.uuid(row_of(grid, code="GHZ")))
    click(grid, "waardenRemove")
    assert "GHZ" not in [grid.model.row_values(n)["code"] for n in range(grid.model.rowCount())]
    click(dialog, "instellingenOngedaan")
    assert row_of(grid, code="GHZ") >= 0 and not dialog.dirty


def test_a_value_that_is_merged_takes_all_that_uses_it_along(dialog, place, monkeypatch):
    from qgis.PyQt.QtWidgets import QInputDialog

    grid = show_list(turn_to(dialog, "CodeListsPage"), "doelgroep")
    grid.select(grid.model.uuid(row_of(grid, code="Student")))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("Jongeren", True))
    click(grid, "waardenMerge")
    assert "will get 'Jongeren'" in grid.effect()
    save(dialog)
    assert {row["categorie"] for row in rows(place, "verdeling").values() if row["kenmerk"] == "doelgroep"} == {
        "Jongeren"
    }
    assert "Student" not in labels(place, "doelgroep")


def test_a_closed_list_gets_other_words_only(dialog):
    from qgis.PyQt.QtWidgets import QAbstractButton

    grid = show_list(turn_to(dialog, "CodeListsPage"), "planstatus")
    grid.select(grid.model.uuid(0))
    for name in ("waardenAdd", "waardenRemove", "waardenRetire", "waardenUp", "waardenDown", "waardenMerge"):
        assert not child(grid, QAbstractButton, name).isEnabled(), name
    type_in_cell(grid, 0, "label", "Onherroepelijk plan")
    assert dialog.dirty and not dialog.draft.faults


def test_the_order_is_changed_by_button_and_by_keys(dialog, place):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    grid = show_list(turn_to(dialog, "CodeListsPage"), "prioriteit")
    grid.select(grid.model.uuid(2))
    click(grid, "waardenUp")
    QTest.keyClick(grid.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    save(dialog)
    assert list(labels(place, "prioriteit")) == ["3 Hoog", "1 Laag", "2 Middel"]


def test_what_is_wrong_is_shown_where_it_is_and_not_stored(dialog, place):
    page = turn_to(dialog, "CodeListsPage")
    grid = show_list(page, "prioriteit")
    click(grid, "waardenAdd")
    type_in_cell(grid, grid.model.rowCount() - 1, "label", "2 Middel")
    turn_to(dialog, "PriceClassesPage")
    click(dialog, "instellingenOpslaan")
    assert dialog.stack.currentWidget() is page and "komt al voor" not in dialog.status.text()
    assert "exists already" in dialog.status.text()
    assert list(labels(place, "prioriteit")) == ["1 Laag", "2 Middel", "3 Hoog"]


def test_the_next_year_of_price_classes_and_a_new_name_for_all_years(dialog, place):
    page = turn_to(dialog, "PriceClassesPage")
    page.scheme_box.setCurrentIndex(page.scheme_box.findData("zuid_holland"))
    before = page.grid.model.rowCount()
    latest = max(page.grid.model.row_values(n)["vanaf_jaar"] for n in range(before))
    click(page, "instellingenVolgendJaar")
    assert page.grid.model.rowCount() > before
    number = row_of(page.grid, vanaf_jaar=latest + 1, klasse="koop2")
    type_in_cell(page.grid, number, "maximum", "512.345,50")
    save(dialog)
    (stored,) = (
        row
        for row in rows(place, "prijsklasse").values()
        if (row["stelsel"], row["klasse"], row["vanaf_jaar"]) == ("zuid_holland", "koop2", latest + 1)
    )
    assert stored["maximum"] == 51234550


def test_a_property_gets_options_and_another_name(dialog, place):
    page = turn_to(dialog, "PropertiesPage")
    page.grid.select(page.grid.model.uuid(row_of(page.grid, naam="Thema")))
    settle()
    assert page.options.model.rowCount() == 1
    click(page.options, "optiesAdd")
    type_in_cell(page.options, 1, "label", "Water")
    type_in_cell(page.grid, row_of(page.grid, naam="Thema"), "naam", "Onderwerp")
    assert page.options.model.rowCount() == 2
    save(dialog)
    assert labels(place, "eigenschap:Onderwerp") == {"g": "Groen", "Water": "Water"} and not labels(
        place, "eigenschap:Thema"
    )
    assert {row["tekst"] for row in rows(place, "eigenschap_waarde").values()} == {"g"}


def test_municipality_groups_notifications_and_services(dialog, place, tmp_path):
    from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QLineEdit

    page = turn_to(dialog, "RegisterPage")
    box = child(page, QLineEdit, "instelling_gemeentecode")
    box.clear()
    box.textEdited.emit("0307")
    settle()
    assert child(page, QLineEdit, "instelling_gemeente").text() == "Amersfoort"
    click(page.groups, "groepenAdd")
    type_in_cell(page.groups, 0, "naam", "Team Wonen")
    page = turn_to(dialog, "NotificationsPage")
    child(page, QCheckBox, "melding_plan_gewijzigd").click()
    page = turn_to(dialog, "ServicesPage")
    known = page.table.rowCount()
    own = tmp_path / "diensten.json"
    own.write_text(json.dumps({"diensten": {"eigen": {"titel": "Eigen kaart", "soort": "wms", "adres": "nergens"}}}))
    page._file.setFilePath(str(own))
    settle()
    assert "geen webadres" in page.problem.text() or "no web address" in page.problem.text()
    own.write_text(
        json.dumps(
            {"diensten": {"eigen": {"titel": "Eigen kaart", "soort": "wms", "adres": "https://kaart.testdam.nl"}}}
        )
    )
    page.refresh(())
    assert page.table.rowCount() == known + 1 and child(page, QLabel, "instellingenDienstenFout").text() == ""
    save(dialog)
    stored = {row["sleutel"]: row["waarde"] for row in rows(place, "instelling").values()}
    assert (stored["gemeente"], stored["provincie"]) == ("Amersfoort", "Utrecht")
    assert json.loads(stored["melding:plan_gewijzigd"])["actief"] is False
    assert stored["diensten"].endswith("diensten.json")
    assert [row["naam"] for row in rows(place, "groep").values()] == ["Team Wonen"]


def test_a_profile_says_what_is_missing_and_adds_it(dialog, place):
    page = turn_to(dialog, "ProfilesPage")
    assert not page.add_button.isEnabled() and page.table.rowCount() > 10
    dialog.draft.set_setting("provincie", "Gelderland")
    dialog._edited()
    click(page, "profielAanvullen")
    save(dialog)
    from diwi_qgis.model.profiles import load_profile

    names = {row["naam"] for row in rows(place, "eigenschap").values()}
    assert names >= {each.naam for each in load_profile("gelderland").eigenschappen}


def test_a_package_is_shown_before_it_is_stored_and_written_again(dialog, part, place, tmp_path):
    path = tmp_path / "woondeal.json"
    value = {"code": "Spoed", "label": "Spoedzoekers"}
    about = {"naam": "Woondeal", "versie": "3"}
    package = {"formaat": "diwi-definities", "formaatversie": 1, "pakket": about, "codelijsten": {"doelgroep": [value]}}
    path.write_text("{")
    dialog.read(path)
    assert str(path) in dialog.status.text() and not dialog.dirty
    path.write_text(json.dumps(package))
    dialog.read(path)
    settle()
    assert dialog.stack.currentWidget() is dialog.changes and dialog.changes.table.rowCount() >= 1
    assert "Spoed" not in labels(place, "doelgroep")
    click(dialog, "instellingenOpslaan")
    assert next(iter(labels(place, "doelgroep"))) == "Spoed"
    dialog.read(path)
    assert not dialog.dirty and "already" in dialog.status.text()
    part.export(tmp_path / "weer.json", "Woondeal", "4")
    written = json.loads((tmp_path / "weer.json").read_text(encoding="utf8"))
    assert written["pakket"]["versie"] == "4" and written["codelijsten"]["doelgroep"][0]["code"] == "Spoed"


def test_what_others_stored_meanwhile_is_refused_by_name_and_the_draft_stays(dialog, place):
    grid = show_list(turn_to(dialog, "CodeListsPage"), "prioriteit")
    uuid = grid.model.uuid(0)
    write(place, "codelijst", {"uuid": uuid, "label": "1 Heel laag"})
    type_in_cell(grid, 0, "label", "1 Laagst")
    save(dialog)
    assert "1 Laagst" in dialog.status.text() and "somebody else" in dialog.status.text() and dialog.dirty
    assert labels(place, "prioriteit")["1 Laag"] == "1 Heel laag"


def test_unsaved_edits_on_the_map_go_first(dialog, window):
    grid = show_list(turn_to(dialog, "CodeListsPage"), "prioriteit")
    type_in_cell(grid, 0, "label", "1 Laagst")
    plans = window.session.layer("project")
    plans.startEditing()
    plans.changeAttributeValue(next(plans.getFeatures()).id(), plans.fields().indexOf("naam"), "Anders")
    save(dialog)
    assert "edits on the map" in dialog.status.text() and dialog.dirty
    plans.rollBack()


def test_without_a_register_the_command_says_why(window):
    from qgis.PyQt.QtWidgets import QAction

    from diwi_qgis.gui.settings.part import SettingsPart

    part = SettingsPart(window)
    part.install()
    action = window.iface.mainWindow().findChildren(QAction, "diwiSettings")[-1]
    assert not action.isEnabled() and "no register is open" in action.toolTip()


def test_changes_that_were_not_stored_are_asked_about(dialog):
    from qgis.PyQt.QtWidgets import QMessageBox

    grid = show_list(turn_to(dialog, "CodeListsPage"), "prioriteit")
    type_in_cell(grid, 0, "label", "1 Laagst")
    dialog.reject()
    settle()
    question = child(dialog, QMessageBox, "instellingenVerlaten")
    assert dialog.isVisible()
    question.done(QMessageBox.StandardButton.Discard)
    settle()
    assert not dialog.isVisible()


def test_it_fits_a_small_screen_and_is_reached_by_keyboard_with_a_name(dialog):
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QTableView

    assert dialog.minimumSizeHint().width() <= 1366 and dialog.minimumSizeHint().height() <= 700
    for kind in (QAbstractButton, QComboBox, QTableView):
        for widget in dialog.findChildren(kind):
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            assert named or not widget.objectName() or widget.objectName().startswith("qt_"), widget.objectName()
