"""A register with parcels and plans on a real map: what the tests of drawing work on."""

from __future__ import annotations

import datetime as dt

import shapely

EAST, NORTH = 207_000.0, 447_000.0


def box(x1, y1, x2, y2):
    return shapely.box(EAST + x1, NORTH + y1, EAST + x2, NORTH + y2)


def parcel(number, geom):
    return {
        "identificatie": f"{number:014d}",
        "aanduiding": f"TST00-A-{number}",
        "akr_gemeentecode": "TST00",
        "sectie": "A",
        "perceelnummer": number,
        "brondatum": dt.date(2026, 3, 1),
        "geom": shapely.MultiPolygon([geom]),
    }


def fill(path, plans, town=None):
    """A lattice of 6 × 4 parcels of 50 m, and plans (name → area or row)."""
    from diwi_qgis.store import open_register

    lattice = [parcel(1 + c + 6 * r, box(50 * c, 50 * r, 50 * c + 50, 50 * r + 50)) for r in range(4) for c in range(6)]
    with open_register(path, write=True) as register, register.transaction("test") as write:
        write.insert("perceel", lattice)
        if town is not None:
            write.insert(
                "gebied",
                [{"soort": "gemeente", "code": "GM9999", "naam": "Testdam", "gemeentecode": "9999", "jaar": 2026,
                  "brondatum": dt.date(2026, 1, 1), "geom": town}],
            )  # fmt: skip
        uuids = {}
        for naam, given in plans.items():
            row = given if isinstance(given, dict) else {"geom": given}
            mother = row.pop("hoofdplan", None)
            if mother:
                row["hoofdplan_uuid"] = uuids[mother]
            row = {"naam": naam, "gemeentecode": "9999", "start_datum": dt.date(2025, 1, 1),
                   "eind_datum": dt.date(2030, 1, 1), **row}  # fmt: skip
            (uuids[naam],) = write.insert("project", [row])
    return uuids


def show(desk, window, path, tables=("project", "perceel")):
    """Put the layers on the map, which shows the lattice; gives the layer of plans, being edited."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.workspace.layers import new_layer

    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(28992))
    layers = [new_layer(path, table, table) for table in tables]
    project.addMapLayers(layers)
    desk.canvas.setDestinationCrs(project.crs())
    desk.canvas.setLayers(layers)
    desk.canvas.setCurrentLayer(layers[0])
    desk.canvas.setExtent(QgsRectangle(EAST - 20, NORTH - 20, EAST + 320, NORTH + 220))
    QApplication.processEvents()
    desk.canvas.waitWhileRendering()  # QGIS changes how a GeoPackage is kept when editing starts, under what is being drawn
    layers[0].startEditing()
    desk.canvas.waitWhileRendering()
    return layers[0]


def named(layer, naam):
    return next(feature for feature in layer.getFeatures() if feature["naam"] == naam)


def area(layer, naam):
    from diwi_qgis.gui.drawing.shapes import to_shapely

    return to_shapely(named(layer, naam).geometry())


def local(geom):
    """A geometry with its corner near 0, 0: readable."""
    return shapely.transform(geom, lambda points: points - [EAST, NORTH])


def click(canvas, x, y, button="left"):
    """A real click on the map at metres of the lattice."""
    from qgis.PyQt.QtCore import QPoint, Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    at = canvas.getCoordinateTransform().transform(EAST + x, NORTH + y)
    point = QPoint(round(at.x()), round(at.y()))
    buttons = {"left": Qt.MouseButton.LeftButton, "right": Qt.MouseButton.RightButton}
    QTest.mouseMove(canvas.viewport(), point)
    QTest.mouseClick(canvas.viewport(), buttons[button], Qt.KeyboardModifier.NoModifier, point)
    QApplication.processEvents()


def settle(rounds=5):
    """Let what waits for the edit to be complete happen."""
    from qgis.PyQt.QtTest import QTest

    for _ in range(rounds):
        QTest.qWait(5)


class Answers:
    """Answers the dialogs that come, in order: what a user would press; `seen` are their texts."""

    def __init__(self, *answers):
        from qgis.PyQt.QtCore import QTimer

        self.answers, self.seen, self.pictures = list(answers), [], []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    def stop(self):
        self._timer.stop()

    def _look(self):
        from qgis.PyQt.QtWidgets import QApplication, QLabel

        dialog = QApplication.activeModalWidget()
        if dialog is None or not self.answers:
            return
        self.seen.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        self.pictures.append(dialog.grab())
        answer = self.answers.pop(0)
        answer(dialog)


def choose(choice, reason="", for_all=False):
    """An answer to the dialog about an overlap."""

    def answer(dialog):
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QRadioButton

        dialog.findChild(QRadioButton, f"diwiChoice_{choice}").click()
        if reason:
            QTest.keyClicks(dialog.findChild(QLineEdit, "diwiChoiceReason"), reason)
        dialog.findChild(QCheckBox, "diwiChoiceForAll").setChecked(for_all)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    return answer


def close(dialog):
    """Esc."""
    dialog.reject()
