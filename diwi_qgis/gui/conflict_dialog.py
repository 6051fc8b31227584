"""Somebody else changed the same: what it was, mine and theirs side by side, and a choice for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import column_label
from diwi_qgis.gui.conflict_table import ConflictTable, Difference
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.values import show, show_shape
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict, Key, Side
from diwi_qgis.translation import tr

_GEOMETRY = "geom"


class ConflictDialog(QDialog):
    """One line per conflict; saving is possible when each has its answer."""

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        lines: Sequence[Difference],
        text: str,
        back: str,
        parent: Optional[QWidget] = None,
    ) -> None:
        """`lines` are the conflicts in words, `text` says what happened, `back` is what happens without saving."""
        super().__init__(parent)
        self.setObjectName("diwiConflicten")
        self.setWindowTitle(tr("Somebody else changed the same"))
        self._conflicts = tuple(conflicts)
        explanation = QLabel(text)
        explanation.setWordWrap(True)
        self.table = ConflictTable(lines, tr("Mine"), tr("Theirs"), self)
        self.table.chosen.connect(self._enable)
        self.buttons = QDialogButtonBox(self)
        self._save = self.buttons.addButton(tr("Save with these choices"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setObjectName("opslaanMetKeuzes")
        self.buttons.addButton(back, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(explanation)
        layout.addWidget(self.table)
        layout.addLayout(self._choose_all_line())
        layout.addWidget(self.buttons)
        steady(self)
        in_reading_order(self)
        self.resize(760, 360)
        self._enable()

    def _choose_all_line(self) -> QHBoxLayout:
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
        return line

    @property
    def choices(self) -> dict[Key, Side]:
        """What was chosen so far."""
        return {each.key: choice for each, choice in zip(self._conflicts, self.table.choices) if choice is not None}

    def choose_theirs(self) -> list[Conflict]:
        """The conflicts for which theirs was chosen."""
        return [each for each in self._conflicts if self.choices.get(each.key) is Side.THEIRS]

    def _choose_all(self, side: Side, _checked: bool = False) -> None:
        self.table.choose_all(side)

    def _enable(self) -> None:
        self._save.setEnabled(self.table.complete)


def in_words(conflict: Conflict, who: str, row: Mapping[str, Any], lists: RegisterLists) -> Difference:
    """A conflict as a person reads it; `who` is what the row is called, `row` gives the values that others depend on."""
    what = who if conflict.column is None else f"{who}, {column_label(conflict.table, conflict.column)}"
    values = (conflict.base, conflict.mine, conflict.theirs)
    return Difference(what, *(_shown(conflict, value, row, lists) for value in values))


def _shown(conflict: Conflict, value: Any, row: Mapping[str, Any], lists: RegisterLists) -> str:
    if conflict.column is None:
        return tr("removed") if value is None else tr("changed") if value is not conflict.base else ""
    if conflict.column == _GEOMETRY:
        return show_shape(value) or tr("empty")
    column = model_table(conflict.table).column(conflict.column)
    return show(column, value, row, lists) or tr("empty")
