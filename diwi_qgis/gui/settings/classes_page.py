"""Price classes per scheme and year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.definition_grid import DefinitionGrid, DefinitionModel
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.translation import tr

_COLUMNS = ("markt", "klasse", "vanaf_jaar", "minimum", "maximum", "actief", "bron")

#: The scheme of the municipality itself; its classes are what people give to dwellings.
_OWN = "gemeente"


class PriceClassesPage(SettingsPage):
    """One scheme at a time, the latest year first."""

    tables = ("prijsklasse",)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Price classes")
        self.about = tr(
            "What 'affordable' means in euros, from which year of delivery on. Bounds count as within the class; without an upper "
            "bound it is 'and higher'. A new name goes to all years of that class and to all dwellings that have it."
        )
        super().__init__(parent)
        self.scheme_box = QComboBox(self)
        self.scheme_box.setObjectName("instellingenStelsel")
        self.scheme_box.setAccessibleName(tr("Scheme"))
        self.scheme_box.currentIndexChanged.connect(self._scheme_chosen)
        self.year_button = QPushButton(tr("Add the next year"), self)
        self.year_button.setObjectName("instellingenVolgendJaar")
        self.year_button.setToolTip(tr("Copies the classes of the latest year, to change their bounds"))
        self.year_button.clicked.connect(self._add_year)
        line = QHBoxLayout()
        label = QLabel(tr("Scheme"), self)
        label.setBuddy(self.scheme_box)
        line.addWidget(label)
        line.addWidget(self.scheme_box, 1)
        line.addWidget(self.year_button)
        self.column.addLayout(line)
        self.grid = DefinitionGrid(
            "klassen", DefinitionModel("prijsklasse", _COLUMNS), tr("Price classes"), self, False
        )
        self.add_grid(self.grid, tr("There are no classes in this scheme yet; add them with +."))
        steady(self)

    def show_draft(self, draft: SettingsDraft) -> None:
        """See `SettingsPage`."""
        before = self.scheme_box.currentData()
        schemes = dict.fromkeys([_OWN, *sorted(row["stelsel"] for row in draft.rows("prijsklasse") if row["stelsel"])])
        self.scheme_box.blockSignals(True)
        self.scheme_box.clear()
        for name in schemes:
            self.scheme_box.addItem(tr("Municipality") if name == _OWN else name.replace("_", "-").title(), name)
        self.scheme_box.setCurrentIndex(max(self.scheme_box.findData(before), 0))
        self.scheme_box.blockSignals(False)
        super().show_draft(draft)
        self._scheme_chosen()

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        self.grid.model.refresh(faults)

    def show_fault(self, fault: Fault) -> None:
        """See `SettingsPage`."""
        if self.draft is not None and fault.uuid in self.draft.by_table["prijsklasse"]:
            self.scheme_box.setCurrentIndex(
                self.scheme_box.findData(self.draft.row("prijsklasse", fault.uuid)["stelsel"])
            )
        self.grid.select(fault.uuid)

    def _scheme_chosen(self, _place: int = 0) -> None:
        if self.draft is not None:
            self.grid.definitions.show_definitions(self.draft, stelsel=self.scheme_box.currentData())

    def _add_year(self, _checked: bool = False) -> None:
        if self.draft is None:
            return
        if self.draft.add_year(self.scheme_box.currentData()) is None:
            self.refused.emit(tr("There are no active classes to copy yet; add them with +."))
        else:
            self.edited.emit()
