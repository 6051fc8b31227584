"""Rows of the register as plain Python values, and when two values are the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import table

if TYPE_CHECKING:
    import pandas

    from diwi_qgis.store import Register

Row = dict[str, Any]

_MOMENT = {Kind.DATE: "datetime64[D]", Kind.TIMESTAMP: "datetime64[us]"}


def read_rows(register: Register, name: str, geometry: bool = True, tracking: bool = True) -> list[Row]:
    """All rows of a table in the order in which they were entered: every column by name, None where empty.

    Dates are `date`, whole numbers `int`; `geom` is a shapely geometry or None and only there for tables that have it.
    Without `tracking` only `uuid` and what is the table's own: a third less to read.
    """
    declared = table(name)
    columns = [
        column for column in declared.all_columns if tracking or column.name == "uuid" or column in declared.columns
    ]
    names = [column.name for column in columns]
    if geometry and declared.geometry is not None:
        names.append("geom")
    frame = register.read(name, names)
    values = [_plain(frame[column.name], column.kind) for column in columns]
    if "geom" in names:
        values.append(frame["geom"].tolist())
    return [dict(zip(names, row)) for row in zip(*values)]


def _plain(values: pandas.Series, kind: Kind) -> list[Any]:
    if kind is Kind.TEXT:
        return list(values)
    if kind in _MOMENT:
        return list(values.to_numpy().astype(_MOMENT[kind]).astype(object))
    if kind is Kind.REAL:
        return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN: empty
    return list(values.to_numpy(dtype=object, na_value=None))


def by_parent(rows: list[Row], column: str) -> dict[str, list[Row]]:
    """The rows grouped by the uuid of the row they are a part of; rows without one are left out."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row[column] is not None:
            groups.setdefault(row[column], []).append(row)
    return groups


def user_values(name: str, row: Row) -> Row:
    """What people may write of a row, with its `uuid` and, where the table has one, its geometry."""
    columns = [column.name for column in table(name).user_columns]
    values = {column: row[column] for column in columns if column in row}
    for extra in ("uuid", "geom"):
        if row.get(extra) is not None:
            values[extra] = row[extra]
    return values


def as_multi(geom: Any) -> Any:
    """A polygon as the two-dimensional multipolygon that the register keeps; None when there is nothing in it."""
    import shapely

    if geom is None or geom.is_empty:
        return None
    flat = shapely.force_2d(geom)
    return shapely.multipolygons([flat]) if flat.geom_type == "Polygon" else flat


def same(old: Any, new: Any) -> bool:
    """Whether two values of a column are the same; areas are the same when only start point or direction differs."""
    if old is None or new is None:
        return old is new
    if hasattr(old, "geom_type"):
        return bool(as_multi(old).normalize().equals_exact(as_multi(new).normalize(), 0.0))
    if isinstance(old, (bool, date, str)) or isinstance(new, (bool, date, str)):
        return type(old) is type(new) and old == new
    return bool(old == new)
