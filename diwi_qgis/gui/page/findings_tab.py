"""What the last quality check found on this plan: click to see it on the map, accept it with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.plan_draft import FINDINGS, PlanDraft, Row
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.zoom import zoom_to
from diwi_qgis.translation import locale, tr

#: Width of who accepted and why; the finding itself takes what is left, and all of it stands below the list.
_ACCEPTED = 120

_UUID = Qt.ItemDataRole.UserRole


class FindingsTab(Tab):
    """Findings as a list, those about this and another plan too; accepting is a change like any other on the page."""

    def __init__(
        self, session: RegisterSession, canvas: Any, user: Callable[[], str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bevindingTab")
        self.title = tr("Findings")
        self._session, self._canvas, self._user = session, canvas, user
        self._draft: Optional[PlanDraft] = None
        self._lists = RegisterLists({})
        self._rows: dict[str, Row] = {}
        self._closed = ""
        self.list = QTreeWidget(self)
        self.list.setObjectName("bevindingen")
        self.list.setAccessibleName(self.title)
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels([tr("Severity"), tr("Finding"), tr("Accepted")])
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, _ACCEPTED)
        self.message = QLabel(self)
        self.message.setObjectName("bevinding")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("reden")
        self.reason.setAccessibleName(tr("Reason to accept"))
        self.reason.setPlaceholderText(tr("Reason to accept"))
        self.reason.setMaxLength(1000)
        self.accept_button = QPushButton(tr("Accept"), self)
        self.accept_button.setObjectName("accepteren")
        self.accept_button.setToolTip(_accept_tip())
        self.reopen_button = QPushButton(tr("Take back"), self)
        self.reopen_button.setObjectName("heropenen")
        self.reopen_button.setToolTip(_reopen_tip())
        self.other_button = QPushButton(tr("To the other plan"), self)
        self.other_button.setObjectName("anderPlan")
        self.other_button.setToolTip(tr("Show the page of the second plan that the chosen finding is about"))
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.itemClicked.connect(self._zoom)
        self.list.itemActivated.connect(self._zoom)
        self.reason.textChanged.connect(self._enable)
        self.accept_button.clicked.connect(self.accept_chosen)
        self.reopen_button.clicked.connect(self.reopen_chosen)
        self.other_button.clicked.connect(self.go_to_other)
        self._enable()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        layout.addWidget(self.message)
        layout.addWidget(self.reason)
        line = QHBoxLayout()
        line.addWidget(self.accept_button)
        line.addWidget(self.reopen_button)
        line.addWidget(self.other_button)
        line.addStretch()
        layout.addLayout(line)

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`."""
        self._draft, self._lists = draft, lists
        self._closed = allowed.why_not_change(FINDINGS)
        for widget, does in (
            (self.reason, tr("Reason to accept")),
            (self.accept_button, _accept_tip()),
            (self.reopen_button, _reopen_tip()),
        ):
            widget.setToolTip("\n".join(filter(None, (does, self._closed))))
        self.list.clearSelection()
        self.refresh(())

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`: open findings come first."""
        rows = self._draft.rows(FINDINGS) if self._draft else []
        if rows and list(self._rows.values()) == rows and self.list.topLevelItemCount() == len(rows):
            return
        chosen = set(self._chosen_uuids())
        self._rows = {row["uuid"]: row for row in rows}
        two_lines = QSize(0, 2 * self.fontMetrics().lineSpacing() + 4)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setColumnHidden(2, not any(row["geaccepteerd"] for row in rows))
        for row in sorted(rows, key=lambda each: bool(each["geaccepteerd"])):
            item = QTreeWidgetItem([self._lists.label("ernst", row["ernst"]), _message(row), self._accepted(row)])
            item.setData(0, _UUID, row["uuid"])
            item.setSizeHint(1, two_lines)
            for place in range(3):
                item.setToolTip(place, item.text(place))
            self.list.addTopLevelItem(item)
            item.setSelected(row["uuid"] in chosen)
        self.list.blockSignals(False)
        self._chosen()

    def _accepted(self, row: Row) -> str:
        """Who accepted it and why; marked as the page is while that is not stored."""
        if not row["geaccepteerd"]:
            return ""
        words = ": ".join(filter(None, (row["geaccepteerd_door"], row["reden"])))
        stored = self._draft is not None and not self._draft.touched(FINDINGS, row["uuid"])
        return words if stored else f"● {words}"

    def open_count(self) -> int:
        """Findings that nobody accepted."""
        return sum(not row["geaccepteerd"] for row in self._rows.values())

    def accept_chosen(self) -> None:
        """The chosen findings may stay, and why; stored with the rest of the page."""
        reason = self.reason.text().strip()
        self._set({"geaccepteerd": True, "geaccepteerd_door": self._user(), "reden": reason})
        self.reason.clear()

    def reopen_chosen(self) -> None:
        """They are open again."""
        self._set({"geaccepteerd": False, "geaccepteerd_door": None, "reden": None})

    def _set(self, values: Row) -> None:
        if self._draft is None:
            return
        with self._draft.step():
            for uuid in self._chosen_uuids():
                for column, value in values.items():
                    self._draft.set(FINDINGS, uuid, column, value)
        self.edited.emit()

    def go_to_other(self) -> None:
        """Look at the second plan of the chosen finding."""
        self._session.choose_plan(self._other())

    def _other(self) -> str:
        """The second plan of the one chosen finding; empty when there is none."""
        chosen = [self._rows[uuid] for uuid in self._chosen_uuids() if uuid in self._rows]
        if len(chosen) != 1 or self._draft is None:
            return ""
        pair = (chosen[0]["project_uuid"], chosen[0]["ander_uuid"])
        return next((uuid for uuid in pair if uuid and uuid != self._draft.uuid), "")

    def _chosen_uuids(self) -> list[str]:
        return [item.data(0, _UUID) for item in self.list.selectedItems()]

    def _chosen(self) -> None:
        items = self.list.selectedItems()
        if not self._rows:
            self.message.setText(tr("No findings: none were found, or this plan was not checked yet."))
        else:
            self.message.setText(items[0].text(1) if len(items) == 1 else "")
        self._enable()

    def _enable(self) -> None:
        chosen = [self._rows[uuid] for uuid in self._chosen_uuids() if uuid in self._rows]
        may = bool(chosen) and not self._closed
        self.reason.setEnabled(may)
        self.accept_button.setEnabled(may and bool(self.reason.text().strip()))
        self.reopen_button.setEnabled(may and any(row["geaccepteerd"] for row in chosen))
        self.other_button.setEnabled(bool(self._other()))

    def _zoom(self, item: QTreeWidgetItem, _column: int) -> None:
        uuid = item.data(0, _UUID)
        if not zoom_to(self._canvas, self._session, "bevinding", [uuid]):
            zoom_to(self._canvas, self._session, "project", [self._draft.uuid] if self._draft else [])


def _accept_tip() -> str:
    return tr("The chosen findings are right and may stay; a reason is needed, and it is stored when you save")


def _reopen_tip() -> str:
    return tr("The chosen findings are open again")


def _message(row: Row) -> str:
    dutch = locale().lower().startswith("nl")
    return row["melding"] if dutch else row["melding_en"] or row["melding"]
