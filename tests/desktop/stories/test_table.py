"""An adviser works through the table of plans: finds, sorts, chooses on the map, changes twenty plans together."""

from __future__ import annotations

import pytest
from page_hands import choose_in, open_dock, type_over
from page_world import child, click, rows, settle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QDialog

pytestmark = pytest.mark.usefixtures("no_request")


@pytest.fixture
def table(opened, no_request):
    """The table, in its dock below the map."""
    found = open_dock("diwiPlannen")
    yield found
    found.filter.search.clear()
    for button in found.filter.findChildren(QAbstractButton, "voorwaardeWeg"):
        button.click()
    found.parent().hide()


def column(table, name):
    place = table.model.overview.names.index(name)
    return [table.model.index(row, place).data() for row in range(table.model.rowCount())]


def click_row(table, row, keys=Qt.KeyboardModifier.NoModifier):
    spot = table.view.visualRect(table.model.index(row, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    settle()


def click_header(table, name):
    header = table.view.horizontalHeader()
    place = table.model.overview.names.index(name)
    table.view.scrollTo(table.model.index(0, place))
    middle = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    spot = header.viewport().rect().center()
    spot.setX(middle)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()


def numbers(texts):
    return [int(text.replace(".", "")) for text in texts]


def test_search_condition_and_order(table, opened, shoot):
    everything = rows(opened, "project")
    assert table.model.rowCount() == len(everything)
    type_over(table.filter.search, "vuurtoren")
    QTest.qWait(250)
    assert sorted(column(table, "naam")) == sorted(
        row["naam"] for row in everything.values() if "uurtoren" in row["naam"]
    )
    click(table, "voorwaardeErbij")
    line = table.filter.findChild(QComboBox, "kolom").parent()
    choose_in(child(line, QComboBox, "kolom"), "bouw")
    choose_in(child(line, QComboBox, "soort"), "at_least")
    type_over(child(line, QComboBox, "waarde").lineEdit(), "50")
    QTest.qWait(250)
    left = column(table, "naam")
    assert 0 < len(left) < 5 and all(number >= 50 for number in numbers(column(table, "bouw")))
    click_header(table, "bouw")
    assert numbers(column(table, "bouw")) == sorted(numbers(column(table, "bouw")))
    shoot("table_filtered")


def test_chosen_in_the_table_shown_on_the_map(table, opened, plugin, iface, shoot):
    page = open_dock("diwiPlan")
    type_over(table.filter.search, "strandwal")
    QTest.qWait(250)
    click_row(table, 0)
    (uuid,) = table.chosen()
    layer = plugin.session.layer("project")
    (feature,) = layer.selectedFeatures()
    assert feature["uuid"] == uuid == page.draft.uuid
    click(table, "planZoom")
    QTest.qWait(100)
    extent = iface.mapCanvas().extent()
    assert extent.contains(feature.geometry().boundingBox()) and extent.width() < 3000
    shoot("table_chosen")
    page.parent().hide()


def test_twenty_plans_changed_together_after_a_preview(table, opened, answer, shoot):
    before = rows(opened, "project")
    click_header(table, "naam")
    click_row(table, 0)
    click_row(table, 19, Qt.KeyboardModifier.ShiftModifier)
    chosen = set(table.chosen())
    assert len(chosen) == 20
    writes = {uuid for uuid in chosen if before[uuid]["vertrouwelijkheid"] != "extern_mede_overheden"}
    seen = []

    def change(dialog):
        choose_in(child(dialog, QComboBox, "veld"), "vertrouwelijkheid")
        choose_in(child(dialog, QComboBox, "vertrouwelijkheid"), "extern_mede_overheden")
        seen.append((dialog.table.rowCount(), dialog.summary.text()))
        shoot("table_bulk_edit")
        assert rows(opened, "project") == before
        click(dialog, "wijzigen")

    answer(change)
    click(table, "planBulk")
    assert seen == [(20, f"Wijzigt: {len(writes)}. Weigert: 0. Is al zo: {20 - len(writes)}.")]
    after = rows(opened, "project")
    assert {uuid for uuid in after if after[uuid]["versie"] != before[uuid]["versie"]} == writes
    assert all(after[uuid]["vertrouwelijkheid"] == "extern_mede_overheden" for uuid in chosen)
    shoot("table_bulk_done")


def test_a_report_of_a_problem_names_nobody(table, opened, answer, shoot):
    seen = []

    def look(dialog):
        assert isinstance(dialog, QDialog)
        shoot("report_problem")
        seen.append(dialog.text.toPlainText())
        dialog.reject()

    answer(look)
    click(table, "meldProbleem")
    assert "QGIS: 3." in seen[0] and str(opened.parent) not in seen[0]
