"""QGIS' own form of a row that one may not change: its fields are grey, with the reason, before anybody types.

QGIS knows rights per table, ours are per plan; it makes a form editable again for every row that it shows, so call this
whenever a form may show another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsFeature
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtWidgets import QLabel, QWidget

from diwi_qgis.gui.session_rights import SessionRights
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.postgis.access import PLAN

#: Property of a form: the reason that was told in it.
_TOLD = "diwiRefusal"


def close_what_is_not_allowed(form: QgsAttributeForm, table: str, rights: SessionRights) -> None:
    """Grey out the fields of the row in a form, all of them or those that one's role never changes; a new row is open."""
    change, feature = TABLE_RIGHTS[table].change, form.feature()
    one_row = form.mode() == QgsAttributeEditorContext.Mode.SingleEditMode
    if not (one_row and form.layer().isEditable() and feature.id() > 0 and change):
        return
    plan = _plan_of(table, feature) if change.of_plan else ""
    if change.of_plan and not plan:
        return
    reason = rights.why_not((change,), [plan] if plan else [])
    columns = (column.name for column in model_table(table).all_columns)
    closed = dict.fromkeys(columns, reason) if reason else rights.closed_columns(table)
    for name, widget in _fields(form):
        if name in closed:
            widget.setEnabled(False)
            widget.setToolTip(closed[name])
    if reason and form.property(_TOLD) != reason:
        form.displayWarning(reason)
    form.setProperty(_TOLD, reason)


def _plan_of(table: str, feature: QgsFeature) -> str:
    """Uuid of the plan that a row belongs to; empty when there is none (yet)."""
    names = feature.fields().names()
    columns = ("uuid",) if table == "project" else ("project_uuid", PLAN)
    return next((str(feature[name]) for name in columns if name in names and feature[name]), "")


def _fields(form: QgsAttributeForm) -> Iterator[tuple[str, QWidget]]:
    """Name of the column and widget of every field: the buddy of its label."""
    for label in form.findChildren(QLabel):
        if label.buddy() is not None:
            yield label.buddy().objectName(), label.buddy()
