"""Before a field copy is brought back: what changes, plan by plan, and a choice where office and field differ."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.exchange.fieldcopy.receipt import Kind, Line, PlanLines, Receipt
from diwi_qgis.gui.conflict_table import ConflictTable, Difference
from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.values import show_moment
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.notation import counted
from diwi_qgis.rules.merging import Key, Side
from diwi_qgis.translation import locale, tr

#: Uuid of the plan of an item.
_PLAN = Qt.ItemDataRole.UserRole


class BringDialog(QDialog):
    """Accepted, `choices` answer all questions. `again`: something changed in the office since it was last shown."""

    planClicked = pyqtSignal(str)  #: uuid of a plan to look at on the map

    def __init__(self, found: Receipt, again: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiVeldkopieTerug")
        self.setWindowTitle(tr("Bring field copy back"))
        self._found = found
        self._questions = found.questions
        self.tree = self._make_tree()
        self.conflicts = ConflictTable(
            [Difference(each.what, each.base, each.mine, each.theirs) for each in self._questions],
            tr("Field (laptop)"),
            tr("Office"),
            self,
        )
        self.conflicts.setVisible(bool(self._questions))
        self._choose_again()
        self.conflicts.chosen.connect(self._enable)
        self.conflicts.currentCellChanged.connect(self._question_clicked)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.setObjectName("diwiVeldkopieTerugKnoppen")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Bring back"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Not now"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(again)
        steady(self)
        self.resize(900, 620)
        self._enable()

    @property
    def choices(self) -> dict[Key, Side]:
        """What was chosen, by conflict."""
        made = zip(self._questions, self.conflicts.choices)
        return {question.conflict.key: side for question, side in made if side is not None}

    # -- building -------------------------------------------------------------------------------------------------

    def _lay_out(self, again: bool) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(_words("diwiVeldkopieUitleg", self._explanation(again)))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        if self._questions:
            split.addWidget(self._conflict_box())
        split.addWidget(self.tree)
        layout.addWidget(split, 1)
        if self._found.notes:
            lines = "\n".join(f"• {text.language(locale())}" for text in self._found.notes)
            layout.addWidget(_words("diwiVeldkopieLetOp", lines))
        bottom = QHBoxLayout()
        bottom.addWidget(problem_button(self, self.windowTitle()))
        bottom.addStretch()
        bottom.addWidget(self._buttons)
        layout.addLayout(bottom)

    def _explanation(self, again: bool) -> str:
        text = tr("Field copy of {who}, taken along on {moment}. Nothing is stored before you press 'Bring back'.")
        text = text.format(who=self._found.wie, moment=show_moment(self._found.sinds))
        if again:
            text = tr("Something changed in the office meanwhile; look again.") + " " + text
        return text

    def _conflict_box(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        words = counted(
            len(self._questions), tr("difference needs your choice"), tr("differences need your choice"), locale()
        )
        explained = tr("{number}: office and field changed the same differently.").format(number=words)
        layout.addWidget(_words("diwiVeldkopieKeuzes", explained))
        layout.addWidget(self.conflicts, 1)
        line = QHBoxLayout()
        for name, text, side in (
            ("alleVeld", tr("All from the field"), Side.MINE),
            ("alleKantoor", tr("All from the office"), Side.THEIRS),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(partial(self._choose_all, side))
            line.addWidget(button)
        line.addStretch()
        layout.addLayout(line)
        return box

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("diwiVeldkopieWijzigingen")
        tree.setAccessibleName(tr("What changes in the office"))
        tree.setHeaderLabels([tr("What changes in the office"), tr("Now"), tr("Becomes"), tr("By")])
        for plan in self._found.plans:
            tree.addTopLevelItem(_plan_item(plan))
        if not self._found.plans:
            tree.addTopLevelItem(QTreeWidgetItem([_nothing(self._found)]))
            tree.topLevelItem(0).setFirstColumnSpanned(True)
        if len(self._found.plans) == 1:
            tree.expandAll()
        tree.header().resizeSection(0, 400)
        tree.currentItemChanged.connect(self._item_clicked)
        return tree

    def _choose_again(self) -> None:
        """What was chosen before stays so."""
        for row, question in enumerate(self._questions):
            choice = self.conflicts.cellWidget(row, self.conflicts.columnCount() - 1)
            if question.choice is not None:
                choice.setCurrentIndex(choice.findData(question.choice))

    # -- what is clicked --------------------------------------------------------------------------------------------

    def _item_clicked(self, item: Optional[QTreeWidgetItem], _before: object = None) -> None:
        while item is not None and item.parent() is not None:
            item = item.parent()
        uuid = item.data(0, _PLAN) if item is not None else ""
        if uuid:
            self.planClicked.emit(uuid)

    def _question_clicked(self, row: int, *_: int) -> None:
        question = self._questions[row] if row >= 0 else None
        plan = next((plan.uuid for plan in self._found.plans if question in plan.questions), "")
        if plan:
            self.planClicked.emit(plan)

    def _choose_all(self, side: Side, _checked: bool = False) -> None:
        self.conflicts.choose_all(side)

    def _enable(self) -> None:
        reason = "" if self.conflicts.complete else tr("First choose where office and field differ.")
        if self._found.earlier is not None:
            reason = _nothing(self._found)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not reason)
        ok.setToolTip(reason)


def _words(name: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label


def _nothing(found: Receipt) -> str:
    if found.earlier is None:
        return tr("Nothing was changed in the field copy.")
    text = tr("Brought back already on {moment}, and not changed since.")
    return text.format(moment=show_moment(found.earlier))


def _plan_item(plan: PlanLines) -> QTreeWidgetItem:
    parts = []
    if plan.lines:
        parts.append(counted(len(plan.lines), tr("change"), tr("changes"), locale()))
    if plan.questions:
        words = tr("needs your choice"), tr("need your choice")
        parts.append(counted(len(plan.questions), *words, locale()))
    item = QTreeWidgetItem([f"{plan.naam or tr('Lists and settings')}: {', '.join(parts)}"])
    item.setData(0, _PLAN, plan.uuid)
    item.addChildren([_line_item(line) for line in plan.lines])
    return item


def _line_item(line: Line) -> QTreeWidgetItem:
    what = f"{line.what}, {line.field}" if line.field else line.what
    after = {Kind.NEW: tr("added"), Kind.CHANGED: line.after or tr("empty"), Kind.REMOVED: tr("removed")}[line.kind]
    by = f"{line.user}, {show_moment(line.moment)}" if line.moment is not None else line.user
    item = QTreeWidgetItem([what, line.before, after, by])
    for column in range(item.columnCount()):
        item.setToolTip(column, item.text(column))
    return item
