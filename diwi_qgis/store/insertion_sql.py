"""What follows when rows were added, in SQLite's SQL: said once, for the one row of a trigger and for many at a time.

`rows` is the condition that tells which rows those are: ``fid = NEW.fid`` in a trigger, ``fid > 1234`` after a bulk write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from diwi_qgis.model.plan_tables import PROJECT
from diwi_qgis.model.schema import Table
from diwi_qgis.store import derived_sql, history_sql, plancode_sql
from diwi_qgis.store.geopackage_sql import GEOPACKAGE
from diwi_qgis.store.history_sql import NOW, USER
from diwi_qgis.store.sql import assignments, identifier, literal, sql

#: While `sessie.bezig` is 1 somebody completes rows: no trigger takes that for the writing of a user.
BUSY, READY = "UPDATE sessie SET bezig = 1", "UPDATE sessie SET bezig = 0"
IS_BUSY = "SELECT 1 FROM sessie WHERE bezig"
BY_USER = "(SELECT bezig FROM sessie) IS NOT 1"

_HEX = "[0-9a-f]"
_UUID = "-".join(_HEX * length for length in (8, 4, 4, 4, 12))
_NEW_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)


def _completed(table: Table) -> dict[str, str]:
    """The columns that nobody writes himself, and what they become (SQL over the row as it was given)."""
    values = {
        "uuid": f"CASE WHEN lower(uuid) GLOB '{_UUID}' THEN lower(uuid) ELSE {_NEW_UUID} END",
        "versie": "1",
        "aangemaakt": NOW,
        "aangemaakt_door": USER,
        "gewijzigd": NOW,
        "gewijzigd_door": USER,
    }
    if table.name == "project":
        values.update(dict.fromkeys(derived_sql.STATES, "NULL"))
        values.update(dict.fromkeys(("aantal_bouw", "aantal_sloop", "aantal_netto"), "0"))
    if table.name == "mijlpaal":
        values["eerste_prognose"] = "coalesce(eerste_prognose, gepland, gerealiseerd)"
    return values


def completion(table: Table, rows: str) -> str:
    """Completes rows that are there. To be run between BUSY and READY."""
    return sql(
        "UPDATE {name} SET {values} WHERE {rows}",
        name=identifier(table.name),
        values=assignments(_completed(table)),
        rows=rows,
    )


def insertion(table: Table, given: str) -> str:
    """Adds rows, completed; `given` is a SELECT of all columns of the table's own and a `uuid` that is one.

    To be run between BUSY and READY.
    """
    own = {column.name: identifier(column.name) for column in table.columns}
    values = {**own, **_completed(table), "uuid": "uuid"}
    return sql(
        "INSERT INTO {name} ({columns}) SELECT {values} FROM ({given})",
        name=identifier(table.name),
        columns=", ".join(identifier(column) for column in values),
        values=", ".join(values.values()),
        given=given,
    )


def aftermath(table: Table, rows: str) -> Iterator[str]:
    """All that follows when many rows were completed while no trigger looked. Between BUSY and READY."""
    yield sql(
        "UPDATE gpkg_contents SET last_change = {now} WHERE table_name = {name}", now=NOW, name=literal(table.name)
    )
    if table.name == "project":
        yield from plancode_sql.new_codes(rows)
    yield from log(table, rows)
    yield from consequences(table, rows)
    plans = _plans(table, rows)
    if plans:
        yield history_sql.log_derived(PROJECT, plans)


def log(table: Table, rows: str) -> Iterator[str]:
    """The lines of history of completed rows, for tables whose new rows are logged."""
    if table.logged_columns is None:
        yield history_sql.log_insert(table, rows)


def consequences(table: Table, rows: str) -> Iterator[str]:
    """What completed rows mean to other tables."""
    yield from derived_sql.refresh(GEOPACKAGE, table, _plans(table, rows))
    if table.name == "mijlpaal":
        yield from derived_sql.first_forecasts(GEOPACKAGE, rows)


def _plans(table: Table, rows: str) -> str:
    """The condition for the plans whose derived columns follow from these rows; empty when none do."""
    if table.name in ("woningblok", "mijlpaal"):
        return sql(
            "project.uuid IN (SELECT project_uuid FROM {name} WHERE {rows})", name=identifier(table.name), rows=rows
        )
    if table.name == "codelijst":
        return sql("EXISTS (SELECT 1 FROM codelijst WHERE lijst = 'mijlpaalsoort' AND {rows})", rows=rows)
    return ""


def in_bulk(table: Table, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether these rows can be completed together.

    Not plans of which one may depend on another (a part on the plan that it is a part of, a code that is brought on a
    code that is given), or that bring a phase or status, for which milestones must be made.
    """
    own = ("hoofdplan_uuid", "code", *derived_sql.STATES)
    return table.tracked and (table.name != "project" or not any(row.get(name) for row in rows for name in own))
