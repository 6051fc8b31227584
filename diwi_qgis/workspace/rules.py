"""What a form demands of a column and fills in by itself.

Hard is what the database refuses anyway; soft is what the province of the register asks for a delivery. Both are comfort:
the database holds the rules for whoever writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Optional

from qgis.core import QgsDefaultValue, QgsExpression, QgsFieldConstraints, QgsVectorLayer

from diwi_qgis.model.profiles import profile_of_province
from diwi_qgis.model.schema import Column, Kind, Role
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.ddl import FIRST_DATE, LAST_DATE
from diwi_qgis.workspace.layout import layout
from diwi_qgis.workspace.lists import Lists

_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_NOT_NULL = QgsFieldConstraints.Constraint.ConstraintNotNull
_UNIQUE = QgsFieldConstraints.Constraint.ConstraintUnique
_EXPRESSION = QgsFieldConstraints.Constraint.ConstraintExpression

#: Columns that are filled with a setting of the register.
_SETTINGS = {"gemeentecode": "gemeentecode", "gemeente": "gemeente", "regio": "regio"}


def constrain(table: str, column: Column, layer: QgsVectorLayer, lists: Lists) -> None:
    """Put the constraints of a column on its field."""
    index = layer.fields().indexOf(column.name)
    if column.required:
        layer.setFieldConstraint(index, _NOT_NULL, _HARD)
    elif column.name in asked_by_province(table, lists):
        layer.setFieldConstraint(index, _NOT_NULL, _SOFT)
    if column.unique:
        layer.setFieldConstraint(index, _UNIQUE, _HARD)
    conditions = list(_conditions(table, column))
    if conditions:
        # A condition that is NULL holds, as it does in the database.
        expression = " AND ".join(f"coalesce({condition}, true)" for condition, _ in conditions)
        layer.setConstraintExpression(index, expression, " ".join(words for _, words in conditions))
        layer.setFieldConstraint(index, _EXPRESSION, _HARD)


def asked_by_province(table: str, lists: Lists) -> set[str]:
    """The columns of a plan that a delivery to the province of this register must have."""
    profile = profile_of_province(lists.setting("provincie"))
    if table != "project" or profile is None:
        return set()
    sources = (source.partition(".") for veld in profile.velden if veld.verplicht for source in veld.bron[:1])
    return {name for kind, _, name in sources if kind in ("project", "stand") and name != "uuid"}


def default(table: str, column: Column, lists: Lists) -> Optional[QgsDefaultValue]:
    """What a new row has in this column before anyone fills it in; None: nothing."""
    if column.name == "uuid":  # known at once, so that children can point at a row that was not saved yet
        return QgsDefaultValue("uuid('WithoutBraces')")
    if table != "project":
        return _literal(column.default)
    if column.name == "start_datum":
        return QgsDefaultValue("to_date(now())")
    return _literal(lists.setting(_SETTINGS[column.name]) if column.name in _SETTINGS else column.default)


def _literal(value: Optional[object]) -> Optional[QgsDefaultValue]:
    return None if value is None else QgsDefaultValue(QgsExpression.quotedValue(value))


def _conditions(table: str, column: Column) -> Iterator[tuple[str, str]]:
    """(expression, in words) of what must hold; a condition over several columns stands with the first one it names."""
    name = QgsExpression.quotedColumnRef(column.name)
    if column.role is Role.USER and not column.references:
        yield from _bounds(column, name)
    words = layout(table)
    for check in model_table(table).checks:
        if first_named(table, check) == column.name:
            yield check, words.conditions[check] if words else check


def _bounds(column: Column, name: str) -> Iterator[tuple[str, str]]:
    if column.length:
        yield f"length({name}) <= {column.length}", f"Hoogstens {column.length} tekens."
    if column.minimum is not None:
        yield f"{name} >= {column.minimum}", f"{column.minimum} of meer."
    if column.maximum is not None:
        yield f"{name} <= {column.maximum}", f"{column.maximum} of minder."
    if column.kind is Kind.DATE:
        first, last = FIRST_DATE[:4], LAST_DATE[:4]
        yield f"year({name}) >= {first} AND year({name}) <= {last}", f"Een datum van {first} tot en met {last}."


def first_named(table: str, check: str) -> str:
    """The column that a condition names first."""
    names = {column.name for column in model_table(table).all_columns}
    return next(word for word in re.findall(r"\w+", check) if word in names)
