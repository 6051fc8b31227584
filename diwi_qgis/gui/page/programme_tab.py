"""The programme: blocks in a grid, and below it how the chosen block is broken down and phased, with live sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.gui.page.grid import Grid
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.properties import TABLE as PROPERTIES
from diwi_qgis.gui.page.properties_form import PropertiesForm
from diwi_qgis.gui.page.rows_model import Computed, RowsModel
from diwi_qgis.gui.page.sums import SumCheck, sum_checks
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.gui.page.warning import SIGN, warning_colour
from diwi_qgis.translation import tr

_BLOCK = (
    "naam",
    "mutatie",
    "aantal",
    "in_programmering",
    "oppervlakte_min",
    "oppervlakte_max",
    "contract",
    "opmerkingen",
)
_VERDELING = ("kenmerk", "categorie", "aantal", "prijs_min", "prijs_max", "prijsklasse")
_OPLEVERING = ("datum", "aantal", "gerealiseerd")


class ProgrammeTab(Tab):
    """Blocks, and the parts of the chosen one."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("programmaTab")
        self.title = tr("Programme")
        self.tables = ("woningblok", "verdeling", "oplevering", PROPERTIES)
        self._draft: Optional[PlanDraft] = None
        self._lists = RegisterLists({})
        self._allowed = PlanRights()
        check = Computed(tr("Sums"), tr("Whether breakdowns and phasing fit the number of dwellings."), self._summary)
        self.blocks = Grid(RowsModel("woningblok", _BLOCK, (check,)), tr("Blocks"), self)
        self.verdeling = Grid(RowsModel("verdeling", _VERDELING), tr("Breakdown of the block"), self)
        self.oplevering = Grid(RowsModel("oplevering", _OPLEVERING), tr("Phasing of the block"), self)
        self.properties = PropertiesForm("woningblok", self)
        self.properties.edited.connect(self.edited)
        self.sums = _WholeText(self)
        self.sums.setObjectName("somcontrole")
        self.sums.setAccessibleName(tr("Sums of the chosen block"))
        self.sums.setWordWrap(True)
        self.sums.setTextFormat(Qt.TextFormat.RichText)
        self._lay_out()
        for grid in (self.blocks, self.verdeling, self.oplevering):
            grid.model.edited.connect(self.edited)
            grid.model.refused.connect(self.refused)
        self.blocks.currentChanged.connect(self._show_block)

    def _lay_out(self) -> None:
        self._parts = QTabWidget(self)
        self._parts.setObjectName("blokdelen")
        self._parts.tabBar().setAccessibleName(tr("Parts of the block"))
        self._parts.addTab(self.verdeling, tr("Breakdown"))
        self._parts.addTab(self.oplevering, tr("Phasing"))
        self._own = QScrollArea(self)
        self._own.setWidgetResizable(True)
        self._own.setFrameShape(QFrame.Shape.NoFrame)
        self._own.setWidget(self.properties)
        self._parts.addTab(self._own, tr("Own properties"))
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sums)
        column.addWidget(self._parts)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("programmaSplitter")
        splitter.addWidget(self.blocks)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        area = QScrollArea(self)
        area.setObjectName("programmaGebied")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(area)

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`."""
        self._draft, self._lists, self._allowed = draft, lists, allowed
        self.blocks.model.show_rows(draft, lists, allowed)
        if draft and not self.blocks.current and draft.rows("woningblok"):
            self.blocks.select(draft.rows("woningblok")[0]["uuid"])
        self._show_block(self.blocks.current)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`."""
        for grid in (self.blocks, self.verdeling, self.oplevering):
            grid.model.refresh(faults)
        self.properties.refresh(faults)
        self._show_sums()

    def owns(self, fault: Fault) -> bool:
        """See `Tab`: of the properties those of blocks, not those of the plan."""
        return super().owns(fault) and (self._draft is None or fault.uuid != self._draft.uuid)

    def show_fault(self, fault: Fault) -> None:
        """See `Tab`."""
        if self._draft is None:
            return
        if fault.table == PROPERTIES:
            self.blocks.select(fault.uuid)
            self._parts.setCurrentWidget(self._own)
            editor = self.properties.editor(fault.column)
            if editor is not None:
                self._own.ensureWidgetVisible(editor)
                editor.setFocus()
            return
        grid = {"woningblok": self.blocks, "verdeling": self.verdeling, "oplevering": self.oplevering}[fault.table]
        if grid is not self.blocks:
            self.blocks.select(self._draft.row(fault.table, fault.uuid)["woningblok_uuid"])
            self._parts.setCurrentWidget(grid)
        names = [column.name for column in grid.model.columns]
        grid.select(fault.uuid, names.index(fault.column) if fault.column in names else 0)

    def _show_block(self, uuid: str) -> None:
        draft = self._draft if uuid else None
        for grid in (self.verdeling, self.oplevering):
            grid.model.show_rows(draft, self._lists, self._allowed, woningblok_uuid=uuid)
            grid.setEnabled(draft is not None)
        self.properties.show_holder(draft, uuid, self._lists, self._allowed)
        self._parts.setTabVisible(self._parts.indexOf(self._own), self.properties.count > 0)
        self._show_sums()

    # -- sums -----------------------------------------------------------------------------------------------------------

    def _checks(self, draft: Draft, block: Row) -> list[SumCheck]:
        uuid = block["uuid"]
        verdeling, oplevering = (draft.rows(name, woningblok_uuid=uuid) for name in ("verdeling", "oplevering"))
        return list(sum_checks(block["aantal"], verdeling, oplevering, self._lists.opties.get("kenmerk", {})))

    def _summary(self, draft: Draft, block: Row) -> str:
        checks = self._checks(draft, block)
        wrong = [check for check in checks if check.excess]
        if wrong:
            return f"{SIGN} {wrong[0].text}"
        return tr("fits") if checks else tr("nothing given")

    def _show_sums(self) -> None:
        uuid = self.blocks.current
        if self._draft is None or not uuid:
            self.sums.setText(tr("Choose a block to see its breakdown and phasing."))
            return
        block = self._draft.row("woningblok", uuid)
        colour = warning_colour(self.palette()).name()
        checks = self._checks(self._draft, block)
        lines = [f"<b>{_escaped(block['naam'] or '')}</b>"]
        for check in checks:
            text = _escaped(check.text)
            if check.excess:
                lines.append(f'<span style="color:{colour}"><b>{SIGN} {text}</b></span>')
            elif check.unknown:
                lines.append(text)
        fitting = [check.label for check in checks if not check.excess and not check.unknown]
        if fitting:
            total = block["aantal"] or 0
            lines.append(_escaped(tr("{total} of {total} given: {list}").format(total=total, list=", ".join(fitting))))
        self.sums.setText("<br>".join(lines))


class _WholeText(QLabel):
    """A text as high as it is at its width: a splitter would cut it."""

    def setText(self, text: Optional[str]) -> None:
        """See QLabel."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: Optional[QResizeEvent]) -> None:
        """Another width, other line breaks."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # or Qt takes the height of before for the least
        self.setFixedHeight(max(self.heightForWidth(self.width()), self.fontMetrics().height()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
