"""The first day: the plugin in the window, a new register, one that was opened before."""

from __future__ import annotations

from map_hands import OK, action, child, choose_file, click_in_menu, dialog, later, press, stored, type_over, wait_for
from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QToolBar


def test_the_toolbar_stands_in_the_window(find, shoot):
    toolbar = find(QToolBar, "diwiToolbar")
    assert toolbar.isVisible()
    for name in ("diwiPickParcels", "diwiDrawPlan", "diwiSplitPlan"):
        assert not action(name).isEnabled() and len(action(name).toolTip().splitlines()) == 2
    shoot("start")


def test_a_new_register_is_made_and_shown(iface, plugin, tmp_path, shoot):
    path = tmp_path / "doesburg & omstreken.gpkg"
    press("diwiNewRegisterAction")
    asked = dialog("diwiNewRegister")
    ok = asked.findChild(QDialogButtonBox, "diwiNewRegisterButtons").button(OK)
    assert not ok.isEnabled()
    municipality = child(asked, QComboBox, "diwiNewRegisterMunicipality")
    QTest.keyClicks(municipality.lineEdit(), "doesb")
    QTest.qWait(100)
    shoot("new_register_typing")
    QTest.keyClick(municipality.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(municipality.completer().popup(), Qt.Key.Key_Return)
    type_over(child(asked, QgsFileWidget, "diwiNewRegisterFile").lineEdit(), str(path))
    shoot("new_register")
    assert ok.isEnabled()
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
    wait_for(lambda: plugin.session.address == path, "the new register")
    assert action("diwiDrawPlan").isEnabled()
    assert not action("diwiPickParcels").isEnabled()  # there are no parcels yet
    iface.mapCanvas().waitWhileRendering()
    shoot("new_register_open")
    settings = dict(stored(path, "SELECT sleutel, waarde FROM instelling"))
    assert settings["gemeentecode"] == "0221" and settings["gemeente"] == "Doesburg"
    assert settings["provincie"] == "Gelderland" and stored(path, "SELECT naam FROM project") == []


def test_an_opened_register_shows_its_map(opened, iface, plugin, shoot):
    assert plugin.session.address == opened
    shoot("opened")


def test_a_register_of_before_opens_from_the_list(register, iface, plugin, find, shoot):
    open_file(register, plugin, shoot)
    iface.newProject(False)
    assert plugin.session.address is None and not action("diwiPickParcels").isEnabled()
    button = find(QToolBar, "diwiToolbar").widgetForAction(action("diwiOpenRegister"))
    arrow = QPoint(button.width() - 5, button.height() // 2)
    click_in_menu(
        lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=arrow),
        lambda entry: entry.data() == str(register),
        lambda: shoot("recent"),
    )
    wait_for(lambda: plugin.session.address == register, "the register of before")
    assert action("diwiPickParcels").isEnabled()
    assert len(QgsProject.instance().mapLayers()) > 20


def open_file(path, plugin, shoot):
    """Open a register by its name, typed in the dialog for files."""
    later(_file_dialog, lambda asked: choose_file(asked, path, lambda: shoot("open_file")))
    press("diwiOpenRegister")
    wait_for(lambda: plugin.session.address == path, "the register that was opened")


def _file_dialog():
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QFileDialog) and found.isVisible() else None
