"""What says, for as long as it is so, that one looks at the register as it was; with the way back to now."""

from __future__ import annotations

from datetime import datetime
from typing import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QMainWindow, QPushButton, QToolBar

from diwi_qgis.gui.lookback.moments import shown
from diwi_qgis.translation import tr


class Banner(QToolBar):
    """A bar of its own above the map: unlike a message it does not go away, and nothing covers it."""

    def __init__(self, main: QMainWindow, back: Callable[[], None]) -> None:
        super().__init__(tr("Looking back"), main)
        self.setObjectName("diwiTerugkijkenBalk")
        self.setMovable(False)
        self.setStyleSheet(
            "QToolBar { background: #f6d68a; } QLabel { color: #402c00; font-weight: bold; padding: 2px 8px; }"
        )
        self._label = QLabel(self)
        self._label.setObjectName("diwiTerugkijkenTekst")
        self.button = QPushButton(tr("Back to now"), self)
        self.button.setObjectName("diwiTerugNaarNu")
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(lambda _checked: back())
        self.addWidget(self._label)
        self.addWidget(self.button)
        main.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        main.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)
        self.toggleViewAction().setVisible(False)
        self.hide()

    def show_moment(self, moment: datetime) -> None:
        """Say which moment (UTC) it is."""
        text = tr("You look at the register as it was known on {moment}. Nothing can be changed.")
        self._label.setText(text.format(moment=shown(moment)))
        self.show()
