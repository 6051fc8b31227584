"""The page of a plan in a real window on a real register: typed, pasted, saved whole, refused whole."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from page_world import child, click, fill, rows, settle, show_dock, type_in_cell, write


@pytest.fixture
def plans(place):
    return fill(place)


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    from diwi_qgis.gui.page import kept_drafts

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    return tmp_path / "concepten"


def open_page(window):
    from diwi_qgis.gui.page.project_page import ProjectPage

    part = ProjectPage(window)
    return part, show_dock(window, part)


@pytest.fixture
def page(window, place, plans, drafts):
    """The page with the first plan, chosen on the map."""
    from diwi_qgis.workspace.layers import new_layer

    window.session.project.addMapLayer(new_layer(place, "project", "Plannen"))
    part, found = open_page(window)
    window.session.choose_plan(plans[0])
    settle()
    yield found
    part.remove()


def programme(page):
    tab = page.tabs[1]
    page.tab_widget.setCurrentWidget(tab)
    settle()
    return tab


def field(page, name):
    from qgis.PyQt.QtWidgets import QWidget

    page.tab_widget.setCurrentIndex(0)
    settle()
    return child(page.tabs[0], QWidget, name)


def type_over(widget, text):
    from qgis.PyQt.QtTest import QTest

    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)
    settle()


def save_key(page):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_the_page_shows_the_plan_that_is_chosen_on_the_map(page, window, plans):
    assert page.header.name.text() == "Havenkwartier"
    assert {name: label.text() for name, label in page.header.values.items()} == {
        "bouw": "40",
        "sloop": "3",
        "netto": "37",
        "netto_gerealiseerd": "10",
        "netto_resterend": "27",
    }
    layer = window.session.layer("project")
    layer.selectByIds([feature.id() for feature in layer.getFeatures() if feature["uuid"] == plans[1]])
    settle()
    assert page.header.name.text() == "Weide"


def test_typed_and_saved_by_keyboard(page, place, plans):
    type_over(field(page, "naam"), "Havenkwartier-Zuid")
    assert "●" in page.bar.status.text()
    save_key(page)
    row = rows(place, "project")[plans[0]]
    assert (row["naam"], row["versie"]) == ("Havenkwartier-Zuid", 2)
    assert not page.dirty and not page.bar.status.isVisible()
    assert page.header.name.text() == "Havenkwartier-Zuid"


def test_undo_by_keyboard_takes_steps_back(page):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    type_over(field(page, "naam"), "Anders")
    type_over(field(page, "eigenaar"), "a@b.nl")
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.draft.project["naam"], page.draft.project["eigenaar"]) == ("Anders", None)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.dirty and field(page, "naam").text() == "Havenkwartier"


def test_a_wrong_sum_is_told_and_not_saved_and_a_right_one_is(page, place):
    tab = programme(page)
    assert "38 of 40 given, 2 unknown" in tab.sums.text()
    type_in_cell(tab.verdeling, 1, "aantal", "13")
    assert "43 of 40 given, 3 too many" in tab.sums.text() and "⚠" in tab.sums.text()
    assert "⚠" in page.tab_widget.tabText(1)
    before = rows(place, "verdeling")
    click(page, "planOpslaan")
    assert "3 too many" in page.notices.text("geweigerd") and "Toren" in page.notices.text("geweigerd")
    assert rows(place, "verdeling") == before and page.dirty
    type_in_cell(tab.verdeling, 1, "aantal", "10")
    click(page, "planOpslaan")
    assert sorted(row["aantal"] for row in rows(place, "verdeling").values()) == [10, 30]


def test_a_new_block_with_parts_typed_from_nothing(page, place, plans):
    from qgis.PyQt.QtWidgets import QApplication, QComboBox

    tab = programme(page)
    click(tab, "woningblokAdd")
    QApplication.focusWidget().clearFocus()
    type_in_cell(tab.blocks, 2, "naam", "Hof")
    type_in_cell(tab.blocks, 2, "aantal", "25")
    click(tab, "verdelingAdd")
    choice = tab.verdeling.view.findChild(QComboBox, "kenmerk")
    choice.setCurrentIndex(choice.findData("eigendom"))
    choice.activated.emit(choice.currentIndex())
    settle()
    uuid = tab.verdeling.model.uuid(0)
    tab.verdeling.model.set_value(uuid, "categorie", "koopwoning")
    type_in_cell(tab.verdeling, 0, "aantal", "20")
    type_in_cell(tab.verdeling, 0, "prijs_min", "1.234,50")
    assert "20 of 25 given, 5 unknown" in tab.sums.text()
    click(page, "planOpslaan")
    block = next(row for row in rows(place, "woningblok").values() if row["naam"] == "Hof")
    part = rows(place, "verdeling")[uuid]
    assert (block["aantal"], block["project_uuid"]) == (25, plans[0])
    assert (part["woningblok_uuid"], part["aantal"], part["prijs_min"]) == (block["uuid"], 20, 123450)
    assert page.header.values["bouw"].text() == "65"


def test_what_is_typed_wrong_is_told_and_the_old_value_stays(page):
    tab = programme(page)
    type_in_cell(tab.blocks, 0, "aantal", "veertig")
    assert "veertig" in page.notices.text("geweigerd")
    assert tab.blocks.model.row_values(0)["aantal"] == 40 and not page.dirty


def test_cells_copied_from_excel_are_pasted_by_keyboard(page, place):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QGuiApplication
    from qgis.PyQt.QtTest import QTest

    tab = programme(page)
    QGuiApplication.clipboard().setText("Naam\tMutatiesoort\tAantal\r\nHof A\tBouw\t1.200\r\nHof B\tsloop\t4\r\n")
    tab.blocks.view.clearSelection()
    tab.blocks.view.setCurrentIndex(tab.blocks.model.index(-1, -1))
    tab.blocks.view.setFocus()
    QTest.keyClick(tab.blocks.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(page, "planOpslaan")
    found = {row["naam"]: (row["mutatie"], row["aantal"]) for row in rows(place, "woningblok").values()}
    assert found["Hof A"] == ("bouw", 1200) and found["Hof B"] == ("sloop", 4) and found["Toren"] == ("bouw", 40)


def test_a_paste_that_does_not_fit_pastes_nothing(page):
    from qgis.PyQt.QtGui import QGuiApplication

    tab = programme(page)
    QGuiApplication.clipboard().setText("A\tbouw\t12\nB\tverbouw\t3")
    tab.blocks.paste()
    assert "verbouw" in page.notices.text("geweigerd") and not page.dirty


def test_a_block_that_is_removed_goes_with_its_parts(page, place):
    tab = programme(page)
    tab.blocks.select(tab.blocks.model.uuid(0))
    click(tab, "woningblokRemove")
    assert rows(place, "verdeling")
    click(page, "planOpslaan")
    assert not rows(place, "verdeling") and not rows(place, "oplevering")
    assert {row["naam"] for row in rows(place, "woningblok").values()} == {"Loods", "Rij"}


@pytest.mark.of_file
def test_a_refused_save_keeps_all_on_the_page_and_nothing_in_the_register(page, place, plans):
    with sqlite3.connect(place) as database:
        database.execute(
            "CREATE TRIGGER weiger BEFORE INSERT ON mijlpaal BEGIN SELECT RAISE(ABORT, 'mijlpaal.soort: mag niet / no'); END"
        )
    database.close()
    type_over(field(page, "naam"), "Nieuwe naam")
    planning = page.tabs[2]
    planning.model.add(soort="start_bouw", gepland=date(2027, 1, 1))
    before = {table: rows(place, table) for table in ("project", "mijlpaal", "historie_leeg")[:2]}
    click(page, "planOpslaan")
    assert "Nothing was saved" in page.notices.text("geweigerd") and "mijlpaal.soort" in page.notices.text("geweigerd")
    assert {table: rows(place, table) for table in before} == before
    assert page.dirty and field(page, "naam").text() == "Nieuwe naam" and planning.model.rowCount() == 1


def test_what_must_be_filled_in_is_named_and_shown(page, place):
    type_over(field(page, "naam"), " ")
    planning = page.tabs[2]
    planning.model.add()
    click(page, "planOpslaan")
    told = page.notices.text("geweigerd")
    assert "Projectnaam: must be filled in" in told and "Soort: must be filled in" in told
    assert "a planned or a realised date" in told
    assert not rows(place, "mijlpaal")


def answer_conflict(choice):
    """Answer the dialog that is going to open; gives the texts of its table."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QDialog

    seen = []

    def act():
        dialog = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "diwiConflicten")
        seen.extend(dialog.table.item(0, place).text() for place in range(4))
        if choice is None:
            dialog.done(QDialog.DialogCode.Rejected)
            return
        click(dialog, choice)
        click(dialog, "opslaanMetKeuzes")

    QTimer.singleShot(0, act)
    return seen


@pytest.mark.parametrize(("choice", "naam"), [("alleMijn", "Mijn naam"), ("alleHun", "Hun naam"), (None, "Hun naam")])
def test_nobody_overwrites_the_other_without_a_choice(page, place, plans, choice, naam):
    type_over(field(page, "naam"), "Mijn naam")
    write(place, "project", {"uuid": plans[0], "naam": "Hun naam", "eigenaar": "hun@x.nl"})
    seen = answer_conflict(choice)
    click(page, "planOpslaan")
    assert seen[1:] == ["Havenkwartier", "Mijn naam", "Hun naam"]
    row = rows(place, "project")[plans[0]]
    assert (row["naam"], row["eigenaar"]) == (naam, "hun@x.nl")
    assert page.dirty == (choice is None)


def test_changes_of_others_to_other_fields_are_taken_along_and_told(page, place, plans):
    type_over(field(page, "naam"), "Mijn naam")
    write(place, "project", {"uuid": plans[0], "eigenaar": "hun@x.nl"})
    click(page, "planOpslaan")
    row = rows(place, "project")[plans[0]]
    assert (row["naam"], row["eigenaar"]) == ("Mijn naam", "hun@x.nl")
    assert "changed rows: 1" in page.notices.text("meegenomen")


def test_a_plan_that_somebody_removed_is_not_made_again(page, place, plans):
    from diwi_qgis.store import open_register

    type_over(field(page, "naam"), "Mijn naam")
    with open_register(place, write=True) as register, register.transaction("bert") as writer:
        writer.delete("project", [plans[0]])
    click(page, "planOpslaan")
    assert "removed by somebody else" in page.notices.text("geweigerd") and page.dirty
    assert plans[0] not in rows(place, "project")


def test_after_a_crash_the_changes_are_offered_and_can_be_saved(page, window, place, plans, drafts):
    type_over(field(page, "naam"), "Halverwege")
    page._keeper.keep()  # what the timer does every few seconds
    assert len(list(drafts.glob("*.json"))) == 1
    part, again = open_page(window)  # a new session of QGIS: the first page never said goodbye
    assert "never saved" in again.notices.text("concept") and not again.dirty
    click(again.notices, "antwoord1")
    assert field(again, "naam").text() == "Halverwege" and again.dirty
    click(again, "planOpslaan")
    assert rows(place, "project")[plans[0]]["naam"] == "Halverwege"
    assert not list(drafts.glob("*.json"))
    part.remove()


def test_a_damaged_draft_is_passed_over(page, window, plans, drafts):
    type_over(field(page, "naam"), "Halverwege")
    page._keeper.keep()
    for path in drafts.glob("*.json"):
        path.write_text(path.read_text()[:100])
    part, again = open_page(window)
    assert again.notices.text("concept") == "" and again.header.name.text() == "Havenkwartier"
    part.remove()


def test_edits_on_the_map_come_first(page, window, plans):
    layer = window.session.layer("project")
    type_over(field(page, "naam"), "Van de pagina")
    feature = next(each for each in layer.getFeatures() if each["uuid"] == plans[0])
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("opmerkingen"), "op de kaart")
    settle()
    assert not page.bar.save_button.isEnabled() and "on the map" in page.bar.status.text()
    assert not page.save()
    assert layer.commitChanges()
    settle()
    assert page.bar.save_button.isEnabled()
    assert page.save()


def test_edits_of_another_plan_on_the_map_do_not_stand_in_the_way(page, window, plans):
    layer = window.session.layer("project")
    feature = next(each for each in layer.getFeatures() if each["uuid"] == plans[1])
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("opmerkingen"), "op de kaart")
    type_over(field(page, "naam"), "Van de pagina")
    assert page.bar.save_button.isEnabled()
    layer.rollBack()


def test_choosing_another_plan_does_not_lose_changes(page, window, place, plans):
    type_over(field(page, "naam"), "Bewaar mij")
    window.session.choose_plan(plans[1])
    settle()
    assert page.draft.uuid == plans[0] and page.notices.text("ander")
    click(page.notices, "antwoord1")
    assert rows(place, "project")[plans[0]]["naam"] == "Bewaar mij"
    assert page.draft.uuid == plans[1] and page.header.name.text() == "Weide"


def test_closing_the_project_keeps_what_was_not_saved(page, window, plans, drafts, place):
    from diwi_qgis.workspace.layers import new_layer

    type_over(field(page, "naam"), "Bewaar mij")
    window.session.project.clear()
    settle()
    assert page.draft is None and page.header.values["bouw"].text() == ""
    assert "“Bewaar mij” were not saved. They are kept" in page.notices.text("bewaard")
    window.session.project.addMapLayer(new_layer(place, "project", "Plannen"))
    window.session.choose_plan(plans[0])
    settle()
    assert page.notices.text("concept")


@pytest.mark.of_file  # told of two people, who on a server would be two logins
def test_history_is_in_words_and_one_can_step_back(page, place, plans):
    type_over(field(page, "naam"), "Andere naam")
    tab = programme(page)
    type_in_cell(tab.blocks, 0, "aantal", "45")
    tab.blocks.select(tab.blocks.model.uuid(1))
    click(tab, "woningblokRemove")
    click(page, "planOpslaan")
    history = page.tabs[6]
    page.tab_widget.setCurrentWidget(history)
    settle()
    newest = history.tree.topLevelItem(0)
    lines = [newest.child(place).text(0) for place in range(newest.childCount())]
    assert "Plan Andere naam: Projectnaam: “Havenkwartier” → “Andere naam”" in lines
    assert "Woningblok Toren: Aantal: “40” → “45”" in lines and "Woningblok Loods removed" in lines
    assert "anna" in history.tree.topLevelItem(1).text(0)
    history.tree.setCurrentItem(history.tree.topLevelItem(1))
    settle()
    click(history, "terugNaarMoment")
    assert page.dirty and rows(place, "project")[plans[0]]["naam"] == "Andere naam"
    click(page, "planOpslaan")
    assert rows(place, "project")[plans[0]]["naam"] == "Havenkwartier"
    found = {row["naam"]: row["aantal"] for row in rows(place, "woningblok").values()}
    assert found == {"Toren": 40, "Loods": 3, "Rij": 12}


def test_a_merge_is_undone_from_the_history(page, place, plans):
    import datetime as dt

    from diwi_qgis.sources.merge_plans import PlanMerge
    from diwi_qgis.store import open_register

    before = {table: rows(place, table) for table in ("project", "woningblok")}
    with open_register(place, write=True) as register:
        merge = PlanMerge(register, plans[0], [plans[1]])
        with register.transaction("bert") as write:
            merge.write(write, dt.date(2026, 1, 1))
    page._session.refresh()
    history = page.tabs[6]
    page.tab_widget.setCurrentWidget(history)
    settle()
    assert "Merged with" in history.tree.topLevelItem(0).child(0).text(0)
    assert not history.undo.isEnabled()
    history.tree.setCurrentItem(history.tree.topLevelItem(0))
    click(history, "handelingOngedaan")
    settle()
    for table, known in before.items():
        now = rows(place, table)
        assert {uuid: (row["naam"], row.get("code"), row.get("project_uuid")) for uuid, row in now.items()} == {
            uuid: (row["naam"], row.get("code"), row.get("project_uuid")) for uuid, row in known.items()
        }
    assert "Undone" in history.tree.topLevelItem(0).child(0).text(0) and not history.undo.isVisible()


def test_a_finding_is_shown_on_the_map_and_accepted_with_a_reason(page, window, place):
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    canvas = window.iface.mapCanvas()
    canvas.setDestinationCrs(window.session.layer("project").crs())
    canvas.setExtent(QgsRectangle(0, 300000, 280000, 620000))
    tab = page.findings
    page.tab_widget.setCurrentWidget(tab)
    settle()
    assert page.tab_widget.tabText(7).endswith("(1)")
    item = tab.list.topLevelItem(0)
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=tab.list.visualItemRect(item).center())
    settle()
    assert canvas.extent().width() < 1000 and canvas.extent().contains(QgsRectangle(100000, 400000, 100100, 400100))
    assert not tab.accept_button.isEnabled()
    type_over(child(tab, QLineEdit, "reden"), "zo afgesproken")
    click(tab, "accepteren")
    assert page.tab_widget.tabText(7) == tab.title and tab.list.topLevelItem(0).text(2).startswith("●")
    row = next(iter(rows(place, "bevinding").values()))
    assert page.dirty and not row["geaccepteerd"], "nothing is stored before the user saves"
    click(page, "planOngedaan")
    assert page.tab_widget.tabText(7).endswith("(1)") and not page.dirty
    type_over(child(tab, QLineEdit, "reden"), "zo afgesproken")
    click(tab, "accepteren")
    click(page, "planOpslaan")
    row = next(iter(rows(place, "bevinding").values()))
    assert row["geaccepteerd"] and row["reden"] == "zo afgesproken" and row["geaccepteerd_door"]
    assert tab.list.topLevelItem(0).text(2).endswith(": zo afgesproken")
    tab.list.selectAll()
    click(tab, "heropenen")
    click(page, "planOpslaan")
    row = next(iter(rows(place, "bevinding").values()))
    assert not row["geaccepteerd"] and row["reden"] is None


def own(widget):
    """Whether we made it, and not Qt inside another widget."""
    above = widget.parent()
    inside = ("QComboBox", "QAbstractSpinBox", "QComboBoxPrivateContainer", "QCalendarWidget", "QTableView")
    return not any(above.inherits(kind) for kind in inside) and not widget.inherits("QHeaderView")


def test_the_page_is_for_the_keyboard_the_eye_and_a_small_screen(page):
    from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

    page.tab_widget.setCurrentIndex(1)
    assert page.minimumSizeHint().width() <= 420 and page.minimumSizeHint().height() <= 700
    for kind in (QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QPushButton):
        for widget in page.findChildren(kind):
            if own(widget):
                assert widget.objectName(), widget
                assert widget.accessibleName() or widget.text(), widget.objectName()


def test_the_wheel_over_a_field_scrolls_and_changes_nothing(page):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    choice = field(page, "vertrouwelijkheid")
    page.bar.save_button.setFocus()
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(choice.mapToGlobal(QPoint(5, 5))),
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, event)
    settle()
    assert choice.value() == "openbaar" and not page.dirty
