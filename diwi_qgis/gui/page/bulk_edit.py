"""Dialog: one value for all chosen plans, with a preview of what changes and what refuses; stored in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError, RegisterError
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.write_changes import write_changes
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.bulk_change import (
    BY_MILESTONE,
    TOGETHER,
    Change,
    milestone_that_sets,
    preview,
    preview_property,
    preview_state,
)
from diwi_qgis.gui.page.editors import ChoiceEdit, DayEdit, make_editor, make_several_editor
from diwi_qgis.gui.page.map_edits import fids_edited_on_map
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.properties import TABLE as PROPERTIES
from diwi_qgis.gui.page.properties import changes_to, column_of, value_column
from diwi_qgis.gui.page.values import show
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.model.schema import Column
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.store import Register

_WIDEST = 190

_PLAN = ("fid", "uuid", "code", "naam", "start_datum", "eind_datum")


class BulkEdit(QDialog):
    """Field, value, preview, apply."""

    def __init__(
        self, session: RegisterSession, lists: RegisterLists, uuids: Sequence[str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diwiSamenWijzigen")
        self.setWindowTitle(tr("Change plans together ({number})").format(number=len(uuids)))
        self._session, self._lists, self._uuids = session, lists, tuple(uuids)
        self._changes: list[Change] = []
        self._editor: Any = None
        self.field = QComboBox(self)
        self.field.setObjectName("veld")
        self.field.setAccessibleName(tr("Field"))
        project = model_table("project")
        for name in TOGETHER[:1] + tuple(BY_MILESTONE) + TOGETHER[1:]:
            self.field.addItem(project.column(name).label, name)
        for eigenschap in lists.eigenschappen_van("project"):
            self.field.addItem(eigenschap.naam, eigenschap.uuid)
        self._value_place = QHBoxLayout()
        self.day = DayEdit(self)
        self.day.setObjectName("ingangsdatum")
        self.day.setAccessibleName(tr("Takes effect on"))
        self.day.set_value(date.today())
        self._day_label = QLabel(tr("Takes effect on"), self)
        self._day_label.setBuddy(self.day)
        self.table = QTableWidget(0, 4, self)
        self.table.setObjectName("voorvertoning")
        self.table.setAccessibleName(tr("Preview"))
        self.table.setHorizontalHeaderLabels([tr("Plan"), tr("Now"), tr("Becomes"), tr("Result")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)  # names need the room
        self.summary = QLabel(self)
        self.summary.setObjectName("samenvatting")
        self.summary.setWordWrap(True)
        self._lay_out()
        self.field.currentIndexChanged.connect(self._other_field)
        self.day.edited.connect(self.refresh)
        self._other_field()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Field"), self.field)
        form.addRow(tr("New value"), self._value_place)
        form.addRow(self._day_label, self.day)
        buttons = QDialogButtonBox(self)
        self.apply_button = buttons.addButton(tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply_button.setObjectName("wijzigen")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.apply)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(problem_button(self, tr("Change plans together")))
        line.addStretch()
        line.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        layout.addLayout(line)
        steady(self)
        self.resize(820, 460)

    # -- what is asked ----------------------------------------------------------------------------------------------------

    @property
    def column(self) -> str:
        """Name of the chosen field; of a custom property its uuid."""
        return self.field.currentData()

    @property
    def eigenschap(self) -> Optional[Eigenschap]:
        """The chosen custom property; None when a column of the plan was chosen."""
        return self._lists.eigenschap_met(self.column)

    @property
    def _declared(self) -> Column:
        return column_of(self.eigenschap) if self.eigenschap else model_table("project").column(self.column)

    @property
    def editor(self) -> Any:
        """The widget with the new value."""
        return self._editor

    def _other_field(self, _index: int = 0) -> None:
        if self._editor is not None:
            self._value_place.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        if self.eigenschap and self.eigenschap.meervoudig:
            self._editor = make_several_editor(self._declared, self._lists, self)
        else:
            self._editor = make_editor(self._declared, {}, self._lists, self)
        if isinstance(self._editor, ChoiceEdit):
            self._editor.set_value(None)
        self._editor.edited.connect(self.refresh)
        self._value_place.addWidget(self._editor)
        in_reading_order(self)
        by_milestone = self.column in BY_MILESTONE
        self.day.setVisible(by_milestone)
        self._day_label.setVisible(by_milestone)
        self.refresh()

    def refresh(self) -> None:
        """Show what would happen."""
        self._changes = []
        try:
            value = self._editor.value()
            with self._session.read() as register:
                self._changes = self._preview(register, value)
        except DiwiError as error:
            self._show(error.text.language(locale()))
        except ValueError as error:
            self._show(str(error))
        else:
            self._show(tr("Choose a value.") if not self._changes else "")

    def _preview(self, register: Register, value: Any) -> list[Change]:
        """What would happen, with a refusal for what one may not change.

        From what is stored now, so that the same call inside the transaction tells whether it still is.
        """
        rights, table = register.rights(self._uuids), PROPERTIES if self.eigenschap else "project"
        column = "" if self.eigenschap else self.column

        def allowed(change: Change) -> Change:
            of_plan = PlanRights(rights, change.uuid)
            hides = of_plan.closed_levels().get(change.new, "") if column == "vertrouwelijkheid" else ""
            reason = of_plan.why_not_change(table, column) or hides
            return replace(change, refusal=reason) if reason else change

        return [allowed(change) for change in self._changes_to(register, value)]

    def _changes_to(self, register: Register, value: Any) -> list[Change]:
        own = self.eigenschap
        columns = _PLAN if own else tuple(dict.fromkeys((*_PLAN, self.column)))
        plans = register.read("project", list(columns), geometry=False)
        plans = plans.set_index("uuid", drop=False).reindex(self._uuids).dropna(subset=["uuid"])
        rows = [_plain(row) for row in plans.to_dict("records")]
        if own:
            return preview_property(rows, own, self._given(register, own), _values(own, value))
        if self.column not in BY_MILESTONE:
            return preview(rows, self.column, value, fids_edited_on_map(self._session))
        day = self.day.value()
        if value is None or day is None:
            return []
        frames = register.read_many(("mijlpaal", "codelijst"))
        if milestone_that_sets(frames["codelijst"], self.column, value) is None:
            raise RegisterError(
                "Geen mijlpaalsoort in gebruik zet deze waarde.", "No kind of milestone in use sets this value."
            )
        return preview_state(rows, self.column, value, day, frames["mijlpaal"], frames["codelijst"])

    @staticmethod
    def _given(register: Register, eigenschap: Eigenschap) -> list[dict[str, Any]]:
        """The values of a property that are stored."""
        rows = register.read(PROPERTIES, ["uuid", "eigenschap_uuid", "project_uuid", value_column(eigenschap)])
        return [_plain(row) for row in rows[rows["eigenschap_uuid"] == eigenschap.uuid].to_dict("records")]

    def _text(self, value: Any) -> str:
        held = value if isinstance(value, tuple) else (value,)
        return ", ".join(show(self._declared, each, {}, self._lists) for each in held) or tr("empty")

    def _show(self, message: str) -> None:
        self.table.setRowCount(len(self._changes))
        for row, change in enumerate(self._changes):
            result = (
                f"{SIGN} {change.refusal}"
                if change.refusal
                else tr("changes")
                if change.writes
                else tr("is so already")
            )
            old, new = self._text(change.old), self._text(change.new)
            for place, text in enumerate((f"{change.naam} ({change.code})", old, new, result)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, place, item)
        self.table.resizeColumnsToContents()
        for place in range(self.table.columnCount()):
            self.table.setColumnWidth(place, min(self.table.columnWidth(place), _WIDEST))
        writes = sum(change.writes for change in self._changes)
        refused = sum(bool(change.refusal) for change in self._changes)
        words = tr("Changes: {writes}. Refuses: {refused}. Is so already: {same}.").format(
            writes=writes, refused=refused, same=len(self._changes) - writes - refused
        )
        self.summary.setText(message or words)
        self.apply_button.setEnabled(writes > 0)
        self.apply_button.setText(tr("Change ({number})").format(number=writes) if writes else tr("Change"))

    # -- doing --------------------------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Store all that changes in one transaction; nothing when somebody else was there in between."""
        writes = [change for change in self._changes if change.writes]
        try:
            with self._session.write() as write:
                # Nobody else can store anything of these plans from here on.
                write.hold([change.uuid for change in writes])
                with self._session.read() as register:
                    if self._preview(register, self._editor.value()) != self._changes:
                        raise RegisterError(
                            "Iemand anders heeft deze plannen intussen gewijzigd. Er is niets opgeslagen; kijk de nieuwe "
                            "voorvertoning na.",
                            "Somebody else changed these plans meanwhile. Nothing was stored; look at the new preview.",
                        )
                    codelijst = register.read("codelijst") if self.column in BY_MILESTONE else None
                    own = self.eigenschap
                    given = self._given(register, own) if own else []
                if own:
                    write_changes(write, changes_to(given, own, {each.uuid: each.new for each in writes}))
                elif codelijst is None:
                    write.update("project", [{"uuid": each.uuid, self.column: each.new} for each in writes])
                else:
                    kind = milestone_that_sets(codelijst, self.column, writes[0].new)
                    day = self.day.value()
                    write.insert(
                        "mijlpaal",
                        [{"project_uuid": each.uuid, "soort": kind, "gerealiseerd": day} for each in writes],
                    )
        except DiwiError as error:
            self.refresh()
            self.summary.setText(error.text.language(locale()))
            return
        self.accept()


def _values(eigenschap: Eigenschap, value: Any) -> tuple[Any, ...]:
    return tuple(value) if eigenschap.meervoudig else () if value is None else (value,)


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """A row of a frame with dates and empty values as the rules of changes take them."""
    import pandas as pd

    return {
        str(name): None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value
        for name, value in row.items()
    }
