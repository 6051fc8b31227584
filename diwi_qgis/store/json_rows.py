"""Many rows in one statement: a JSON text that SQLite takes apart itself, in half the time of a feature for every row.

Text, dates and whole numbers travel as they are, a real number as the fraction that it is: SQLite before 3.42 reads the
last digit of some decimals wrongly. What a text cannot hold, geometry above all, is for `feature_rows`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional

from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.store.feature_rows import Row
from diwi_qgis.store.sql import identifier, literal, sql

#: Rows in one text, and its length: a statement of a million bytes is the longest that every SQLite takes.
_AT_ONCE = 2500
_LONGEST = 950_000

#: Numerator and denominator that SQLite's whole numbers can hold.
_LARGEST = 2**62

#: Where a text lies while a statement reads it, in memory. Not in that statement itself: GDAL searches an INSERT through and
#: through for words of its own, which takes longer than inserting does, and lets a REPLACE pass.
SHELF = "CREATE TEMP TABLE IF NOT EXISTS lading (nummer INTEGER PRIMARY KEY, rijen TEXT)"
CLEAR = "DELETE FROM lading"


@dataclass(frozen=True)
class Load:
    """Rows as a text: the statement that puts it on the shelf, and the SELECT of what lies there.

    That gives `uuid` and all columns of the table's own, in the order of the rows; what no row has is NULL.
    """

    shelve: str
    shelved: str


def portions(table: Table, rows: Sequence[Row], uuids: Sequence[str]) -> Iterator[tuple[slice, Optional[Load]]]:
    """The rows bit by bit, each time with their load: None when a text cannot hold them."""
    for start in range(0, len(rows), _AT_ONCE):
        yield from _portions(table, rows, uuids, slice(start, min(start + _AT_ONCE, len(rows))))


def _portions(
    table: Table, rows: Sequence[Row], uuids: Sequence[str], part: slice
) -> Iterator[tuple[slice, Optional[Load]]]:
    load = _load(table, rows[part], uuids[part])
    if load and len(load.shelve.encode()) > _LONGEST and part.stop - part.start > 1:
        middle = (part.start + part.stop) // 2
        for half in (slice(part.start, middle), slice(middle, part.stop)):
            yield from _portions(table, rows, uuids, half)
    else:
        yield part, load


def _load(table: Table, rows: Sequence[Row], uuids: Sequence[str]) -> Optional[Load]:
    if table.geometry and any(row.get("geom") is not None for row in rows):
        return None
    given: set[str] = set().union(*rows)
    if not given <= {"geom", *(column.name for column in table.all_columns)}:
        return None
    columns = [column for column in table.columns if column.name in given or column.default is not None]
    try:
        values = {column.name: _values(column, rows) for column in columns}
        text = json.dumps(list(zip(uuids, *values.values())), ensure_ascii=False, separators=(",", ":"))
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    if "\\u0000" in text:
        return None
    return Load(sql("REPLACE INTO lading VALUES (1, {text})", text=literal(text)), _select(table, list(values)))


def _select(table: Table, names: Sequence[str]) -> str:
    places = {name: f"$[{place}]" for place, name in enumerate(names, start=1)}
    values = ", ".join(f"{_value(column, places)} AS {identifier(column.name)}" for column in table.columns)
    return sql(
        "SELECT json_extract(value, '$[0]') AS uuid, {values} FROM lading, json_each(lading.rijen) ORDER BY key",
        values=values,
    )


def _value(column: Column, places: dict[str, str]) -> str:
    place = places.get(column.name)
    if place is None:
        return "NULL"
    if column.kind is Kind.REAL:
        return f"json_extract(value, '{place}[0]') * 1.0 / json_extract(value, '{place}[1]')"
    return f"json_extract(value, '{place}')"


def _values(column: Column, rows: Sequence[Row]) -> list[Any]:
    """One column of the rows as JSON knows it; raises ValueError or the like for what is not of its kind."""
    name, default = column.name, column.default
    plain, convert = _CONVERTERS[column.kind]
    return [
        value if value is None or type(value) is plain else None if _is_nan(value) else convert(value)
        for value in [row.get(name, default) for row in rows]
    ]


def _is_nan(value: Any) -> bool:
    return bool(value != value)  # noqa: PLR0124 - NaN and NaT differ from themselves


def _whole(value: Any) -> int:
    whole = int(value)
    if whole != value:
        raise ValueError(f"{value} is not a whole number")
    return whole


def _fraction(value: Any) -> tuple[int, int]:
    above, below = float(value).as_integer_ratio()
    if abs(above) > _LARGEST or below > _LARGEST:
        raise ValueError(f"{value} is no fraction of whole numbers that SQLite can hold")
    return above, below


def _yes_no(value: Any) -> int:
    return int(bool(value))


def _day(value: date) -> str:
    return value.isoformat()[:10]


def _moment(value: datetime) -> str:
    moment = value.astimezone(timezone.utc) if value.tzinfo else value
    return f"{moment.strftime('%Y-%m-%dT%H:%M:%S')}.{moment.microsecond // 1000:03}Z"


#: By kind the type that JSON takes as it is, and what makes it of another.
_CONVERTERS: dict[Kind, tuple[Optional[type], Callable[[Any], Any]]] = {
    Kind.TEXT: (str, str),
    Kind.INTEGER: (int, _whole),
    Kind.REAL: (None, _fraction),
    Kind.BOOLEAN: (None, _yes_no),
    Kind.DATE: (None, _day),
    Kind.TIMESTAMP: (None, _moment),
}
