"""Code lists: values added, renamed, ordered, made inactive and merged; what is used is never removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QWidget

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.gui.page.rows_model import Computed
from diwi_qgis.gui.settings.definition_grid import DefinitionGrid, DefinitionModel, title_of
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.model.definitions import EIGENSCHAP, gesloten_lijsten
from diwi_qgis.translation import tr

_COLUMNS = ("label", "code", "actief", "toelichting", "zet_fase", "zet_planstatus")

#: Columns for kinds of milestones alone, with the lists that their values are from.
_STATES = {"zet_fase": "fase", "zet_planstatus": "planstatus"}


def values_grid(name: str, title: str, parent: QWidget) -> DefinitionGrid:
    """A grid with the values of a list, which merges by asking which value takes the place of the current one."""
    instead = Computed(tr("Replaced by"), tr("The value that is used instead of this one"), _successor)
    model = DefinitionModel("codelijst", _COLUMNS, (instead,), _STATES)
    grid = DefinitionGrid(name, model, title, parent)
    grid.mergeAsked.connect(lambda uuid: _ask_successor(grid, uuid))
    return grid


def show_values(grid: DefinitionGrid, draft: SettingsDraft, lijst: str) -> None:
    """Show the values of a list in a grid."""
    grid.definitions.show_definitions(draft, lijst=lijst)
    for place, column in enumerate(grid.model.columns):
        grid.view.setColumnHidden(place, column.name in _STATES and lijst != "mijlpaalsoort")


def _successor(draft: Draft, row: Row) -> str:
    code = row["vervangen_door"]
    values = draft.rows("codelijst", lijst=row["lijst"]) if code else ()
    return next((each["label"] for each in values if each["code"] == code and each["label"]), code or "")


def _ask_successor(grid: DefinitionGrid, uuid: str) -> None:
    draft = grid.definitions.settings
    if draft is None:
        return
    row = draft.row("codelijst", uuid)
    values = draft.rows("codelijst", lijst=row["lijst"])
    others = {
        each["label"]: each["code"] for each in values if each["actief"] and each["uuid"] != uuid and each["code"]
    }
    if not others:
        grid.model.refused.emit(tr("This list has no other active value."))
        return
    question = tr("Which value takes the place of '{name}'? All that uses it gets that one.").format(name=row["label"])
    label, chosen = QInputDialog.getItem(grid, tr("Merge values"), question, list(others), 0, False)
    if chosen:
        draft.replace_value(uuid, others[label])
        grid.model.edited.emit()


class CodeListsPage(SettingsPage):
    """One list at a time."""

    tables = ("codelijst",)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Code lists")
        self.about = tr(
            "The values to choose from in forms and files. Who has a value that is made inactive keeps it; nobody can choose it "
            "any more. A value that another takes the place of is changed everywhere."
        )
        super().__init__(parent)
        self.list_box = QComboBox(self)
        self.list_box.setObjectName("instellingenLijst")
        self.list_box.setAccessibleName(tr("Code list"))
        self.list_box.setMaxVisibleItems(30)
        self.list_box.currentIndexChanged.connect(self._list_chosen)
        line = QHBoxLayout()
        label = QLabel(tr("Code list"), self)
        label.setBuddy(self.list_box)
        line.addWidget(label)
        line.addWidget(self.list_box, 1)
        self.column.addLayout(line)
        self.grid = values_grid("waarden", tr("Values of the list"), self)
        self.add_grid(self.grid, tr("This list has no values yet; add them with +."))
        steady(self)

    def show_draft(self, draft: SettingsDraft) -> None:
        """See `SettingsPage`."""
        before = self.list_box.currentData()
        names = dict.fromkeys(row["lijst"] for row in draft.rows("codelijst"))
        names.update(dict.fromkeys(draft.lists().opties))
        lists = [name for name in names if name and not name.startswith(EIGENSCHAP)]
        lists.sort(key=lambda name: (name in gesloten_lijsten(), title_of(name).casefold()))
        self.list_box.blockSignals(True)
        self.list_box.clear()
        for name in lists:
            self.list_box.addItem(title_of(name), name)
        self.list_box.setCurrentIndex(max(self.list_box.findData(before), 0))
        self.list_box.blockSignals(False)
        super().show_draft(draft)
        self._list_chosen()

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        self.grid.model.refresh(faults)

    def owns(self, fault: Fault) -> bool:
        """Options of properties are on the page of properties."""
        return super().owns(fault) and not self._list_of(fault).startswith(EIGENSCHAP)

    def show_fault(self, fault: Fault) -> None:
        """See `SettingsPage`."""
        self.list_box.setCurrentIndex(self.list_box.findData(self._list_of(fault)))
        self.grid.select(fault.uuid)

    def _list_of(self, fault: Fault) -> str:
        rows = {} if self.draft is None else {**self.draft.base["codelijst"], **self.draft.by_table["codelijst"]}
        return rows.get(fault.uuid, {}).get("lijst", "")

    def _list_chosen(self, _place: int = 0) -> None:
        if self.draft is not None and self.list_box.currentData():
            show_values(self.grid, self.draft, self.list_box.currentData())
