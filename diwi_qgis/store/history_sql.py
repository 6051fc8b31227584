"""One line of history, in SQLite's SQL: the row as JSON, the geometry as hexadecimal WKB only when it changed."""

from __future__ import annotations

from datetime import datetime, timezone

from diwi_qgis.model.schema import Table
from diwi_qgis.store.geopackage_sql import GEOPACKAGE
from diwi_qgis.store.sql import identifier, literal, sql

NOW = GEOPACKAGE.now
USER = GEOPACKAGE.user


def row_as_json(table: Table, row: str) -> str:
    """All columns but the geometry as a JSON object; `row` is NEW, OLD or a table's name."""
    pairs = ", ".join(f"{literal(c.name)}, {row}.{identifier(c.name)}" for c in table.all_columns)
    return f"json_object({pairs})"


def log_insert(table: Table, rows: str) -> str:
    """History lines of new rows (a condition on their `fid`), as they were completed."""
    geom = f"CASE WHEN geom IS NOT NULL THEN {GEOPACKAGE.wkb('geom')} END" if table.geometry else "NULL"
    return _log(table, "I", geom, rows)


def log_update(table: Table, changed: str, compare: bool) -> str:
    """History line of a changed row, when `changed` (SQL) holds; '' as geometry means that it was removed.

    With `compare` no line is written when the row is as its last line says: nested triggers may have logged it, or put
    a derived value back.
    """
    geom = (
        f"CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce({GEOPACKAGE.wkb('NEW.geom')}, '') END"
        if table.geometry
        else "NULL"
    )
    condition = f"fid = NEW.fid AND ({changed})"
    if compare:
        condition += f" AND {_differs_from_last_line(table, 'NEW')}"
    return _log(table, "U", geom, condition)


def log_derived(table: Table, rows: str) -> str:
    """History lines of those among rows (a condition) that are not as their last line says, after what was derived."""
    return _log(table, "U", "NULL", f"{rows} AND {_differs_from_last_line(table, identifier(table.name))}")


def _differs_from_last_line(table: Table, row: str) -> str:
    last = sql(
        "(SELECT h.rij FROM historie AS h WHERE h.uuid = {row}.uuid AND h.tabel = {table} ORDER BY h.fid DESC LIMIT 1)",
        row=row,
        table=literal(table.name),
    )
    return f"{row_as_json(table, identifier(table.name))} IS NOT {last}"


def log_delete(table: Table) -> str:
    """History line of a deleted row, as it was."""
    values = f"{literal(table.name)}, OLD.uuid, 'D', {NOW}, {USER}, {row_as_json(table, 'OLD')}, NULL"
    return sql(
        "INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ({values})", values=values
    )


def _log(table: Table, operation: str, geom: str, condition: str) -> str:
    name = identifier(table.name)
    values = f"{literal(table.name)}, {name}.uuid, '{operation}', {NOW}, {USER}, {row_as_json(table, name)}, {geom}"
    return sql(
        "INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT {values} FROM {name} WHERE "
        "{condition} ORDER BY fid",
        values=values,
        name=name,
        condition=condition,
    )


def stamp(moment: datetime) -> str:
    """A moment (with its zone) as the history keeps it, quoted."""
    utc = moment.astimezone(timezone.utc)
    return literal(f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z")


def known_rows(table: Table, moment: datetime) -> str:
    """SELECT of the rows that a table had at a moment: the number of the last line of each, and the row."""
    return sql(
        "SELECT fid + 0 AS regel, rij FROM historie WHERE fid IN ({last}) AND op <> 'D'", last=_last(table, moment)
    )


def known_shapes(table: Table, moment: datetime) -> str:
    """SELECT of the geometry that every row of a table had last at a moment: its uuid, and WKB or nothing."""
    # What came anew without geometry had none: an 'I' counts as well.
    last = _last(table, moment, "AND (geom_wkb IS NOT NULL OR op = 'I')")
    return sql("SELECT uuid, coalesce(geom_wkb, '') AS vorm FROM historie WHERE fid IN ({last})", last=last)


def _last(table: Table, moment: datetime, more: str = "") -> str:
    return sql(
        "SELECT max(fid) FROM historie WHERE tabel = {table} AND tijd <= {moment} {more} GROUP BY uuid",
        table=literal(table.name),
        moment=stamp(moment),
        more=more,
    )
