"""Run inside QGIS by screenshots.py: opens what a user would open, and takes a picture of the whole window each time."""

from __future__ import annotations

import os
import sqlite3
import sys
import traceback
from contextlib import closing
from pathlib import Path

from qgis.core import QgsGeometry, QgsMapLayerType, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QComboBox, QDialog, QDockWidget, QLineEdit, QToolButton
from qgis.utils import iface, plugins

OUTPUT = Path(os.environ["DIWI_OUTPUT"])
sys.path.insert(0, str(Path(os.environ["DIWI_ROOT"]) / "scripts"))

#: The plan that is looked at, a larger one of two blocks without faults.
PLAN = "Strandloper noord"


class Pictures:
    """One method per picture, in order; its name is that of the file."""

    def __init__(self, register: Path) -> None:
        self.register, self.window, self.canvas = register, iface.mainWindow(), iface.mapCanvas()
        self.session = plugins["diwi_qgis"].session

    def take_all(self) -> None:
        """All pictures."""
        for name in [name for name in vars(type(self)) if name[0] == "p" and name[1:3].isdigit()]:
            getattr(self, name)()
            self.shoot(name[1:].replace("_", "-"))
            self.tidy()

    def shoot(self, name: str) -> None:
        """The whole window, the map drawn."""
        QTest.qWait(300)
        iface.messageBar().clearWidgets()  # QGIS says when it has loaded a project
        self.canvas.waitWhileRendering()
        QApplication.processEvents()
        QApplication.primaryScreen().grabWindow(0).save(str(OUTPUT / f"{name}.png"))

    def tidy(self) -> None:
        """Close dialogs; leave the docks."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        iface.messageBar().clearWidgets()
        QTest.qWait(50)

    # -- hands ----------------------------------------------------------------------------------------------------------

    def dock(self, name: str, shown: bool = True):
        """A dock of ours, shown or hidden; gives what stands in it."""
        dock, button = self.window.findChild(QDockWidget, f"{name}Dock"), self.window.findChild(QAction, f"{name}Tonen")
        if dock.isHidden() == shown:
            button.trigger()
        QTest.qWait(100)
        return dock.widget()

    def uuid(self, condition: str) -> str:
        """Uuid of the first plan that meets a condition of SQL on `project`."""
        with closing(sqlite3.connect(self.register)) as database:
            return database.execute(f"SELECT uuid FROM project WHERE {condition} ORDER BY naam").fetchone()[0]

    def choose(self, condition: str, margin: float = 150) -> QgsRectangle:
        """Choose a plan and go there."""
        uuid = self.uuid(condition)
        self.session.choose_plan(uuid)
        plan = next(self.session.layer("project").getFeatures(f"\"uuid\" = '{uuid}'"))
        box = plan.geometry().boundingBox()
        self.go(box.buffered(margin))
        return box

    def go(self, box: QgsRectangle) -> None:
        """The map shows this."""
        self.canvas.setExtent(box)
        self.canvas.refresh()
        QTest.qWait(200)

    def tab(self, name: str):
        """A tab of the page."""
        page = self.dock("diwiPlan")
        found = next(tab for tab in page.tabs if tab.objectName() == name)
        page.tab_widget.setCurrentWidget(found)
        QTest.qWait(100)
        return found

    # -- pictures -------------------------------------------------------------------------------------------------------

    def p01_nieuw_register(self) -> None:
        """The dialog for a new register."""
        self.window.findChild(QAction, "diwiNewRegisterAction").trigger()
        QTest.qWait(200)
        asked = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "diwiNewRegister")
        municipality = asked.findChild(QComboBox, "diwiNewRegisterMunicipality")
        municipality.setCurrentIndex(municipality.findText("Doesburg", Qt.MatchFlag.MatchContains))

    def p02_overzicht(self) -> None:
        """Map, page and table of one register."""
        from diwi_qgis.workspace.opening import open_workspace

        assert open_workspace(self.register)
        for node in QgsProject.instance().layerTreeRoot().findLayers():
            if node.layer() is not None and node.layer().type() == QgsMapLayerType.RasterLayer:
                node.setItemVisibilityChecked(False)  # no server answers here
        self.dock("diwiPlannen")
        self.dock("diwiPlan")
        self.choose(f"naam = '{PLAN}'", 400)

    def p03_percelen_kiezen(self) -> None:
        """Six parcels picked for a new plan."""
        self.dock("diwiPlannen", False)
        self.dock("diwiPlan", False)
        self.session.choose_plan("")
        parcels, plans = self.session.layer("perceel"), self.session.layer("project")
        taken = [plan.geometry() for plan in plans.getFeatures()]
        free = [
            parcel.geometry()
            for parcel in parcels.getFeatures()
            if compact(parcel.geometry()) and all(parcel.geometry().distance(plan) > 60 for plan in taken)
        ]
        middle = free[len(free) // 2].centroid()
        near = sorted(free, key=lambda area: area.centroid().distance(middle))[:6]
        self.go(middle.boundingBox().buffered(90))
        self.window.findChild(QAction, "diwiPickParcels").trigger()
        QTest.qWait(300)
        for area in near:
            self.click_map(area.pointOnSurface().asPoint())

    def click_map(self, point: QgsPointXY) -> None:
        """A click on the map."""
        place = self.canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()
        QTest.mouseMove(self.canvas.viewport(), place)
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.qWait(50)

    def p04_programma(self) -> None:
        """A breakdown of more dwellings than the block has, and what is said of it."""
        self.window.findChild(QAction, "diwiPickParcels").trigger()
        self.canvas.unsetMapTool(self.canvas.mapTool())
        iface.actionPan().trigger()
        for dock in self.window.findChildren(QDockWidget, "diwiPickPanel"):
            dock.hide()
        self.choose(f"naam = '{PLAN}'")
        grid = self.tab("programmaTab").verdeling
        row = grid.model.row_values(0)
        grid.model.set_value(row["uuid"], "aantal", row["aantal"] + 3)
        self.dock("diwiPlan").save()

    def p05_planning(self) -> None:
        """Milestones, which decide on phase and status."""
        self.dock("diwiPlan").discard()
        self.tab("mijlpaalTab")

    def p06_historie(self) -> None:
        """Who changed what and when."""
        self.tab("historieTab")

    def p07_bevindingen(self) -> None:
        """An overlap that the check found, on the map."""
        self.choose("uuid IN (SELECT project_uuid FROM bevinding WHERE regel = 'overlap')")
        found = self.tab("bevindingTab")
        found.list.setCurrentItem(found.list.topLevelItem(0))
        found.findChild(QLineEdit, "reden").setText("")

    def p08_tabel(self) -> None:
        """The table of plans, searched and with a condition."""
        self.dock("diwiPlan", False)
        table = self.dock("diwiPlannen")
        table.filter.search.setText("fase 2")
        table.filter.add_button.click()
        line = table.filter.findChild(QComboBox, "kolom")
        line.setCurrentIndex(line.findData("bouw"))
        kind, value = (line.parent().findChild(QComboBox, name) for name in ("soort", "waarde"))
        kind.setCurrentIndex(kind.findData("at_least"))
        value.setEditText("30")
        self.session.choose_plan("")
        self.canvas.zoomToFullExtent()
        QTest.qWait(300)
        table.view.selectAll()

    def p09_samen_wijzigen(self) -> None:
        """One value for many plans, with what would change."""
        from diwi_qgis.gui.page.bulk_edit import BulkEdit

        table = self.dock("diwiPlannen")
        dialog = BulkEdit(self.session, table.lists, table.chosen(), self.window)
        dialog.field.setCurrentIndex(dialog.field.findData("vertrouwelijkheid"))
        dialog.editor.set_value("extern_mede_overheden")
        dialog.refresh()
        dialog.show()

    def p10_aanleveren(self) -> None:
        """The delivery to the province."""
        import processing

        table = self.dock("diwiPlannen")
        table.filter.findChild(QToolButton, "voorwaardeWeg").click()
        table.filter.search.clear()
        self.dock("diwiPlannen", False)
        self.session.choose_plan("")
        dialog = processing.createAlgorithmDialog("diwi:deliverzuidholland", {"REGISTER": self.register.name})
        dialog.resize(1000, 600)
        dialog.show()


def compact(area: QgsGeometry) -> bool:
    """Whether it is a plot with a house, and no path."""
    return 100 < area.area() < 500 and area.area() > area.length() ** 2 / 25


def run() -> None:
    iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
    iface.mainWindow().findChild(QDockWidget, "Browser").hide()
    try:
        from demo_inside import make_duinvoorde

        register = make_duinvoorde(OUTPUT / "duinvoorde")
        Pictures(register).take_all()
        (OUTPUT / "klaar").touch()
    except BaseException:
        traceback.print_exc()
    finally:
        QTimer.singleShot(0, leave)


def leave() -> None:
    for layer in QgsProject.instance().mapLayers().values():
        if layer.type() == QgsMapLayerType.VectorLayer and layer.isEditable():
            layer.rollBack()
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(2500, run)
