"""Who changed what and when, in words, and a way back to any moment: as changes that still have to be saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.history_words import saves
from diwi_qgis.gui.page.plan_draft import PlanDraft, Row
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.stepping_back import step_back
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.gui.page.values import show_moment
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.taking_back import take_back
from diwi_qgis.store.acts import Act
from diwi_qgis.translation import locale, tr

_LAST, _ACT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class HistoryTab(Tab):
    """A tree of saves; read from the register when it is looked at."""

    def __init__(self, session: RegisterSession, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("historieTab")
        self.title = tr("History")
        self._session = session
        self._draft: Optional[PlanDraft] = None
        self._lists = RegisterLists({})
        self._history: list[Row] = []
        self._acts: dict[int, Act] = {}
        self._stale = False
        self._closed = ""
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("historie")
        self.tree.setAccessibleName(self.title)
        self.tree.setHeaderHidden(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.back = QPushButton(tr("Back to this moment"), self)
        self.back.setObjectName("terugNaarMoment")
        self.back.setToolTip(_back_tip())
        self.undo = QPushButton(tr("Undo this act"), self)
        self.undo.setObjectName("handelingOngedaan")
        self.undo.setToolTip(_undo_tip())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        for widget in (self.tree, self.back, self.undo):
            layout.addWidget(widget)
        self.tree.itemSelectionChanged.connect(self._enable)
        self.back.clicked.connect(self.step_back)
        self.undo.clicked.connect(self.take_back)
        self._enable()

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`."""
        self._draft, self._lists, self._stale = draft, lists, True
        self._closed = allowed.why_not_change("project")
        for button, does in ((self.back, _back_tip()), (self.undo, _undo_tip())):
            button.setToolTip("\n".join(filter(None, (does, self._closed))))
        if self.isVisible():
            self._read()

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`: history is what is stored."""

    def showEvent(self, event: Optional[QShowEvent]) -> None:
        """Read when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale, self._history, self._acts = False, [], {}
        self.tree.clear()
        if self._draft is not None:
            try:
                with self._session.read() as register:
                    self._history = register.plan_history(self._draft.uuid)
                    self._acts = {act.line: act for act in register.acts(self._draft.uuid) if not act.taken_back}
            except DiwiError as error:
                self.refused.emit(error.text.language(locale()))
        for number, saved in enumerate(saves(self._history, self._lists)):
            item = QTreeWidgetItem([f"{show_moment(saved.moment)}  {saved.user} ({len(saved.lines)})"])
            item.setData(0, _LAST, saved.number)
            item.setData(0, _ACT, saved.act)
            for line in saved.lines:
                child = QTreeWidgetItem([line])
                child.setToolTip(0, line)
                item.addChild(child)
            self.tree.addTopLevelItem(item)
            item.setExpanded(number < 3)
        self._enable()

    def _chosen(self) -> Optional[QTreeWidgetItem]:
        items = self.tree.selectedItems()
        return (items[0].parent() or items[0]) if items else None

    def step_back(self) -> None:
        """Make the draft what the plan was right after the chosen save."""
        item = self._chosen()
        if item is None or self._draft is None:
            return
        try:
            with self._session.read() as register:
                existed = step_back(self._draft, register, self._history, item.data(0, _LAST))
        except DiwiError as error:
            self.refused.emit(error.text.language(locale()))
            return
        if existed:
            self.edited.emit()
        else:
            self.refused.emit(tr("The plan did not exist yet at that moment."))

    def take_back(self) -> None:
        """Make the chosen act undone, when nothing of this page is unsaved."""
        act = self._act()
        if act is None or self._draft is None:
            return
        if self._draft.changes():
            self.refused.emit(tr("Save or undo the changes on this page first."))
            return
        try:
            take_back(self._session, self._draft.uuid, act)
        except DiwiError as error:
            self.refused.emit(error.text.language(locale()))

    def _act(self) -> Optional[Act]:
        item = self._chosen()
        return self._acts.get(item.data(0, _ACT)) if item is not None else None

    def _enable(self) -> None:
        item = self._chosen()
        self.undo.setVisible(bool(self._acts))
        self.undo.setEnabled(self._act() is not None and not self._closed)
        self.back.setEnabled(item is not None and self.tree.indexOfTopLevelItem(item) > 0 and not self._closed)


def _back_tip() -> str:
    return tr(
        "Put everything on this page, and the plan area with its parcels, back as it was right after the chosen save; "
        "it is stored when you save"
    )


def _undo_tip() -> str:
    return tr("Bring back everything as it was before the plan was split or merged; this is stored at once")
