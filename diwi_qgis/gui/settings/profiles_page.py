"""The delivery profile of the province: what it asks for, and what the register lacks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtWidgets import QAbstractItemView, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.profiles import Profiel, Veld, profile_of_province
from diwi_qgis.model.settings import PROVINCIE
from diwi_qgis.store.seed import profile_rows
from diwi_qgis.translation import tr


class ProfilesPage(SettingsPage):
    """Every field of the delivery with its source; the missing properties are added by one button."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Delivery profile")
        self.about = tr(
            "What the province of this register asks for in a delivery, and from where each field is filled. Profiles come with the "
            "plugin; the properties that they need are the municipality's own."
        )
        super().__init__(parent)
        self.words = QLabel("", self)
        self.words.setObjectName("profielTekst")
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.table = QTableWidget(0, 4, self)
        self.table.setObjectName("profielTabel")
        self.table.setAccessibleName(tr("Fields of the delivery"))
        self.table.setHorizontalHeaderLabels([tr("Field"), tr("Obligatory"), tr("Filled from"), tr("In this register")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.column.addWidget(self.table, 1)
        self.add_button = QPushButton(tr("Add what is missing"), self)
        self.add_button.setObjectName("profielAanvullen")
        self.add_button.clicked.connect(self._add_missing)
        self.column.addWidget(self.add_button)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        if self.draft is None:
            return
        province = self.draft.setting(PROVINCIE)
        profile = profile_of_province(province)
        self.table.setVisible(profile is not None)
        self.add_button.setVisible(profile is not None)
        if profile is None:
            self.words.setText(
                tr("There is no delivery profile for province '{name}' yet.").format(name=province or tr("(none)"))
            )
            return
        missing = self._missing(profile)
        levels = codelijst("vertrouwelijkheid")
        lowest = levels.waarde(profile.vertrouwelijkheid_minimum).label
        text = tr("{name}; plans that are at least '{level}' are delivered. Source: {source} ({date}).")
        self.words.setText(text.format(name=profile.label, level=lowest, source=profile.bron, date=profile.datum))
        self.add_button.setEnabled(any(missing.values()))
        self._show(profile, {row["naam"] for row in missing["eigenschap"]})

    def _show(self, profile: Profiel, missing: set[str]) -> None:
        self.table.setRowCount(len(profile.velden))
        for number, field in enumerate(profile.velden):
            texts = (field.naam, tr("Yes") if field.verplicht else "", _source(field), self._state(field, missing))
            for column, words in enumerate(texts):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        self.table.resizeColumnsToContents()

    def _state(self, field: Veld, missing: set[str]) -> str:
        if not field.eigenschap:
            return tr("by itself")
        if field.eigenschap in missing:
            return tr("property is missing")
        rows = self.draft.rows("eigenschap", naam=field.eigenschap) if self.draft is not None else []
        return tr("own property") if rows and rows[0]["actief"] else tr("own property, not active")

    def _missing(self, profile: Profiel) -> dict[str, list[dict[str, Any]]]:
        if self.draft is None:
            return {}
        wanted = profile_rows(profile)
        names = {row["naam"] for row in self.draft.rows("eigenschap")}
        codes = {(row["lijst"], row["code"]) for row in self.draft.rows("codelijst")}
        return {
            "eigenschap": [row for row in wanted["eigenschap"] if row["naam"] not in names],
            "codelijst": [row for row in wanted["codelijst"] if (row["lijst"], row["code"]) not in codes],
        }

    def _add_missing(self, _checked: bool = False) -> None:
        profile = profile_of_province(self.draft.setting(PROVINCIE)) if self.draft is not None else None
        if self.draft is None or profile is None:
            return
        with self.draft.step():
            for table, rows in self._missing(profile).items():
                for row in rows:
                    self.draft.add(table, **row)
        self.edited.emit()


def _source(field: Veld) -> str:
    if field.eigenschap:
        return tr("property {name}").format(name=field.eigenschap)
    return ", ".join(source.replace(".", ": ") for source in field.bron)
