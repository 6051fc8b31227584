"""A register with a lattice of parcels in the window, and a hand that clicks on the map."""

from __future__ import annotations

from datetime import date

SIDE, PITCH, LEFT, BELOW = 6, 25.0, 150_000.0, 450_000.0


def square(x, y, width=1, height=1):
    """A rectangle of the lattice as shapely geometry."""
    import shapely

    return shapely.box(LEFT + x * PITCH, BELOW + y * PITCH, LEFT + (x + width) * PITCH, BELOW + (y + height) * PITCH)


def fill(path, plans=()):
    """Parcels TST00-A-<x><y>1, and plans: (naam, geometry, further columns)."""
    import shapely

    from diwi_qgis.store import open_register

    parcels = [
        {
            "identificatie": f"{x}{y}",
            "aanduiding": f"TST00-A-{x}{y}1",
            "akr_gemeentecode": "TST00",
            "kadastrale_gemeente": "Testdam",
            "sectie": "A",
            "perceelnummer": int(f"{x}{y}1"),
            "brondatum": date(2024, 1, 1 + x),
            "geom": shapely.MultiPolygon([square(x, y)]),
        }
        for x in range(SIDE)
        for y in range(SIDE)
    ]
    rows = [
        {
            "naam": naam,
            "start_datum": date(2024, 1, 1),
            "eind_datum": date(2030, 1, 1),
            "geom": None if area is None else shapely.MultiPolygon([area]),
            **more,
        }
        for naam, area, more in plans
    ]
    with open_register(path, write=True) as register, register.transaction("test") as write:
        write.insert("perceel", parcels)
        return write.insert("project", rows)


def lay_out(path, desk, tables=("perceel", "project")):
    """Put layers of the register in the open project, and the map on the lattice."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.workspace.layers import new_layer

    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    layers = [new_layer(path, table, table) for table in tables]
    project.addMapLayers(layers)
    QApplication.processEvents()
    desk.canvas.setDestinationCrs(project.crs())
    desk.canvas.setExtent(QgsRectangle(LEFT, BELOW, LEFT + SIDE * PITCH, BELOW + SIDE * PITCH))
    desk.canvas.refresh()
    desk.canvas.waitWhileRendering()
    return layers


class Hand:
    """Mouse and keyboard on the map; places are in parcels: (2.5, 0.5) is the middle of parcel 20."""

    def __init__(self, canvas):
        self.canvas = canvas

    def click(self, x, y, *keys, button="LeftButton"):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        QTest.mouseClick(self.canvas.viewport(), getattr(Qt.MouseButton, button), _held(keys), self.at(x, y))

    def double_click(self, x, y):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        self.click(x, y)
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, _held(()), self.at(x, y))

    def move(self, x, y, buttons="NoButton", *keys):
        # QTest.mouseMove of Qt 5 tells no buttons
        from qgis.PyQt.QtCore import QEvent, QPointF, Qt
        from qgis.PyQt.QtGui import QMouseEvent
        from qgis.PyQt.QtWidgets import QApplication

        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(self.at(x, y)),
            Qt.MouseButton.NoButton,
            getattr(Qt.MouseButton, buttons),
            _held(keys),
        )
        QApplication.sendEvent(self.canvas.viewport(), event)

    def drag(self, *places, keys=()):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        view, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(view, left, _held(keys), self.at(*places[0]))
        for place in places[1:]:
            self.move(*place, "LeftButton", *keys)
        QTest.mouseRelease(view, left, _held(keys), self.at(*places[-1]))

    def press(self, key):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        QTest.keyClick(self.canvas, getattr(Qt.Key, f"Key_{key}"))

    def at(self, x, y):
        from qgis.core import QgsPointXY

        place = self.canvas.getCoordinateTransform().transform(QgsPointXY(LEFT + x * PITCH, BELOW + y * PITCH))
        return place.toQPointF().toPoint()


def _held(keys):
    from qgis.PyQt.QtCore import Qt

    held = Qt.KeyboardModifier.NoModifier
    for key in keys:
        held |= getattr(Qt.KeyboardModifier, f"{key}Modifier")
    return held
