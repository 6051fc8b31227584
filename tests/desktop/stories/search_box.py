"""The search box of QGIS, used as people do: Ctrl+K, type, look, Enter."""

from __future__ import annotations

from map_hands import CONTROL, wait_for
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTreeView


class SearchBox:
    """The box at the bottom of the window."""

    def __init__(self, iface):
        self.main = iface.mainWindow()
        box = next(one for one in self.main.findChildren(QObject) if one.metaObject().className() == "QgsLocatorWidget")
        self.field = box.findChild(QLineEdit)

    def find(self, text):
        """Type a text after Ctrl+K; gives the list once the wanted is in it."""
        self.main.activateWindow()
        assert QTest.qWaitForWindowActive(self.main)
        QTest.keyClick(self.main, Qt.Key.Key_K, CONTROL)
        wait_for(self.field.hasFocus, "the search box")
        self.field.selectAll()
        QTest.keyClicks(self.field, text)
        return wait_for(self._list, f"results for '{text}'")

    def _list(self):
        """The list with results; its first row is a heading."""
        found = [
            one for one in self.main.findChildren(QTreeView) if one.metaObject().className() == "QgsLocatorResultsView"
        ]
        return next((one for one in found if one.isVisible() and one.model().rowCount() > 1), None)

    def enter(self):
        QTest.keyClick(self.field, Qt.Key.Key_Return)
        QTest.qWait(300)

    def rows(self):
        """What was found, without the heading: (text, explanation)."""
        model = self._list().model()
        return [tuple(model.index(row, column).data() for column in (0, 1)) for row in range(1, model.rowCount())]
