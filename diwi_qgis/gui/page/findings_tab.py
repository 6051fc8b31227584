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

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.plan_draft import PlanDraft, Row
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.zoom import zoom_to
from diwi_qgis.translation import locale, tr

#: Width of who accepted and why; the finding itself takes what is left, and all of it stands below the list.
_ACCEPTED = 120

_UUID = Qt.ItemDataRole.UserRole


class FindingsTab(Tab):
    """Findings as a list; accepting is stored at once, for it is no part of the plan."""

    def __init__(
        self, session: RegisterSession, canvas: Any, user: Callable[[], str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bevindingTab")
        self.title = tr("Findings")
        self._session, self._canvas, self._user = session, canvas, user
        self._plan = ""
        self._rows: dict[str, Row] = {}
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
        self.accept_button.setToolTip(tr("The chosen findings are right and may stay; a reason is needed"))
        self.reopen_button = QPushButton(tr("Take back"), self)
        self.reopen_button.setObjectName("heropenen")
        self.reopen_button.setToolTip(tr("The chosen findings are open again"))
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.itemClicked.connect(self._zoom)
        self.list.itemActivated.connect(self._zoom)
        self.reason.textChanged.connect(self._enable)
        self.accept_button.clicked.connect(self.accept_chosen)
        self.reopen_button.clicked.connect(self.reopen_chosen)
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
        line.addStretch()
        layout.addLayout(line)

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists) -> None:
        """See `Tab`; the findings themselves come with `show_findings`."""
        self._plan = draft.uuid if draft else ""

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`: findings do not follow from what is being changed."""

    def show_findings(self, rows: Sequence[Row], lists: RegisterLists) -> None:
        """The findings of the plan as they are stored, open ones first."""
        chosen = set(self._chosen_uuids())
        self._rows = {row["uuid"]: row for row in rows}
        two_lines = QSize(0, 2 * self.fontMetrics().lineSpacing() + 4)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setColumnHidden(2, not any(row["geaccepteerd"] for row in rows))
        for row in sorted(rows, key=lambda each: bool(each["geaccepteerd"])):
            accepted = ": ".join(filter(None, (row["geaccepteerd_door"], row["reden"]))) if row["geaccepteerd"] else ""
            item = QTreeWidgetItem([lists.label("ernst", row["ernst"]), _message(row), accepted])
            item.setData(0, _UUID, row["uuid"])
            item.setSizeHint(1, two_lines)
            for place in range(3):
                item.setToolTip(place, item.text(place))
            self.list.addTopLevelItem(item)
            item.setSelected(row["uuid"] in chosen)
        self.list.blockSignals(False)
        self._chosen()

    def open_count(self) -> int:
        """Findings that nobody accepted."""
        return sum(not row["geaccepteerd"] for row in self._rows.values())

    def accept_chosen(self) -> None:
        """Store that the chosen findings may stay, and why."""
        reason = self.reason.text().strip()
        self._store({"geaccepteerd": True, "geaccepteerd_door": self._user(), "reden": reason})

    def reopen_chosen(self) -> None:
        """Store that they are open again."""
        self._store({"geaccepteerd": False, "geaccepteerd_door": None, "reden": None})

    def _store(self, values: Row) -> None:
        uuids = self._chosen_uuids()
        try:
            with self._session.write(self._user()) as write:
                write.update("bevinding", [{"uuid": uuid, **values} for uuid in uuids])
        except DiwiError as error:
            self.refused.emit(error.text.language(locale()))
            return
        self.reason.clear()

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
        self.reason.setEnabled(bool(chosen))
        self.accept_button.setEnabled(bool(chosen) and bool(self.reason.text().strip()))
        self.reopen_button.setEnabled(any(row["geaccepteerd"] for row in chosen))

    def _zoom(self, item: QTreeWidgetItem, _column: int) -> None:
        uuid = item.data(0, _UUID)
        if not zoom_to(self._canvas, self._session, "bevinding", [uuid]):
            zoom_to(self._canvas, self._session, "project", [self._plan])


def _message(row: Row) -> str:
    dutch = locale().lower().startswith("nl")
    return row["melding"] if dutch else row["melding_en"] or row["melding"]
