"""What follows when rows were added, in SQLite's SQL: said once, for the one row of a trigger and for many at a time.

`rows` is the condition that tells which rows those are: ``fid = NEW.fid`` in a trigger, ``fid > 1234`` after a bulk write.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.schema import Table
from diwi_qgis.store import derived_sql, history_sql
from diwi_qgis.store.history_sql import NOW, USER
from diwi_qgis.store.sql import assignments, identifier, sql

#: While `sessie.bezig` is 1 somebody completes rows: no trigger takes that for the writing of a user.
BUSY, READY = "UPDATE sessie SET bezig = 1", "UPDATE sessie SET bezig = 0"
BY_USER = "(SELECT bezig FROM sessie) IS NOT 1"

_HEX = "[0-9a-f]"
_UUID = "-".join(_HEX * length for length in (8, 4, 4, 4, 12))
_NEW_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)


def completion(table: Table, rows: str) -> str:
    """The columns that nobody writes himself. To be run between BUSY and READY."""
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
    return sql(
        "UPDATE {name} SET {values} WHERE {rows}", name=identifier(table.name), values=assignments(values), rows=rows
    )


def log(table: Table, rows: str) -> Iterator[str]:
    """The lines of history of completed rows, for tables whose new rows are logged."""
    if table.logged_columns is None:
        yield history_sql.log_insert(table, rows)


def consequences(table: Table, rows: str) -> Iterator[str]:
    """What completed rows mean to other tables."""
    name = identifier(table.name)
    of_projects = sql("project.uuid IN (SELECT project_uuid FROM {name} WHERE {rows})", name=name, rows=rows)
    if table.name == "woningblok":
        yield derived_sql.refresh_totals(of_projects)
    if table.name == "mijlpaal":
        yield derived_sql.refresh_states(of_projects)
        yield from derived_sql.first_forecasts(rows)
    if table.name == "codelijst":
        yield derived_sql.refresh_states(
            sql("EXISTS (SELECT 1 FROM codelijst WHERE lijst = 'mijlpaalsoort' AND {rows})", rows=rows)
        )


def in_bulk(table: Table) -> bool:
    """Whether many rows can be completed at a time: not where a row depends on those before it (plan codes)."""
    return table.tracked and table.name != "project"
