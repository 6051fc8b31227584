"""The plan's own fields in a form, in groups; which field stands where is all that is not in the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QFrame, QGroupBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.editors import make_editor
from diwi_qgis.gui.page.field_label import FieldLabel
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.properties import TABLE as PROPERTIES
from diwi_qgis.gui.page.properties_form import PropertiesForm
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.model.schema import Column
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.translation import tr

MAIN_PLAN = "hoofdplan_uuid"

#: The columns of a group, in order.
_PLAN = (
    "naam",
    MAIN_PLAN,
    "vertrouwelijkheid",
    "eigenaar",
    "plantype",
    "in_programmering",
    "prioriteit",
    "rol_gemeente",
)
_TIME = ("start_datum", "eind_datum", "opmerkingen")
_PLACE = ("gemeente", "gemeentecode", "woonplaats", "wijk", "wijkcode", "buurt", "buurtcode", "regio")
_IDENTITY = ("extern_id", "ruimtelijk_plan")
_CONTOUR = ("contour_herkomst", "contour_brondatum", "contour_toelichting")


def groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Title and columns of every group of the form."""
    return (
        (tr("Plan"), _PLAN + _TIME),
        (tr("Place"), _PLACE),
        (tr("Identification"), _IDENTITY),
        (tr("Plan area"), _CONTOUR),
    )


class FieldsTab(Tab):
    """One editor per column of the plan."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("gegevensTab")
        self.title, self.tables = tr("Data"), ("project", PROPERTIES)
        self._draft: Optional[PlanDraft] = None
        self._editors: dict[str, Any] = {}
        self._labels: dict[str, FieldLabel] = {}
        self._lists: Optional[RegisterLists] = None
        self.properties = PropertiesForm("project", self)
        self.properties.edited.connect(self.edited)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`; the form is made again only when the code lists are others."""
        self._draft = draft
        if lists is not self._lists:
            self._lists = lists
            self._make_form(lists)
        self._area.setEnabled(draft is not None)
        self._editors[MAIN_PLAN].stand_for(draft.uuid if draft else "")
        self.properties.show_holder(draft, draft.uuid if draft else "", lists, allowed)
        for name, label in self._labels.items():
            label.close(allowed.why_not_change("project", name))
        self._editors["vertrouwelijkheid"].close_choices(allowed.closed_levels())
        self._own.setVisible(self.properties.count > 0)
        self.refresh(())

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`."""
        reasons = {fault.column: fault.text for fault in faults if fault.table == "project"}
        for name, editor in self._editors.items():
            editor.set_value(self._draft.project.get(name) if self._draft else None)
            self._labels[name].mark(reasons.get(name, ""))
        self.properties.refresh(faults)
        self._tell_code()

    def _tell_code(self) -> None:
        """A plan that becomes part of another keeps its own code: that is not what people expect."""
        plan = self._draft.project if self._draft else {}
        moved = self._draft is not None and plan[MAIN_PLAN] != self._draft.base["project"][self._draft.uuid][MAIN_PLAN]
        self._code_note.setText(
            tr("The plan code stays {code}: a code never changes.").format(code=plan["code"]) if moved else ""
        )
        self._code_note.setVisible(moved)

    def owns(self, fault: Fault) -> bool:
        """See `Tab`: of the properties those of the plan, not those of its blocks."""
        return super().owns(fault) and (self._draft is None or fault.uuid == self._draft.uuid)

    def show_fault(self, fault: Fault) -> None:
        """See `Tab`."""
        editor = self._editors.get(fault.column) or self.properties.editor(fault.column)
        if editor is not None:
            self._area.ensureWidgetVisible(editor)
            editor.setFocus()

    def _make_form(self, lists: RegisterLists) -> None:
        self.properties.setParent(self)  # or it would go with the form of before
        inside = QWidget(self._area)
        column = QVBoxLayout(inside)
        self._editors, self._labels = {}, {}
        for title, names in groups():
            box = QGroupBox(title, inside)
            form = QFormLayout(box)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for name in names:
                self._add_field(form, model_table("project").column(name), lists)
            column.addWidget(box)
        self._own = QGroupBox(tr("Own properties"), inside)
        self._own.setObjectName("eigenschappen")
        QVBoxLayout(self._own).addWidget(self.properties)
        column.addWidget(self._own)
        column.addStretch()
        self._area.setWidget(inside)

    def _add_field(self, form: QFormLayout, column: Column, lists: RegisterLists) -> None:
        editor = make_editor(column, {}, lists, in_form=True)
        label = FieldLabel(column, editor)
        form.addRow(label, editor)
        if column.name == MAIN_PLAN:
            self._code_note = QLabel()
            self._code_note.setObjectName("codeBlijft")
            self._code_note.setWordWrap(True)
            form.addRow(self._code_note)
        editor.edited.connect(self._edited)
        self._editors[column.name], self._labels[column.name] = editor, label

    def _edited(self) -> None:
        editor: Any = self.sender()
        if self._draft is None:
            return
        try:
            value = editor.value()
        except ValueError as error:
            self._labels[editor.objectName()].mark(str(error))
            return
        self._draft.set("project", self._draft.uuid, editor.objectName(), value)
        self.edited.emit()
