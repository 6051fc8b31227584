"""Values of rows as JSON and back: for drafts that are kept in a file, and for rows out of the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table as model_table

Row = dict[str, Any]


def to_plain(rows: Mapping[str, Iterable[Row]]) -> dict[str, list[Row]]:
    """Rows by table with dates and moments as ISO 8601."""
    return {
        name: [
            {key: value.isoformat() if isinstance(value, (date, datetime)) else value for key, value in row.items()}
            for row in found
        ]
        for name, found in rows.items()
    }


def from_plain(table: str, row: Mapping[str, Any]) -> Row:
    """A row with the kinds of the model, and its geometry; columns that the model does not know (any more) are left out."""
    shape = {"geom": row["geom"]} if "geom" in row and model_table(table).geometry else {}
    return shape | {
        column.name: _value(column, row[column.name])
        for column in model_table(table).all_columns
        if column.name in row and column.name != "fid"
    }


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind is Kind.DATE:
        return date.fromisoformat(value[:10])
    if column.kind is Kind.TIMESTAMP:
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    if column.kind is Kind.BOOLEAN:
        return bool(value)
    return value
