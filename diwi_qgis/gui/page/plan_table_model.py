"""The overview of plans as a Qt model: filtered and sorted here, because a proxy asks Python once per row and column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from diwi_qgis.gui.page.plan_filter import Condition, shown, sort_key, total
from diwi_qgis.gui.page.plan_overview import NOTHING, Overview


class PlanTableModel(QAbstractTableModel):
    """Plans that meet the search and the conditions, in the order of one column."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.overview: Overview = NOTHING
        self._names: tuple[str, ...] = ()
        self._search = ""
        self._conditions: tuple[Condition, ...] = ()
        self._sorted_by: Optional[tuple[str, bool]] = None
        self._places: list[int] = []
        self._row_of: dict[str, int] = {}

    def show_plans(self, overview: Overview) -> None:
        """Other plans, with the same search, conditions and order."""
        self.beginResetModel()
        self.overview, self._names = overview, overview.names
        self._arrange()
        self.endResetModel()

    def filter(self, search: str, conditions: Sequence[Condition]) -> None:
        """Show only plans that have the words of `search` and meet the conditions."""
        self.beginResetModel()
        self._search, self._conditions = search, tuple(conditions)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; empty ones stay last. What is selected moves along."""
        if not 0 <= column < len(self._names):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        uuids = [self.uuid(index.row()) for index in before]
        self._sorted_by = (self._names[column], order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        after = [self.index(self.row_of(uuid), index.column()) for uuid, index in zip(uuids, before)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        overview = self.overview
        conditions = [condition for condition in self._conditions if condition.column in overview.cells]
        self._places = shown(overview.haystacks, overview.cells, self._search, conditions)
        if self._sorted_by and self._sorted_by[0] in overview.cells:
            name, descending = self._sorted_by
            cells = overview.cells[name]
            filled = [place for place in self._places if cells[place].value is not None]
            empty = [place for place in self._places if cells[place].value is None]
            self._places = sorted(filled, key=lambda place: sort_key(cells[place]), reverse=descending) + empty
        self._row_of = {overview.uuids[place]: row for row, place in enumerate(self._places)}

    # -- looking ------------------------------------------------------------------------------------------------------

    def uuid(self, row: int) -> str:
        """The plan in that row."""
        return self.overview.uuids[self._places[row]]

    def row_of(self, uuid: str) -> int:
        """The row of a plan; -1 when it is not shown."""
        return self._row_of.get(uuid, -1)

    def total(self, name: str) -> int:
        """Sum of a figure over the plans that are shown."""
        return total(self.overview.cells[name], self._places) if name in self.overview.cells else 0

    # -- Qt's model ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Plans shown."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """All columns, chosen or not."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels, with the help of the model."""
        if orientation == Qt.Orientation.Vertical or section >= len(self._names):
            return None
        name = self._names[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.overview.heads[name].label
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.overview.heads[name].help or None
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and alignment."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.overview.cells[self._names[index.column()]][self._places[index.row()]].text
        if role == Qt.ItemDataRole.TextAlignmentRole and self.overview.heads[self._names[index.column()]].numeric:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
