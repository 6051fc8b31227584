"""What every tab of the page answers to, and the plain tab: one table of the plan in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.grid import Grid
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.rows_model import RowsModel
from diwi_qgis.model.tables import table as model_table


class Tab(QWidget):
    """A tab shows a draft and changes it."""

    edited = pyqtSignal()  #: the draft was changed here
    refused = pyqtSignal(str)  #: what somebody tried could not be done, in words

    #: Title, tables whose faults belong here.
    title = ""
    tables: tuple[str, ...] = ()

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """Another draft, or none, and what one may do with it."""
        raise NotImplementedError

    def refresh(self, faults: Sequence[Fault]) -> None:
        """The draft was changed, here or elsewhere; `faults` are those of the whole plan."""
        raise NotImplementedError

    def owns(self, fault: Fault) -> bool:
        """Whether a fault is to be mended here."""
        return fault.table in self.tables

    def show_fault(self, fault: Fault) -> None:
        """Bring the field of a fault in view."""


class RowsTab(Tab):
    """One table of the plan in a grid."""

    def __init__(
        self,
        table: str,
        title: str,
        columns: Sequence[str],
        read_only: Sequence[str] = (),
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{table}Tab")
        self.title, self.tables = title, (table,)
        self.model = RowsModel(table, columns, read_only=read_only)
        self.grid = Grid(self.model, title, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        about = QLabel(model_table(table).help, self)
        about.setWordWrap(True)
        layout.addWidget(about)
        layout.addWidget(self.grid)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self.refused)

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`."""
        self.model.show_rows(draft, lists, allowed)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`."""
        self.model.refresh(faults)

    def show_fault(self, fault: Fault) -> None:
        """See `Tab`."""
        names = [column.name for column in self.model.columns]
        self.grid.select(fault.uuid, names.index(fault.column) if fault.column in names else 0)
