"""Which municipality the register is of, and the groups that own plans."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Optional

from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.field_label import FieldLabel
from diwi_qgis.gui.settings.definition_grid import DefinitionGrid, DefinitionModel
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.model.gemeenten import find_gemeente
from diwi_qgis.model.schema import text
from diwi_qgis.model.settings import GEMEENTE, GEMEENTE_INSTELLINGEN, GEMEENTECODE, PROVINCIE, REGIO
from diwi_qgis.translation import tr


class RegisterPage(SettingsPage):
    """Four settings, and names of groups."""

    tables = ("instelling", "groep")

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Municipality and groups")
        self.about = tr(
            "Of whom the register is: the beginning of new plan codes, where the map opens, to which province is delivered. Codes that "
            "were given stay."
        )
        super().__init__(parent)
        form = QFormLayout()
        self._boxes: dict[str, QLineEdit] = {}
        self._labels: dict[str, FieldLabel] = {}
        for key, label, help in (
            (GEMEENTECODE, tr("Municipality code"), tr("Four digits, such as 0307; known codes fill in the rest.")),
            (GEMEENTE, tr("Municipality"), ""),
            (PROVINCIE, tr("Province"), tr("Decides which delivery to the province is prepared.")),
            (REGIO, tr("Region"), tr("The housing region in which plans are tuned.")),
        ):
            box = QLineEdit(self)
            box.setObjectName(f"instelling_{key}")
            box.setAccessibleName(label)
            box.setToolTip(help)
            box.textEdited.connect(partial(self._typed, key))
            self._boxes[key] = box
            self._labels[key] = FieldLabel(text(key, label, help), box, "")
            form.addRow(self._labels[key], box)
        self.column.addLayout(form)
        words = QLabel(tr("Groups that own plans. Who is a member of which is kept under users and groups."), self)
        words.setWordWrap(True)
        self.column.addWidget(words)
        self.groups = DefinitionGrid("groepen", DefinitionModel("groep", ("naam",)), tr("Groups"), self, False)
        self.groups.without_retiring()
        self.add_grid(self.groups, tr("There are no groups yet; add them with +."))

    def show_draft(self, draft: SettingsDraft) -> None:
        """See `SettingsPage`."""
        super().show_draft(draft)
        self.groups.definitions.show_definitions(draft)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        self.groups.model.refresh(faults)
        if self.draft is None:
            return
        reasons = {fault.uuid: fault.text for fault in faults if fault.table == "instelling"}
        for key in GEMEENTE_INSTELLINGEN:
            value = self.draft.setting(key) or ""
            if self._boxes[key].text() != value:
                self._boxes[key].setText(value)
            row = next(iter(self.draft.rows("instelling", sleutel=key)), {"uuid": ""})
            self._labels[key].mark(reasons.get(row["uuid"], ""))

    def show_fault(self, fault: Fault) -> None:
        """See `SettingsPage`."""
        if fault.table == "groep":
            self.groups.select(fault.uuid)
        elif self.draft is not None and fault.uuid in self.draft.by_table["instelling"]:
            key = self.draft.row("instelling", fault.uuid)["sleutel"]
            if key in self._boxes:
                self._boxes[key].setFocus()

    def _typed(self, key: str, value: str) -> None:
        if self.draft is None:
            return
        with self.draft.step(("instelling", key)):
            self.draft.set_setting(key, value.strip() or None)
            known = find_gemeente(value) if key == GEMEENTECODE and len(value.strip()) == 4 else None
            if known is not None:
                self.draft.set_setting(GEMEENTE, known.naam)
                if known.provincie:
                    self.draft.set_setting(PROVINCIE, known.provincie)
        self.edited.emit()
