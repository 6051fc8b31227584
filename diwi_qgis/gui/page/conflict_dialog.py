"""Somebody else changed the same: what it was, mine and theirs side by side, and a choice for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import column_label
from diwi_qgis.gui.conflict_table import ConflictTable, Difference
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.checks import name_of
from diwi_qgis.gui.page.plan_draft import GEOMETRY, PlanDraft
from diwi_qgis.gui.page.values import show, show_shape
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict, Side
from diwi_qgis.translation import tr


class ConflictDialog(QDialog):
    """One line per conflict; saving is possible when each has its answer."""

    def __init__(
        self, draft: PlanDraft, conflicts: Sequence[Conflict], lists: RegisterLists, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diwiConflicten")
        self.setWindowTitle(tr("Somebody else changed the same"))
        self._draft, self._conflicts, self._lists = draft, tuple(conflicts), lists
        text = QLabel(
            tr("Since you opened this plan, somebody else stored other values. Choose for each what is to stand.")
        )
        text.setWordWrap(True)
        self.table = ConflictTable(map(self._difference, self._conflicts), tr("Mine"), tr("Theirs"), self)
        self.table.chosen.connect(self._enable)
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
        for name, words, side in (
            ("alleMijn", tr("All mine"), Side.MINE),
            ("alleHun", tr("All theirs"), Side.THEIRS),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.clicked.connect(partial(self._choose_all, side))
            line.addWidget(button)
        line.addStretch()
        line.addWidget(problem_button(self, self.windowTitle()))
        layout.addLayout(line)
        layout.addWidget(self.buttons)
        steady(self)
        in_reading_order(self)
        self.resize(760, 360)
        self._enable()

    def choose_theirs(self) -> list[Conflict]:
        """The conflicts for which theirs was chosen."""
        return [each for each, choice in zip(self._conflicts, self.table.choices) if choice is Side.THEIRS]

    def _difference(self, conflict: Conflict) -> Difference:
        values = (conflict.base, conflict.mine, conflict.theirs)
        return Difference(self._who(conflict), *(self._shown(conflict, value) for value in values))

    def _who(self, conflict: Conflict) -> str:
        row = self._draft.base[conflict.table].get(conflict.uuid) or conflict.mine or conflict.theirs
        who = name_of(conflict.table, row, self._draft, self._lists)
        return who if conflict.column is None else f"{who}, {column_label(conflict.table, conflict.column)}"

    def _shown(self, conflict: Conflict, value: Any) -> str:
        if conflict.column is None:
            return tr("removed") if value is None else tr("changed") if value is not conflict.base else ""
        if conflict.column == GEOMETRY:
            return show_shape(value) or tr("empty")
        column = model_table(conflict.table).column(conflict.column)
        row = self._draft.base[conflict.table].get(conflict.uuid, {})
        return show(column, value, row, self._lists) or tr("empty")

    def _choose_all(self, side: Side, _checked: bool = False) -> None:
        self.table.choose_all(side)

    def _enable(self) -> None:
        self._save.setEnabled(self.table.complete)
