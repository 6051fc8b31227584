"""Rows as they are now and as they were in an earlier version, known by their uuid: for who edits some of them.

Values are those of `plan_rows`; `geom` is hexadecimal WKB, None for none. Rows that are not there are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.plan_rows import Row, moment, typed
from diwi_qgis.store.sql import identifier, literal, sql

_AT_ONCE = 500


class LastHand(NamedTuple):
    """Who changed or removed a row last, and when (UTC)."""

    user: Optional[str]
    when: datetime


def versions(file: Connection, table: str, uuids: Iterable[str]) -> dict[str, int]:
    """The version of each row that is there."""
    query = "SELECT uuid, versie FROM {table} WHERE uuid IN ({uuids})"
    return {uuid: int(version) for uuid, version in _found(file, query, table, uuids)}


def known_versions(file: Connection, table: str) -> dict[int, tuple[str, int]]:
    """`fid` -> (uuid, version) of all rows of a table."""
    # Under its own name GDAL takes the key out of the fields.
    query = sql("SELECT fid + 0 AS nummer, uuid, versie FROM {table}", table=identifier(table))
    return {int(fid): (uuid, int(version)) for fid, uuid, version in file.query(query)}


def rows_now(file: Connection, table: str, uuids: Iterable[str]) -> dict[str, Row]:
    """The rows as they are stored."""
    declared = model_table(table)
    # Under its own name GDAL takes the key out of the fields.
    names = ["fid + 0 AS nummer" if each.name == "fid" else identifier(each.name) for each in declared.all_columns]
    shape = f"CASE WHEN geom IS NOT NULL THEN {file.dialect.wkb('geom')} END" if declared.geometry else "NULL"
    query = "SELECT {columns}, {shape} AS vorm FROM {table} WHERE uuid IN ({uuids})"
    found = {}
    for *values, geom in _found(file, query, table, uuids, columns=", ".join(names), shape=shape):
        row = {each.name: typed(each, value) for each, value in zip(declared.all_columns, values)}
        found[row["uuid"]] = _with_shape(declared, row, geom)
    return found


def rows_then(file: Connection, table: str, wanted: Mapping[str, int]) -> dict[str, Row]:
    """The rows as they were in these versions (by uuid), out of the history; those that it does not tell of are left out."""
    declared, found = model_table(table), {}
    shapes: dict[str, Optional[str]] = {}
    for uuid, _, text, geom, _, _ in _lines(file, table, wanted):
        if geom is not None:
            shapes[uuid] = geom or None
        line = json.loads(text)
        if line["versie"] == wanted[uuid]:
            row = {each.name: typed(each, line.get(each.name)) for each in declared.all_columns}
            found[uuid] = _with_shape(declared, row, shapes.get(uuid))
    return found


def last_hands(file: Connection, table: str, uuids: Sequence[str]) -> dict[str, LastHand]:
    """Who had each row in hand last, as far as the history tells."""
    return {uuid: LastHand(user, moment(when)) for uuid, _, _, _, user, when in _lines(file, table, uuids)}


def _with_shape(declared: Table, row: Row, geom: Optional[str]) -> Row:
    return {**row, "geom": geom} if declared.geometry else row


def _lines(file: Connection, table: str, uuids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """(uuid, operation, row, geometry, user, moment) of the lines of history of these rows, oldest first."""
    query = "SELECT uuid, op, rij, geom_wkb, gebruiker, tijd FROM historie WHERE uuid IN ({uuids}) AND tabel = {name} ORDER BY fid"
    yield from _found(file, query, table, uuids)


def _found(file: Connection, query: str, table: str, uuids: Iterable[str], **parts: str) -> Iterator[tuple[Any, ...]]:
    wanted = list(uuids)
    for start in range(0, len(wanted), _AT_ONCE):
        asked = ", ".join(map(literal, wanted[start : start + _AT_ONCE]))
        yield from file.query(sql(query, table=identifier(table), name=literal(table), uuids=asked, **parts))
