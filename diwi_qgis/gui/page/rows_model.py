"""Rows of any table of the plan as a Qt model, made from the columns of the model: one for all tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page import clipboard
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.values import read, show
from diwi_qgis.gui.page.warning import SIGN, warning_colour
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.translation import tr


@dataclass(frozen=True)
class Computed:
    """A column that follows from the rest of the plan: its text for a row, which is a warning when `SIGN` stands before it."""

    label: str
    help: str
    text: Callable[[Draft, Row], str]


class RowsModel(QAbstractTableModel):
    """Rows of one table of a draft, those of one parent if that is given; what is edited goes to the draft."""

    shown = pyqtSignal()  #: another draft, or none; also when it has as few rows as the one before
    edited = pyqtSignal()  #: the draft was changed here
    refused = pyqtSignal(str)  #: what was typed or pasted is no value, in words

    def __init__(
        self,
        table: str,
        columns: Sequence[str],
        computed: Sequence[Computed] = (),
        read_only: Sequence[str] = (),
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.columns: tuple[Column, ...] = tuple(model_table(table).column(name) for name in columns)
        self._computed = tuple(computed)
        self._read_only = frozenset(read_only)
        self._draft: Optional[Draft] = None
        self._lists = RegisterLists({})
        self._allowed = PlanRights()
        self._closed: frozenset[str] = frozenset()
        self._parents: dict[str, str] = {}
        self._uuids: list[str] = []
        self._faults: dict[tuple[str, str], str] = {}

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> Optional[Draft]:
        """The draft of which rows are shown."""
        return self._draft

    @property
    def lists(self) -> RegisterLists:
        """The code lists of the register."""
        return self._lists

    @property
    def parents(self) -> dict[str, str]:
        """What all rows shown have in common: the columns and values with which they were asked for."""
        return self._parents

    @property
    def allowed(self) -> PlanRights:
        """What one may do with the plan of which rows are shown."""
        return self._allowed

    def show_rows(self, draft: Optional[Draft], lists: RegisterLists, allowed: PlanRights, **parents: str) -> None:
        """Show the rows of a draft, of one parent (``woningblok_uuid=…``) if that is given."""
        self._draft, self._lists, self._allowed, self._parents = draft, lists, allowed, parents
        names = (column.name for column in self.columns)
        self._closed = frozenset(name for name in names if allowed.why_not_change(self.table, name))
        self.refresh()
        self.shown.emit()

    def refresh(self, faults: Sequence[Fault] = ()) -> None:
        """The draft was changed: show it; `faults` are marked."""
        self._faults = {(fault.uuid, fault.column): fault.text for fault in faults if fault.table == self.table}
        rows = self._draft.rows(self.table, **self._parents) if self._draft else []
        uuids = [row["uuid"] for row in rows]
        if uuids != self._uuids:
            self.beginResetModel()
            self._uuids = uuids
            self.endResetModel()
        elif uuids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(uuids) - 1, self.columnCount() - 1))

    def uuid(self, row: int) -> str:
        """The uuid of the row at that place."""
        return self._uuids[row]

    def row_of(self, uuid: str) -> int:
        """The place of a row; -1 when it is not shown."""
        return self._uuids.index(uuid) if uuid in self._uuids else -1

    def row_values(self, row: int) -> Row:
        """The row at that place."""
        return self._known.row(self.table, self._uuids[row])

    @property
    def _known(self) -> Draft:
        if self._draft is None:
            raise LookupError("no plan is shown")
        return self._draft

    # -- Qt's model ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows shown."""
        return 0 if parent.isValid() else len(self._uuids)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Columns of the table, and computed ones behind them."""
        return 0 if parent.isValid() else len(self.columns) + len(self._computed)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """All can be chosen; what people may write can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable(index.column()) else flags

    def _editable(self, place: int) -> bool:
        if place >= len(self.columns):
            return False
        return self.columns[place].name not in self._read_only and self.columns[place].name not in self._closed

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels with units, help as tooltip; rows are counted."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        own = self.columns[section] if section < len(self.columns) else self._computed[section - len(self.columns)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return own.help or own.label
        if role == Qt.ItemDataRole.DisplayRole:
            unit = {"cent": " (€)", "m²": " (m²)"}.get(own.unit, "") if isinstance(own, Column) else ""
            return own.label + unit
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, and what is wrong."""
        if not index.isValid():
            return None
        row = self.row_values(index.row())
        if index.column() >= len(self.columns):
            return self._computed_data(self._computed[index.column() - len(self.columns)], row, role)
        column = self.columns[index.column()]
        fault = self._faults.get((row["uuid"], column.name), "")
        if role == Qt.ItemDataRole.DisplayRole:
            text = show(column, row[column.name], row, self._lists)
            return f"{SIGN} {text}".strip() if fault else text
        if role == Qt.ItemDataRole.EditRole:
            return row[column.name]
        if role == Qt.ItemDataRole.ToolTipRole:
            closed = self._allowed.why_not_change(self.table, column.name) if column.name in self._closed else ""
            return "\n".join(filter(None, (fault, closed, column.help))) or None
        return _look_of(column, bool(fault), role)

    def _computed_data(self, computed: Computed, row: Row, role: int) -> Any:
        text = computed.text(self._known, row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.ForegroundRole and text.startswith(SIGN):
            return warning_colour(QGuiApplication.palette())
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A typed value (not a text) for a cell."""
        if role != Qt.ItemDataRole.EditRole or not self._editable(index.column()):
            return False
        self.set_value(self.uuid(index.row()), self.columns[index.column()].name, value)
        return True

    # -- editing ------------------------------------------------------------------------------------------------------

    def set_value(self, uuid: str, column: str, value: Any) -> None:
        """Change one value; a category that the new characteristic does not know is emptied with it."""
        with self._known.step():
            self._known.set(self.table, uuid, column, value)
            if column == "kenmerk":
                row = self._known.row(self.table, uuid)
                if row["categorie"] not in self._lists.opties.get(value or "", {}):
                    self._known.set(self.table, uuid, "categorie", None)
        self.edited.emit()

    def add(self, **values: Any) -> str:
        """A new row; gives its uuid."""
        parents = self._parents or self._known.parents
        uuid = self._known.add(self.table, **parents, **values)
        self.edited.emit()
        return uuid

    def remove(self, uuids: Sequence[str]) -> None:
        """Take rows away: one step back."""
        with self._known.step():
            for uuid in uuids:
                self._known.remove(self.table, uuid)
        self.edited.emit()

    def duplicate(self, uuids: Sequence[str]) -> list[str]:
        """Copies of rows, with their parts: one step back; gives the new uuids."""
        with self._known.step():
            copies = [self._known.duplicate(self.table, uuid) for uuid in uuids]
        self.edited.emit()
        return copies

    def clear_cells(self, cells: Sequence[QModelIndex]) -> None:
        """Empty cells: one step back."""
        with self._known.step():
            for index in cells:
                if self._editable(index.column()):
                    self._known.set(self.table, self.uuid(index.row()), self.columns[index.column()].name, None)
        self.edited.emit()

    def copy_text(self, cells: Sequence[QModelIndex]) -> str:
        """Cells as a spreadsheet takes them from the clipboard."""
        by_row: dict[int, list[str]] = {}
        for index in sorted(cells, key=lambda cell: (cell.row(), cell.column())):
            by_row.setdefault(index.row(), []).append(str(index.data() or ""))
        return "\n".join("\t".join(texts) for texts in by_row.values())

    def paste(self, text: str, at_row: int, at_column: int) -> int:
        """Cells of a spreadsheet from that cell on; rows are added where there are too few.

        All or nothing: when a cell cannot be read, `refused` names each of them. Gives the number of rows.
        """
        table = clipboard.cells(text)
        start = min(max(at_row, 0), len(self._uuids))
        columns = [column for place, column in enumerate(self.columns) if place >= at_column and self._editable(place)]
        befores = [self.row_values(number) for number in range(start, len(self._uuids))]
        rows, wrong = clipboard.values(table, columns, self._read, befores)
        if wrong:
            more = [tr("… and {number} more").format(number=len(wrong) - 5)] if len(wrong) > 5 else []
            self.refused.emit("\n".join([tr("Nothing was pasted:"), *map(str, wrong[:5]), *more]))
            return 0
        self._write(rows, start)
        return len(rows)

    def _read(self, column: Column, text: str, row: Mapping[str, Any]) -> Any:
        return read(column, text, row, self._lists)

    def _write(self, rows: Sequence[Row], start: int) -> None:
        parents = self._parents or self._known.parents
        with self._known.step():
            for number, values in enumerate(rows):
                if start + number < len(self._uuids):
                    for column, value in values.items():
                        self._known.set(self.table, self._uuids[start + number], column, value)
                else:
                    filled = {column: value for column, value in values.items() if value is not None}
                    self._known.add(self.table, **parents, **filled)
        self.edited.emit()


def _look_of(column: Column, wrong: bool, role: int) -> Any:
    if role == Qt.ItemDataRole.ForegroundRole and wrong:
        return warning_colour(QGuiApplication.palette())
    if role == Qt.ItemDataRole.TextAlignmentRole and column.kind in (Kind.INTEGER, Kind.REAL):
        return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return None
