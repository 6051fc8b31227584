"""What every page of the settings answers to, and the plain one: a grid with the effect of what was done below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.definition_grid import DefinitionGrid
from diwi_qgis.gui.settings.settings_draft import SettingsDraft


class SettingsPage(QWidget):
    """A page shows the draft and changes it."""

    edited = pyqtSignal()  #: the draft was changed here
    refused = pyqtSignal(str)  #: what somebody tried could not be done, in words

    #: Name in the list at the left, and one line about what it is for.
    title = ""
    about = ""

    #: Tables whose faults belong here.
    tables: tuple[str, ...] = ()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.draft: Optional[SettingsDraft] = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        words = QLabel(self.about, self)
        words.setWordWrap(True)
        self.column.addWidget(words)

    def show_draft(self, draft: SettingsDraft) -> None:
        """Another draft."""
        self.draft = draft
        self.refresh(())

    def refresh(self, faults: Sequence[Fault]) -> None:
        """The draft was changed, here or elsewhere; `faults` are those of all definitions."""

    def owns(self, fault: Fault) -> bool:
        """Whether a fault is to be mended here."""
        return fault.table in self.tables

    def show_fault(self, fault: Fault) -> None:
        """Bring the definition of a fault in view."""

    def add_grid(self, grid: DefinitionGrid, empty: str = "") -> None:
        """A grid, and below it what its current row means for what uses it, or `empty` when there are no rows."""
        effect = QLabel("", self)
        effect.setObjectName(f"{grid.view.objectName()}Effect")
        effect.setWordWrap(True)
        effect.setMinimumHeight(effect.fontMetrics().lineSpacing() * 2)
        self.column.addWidget(grid, 1)
        self.column.addWidget(effect)
        grid.model.edited.connect(self.edited)
        grid.model.refused.connect(self.refused)

        def tell(*_: object) -> None:
            effect.setText(grid.effect() if grid.model.rowCount() else empty)

        for signal in (grid.currentChanged, grid.model.edited, grid.model.shown, grid.model.modelReset):
            signal.connect(tell)
