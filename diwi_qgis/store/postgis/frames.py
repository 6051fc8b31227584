"""Whole tables of a PostgreSQL register as data frames: through GDAL's Arrow stream, within a transaction through its own session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.model.tables import EPSG
from diwi_qgis.store.frames import Batch, Box, arrow_batches, frame_of, wanted_columns
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.messages import failure
from diwi_qgis.store.sql import identifier, literal, sql

if TYPE_CHECKING:
    import pandas

#: What numpy calls the kinds, and what stands in a place that is empty.
_DTYPES: dict[Kind, tuple[Any, Any]] = {
    Kind.INTEGER: ("int64", 0),
    Kind.BOOLEAN: ("int64", 0),
    Kind.REAL: ("float64", 0.0),
    Kind.DATE: ("datetime64[D]", "1970-01-01"),
    Kind.TIMESTAMP: ("datetime64[ms]", "1970-01-01"),
    Kind.TEXT: (object, None),
}


def read_frame(
    database: PostgisDatabase, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
) -> pandas.DataFrame:
    """See `store.frames.read_frame`."""
    wanted, geometry = wanted_columns(table, columns, geometry)
    read = _through_session if database.in_transaction else _through_gdal
    return frame_of(read(database, table, wanted, geometry, near), wanted, geometry)


def _through_gdal(
    database: PostgisDatabase, table: Table, columns: Sequence[Column], geometry: bool, near: Optional[Box]
) -> list[Batch]:
    statement = _select(database, table, columns, '"geom"' if geometry else "", near)
    try:
        return arrow_batches(database.reader, statement)
    except RuntimeError as error:
        raise failure(database.name, error) from error


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
        dtype, filler = _DTYPES[column.kind]
        given = values[column.name]
        data = numpy.array([filler if value is None else value for value in given], dtype=dtype)
        batch[column.name] = numpy.ma.array(data, mask=[value is None for value in given])
    if geometry:
        batch["geom"] = numpy.array([None if value is None else bytes(value) for value in values["geom"]], dtype=object)
    return [batch]


def _names(columns: Sequence[Column], geometry: bool) -> list[str]:
    return ["fid", *(column.name for column in columns if column.name != "fid"), *(["geom"] if geometry else [])]


def _select(database: PostgisDatabase, table: Table, columns: Sequence[Column], geom: str, near: Optional[Box]) -> str:
    values = ['"fid"']
    values += [f"{_value(database, column)} AS {identifier(column.name)}" for column in columns if column.name != "fid"]
    values += [f'{geom} AS "geom"'] if geom else []
    return sql(
        "SELECT {values} FROM {schema}.{table} WHERE {rows} ORDER BY fid",
        values=", ".join(values),
        schema=identifier(database.address.schema),
        table=identifier(table.name),
        rows=_in_box(database, near) if near else "true",
    )


def _value(database: PostgisDatabase, column: Column) -> str:
    """A column so that GDAL and psycopg2 both read it right: GDAL 3.6 loses booleans, and zones are read in many ways."""
    name = identifier(column.name)
    if column.kind is Kind.BOOLEAN:
        return f"{name}::int"
    return database.dialect.as_utc(name) if column.kind is Kind.TIMESTAMP else name


def _in_box(database: PostgisDatabase, box: Box) -> str:
    postgis = identifier(database.dialect.postgis)
    corners = ", ".join(literal(float(value)) for value in box)
    return f"geom OPERATOR({postgis}.&&) {postgis}.ST_MakeEnvelope({corners}, {EPSG})"
