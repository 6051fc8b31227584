"""All plans in a table that can be searched, sorted and chosen from, in step with the map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Optional

from qgis.core import QgsApplication, QgsSettings, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.bulk_edit import BulkEdit
from diwi_qgis.gui.page.filter_bar import FilterBar
from diwi_qgis.gui.page.header import figure_labels
from diwi_qgis.gui.page.plan_overview import NOTHING, read_overview
from diwi_qgis.gui.page.plan_table_model import PlanTableModel
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.zoom import zoom_to
from diwi_qgis.model.rights import Actie
from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr

#: Order, width and choice of columns, as Qt's header remembers them.
_SETTING = "diwi/plantabel/kolommen"

#: Of which columns that is: registers differ in their custom properties.
_SETTING_NAMES = "diwi/plantabel/kolomnamen"

#: Texts measured for the width of a column.
_MEASURED = 50

_WIDEST = 260


class PlanTableWidget(QWidget):
    """Search, table, totals and what can be done with the chosen plans."""

    def __init__(self, session: RegisterSession, canvas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("diwiPlannen")
        self._session, self._canvas = session, canvas
        self._layer: Optional[QgsVectorLayer] = None
        self._stale, self._following = True, False
        self.lists = RegisterLists({})
        self.filter = FilterBar(self)
        self.model = PlanTableModel(self)
        self.view = QTableView(self)
        self._set_up_view()
        self.totals = QLabel(self)
        self.totals.setObjectName("planTotalen")
        self.totals.setWordWrap(True)
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.zoom_button = self._button(
            "planZoom", "mActionZoomToSelected", tr("Show the chosen plans on the map"), self.zoom
        )
        self.columns_button = self._button(
            "kolommen", "mActionOpenTable", tr("Choose which columns are shown"), self._ask_columns_below
        )
        self.edit_button = QPushButton(tr("Change together…"), self)
        self.edit_button.setObjectName("planBulk")
        self.edit_button.setToolTip(_edit_tip())
        self.edit_button.clicked.connect(self.bulk_edit)
        self._lay_out()
        self.filter.changed.connect(self._filter)
        session.registerChanged.connect(self._register_changed)
        session.dataChanged.connect(self._data_changed)
        session.layersChanged.connect(self._follow_layer)
        steady(self)
        in_reading_order(self)
        self._enable()
        self._follow_layer()

    def _set_up_view(self) -> None:
        self.view.setObjectName("plannen")
        self.view.setAccessibleName(tr("Plans"))
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setResizeContentsPrecision(_MEASURED)
        # A title would ask of every row whether its column is selected, each time it is painted; here rows are chosen.
        header.setSelectionModel(QItemSelectionModel(self.model, header))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        self.view.setSortingEnabled(True)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.doubleClicked.connect(self._double_clicked)

    def _button(self, name: str, picture: str, tip: str, slot: Any) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(QgsApplication.getThemeIcon(f"/{picture}.svg"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for widget in (self.zoom_button, self.edit_button, self.columns_button):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(problem_button(self, tr("Plans")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.totals)
        layout.addLayout(line)

    def stop(self) -> None:
        """The window goes away."""
        self._remember_columns()
        self._session.registerChanged.disconnect(self._register_changed)
        self._session.dataChanged.disconnect(self._data_changed)
        self._session.layersChanged.disconnect(self._follow_layer)
        self._listen_to(None)

    # -- reading --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: Optional[QShowEvent]) -> None:
        """A hidden table reads nothing; now it does."""
        super().showEvent(event)
        self._read_if_stale()
        self._map_selection_changed()  # while it was hidden

    def _register_changed(self) -> None:
        """Plans may have the same uuid there; chosen are those of before no more."""
        self._following = True
        self._select([])
        self._following = False
        self._stale = True
        self._read_if_stale()

    def _data_changed(self) -> None:
        self._stale = True
        self._read_if_stale()

    def _read_if_stale(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        overview = NOTHING
        if self._session.address is not None:
            try:
                with self._session.read() as register:
                    self.lists = RegisterLists.read(register)
                    overview = read_overview(register, self.lists, date.today())
            except DiwiError as error:
                self.totals.setText(error.text.language(locale()))
                self.model.show_plans(NOTHING)
                return
        first = not self.model.overview.uuids and overview.uuids
        self._keep_selection(self.model.show_plans, overview)
        self.filter.show_overview(overview)
        if first:
            self._recall_columns()
        self._show_totals()

    def _keep_selection(self, change: Any, *arguments: Any) -> None:
        """Change what is shown, and choose the plans that the map has chosen again."""
        chosen = self.chosen()
        self._following = True
        try:
            change(*arguments)
            self._select(chosen)
        finally:
            self._following = False
        self._enable()

    def _filter(self) -> None:
        self._keep_selection(self.model.filter, self.filter.search.text(), self.filter.conditions())
        self._show_totals()

    def _show_totals(self) -> None:
        if self._session.address is None:
            self.totals.setText(tr("No register is open."))
            return
        parts = [
            tr("{shown} of {all} plans").format(
                shown=number(self.model.rowCount(), language=locale()),
                all=number(len(self.model.overview.uuids), language=locale()),
            )
        ]
        for name, (label, _) in figure_labels().items():
            parts.append(f"{label.lower()} {number(self.model.total(name), language=locale())}")
        self.totals.setText(" · ".join(parts))

    # -- columns --------------------------------------------------------------------------------------------------------

    def _recall_columns(self) -> None:
        header = self.view.horizontalHeader()
        kept = QgsSettings().value(_SETTING)
        same = QgsSettings().value(_SETTING_NAMES) == list(self.model.overview.names)
        if same and kept and header.restoreState(kept) and header.count() == self.model.columnCount():
            return
        self.view.resizeColumnsToContents()
        for place, head in enumerate(self.model.overview.heads.values()):
            self.view.setColumnWidth(place, min(self.view.columnWidth(place), _WIDEST))
            self.view.setColumnHidden(place, head.hidden)

    def _remember_columns(self) -> None:
        if self.model.overview.uuids:  # an empty table has no widths worth keeping
            QgsSettings().setValue(_SETTING, self.view.horizontalHeader().saveState())
            QgsSettings().setValue(_SETTING_NAMES, list(self.model.overview.names))

    def _ask_columns(self, position: QPoint) -> None:
        self._columns_menu().exec(self.view.horizontalHeader().mapToGlobal(position))

    def _ask_columns_below(self) -> None:
        self._columns_menu().exec(self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height())))

    def _columns_menu(self) -> QMenu:
        menu = QMenu(self)
        for place, head in enumerate(self.model.overview.heads.values()):
            action = menu.addAction(head.label)
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(place))
            action.setData(place)
        menu.triggered.connect(self._show_column)
        return menu

    def _show_column(self, action: Any) -> None:
        self.view.setColumnHidden(action.data(), not action.isChecked())
        self._remember_columns()

    # -- choosing -------------------------------------------------------------------------------------------------------

    def chosen(self) -> list[str]:
        """Uuids of the chosen plans, from the top.

        By ranges, which are whole rows here: Qt's `selectedRows` asks the model some thirty questions per row.
        """
        ranges = self.view.selectionModel().selection()
        rows = sorted(row for chosen in ranges for row in range(chosen.top(), chosen.bottom() + 1))
        return [self.model.uuid(row) for row in rows]

    def _selection_changed(self, *_: object) -> None:
        self._enable()
        if self._following:
            return
        uuids = self.chosen()
        self._following = True
        try:
            if self._layer is not None and not sip.isdeleted(self._layer):
                fids = dict(zip(self.model.overview.uuids, self.model.overview.fids))
                self._layer.selectByIds([fids[uuid] for uuid in uuids])
            else:
                self._session.choose_plan(uuids[0] if len(uuids) == 1 else "")
        finally:
            self._following = False

    def _map_selection_changed(self, *_: object) -> None:
        if self._following or self._layer is None or sip.isdeleted(self._layer) or not self.isVisible():
            return
        self._following = True
        try:
            self._select([str(feature["uuid"]) for feature in self._layer.getSelectedFeatures()], scroll=True)
        finally:
            self._following = False
        self._enable()

    def _select(self, uuids: list[str], scroll: bool = False) -> None:
        selection, rows = QItemSelection(), sorted(row for row in map(self.model.row_of, uuids) if row >= 0)
        last = self.model.columnCount() - 1
        for first, end in _runs(rows):
            selection.select(self.model.index(first, 0), self.model.index(end, last))
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if scroll and rows:
            self.view.scrollTo(self.model.index(rows[0], 0))

    def _follow_layer(self) -> None:
        layer = self._session.layer("project")
        if layer is not self._layer:
            self._listen_to(layer)

    def _listen_to(self, layer: Optional[QgsVectorLayer]) -> None:
        if self._layer is not None and not sip.isdeleted(self._layer):
            self._layer.selectionChanged.disconnect(self._map_selection_changed)
        if layer is not None:
            layer.selectionChanged.connect(self._map_selection_changed)
        self._layer = layer

    def _enable(self) -> None:
        chosen = self.view.selectionModel().hasSelection()
        self.zoom_button.setEnabled(chosen)
        closed = self._session.rights.why_none(Actie.WIJZIGEN, self.chosen()) if chosen else ""
        self.edit_button.setEnabled(chosen and not closed)
        self.edit_button.setToolTip("\n".join(filter(None, (_edit_tip(), closed))))

    # -- doing ----------------------------------------------------------------------------------------------------------

    def _double_clicked(self, _index: object) -> None:
        self.zoom()

    def zoom(self) -> None:
        """The map goes to the chosen plans."""
        if not zoom_to(self._canvas, self._session, "project", self.chosen()):
            self.totals.setText(tr("None of the chosen plans has a plan area."))

    def bulk_edit(self) -> None:
        """Ask for a field and a value for all chosen plans."""
        BulkEdit(self._session, self.lists, self.chosen(), self.window()).exec()


def _edit_tip() -> str:
    return tr("Give all chosen plans the same value, after a preview")


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of rows that follow each other: Qt is slow with thousands of ranges."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
