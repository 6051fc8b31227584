"""The form of a plan as QGIS itself opens it, with its own Identify tool: in Dutch, with its children."""

from __future__ import annotations

import pytest
from page_hands import of_plan, type_over, uuid_of
from page_world import child, click, rows, settle
from qgis.core import QgsFeatureRequest, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

OK = QDialogButtonBox.StandardButton.Ok


def look_at(iface, plugin, uuid):
    """The plan in the middle of the map; gives a place inside it."""
    layer = plugin.session.layer("project")
    plan = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuid}'")))
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(plan.geometry().boundingBox().buffered(100))
    iface.mapCanvas().refresh()
    QTest.qWait(200)
    return plan.geometry().pointOnSurface().asPoint()


def forms():
    """Forms of QGIS that are open: a dialog of which only the name tells what it is."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in windows if one.objectName().startswith("featureactiondlg:")]


@pytest.fixture
def form(opened, no_request, plugin, iface, mouse):
    """The form of Havenmeester, opened by a click with the Identify tool of QGIS; gives it with the plan's uuid."""
    setting, settings = "/Map/identifyAutoFeatureForm", QgsSettings()
    settings.setValue(setting, True)
    uuid = uuid_of(opened, "Havenmeester")
    place = look_at(iface, plugin, uuid)
    plugin.session.layer("project").startEditing()
    iface.actionIdentify().trigger()
    mouse.map(place.x(), place.y())
    for _ in range(100):
        if forms():
            break
        QTest.qWait(50)
    (dialog,) = forms()
    dialog.resize(1000, 620)
    settle()
    yield dialog, uuid
    settings.remove(setting)
    for one in forms():
        one.reject()
    window, size = iface.mainWindow(), iface.mainWindow().screen().size()
    for dock in window.findChildren(QDockWidget):
        if "dentif" in dock.windowTitle():
            dock.close()
    window.resize(size)  # the dock needed more than there was


def number_of(dialog, name):
    """The box for a number: QGIS names it, or what it stands in, after the field."""
    named = dialog.findChildren(QWidget, name)
    boxes = [box for one in named for box in (one, *one.findChildren(QWidget)) if box.inherits("QAbstractSpinBox")]
    assert boxes, [
        (one.metaObject().className(), [c.metaObject().className() for c in one.children()]) for one in named
    ]
    return boxes[0]


def press_ok(dialog):
    box = next(box for box in dialog.findChildren(QDialogButtonBox) if box.isVisible() and box.button(OK))
    QTest.mouseClick(box.button(OK), Qt.MouseButton.LeftButton)
    settle()


def words_of(combo):
    return [combo.itemText(place) for place in range(combo.count())]


def test_the_form_of_qgis_speaks_dutch_and_takes_a_block(form, plugin, iface, opened, answer, shoot):
    dialog, uuid = form
    tabs = dialog.findChild(QTabWidget)
    words = [tabs.tabText(place) for place in range(tabs.count())]
    assert words[:4] == ["Plan", "Programma", "Planning", "Afspraken"] and words[-1] == "Beheer"
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Projectnaam", "Vertrouwelijkheid"} <= {text.rstrip("*") for text in labels}
    assert any("Openbaar" in words_of(combo) for combo in dialog.findChildren(QComboBox))
    shoot("form_plan")
    tabs.setCurrentIndex(1)
    QTest.qWait(300)
    blocks = tabs.currentWidget()
    click(blocks, "mToggleEditingButton")

    def fill_in(block):
        type_over(child(block, QLineEdit, "naam"), "Toren")
        type_over(number_of(block, "aantal"), "12")
        shoot("form_block")
        press_ok(block)

    answer(fill_in)
    click(blocks, "mAddFeatureButton")
    shoot("form_programme")
    assert not [row for row in rows(opened, "woningblok").values() if row["naam"] == "Toren"]
    press_ok(dialog)
    for table in ("woningblok", "project"):
        assert plugin.session.layer(table).commitChanges()
    (block,) = [row for row in of_plan(opened, "woningblok", uuid) if row["naam"] == "Toren"]
    assert (block["aantal"], block["mutatie"]) == (12, "bouw")
    assert plugin.session.layer("project").featureCount() == len(rows(opened, "project"))
