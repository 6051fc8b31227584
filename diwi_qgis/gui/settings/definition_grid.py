"""Definitions in a grid: what is used keeps its code and is made inactive instead of removed; order and merging by button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from diwi_qgis.exchange.definitions.lines import kept_text, list_label, used_text
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.gui.page.grid import Grid
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.rows_model import Computed, RowsModel
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.model.definitions import gesloten_lijsten, vaste_lijsten
from diwi_qgis.translation import locale, tr


def used_by(table: str) -> Computed:
    """A column that says what uses a definition."""

    def text(draft: Draft, row: Row) -> str:
        if not isinstance(draft, SettingsDraft):
            return ""
        return used_text(draft.use(table, row["uuid"])).language(locale())

    return Computed(tr("Used by"), tr("What has this value now, of all plans in the register"), text)


class DefinitionModel(RowsModel):
    """Rows of a `SettingsDraft`; `lists` names the code list of columns that the model of the register leaves open."""

    def __init__(
        self,
        table: str,
        columns: Sequence[str],
        computed: Sequence[Computed] = (),
        lists: Optional[Mapping[str, str]] = None,
    ) -> None:
        super().__init__(table, columns, (used_by(table), *computed))
        named = lists or {}
        self.columns = tuple(
            replace(column, codelijst=named[column.name]) if column.name in named else column for column in self.columns
        )

    @property
    def settings(self) -> Optional[SettingsDraft]:
        """The draft."""
        return self.draft if isinstance(self.draft, SettingsDraft) else None

    def show_definitions(self, draft: SettingsDraft, **parents: str) -> None:
        """Show rows of a draft; who may not change them does not come here."""
        self.show_rows(draft, draft.lists(), PlanRights(), **parents)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """See `RowsModel`; what may not be changed of this row is not edited."""
        flags = super().flags(index)
        return flags if self._free(index) else flags & ~Qt.ItemFlag.ItemIsEditable

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """See `RowsModel`."""
        return self._free(index) and super().setData(index, value, role)

    def _free(self, index: QModelIndex) -> bool:
        draft = self.settings
        if draft is None or not index.isValid() or index.column() >= len(self.columns):
            return True
        return draft.may_edit(self.table, self.uuid(index.row()), self.columns[index.column()].name)


class DefinitionGrid(Grid):
    """A grid with buttons to order, to make inactive and active again, and (values of lists) to merge."""

    mergeAsked = pyqtSignal(str)  #: uuid of the value that another is to replace

    def __init__(self, name: str, model: DefinitionModel, title: str, parent: QWidget, ordered: bool = True) -> None:
        self._ordered = ordered
        self._up: Optional[QToolButton] = None
        self._down: Optional[QToolButton] = None
        self._retire: Optional[QToolButton] = None
        self._merge: Optional[QToolButton] = None
        super().__init__(model, title, parent)
        self.definitions = model
        self.view.setObjectName(f"{name}Grid")
        self.view.horizontalHeader().setStretchLastSection(True)
        self._copy.hide()
        for button, key in ((self._add, "Add"), (self._remove, "Remove"), (self._paste, "Paste")):
            button.setObjectName(f"{name}{key}")
        self._retire = self._button(
            "", "mActionHideAllLayers", tr("No longer active, or active again"), self.retire_rows
        )
        self._retire.setObjectName(f"{name}Retire")
        if ordered:
            self._up = self._button("", "mActionArrowUp", tr("Earlier in the list (Alt+Up)"), partial(self._move, -1))
            self._up.setObjectName(f"{name}Up")
            self._down = self._button(
                "", "mActionArrowDown", tr("Later in the list (Alt+Down)"), partial(self._move, 1)
            )
            self._down.setObjectName(f"{name}Down")
        if model.table == "codelijst":
            self._merge = self._button(
                "", "mActionMergeFeatures", tr("Let another value take its place…"), self._ask_merge
            )
            self._merge.setObjectName(f"{name}Merge")
        self._buttons.addStretch()
        self._enable()

    def without_retiring(self) -> None:
        """For what has no state of its own."""
        if self._retire is not None:
            self._retire.hide()

    def retire_rows(self) -> None:
        """Make the chosen rows inactive, or active again when the first of them is not."""
        draft, uuids = self.definitions.settings, self.chosen()
        if draft is None or not uuids:
            return
        active = not draft.row(self.model.table, uuids[0])["actief"]
        with draft.step():
            for uuid in uuids:
                draft.set(self.model.table, uuid, "actief", active)
        self.model.edited.emit()

    def remove_rows(self) -> None:
        """Remove what nobody uses; what is used says how it goes."""
        draft = self.definitions.settings
        used = [uuid for uuid in self.chosen() if draft is not None and draft.use(self.model.table, uuid)]
        if used and draft is not None:
            count = used_text(draft.use(self.model.table, used[0])).language(locale())
            self.model.refused.emit(tr("In use ({count}): make it inactive instead.").format(count=count))
            return
        super().remove_rows()

    def eventFilter(self, watched: Optional[QObject], event: Optional[QEvent]) -> bool:
        """See `Grid`; with Alt the arrows move the row."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = -1 if event.key() == Qt.Key.Key_Up else int(event.key() == Qt.Key.Key_Down)
            button = self._up if by == -1 else self._down
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and button is not None and button.isEnabled():
                self._move(by)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int, _checked: bool = False) -> None:
        draft, uuid = self.definitions.settings, self.current
        if draft is not None and uuid:
            draft.move(self.model.table, uuid, by, **self.parents)
            self.model.edited.emit()
            self.select(uuid, max(self.view.currentIndex().column(), 0))

    def _ask_merge(self) -> None:
        if self.current:
            self.mergeAsked.emit(self.current)

    @property
    def parents(self) -> dict[str, str]:
        """What all rows shown have in common."""
        return self.model.parents

    def effect(self) -> str:
        """What the state of the current row means for what uses it; empty when there is nothing to say."""
        draft, uuid = self.definitions.settings, self.current
        if draft is None or not uuid or self.model.row_of(uuid) < 0:
            return ""
        row, before = draft.row(self.model.table, uuid), draft.base[self.model.table].get(uuid)
        if before is None or row.get("actief") or not before.get("actief", True):
            return ""
        name = row.get("label") or row.get("naam") or row.get("klasse") or ""
        use = draft.use(self.model.table, uuid)
        if row.get("vervangen_door"):
            count = used_text(use).language(locale()) or tr("nothing")
            return tr("{name}: {count} will get '{new}'.").format(name=name, count=count, new=row["vervangen_door"])
        return f"{name}: {kept_text(use).language(locale())}."

    def _enable(self, *_: object) -> None:
        super()._enable()
        lijst = self.model.parents.get("lijst", "")
        closed, chosen = lijst in gesloten_lijsten(), self.view.selectionModel().hasSelection()
        for button in (self._retire, self._up, self._down):
            if button is not None:
                button.setEnabled(chosen)
        if self._merge is not None:
            self._merge.setEnabled(chosen and lijst not in vaste_lijsten())
        for button in (self._add, self._paste, self._remove, self._retire, self._up, self._down) if closed else ():
            if button is not None:
                button.setEnabled(False)


def title_of(lijst: str) -> str:
    """How a list is called in the window; closed ones say so."""
    label = list_label(lijst)
    return tr("{list} (closed)").format(list=label) if lijst in gesloten_lijsten() else label
