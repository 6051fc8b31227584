"""Lines of history in PostgreSQL's SQL, for all rows of a statement at once; the rows are written as in a GeoPackage."""

from __future__ import annotations

from collections.abc import Mapping

from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.store.postgis import access
from diwi_qgis.store.postgis.dialect import PostgisDialect
from diwi_qgis.store.sql import identifier, literal, sql

USER = PostgisDialect.user


def row_as_json(table: Table, row: str, instead: Mapping[str, str] = {}) -> str:
    """All columns but the geometry as a JSON object; `row` is an alias, `instead` other expressions for some columns."""
    values = ", ".join(
        f"{instead.get(column.name) or _plain(column, f'{row}.{identifier(column.name)}')} AS {identifier(column.name)}"
        for column in table.all_columns
    )
    return sql("row_to_json((SELECT rij FROM (SELECT {values}) AS rij))::text", values=values)


def _plain(column: Column, value: str) -> str:
    """A value as SQLite keeps it: yes is 1, days and moments are texts."""
    if column.kind is Kind.BOOLEAN:
        return f"{value}::int"
    if column.kind is Kind.DATE:
        return f"to_char({value}, 'YYYY-MM-DD')"
    if column.kind is Kind.TIMESTAMP:
        return f"""to_char({value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""
    return value


def log_insert(table: Table, dialect: PostgisDialect, instead: Mapping[str, str] = {}) -> str:
    """Lines of the rows in `nieuw`."""
    return _log(table, dialect, "I", row_as_json(table, "n", instead), _geom(table, dialect, "n"), "nieuw AS n")


def log_delete(table: Table, dialect: PostgisDialect) -> str:
    """Lines of the rows in `oud`, as they were."""
    return _log(table, dialect, "D", row_as_json(table, "o"), "NULL", "oud AS o")


def log_update(table: Table, dialect: PostgisDialect, changed: str) -> str:
    """Lines of the rows in `nieuw` for which `changed` (SQL over n and o) holds; '' as geometry means that it was removed."""
    source = f"nieuw AS n JOIN oud AS o ON o.fid = n.fid WHERE {changed}"
    return _log(table, dialect, "U", row_as_json(table, "n"), _moved(table, dialect), source)


def log_changed_plans(table: Table, dialect: PostgisDialect, changed: str, user: str) -> str:
    """As `log_update` for plans, as they are by now: no line when a plan is as its last line says.

    Nested triggers may have logged it, or put a derived value back.
    """
    row = row_as_json(table, "p")
    # IS TRUE: not by the index on `tabel`, in which all lines of plans would be read for each of them.
    last = sql(
        "(SELECT h.rij FROM historie AS h WHERE h.uuid = p.uuid AND (h.tabel = {table}) IS TRUE ORDER BY h.fid DESC LIMIT 1)",
        table=literal(table.name),
    )
    source = (
        f"nieuw AS n JOIN oud AS o ON o.fid = n.fid JOIN {identifier(table.name)} AS p ON p.fid = n.fid "
        f"WHERE ({changed}) AND {dialect.differs(row, last)}"
    )
    return _log(table, dialect, "U", row, _moved(table, dialect), source, user)


def _geom(table: Table, dialect: PostgisDialect, row: str) -> str:
    return dialect.wkb(f"{row}.geom") if table.geometry else "NULL"


def _moved(table: Table, dialect: PostgisDialect) -> str:
    if not table.geometry:
        return "NULL"
    moved = dialect.differs("n.geom::bytea", "o.geom::bytea")
    return f"CASE WHEN {moved} THEN coalesce({dialect.wkb('n.geom')}, '') END"


def _log(
    table: Table, dialect: PostgisDialect, operation: str, row: str, geom: str, source: str, user: str = USER
) -> str:
    alias = source.split()[2]
    return sql(
        "INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb, {columns}) SELECT {table}, {alias}.uuid, "
        "{operation}, {now}, {user}, {row}, {geom}, {rights} FROM {source} ORDER BY {alias}.fid",
        columns=", ".join((access.PLAN, access.OTHER, access.LEVEL)),
        rights=", ".join(access.of_line(table, alias)),
        table=literal(table.name),
        alias=alias,
        operation=literal(operation),
        now=dialect.now,
        user=user,
        row=row,
        geom=geom,
        source=source,
    )
