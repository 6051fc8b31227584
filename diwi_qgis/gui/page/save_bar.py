"""Below the page: whether there is something to save, and the buttons to save it or to go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.translation import tr


class SaveBar(QWidget):
    """Save, undo, discard, and one line that says how things stand."""

    def __init__(
        self, parent: QWidget, save: Callable[[], Any], undo: Callable[[], Any], discard: Callable[[], Any]
    ) -> None:
        super().__init__(parent)
        self.status = QLabel(self)
        self.status.setObjectName("planStatusregel")
        self.status.setWordWrap(True)
        self.save_button = QPushButton(QgsApplication.getThemeIcon("/mActionFileSave.svg"), tr("Save"), self)
        self._undo, self._discard = QToolButton(self), QToolButton(self)
        self._undo.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self._discard.setIcon(QgsApplication.getThemeIcon("/mActionRollbackEdits.svg"))
        line = QHBoxLayout()
        line.setSpacing(4)
        for button, name, tip, slot in (
            (self.save_button, "planOpslaan", tr("Store everything on this page (Ctrl+Enter)"), save),
            (self._undo, "planOngedaan", tr("Undo the last change (Ctrl+Z)"), undo),
            (self._discard, "planVerwerpen", tr("Discard all changes since the last save"), discard),
        ):
            button.setObjectName(name)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch()
        line.addWidget(problem_button(self, tr("Plan")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 6)
        layout.addWidget(self.status)
        layout.addLayout(line)

    def show_buttons(self, shown: bool) -> None:
        """Without a plan there is nothing to save."""
        for button in (self.save_button, self._undo, self._discard):
            button.setVisible(shown)

    def show_state(self, dirty: bool, can_undo: bool, on_map: bool, refusal: str) -> None:
        """What can be done now; `on_map`: the plan has unsaved edits on the map, which go first; `refusal`: why nothing can."""
        self.save_button.setEnabled(dirty and not on_map and not refusal)
        self._discard.setEnabled(dirty)
        self._undo.setEnabled(can_undo)
        if refusal:
            text = refusal
        elif on_map:
            text = tr("This plan has edits on the map that were not saved. Save or undo those first.")
        else:
            text = tr("● Changes not saved yet") if dirty else ""
        self.status.setText(text)
        self.status.setVisible(bool(text))
