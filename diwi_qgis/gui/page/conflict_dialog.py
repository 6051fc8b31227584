"""Somebody else changed the same: what it was, mine and theirs side by side, and a choice for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import column_label
from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.checks import name_of
from diwi_qgis.gui.page.plan_draft import GEOMETRY, PlanDraft
from diwi_qgis.gui.page.values import show, show_shape
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict
from diwi_qgis.translation import tr

_CHOICE = 4


class ConflictDialog(QDialog):
    """One line per conflict; saving is possible when each has its answer."""

    def __init__(
        self, draft: PlanDraft, conflicts: Sequence[Conflict], lists: RegisterLists, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diwiConflicten")
        self.setWindowTitle(tr("Somebody else changed the same"))
        self._draft, self._conflicts, self._lists = draft, tuple(conflicts), lists
        self._choices: list[QComboBox] = []
        text = QLabel(
            tr("Since you opened this plan, somebody else stored other values. Choose for each what is to stand.")
        )
        text.setWordWrap(True)
        self.table = QTableWidget(len(self._conflicts), 5, self)
        self.table.setObjectName("conflicten")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([tr("Field"), tr("It was"), tr("Mine"), tr("Theirs"), tr("Choice")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, conflict in enumerate(self._conflicts):
            self._fill(row, conflict)
        self.table.resizeColumnsToContents()
        self.table.setWordWrap(True)
        self.table.resizeRowsToContents()
        self.buttons = QDialogButtonBox(self)
        self._save = self.buttons.addButton(tr("Save with these choices"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setObjectName("opslaanMetKeuzes")
        self.buttons.addButton(tr("Back to the page"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.table)
        line = QHBoxLayout()
        for name, words, slot in (
            ("alleMijn", tr("All mine"), self._all_mine),
            ("alleHun", tr("All theirs"), self._all_theirs),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch()
        line.addWidget(problem_button(self, self.windowTitle()))
        layout.addLayout(line)
        layout.addWidget(self.buttons)
        steady(self)
        self.resize(760, 360)
        self._enable()

    def choose_theirs(self) -> list[Conflict]:
        """The conflicts for which theirs was chosen."""
        return [each for each, choice in zip(self._conflicts, self._choices) if choice.currentData() == "theirs"]

    def _fill(self, row: int, conflict: Conflict) -> None:
        for place, text in enumerate((self._who(conflict), *map(self._shown(conflict), _values(conflict)))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, place, item)
        choice = QComboBox(self.table)
        choice.setObjectName(f"keuze{row + 1}")
        choice.setAccessibleName(tr("Choice"))
        choice.addItem(tr("(choose)"), "")
        choice.addItem(tr("Mine"), "mine")
        choice.addItem(tr("Theirs"), "theirs")
        choice.currentIndexChanged.connect(self._enable)
        self.table.setCellWidget(row, _CHOICE, choice)
        self._choices.append(choice)

    def _who(self, conflict: Conflict) -> str:
        row = self._draft.base[conflict.table].get(conflict.uuid) or conflict.mine or conflict.theirs
        who = name_of(conflict.table, row, self._draft, self._lists)
        return who if conflict.column is None else f"{who}, {column_label(conflict.table, conflict.column)}"

    def _shown(self, conflict: Conflict) -> Any:
        def words(value: Any) -> str:
            if conflict.column is None:
                return tr("removed") if value is None else tr("changed") if value is not conflict.base else ""
            if conflict.column == GEOMETRY:
                return show_shape(value) or tr("empty")
            column = model_table(conflict.table).column(conflict.column)
            row = self._draft.base[conflict.table].get(conflict.uuid, {})
            return show(column, value, row, self._lists) or tr("empty")

        return words

    def _all_mine(self) -> None:
        self._choose(1)

    def _all_theirs(self) -> None:
        self._choose(2)

    def _choose(self, place: int) -> None:
        for choice in self._choices:
            choice.setCurrentIndex(place)

    def _enable(self, _index: int = 0) -> None:
        self._save.setEnabled(all(choice.currentData() for choice in self._choices))


def _values(conflict: Conflict) -> tuple[Any, Any, Any]:
    return conflict.base, conflict.mine, conflict.theirs
