"""Whole tables of a PostgreSQL register as data frames: through GDAL's Arrow stream, within a transaction through its own session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.model.tables import EPSG
from diwi_qgis.store.frames import Batch, Box, arrow_batches, frame_of, wanted_columns
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.sql import identifier, literal, sql

if TYPE_CHECKING:
    import pandas

#: Days and moments travel as numbers since 1970 of this unit: GDAL 3.6 reads a date before that year one day too late.
_UNITS = {Kind.DATE: "D", Kind.TIMESTAMP: "ms"}


def read_frame(
    database: PostgisDatabase, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
) -> pandas.DataFrame:
    """See `store.frames.read_frame`."""
    wanted, geometry = wanted_columns(table, columns, geometry)
    read = _through_session if database.in_transaction else _through_gdal
    batches = read(database, table, wanted, geometry, near)
    for batch in batches:
        for column in wanted:
            if column.kind in _UNITS:
                batch[column.name] = batch[column.name].astype(f"datetime64[{_UNITS[column.kind]}]")
    return frame_of(batches, wanted, geometry)


def _through_gdal(
    database: PostgisDatabase, table: Table, columns: Sequence[Column], geometry: bool, near: Optional[Box]
) -> list[Batch]:
    statement = _select(database, table, columns, '"geom"' if geometry else "", near)
    return database.read(lambda reader: arrow_batches(reader, statement))


def _through_session(
    database: PostgisDatabase, table: Table, columns: Sequence[Column], geometry: bool, near: Optional[Box]
) -> list[Batch]:
    """As the transaction sees it, with what it wrote itself."""
    import numpy

    binary = f"{identifier(database.dialect.postgis)}.ST_AsBinary(geom)" if geometry else ""
    rows = database.query(_select(database, table, columns, binary, near))
    if not rows:
        return []
    values = dict(zip(_names(columns, geometry), zip(*rows)))
    batch = {}
    for column in columns:
        dtype: Any = {Kind.TEXT: object, Kind.REAL: "float64"}.get(column.kind, "int64")
        given = values[column.name]
        data = numpy.array([0 if value is None else value for value in given], dtype=dtype)
        batch[column.name] = numpy.ma.array(data, mask=[value is None for value in given])
    if geometry:
        batch["geom"] = numpy.array([None if value is None else bytes(value) for value in values["geom"]], dtype=object)
    return [batch]


def _names(columns: Sequence[Column], geometry: bool) -> list[str]:
    return ["fid", *(column.name for column in columns if column.name != "fid"), *(["geom"] if geometry else [])]


def _select(database: PostgisDatabase, table: Table, columns: Sequence[Column], geom: str, near: Optional[Box]) -> str:
    values = ['"fid"']
    values += [f"{_value(column)} AS {identifier(column.name)}" for column in columns if column.name != "fid"]
    values += [f'{geom} AS "geom"'] if geom else []
    return sql(
        "SELECT {values} FROM {schema}.{table} WHERE {rows} ORDER BY fid",
        values=", ".join(values),
        schema=identifier(database.address.schema),
        table=identifier(table.name),
        rows=_in_box(database, near) if near else "true",
    )


def _value(column: Column) -> str:
    """A column so that GDAL and psycopg2 read it alike: GDAL 3.6 loses booleans, and zones are read in many ways."""
    name = identifier(column.name)
    if column.kind is Kind.BOOLEAN:
        return f"{name}::int"
    if column.kind is Kind.DATE:
        return f"{name} - date '1970-01-01'"
    return f"(extract(epoch FROM {name}) * 1000)::bigint" if column.kind is Kind.TIMESTAMP else name


def _in_box(database: PostgisDatabase, box: Box) -> str:
    postgis = identifier(database.dialect.postgis)
    corners = ", ".join(literal(float(value)) for value in box)
    return f"geom OPERATOR({postgis}.&&) {postgis}.ST_MakeEnvelope({corners}, {EPSG})"
