"""The table of plans: searched, summed, chosen both ways, and many plans changed together after a preview."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_world import child, click, fill, rows, settle, show_dock, write

from diwi_qgis.gui.page.plan_filter import (
    AT_LEAST,
    AT_MOST,
    CONTAINS,
    EMPTY,
    FILLED,
    IS,
    IS_NOT,
    Cell,
    Condition,
    shown,
)

words = st.text("abcAB éÉ", max_size=5)
cells = st.lists(st.builds(Cell, st.none() | st.integers(0, 9), words), max_size=12)
texts = st.sampled_from([CONTAINS, IS, IS_NOT])
conditions = st.lists(
    st.builds(Condition, st.just("x"), texts, words)
    | st.builds(Condition, st.just("x"), st.sampled_from([AT_LEAST, AT_MOST]), st.integers(0, 9))
    | st.builds(Condition, st.just("x"), st.sampled_from([EMPTY, FILLED])),
    max_size=3,
)


@given(cells, words, conditions)
def test_every_condition_narrows_and_opposites_divide(found, search, asked):
    haystacks = [cell.folded for cell in found]
    columns = {"x": found}
    all_shown = shown(haystacks, columns, search)
    narrowed = shown(haystacks, columns, search, asked)
    assert set(narrowed) <= set(all_shown) and narrowed == sorted(narrowed)
    for one, other in ((EMPTY, FILLED), (IS, IS_NOT)):
        parts = [shown(haystacks, columns, search, [*asked, Condition("x", kind, "a")]) for kind in (one, other)]
        assert sorted(parts[0] + parts[1]) == narrowed


@pytest.fixture
def plans(register_path):
    return fill(register_path)


@pytest.fixture
def table(window, register_path, plans):
    from qgis.core import QgsSettings

    from diwi_qgis.gui.page.plan_table import PlanTable
    from diwi_qgis.workspace.layers import new_layer

    QgsSettings().remove("diwi/plantabel")
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    part = PlanTable(window)
    yield show_dock(window, part)
    part.remove()
    QgsSettings().remove("diwi/plantabel")


def names(table):
    place = table.model.overview.names.index("naam")
    return [table.model.index(row, place).data() for row in range(table.model.rowCount())]


def search(table, text):
    from qgis.PyQt.QtTest import QTest

    table.filter.search.setFocus()
    table.filter.search.clear()
    QTest.keyClicks(table.filter.search, text)
    QTest.qWait(250)


def add_condition(table, column, kind, value):
    click(table, "voorwaardeErbij")
    line = table.filter._lines[-1]
    line.column.setCurrentIndex(line.column.findData(column))
    line.kind.setCurrentIndex(line.kind.findData(kind))
    line.value.setEditText(value)
    from qgis.PyQt.QtTest import QTest

    QTest.qWait(250)


def test_search_conditions_and_totals(table):
    assert names(table) == ["Havenkwartier", "Weide"]
    assert table.totals.text() == "2 of 2 plans · gross 52 · demolition 3 · net 49 · realised 10 · remaining 39"
    search(table, "open weID")
    assert names(table) == ["Weide"]
    assert table.totals.text().startswith("1 of 2 plans · gross 12 · demolition 0 · net 12")
    search(table, "")
    add_condition(table, "bouw", AT_LEAST, "40")
    assert names(table) == ["Havenkwartier"]
    add_condition(table, "naam", CONTAINS, "ei")
    assert names(table) == []
    click(table.filter._lines[0], "voorwaardeWeg")
    assert names(table) == ["Weide"]


def test_a_bound_that_is_no_number_is_no_condition(table):
    add_condition(table, "bouw", AT_MOST, "veel")
    assert names(table) == ["Havenkwartier", "Weide"]


def test_sorting_keeps_the_choice(table, plans):
    from qgis.PyQt.QtCore import Qt

    table.view.selectRow(0)
    table.view.sortByColumn(table.model.overview.names.index("bouw"), Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Weide", "Havenkwartier"] and table.chosen() == [plans[0]]


def test_choosing_in_the_table_chooses_on_the_map_and_back(table, window, plans):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    layer = window.session.layer("project")
    spot = table.view.visualRect(table.model.index(1, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [feature["uuid"] for feature in layer.selectedFeatures()] == [plans[1]] and window.session.plan == plans[1]
    layer.selectAll()
    assert sorted(table.chosen()) == sorted(plans)
    layer.removeSelection()
    assert table.chosen() == [] and not table.edit_button.isEnabled()


def test_a_plan_is_chosen_again_after_the_register_was_opened_again(table, window, plans, register_path):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    from diwi_qgis.workspace.layers import new_layer

    def click_second():
        spot = table.view.visualRect(table.model.index(1, 0)).center()
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        return window.session.plan

    assert click_second() == plans[1]
    table.parent().hide()
    window.session.project.clear()
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    table.parent().show()
    assert window.session.plan != plans[1]
    assert click_second() == plans[1]


def test_what_is_chosen_on_the_map_while_the_table_is_hidden_is_chosen_in_it(table, window, plans):
    table.view.selectRow(0)
    table.parent().hide()
    window.session.choose_plan(plans[1])
    table.parent().show()
    assert table.chosen() == [plans[1]]


def test_zoom_to_the_chosen_plan(table, window):
    from qgis.core import QgsRectangle

    canvas = window.iface.mapCanvas()
    canvas.setDestinationCrs(window.session.layer("project").crs())
    table.view.selectRow(0)
    click(table, "planZoom")
    assert canvas.extent().contains(QgsRectangle(100000, 400000, 100100, 400100)) and canvas.extent().width() < 2000


def test_what_is_stored_elsewhere_is_shown(table, window, plans):
    with window.session.write("bert") as writer:
        writer.update("project", [{"uuid": plans[1], "naam": "Aardbeienveld"}])
    assert names(table) == ["Aardbeienveld", "Havenkwartier"]


def test_chosen_columns_are_remembered(table, window):
    from diwi_qgis.gui.page.plan_table import PlanTable

    place = table.model.overview.names.index("wijk")
    assert table.view.isColumnHidden(place)
    menu = table._columns_menu()
    next(action for action in menu.actions() if action.data() == place).trigger()
    part = PlanTable(window)
    again = show_dock(window, part)
    assert not again.view.isColumnHidden(place)
    part.remove()


def open_bulk(table):
    from diwi_qgis.gui.page.bulk_edit import BulkEdit

    table.view.selectAll()
    dialog = BulkEdit(table._session, table.lists, table.chosen(), table.window())
    dialog.show()
    settle()
    return dialog


def choose(dialog, column, value):
    dialog.field.setCurrentIndex(dialog.field.findData(column))
    dialog.editor.set_value(value)
    dialog.refresh()
    settle()


def results(dialog):
    return [dialog.table.item(row, 3).text() for row in range(dialog.table.rowCount())]


def test_bulk_edit_shows_what_changes_and_stores_it_at_once(table, register_path, plans):
    write(register_path, "project", {"uuid": plans[1], "vertrouwelijkheid": "intern_raad"})
    dialog = open_bulk(table)
    choose(dialog, "vertrouwelijkheid", "intern_raad")
    assert sorted(results(dialog)) == ["changes", "is so already"]
    assert dialog.summary.text() == "Changes: 1. Refuses: 0. Is so already: 1."
    click(dialog, "wijzigen")
    found = rows(register_path, "project")
    assert {found[uuid]["vertrouwelijkheid"] for uuid in plans} == {"intern_raad"}
    assert (found[plans[0]]["versie"], found[plans[1]]["versie"]) == (2, 2)


def test_bulk_edit_names_what_refuses_and_why(table, register_path, plans):
    write(register_path, "project", {"uuid": plans[1], "eind_datum": date(2040, 1, 1)})
    dialog = open_bulk(table)
    choose(dialog, "start_datum", date(2035, 1, 1))
    told = sorted(results(dialog))
    assert told[0] == "changes" and "would not come after the start (01-01-2035)" in told[1]
    click(dialog, "wijzigen")
    found = rows(register_path, "project")
    assert [found[uuid]["start_datum"] for uuid in plans] == [date(2024, 1, 1), date(2035, 1, 1)]
    dialog = open_bulk(table)
    choose(dialog, "vertrouwelijkheid", None)
    assert all("must be filled in" in text for text in results(dialog)) and not dialog.apply_button.isEnabled()
    dialog.reject()


def test_bulk_edit_of_what_moved_on_stores_nothing(table, register_path, plans):
    dialog = open_bulk(table)
    choose(dialog, "eigenaar", "nieuw@x.nl")
    write(register_path, "project", {"uuid": plans[1], "eigenaar": "ander@x.nl"})
    click(dialog, "wijzigen")
    assert "Somebody else changed these plans" in dialog.summary.text()
    assert {row["eigenaar"] for row in rows(register_path, "project").values()} == {None, "ander@x.nl"}
    click(dialog, "wijzigen")
    assert {row["eigenaar"] for row in rows(register_path, "project").values()} == {"nieuw@x.nl"}


def test_bulk_edit_leaves_plans_that_are_edited_on_the_map(table, window, register_path, plans):
    layer = window.session.layer("project")
    feature = next(each for each in layer.getFeatures() if each["uuid"] == plans[0])
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("opmerkingen"), "op de kaart")
    dialog = open_bulk(table)
    choose(dialog, "eigenaar", "nieuw@x.nl")
    assert sorted(results(dialog)) == ["changes", "⚠ has edits on the map that were not saved"]
    dialog.reject()
    layer.rollBack()


def test_a_phase_for_many_is_a_milestone_for_each(table, register_path, plans):
    """A plan with a later milestone would not get the phase, so it refuses."""
    from diwi_qgis.store import open_register

    yesterday = date.today() - timedelta(days=1)
    with open_register(register_path, write=True) as register, register.transaction("bert") as writer:
        writer.insert(
            "mijlpaal", [{"project_uuid": plans[1], "soort": "fase_realisatie", "gerealiseerd": date.today()}]
        )
    dialog = open_bulk(table)
    choose(dialog, "fase", "ontwerp")
    dialog.day.set_value(yesterday)
    dialog.refresh()
    told = dict(zip(names(table), results(dialog)))
    assert told["Havenkwartier"] == "changes" and "a later milestone" in told["Weide"]
    click(dialog, "wijzigen")
    found = rows(register_path, "project")
    assert (found[plans[0]]["fase"], found[plans[1]]["fase"]) == ("ontwerp", "realisatie")
    milestones = [row for row in rows(register_path, "mijlpaal").values() if row["project_uuid"] == plans[0]]
    assert [(row["gerealiseerd"], row["gepland"]) for row in milestones] == [(yesterday, None)]


def test_the_report_holds_versions_and_no_names(table, window, register_path):
    import getpass
    from pathlib import Path

    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtGui import QGuiApplication
    from qgis.PyQt.QtWidgets import QApplication, QPlainTextEdit

    seen = []

    def act():
        dialog = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "diwiMeldProbleem")
        text = child(dialog, QPlainTextEdit, "probleemtekst")
        seen.append(text.toPlainText())
        text.appendPlainText("Het ging zo & zo")
        click(dialog, "kopieren")
        seen.append(bytes(dialog.mail_link().toEncoded()).decode())
        dialog.reject()

    QTimer.singleShot(0, act)
    click(table, "meldProbleem")
    for known in (Qgis.QGIS_VERSION, "0.1.0", "Plans", "a register is open"):
        assert known in seen[0]
    for secret in (str(register_path), register_path.name, str(Path.home()), f"/{getpass.getuser()}"):
        assert secret not in seen[0]
    assert QGuiApplication.clipboard().text().endswith("Het ging zo & zo")
    assert seen[1].startswith("mailto:") and "zo%20%26%20zo" in seen[1]


def test_the_table_fits_a_small_screen(table):
    assert table.minimumSizeHint().width() <= 420 and table.minimumSizeHint().height() <= 260


def test_opened_and_taken_away_five_times_nothing_is_left(window, register_path, plans):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QWidget

    from diwi_qgis.gui.page.plan_table import PlanTable
    from diwi_qgis.gui.page.project_page import ProjectPage
    from diwi_qgis.workspace.layers import new_layer

    layer = new_layer(register_path, "project", "Plannen")
    window.session.project.addMapLayer(layer)

    def census():
        settle()  # the canvas listens to a new layer when it gets round to it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        heard = [layer.receivers(getattr(layer, name)) for name in ("selectionChanged", "layerModified")]
        heard += [window.session.receivers(getattr(window.session, name)) for name in ("planChosen", "dataChanged")]
        return heard, len(window.iface.mainWindow().findChildren(QWidget))

    before = census()
    for _ in range(5):
        parts = [ProjectPage(window), PlanTable(window)]
        for part in parts:
            show_dock(window, part)
        window.session.choose_plan(plans[0])
        for part in parts:
            part.remove()
            window._docks.remove(part.dock)
            window.iface.removeDockWidget(part.dock)
            part.dock.deleteLater()
        window.session.choose_plan("")
    buttons = 2 * 5  # in the toolbar, which is the window's to remove
    after = census()
    assert after[0] == before[0] and after[1] <= before[1] + buttons
