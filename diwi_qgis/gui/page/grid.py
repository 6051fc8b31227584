"""A table that can be edited: rows added, copied and removed, cells pasted from a spreadsheet, all by keyboard too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.page.delegates import CellDelegate
from diwi_qgis.gui.page.rows_model import RowsModel
from diwi_qgis.translation import tr

#: Two columns with text and a number stay beside each other in the dock.
_WIDEST = 150
_NARROWEST = 64
#: Rows that a grid shows at least; fewer when it does not have as many.
_FEWEST = 4


class CellView(QTableView):
    """A table view with the keys of a spreadsheet."""

    def __init__(self, name: str, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setItemDelegate(CellDelegate(self))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def minimumSizeHint(self) -> QSize:
        """Header, the rows one needs to see at once, and the bar below them: a small screen scrolls the page instead."""
        count = min(_FEWEST, self.model().rowCount() + 1) if self.model() is not None else _FEWEST
        rows = count * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(120, self.horizontalHeader().sizeHint().height() + rows + bar)

    def fit_columns(self) -> None:
        """Columns as wide as their texts, within limits."""
        self.resizeColumnsToContents()
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column), _NARROWEST), _WIDEST))


class Grid(QWidget):
    """Rows of a table with buttons to add, duplicate, remove and paste."""

    currentChanged = pyqtSignal(str)  #: uuid of the row that the cursor is in; empty: none

    def __init__(self, model: RowsModel, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.model = model
        model.setParent(self)
        self._current = ""
        self._fitted = False
        self.view = CellView(f"{model.table}Grid", title, self)
        self.view.setModel(model)
        self.view.installEventFilter(self)
        layout = QHBoxLayout(self)  # beside it: on a small screen height is what there is least of
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.view)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(2)
        layout.addLayout(self._buttons)
        self._add = self._button("Add", "symbologyAdd", tr("Add a row"), self.add_row)
        self._copy = self._button("Duplicate", "mActionEditCopy", tr("Duplicate the chosen rows"), self.duplicate_rows)
        self._remove = self._button("Remove", "symbologyRemove", tr("Remove the chosen rows"), self.remove_rows)
        self._paste = self._button(
            "Paste",
            "mActionEditPaste",
            tr("Paste cells copied from Excel, from the current cell on (Ctrl+V)"),
            self.paste,
        )
        self._buttons.addStretch()
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        model.modelReset.connect(self._shown_anew)
        model.shown.connect(self._enable)
        self.view.fit_columns()
        self._enable()

    def _button(self, name: str, picture: str, tip: str, slot: Callable[..., None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(f"/{picture}.svg"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setObjectName(f"{self.model.table}{name}")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    @property
    def current(self) -> str:
        """Uuid of the row with the cursor; empty when there is none."""
        return self._current

    def chosen(self) -> list[str]:
        """The rows of the selected cells."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return [self.model.uuid(row) for row in rows]

    def select(self, uuid: str, column: int = 0, edit: bool = False) -> None:
        """Put the cursor in a row."""
        row = self.model.row_of(uuid)
        if row >= 0:
            index = self.model.index(row, column)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
            if edit:
                self.view.setFocus()
                self.view.edit(index)

    # -- what the buttons do --------------------------------------------------------------------------------------------

    def add_row(self) -> None:
        """A new row with the cursor in its first cell."""
        uuid = self.model.add()
        self.model.refresh()
        self.select(uuid, edit=True)

    def duplicate_rows(self) -> None:
        """Copies of the chosen rows, the last one current."""
        copies = self.model.duplicate(self.chosen())
        self.model.refresh()
        if copies:
            self.select(copies[-1])

    def remove_rows(self) -> None:
        """Take the chosen rows away; the cursor goes to the one behind."""
        row = self.view.currentIndex().row()
        self.model.remove(self.chosen())
        self.model.refresh()
        if self.model.rowCount():
            self.select(self.model.uuid(min(row, self.model.rowCount() - 1)))

    def paste(self) -> None:
        """What is on the clipboard, from the current cell on; below the last row when there is no current cell."""
        index = self.view.currentIndex()
        row = index.row() if index.isValid() else self.model.rowCount()
        self.model.paste(QGuiApplication.clipboard().text(), row, max(index.column(), 0))

    def copy(self) -> None:
        """The selected cells to the clipboard."""
        cells = self.view.selectionModel().selectedIndexes()
        if cells:
            QGuiApplication.clipboard().setText(self.model.copy_text(cells))

    def eventFilter(self, watched: Optional[QObject], event: Optional[QEvent]) -> bool:
        """Ctrl+C, Ctrl+V and Delete of the view."""
        if watched is not self.view or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste.isEnabled():
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.model.clear_cells(self.view.selectionModel().selectedIndexes())
        else:
            return False
        return True

    # -- keeping up -------------------------------------------------------------------------------------------------------

    def _moved(self, index: object, _before: object) -> None:
        row = index.row()  # type: ignore[attr-defined]
        self._set_current(self.model.uuid(row) if row >= 0 else "")

    def _set_current(self, uuid: str) -> None:
        if uuid != self._current:
            self._current = uuid
            self.currentChanged.emit(uuid)

    def _shown_anew(self) -> None:
        """Rows came or went: keep the cursor in the row where it was."""
        before, column = self._current, max(self.view.currentIndex().column(), 0)
        if self.model.row_of(before) >= 0:
            self.select(before, column)
        else:
            self._set_current("")
        if self.model.rowCount() and not self._fitted:
            self._fitted = True
            self.view.fit_columns()
        self.view.updateGeometry()
        self._enable()

    def _enable(self, *_: object) -> None:
        has_plan, allowed = self.model.draft is not None, self.model.allowed
        chosen = has_plan and self.view.selectionModel().hasSelection()
        closed = allowed.why_not_add(self.model.table)
        for button, possible, reason in (
            (self._add, has_plan, closed),
            (self._paste, has_plan, closed or allowed.why_not_change(self.model.table)),
            (self._copy, chosen, closed),
            (self._remove, chosen, allowed.why_not_remove(self.model.table)),
        ):
            button.setEnabled(possible and not reason)
            button.setToolTip("\n".join(filter(None, (button.accessibleName(), reason))))
