"""The municipality's own properties of plans and blocks, and the options of those that have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QLabel, QWidget

from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.definition_grid import DefinitionGrid, DefinitionModel
from diwi_qgis.gui.settings.lists_page import show_values, values_grid
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.model.definitions import EIGENSCHAP, MET_OPTIES, optielijst
from diwi_qgis.translation import tr

_COLUMNS = ("naam", "object", "soort", "verplicht", "meervoudig", "actief", "toelichting")


class PropertiesPage(SettingsPage):
    """Properties above, the options of the current one below."""

    tables = ("eigenschap",)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Custom properties")
        self.about = tr(
            "What the municipality keeps of plans or blocks besides. The kind of one that has values stays; make it inactive and "
            "make another. Options of a ranked category are from low to high."
        )
        super().__init__(parent)
        model = DefinitionModel("eigenschap", _COLUMNS)
        self.grid = DefinitionGrid("eigenschappen", model, tr("Custom properties"), self)
        self.add_grid(self.grid, tr("There are no properties yet; add them with +."))
        self._options_title = QLabel("", self)
        self.column.addWidget(self._options_title)
        self.options = values_grid("opties", tr("Options of the property"), self)
        self.add_grid(self.options)
        self.grid.currentChanged.connect(self._property_chosen)
        self.grid.model.edited.connect(self._property_chosen)

    def show_draft(self, draft: SettingsDraft) -> None:
        """See `SettingsPage`."""
        super().show_draft(draft)
        self.grid.definitions.show_definitions(draft)
        self._property_chosen()

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        self.grid.model.refresh(faults)
        self.options.model.refresh(faults)

    def owns(self, fault: Fault) -> bool:
        """Options too."""
        return super().owns(fault) or self._list_of(fault).startswith(EIGENSCHAP)

    def show_fault(self, fault: Fault) -> None:
        """See `SettingsPage`."""
        if fault.table == "eigenschap" or self.draft is None:
            self.grid.select(fault.uuid)
            return
        lijst = self._list_of(fault)
        for row in self.draft.rows("eigenschap"):
            if optielijst(row["naam"] or "") == lijst:
                self.grid.select(row["uuid"])
        self.options.select(fault.uuid)

    def _list_of(self, fault: Fault) -> str:
        known = {} if self.draft is None or fault.table != "codelijst" else self.draft.by_table["codelijst"]
        return known.get(fault.uuid, {}).get("lijst", "")

    def _property_chosen(self, _uuid: str = "") -> None:
        row = None
        if self.draft is not None and self.grid.current in self.draft.by_table["eigenschap"]:
            row = self.draft.row("eigenschap", self.grid.current)
        has_options = row is not None and row["soort"] in MET_OPTIES and bool(row["naam"])
        self._options_title.setText(
            tr("Options of {name}").format(name=row["naam"])
            if row is not None and has_options
            else tr("Choose a property of kind category to see its options.")
        )
        self.options.setEnabled(has_options)
        if self.draft is not None:
            show_values(self.options, self.draft, optielijst(row["naam"]) if row is not None and has_options else "-")
