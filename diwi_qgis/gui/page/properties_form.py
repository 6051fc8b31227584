"""The custom properties of one plan or block as a form: one editor per property that the municipality made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.editors import make_editor, make_several_editor
from diwi_qgis.gui.page.field_label import FieldLabel
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.properties import TABLE, column_of, give, shown, values_of
from diwi_qgis.translation import tr


class PropertiesForm(QWidget):
    """Shows the properties of a plan ("project") or block ("woningblok"); what is edited goes to the draft."""

    edited = pyqtSignal()

    def __init__(self, object: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{object}Eigenschappen")
        self._object = object
        self._uuid = ""
        self._draft: Optional[PlanDraft] = None
        self._lists = RegisterLists({})
        self._fields: list[tuple[Eigenschap, Any, FieldLabel]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    @property
    def count(self) -> int:
        """How many properties are shown."""
        return len(self._fields)

    def show_holder(self, draft: Optional[PlanDraft], uuid: str, lists: RegisterLists, allowed: PlanRights) -> None:
        """Show the properties of a plan or block of a draft; none when there is no draft."""
        properties = shown(draft, self._object, uuid, lists) if draft is not None else []
        if lists is not self._lists or properties != [eigenschap for eigenschap, _, _ in self._fields]:
            self._make_fields(properties, lists)
        self._draft, self._uuid, self._lists = draft, uuid, lists
        for _, _, label in self._fields:
            label.close(allowed.why_not_change(TABLE))
        self.refresh(())

    def refresh(self, faults: Sequence[Fault]) -> None:
        """The draft was changed, here or elsewhere."""
        if self._draft is None:
            return
        reasons = {fault.column: fault.text for fault in faults if (fault.table, fault.uuid) == (TABLE, self._uuid)}
        for eigenschap, editor, label in self._fields:
            values = values_of(self._draft.rows(TABLE), eigenschap, self._uuid)
            editor.set_value(values if eigenschap.meervoudig else next(iter(values), None))
            label.mark(reasons.get(eigenschap.uuid, ""))

    def editor(self, uuid: str) -> Any:
        """The editor of a property; None when that is not shown."""
        return next((editor for eigenschap, editor, _ in self._fields if eigenschap.uuid == uuid), None)

    def _make_fields(self, properties: Sequence[Eigenschap], lists: RegisterLists) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = []
        for eigenschap in properties:
            column = column_of(eigenschap)
            editor = (
                make_several_editor(column, lists, self)
                if eigenschap.meervoudig
                else make_editor(column, {}, lists, self)
            )
            active = eigenschap.naam in lists.eigenschappen
            label = FieldLabel(column, editor, "" if active else tr("(no longer in use)"))
            self._form.addRow(label, editor)
            editor.edited.connect(self._edited)
            self._fields.append((eigenschap, editor, label))

    def _edited(self) -> None:
        """Give the property of the editor that tells so what stands there."""
        sender = self.sender()
        eigenschap, editor, label = next(field for field in self._fields if field[1] is sender)
        if self._draft is None:
            return
        try:
            value = editor.value()
        except ValueError as error:
            label.mark(str(error))
            return
        give(self._draft, eigenschap, self._uuid, value if eigenschap.meervoudig else (value,))
        self.edited.emit()
