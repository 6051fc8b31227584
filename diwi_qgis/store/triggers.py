"""What always holds in a GeoPackage register, whichever program writes: identity, versions, history, derived columns.

One AFTER trigger per table and operation, whose statements run in order; BEFORE triggers only refuse. While a trigger
completes its own row it sets `sessie.bezig`, so that its writing is not taken for that of a user. Nothing relies on
foreign keys or recursive triggers being switched on: GDAL, QGIS and others differ in that, so references are also kept
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diwi_qgis.model.internal_tables import SESSIE
from diwi_qgis.model.schema import Column, OnDelete, Role, Table
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import derived_sql, history_sql, insertion_sql, refusals, tickets
from diwi_qgis.store.geopackage_sql import GEOPACKAGE
from diwi_qgis.store.history_sql import NOW, USER
from diwi_qgis.store.insertion_sql import BUSY, BY_USER, READY
from diwi_qgis.store.plancode_sql import NO_FREE_CODE, new_code
from diwi_qgis.store.sql import assignments, identifier, literal, sql

#: The uuid of the plan that a trigger is about; the row NEW may not have it yet.
_UUID = "(SELECT uuid FROM project WHERE fid = NEW.fid)"


def trigger_statements() -> Iterator[str]:
    """CREATE TRIGGER statements of all tables."""
    for table in TABLES:
        if table.tracked:
            yield from _tracked(table)
        if table.append_only:
            yield from append_only(table)
    yield from _session()


def trigger_names() -> list[str]:
    """Names of all triggers of ours."""
    return [statement.split('"')[1] for statement in trigger_statements()]


def _tracked(table: Table) -> Iterator[str]:
    yield _trigger(table, "BEFORE INSERT", list(_before_insert(table)))
    yield _trigger(table, "BEFORE UPDATE", list(_before_update(table)), f"OLD.versie IS NOT NULL AND {BY_USER}")
    yield _trigger(table, "BEFORE DELETE", list(_refuse_all(refusals.of_delete(table, GEOPACKAGE))))
    yield _trigger(table, "AFTER INSERT", list(_after_insert(table)), BY_USER)
    changed = f"{_changed(table, Role.USER)} OR {_changed(table, Role.DERIVED)} OR {_changed(table, Role.SYSTEM)}"
    condition = f"OLD.versie IS NOT NULL AND {BY_USER} AND ({changed})"
    yield _trigger(table, "AFTER UPDATE", list(_after_update(table)), condition)
    yield _trigger(table, "AFTER DELETE", list(_after_delete(table)))


def _trigger(table: Table, moment: str, statements: list[str], condition: str = "") -> str:
    if not statements:
        statements = ["SELECT 1"]
    when = f" WHEN {condition}" if condition else ""
    name = identifier(f"{table.name}_{moment.lower().replace(' ', '_')}")
    body = ";\n  ".join(statements)
    return f"CREATE TRIGGER {name} {moment} ON {identifier(table.name)}{when} BEGIN\n  {body};\nEND"


def _refuse(text: str, condition: str) -> str:
    return f"SELECT RAISE(ABORT, {literal(text)}) WHERE {condition}"


# -- before: refusals ---------------------------------------------------------------------------------------------------


def _before_insert(table: Table) -> Iterator[str]:
    yield from _orphans(table)
    yield from _refuse_all(refusals.of_addition(table, GEOPACKAGE))
    yield from _refuse_all(refusals.of_insert(table, GEOPACKAGE))


def _before_update(table: Table) -> Iterator[str]:
    yield from _refuse_all(refusals.of_identity(table, GEOPACKAGE))
    area_changed = "NEW.geom IS NOT OLD.geom" if table.geometry else ""
    for refusal in refusals.of_tickets(table, GEOPACKAGE, area_changed):
        yield _refuse(refusal.text, f"{_changed(table, Role.USER)} AND {refusal.whole}")
    yield from _orphans(table)
    yield from _refuse_all(refusals.of_update(table, GEOPACKAGE))


def _refuse_all(found: Iterable[refusals.Refusal]) -> Iterator[str]:
    yield from (_refuse(refusal.text, refusal.whole) for refusal in found)


def _orphans(table: Table) -> Iterator[str]:
    yield from (_orphan(table, column) for column in table.parents)


def _orphan(table: Table, column: Column) -> str:
    if column.references is None:
        raise ValueError(f"{table.name}.{column.name} refers to nothing")
    parent = column.references.table
    return _refuse(
        f"{table.name}.{column.name}: {parent} bestaat niet / does not exist",
        sql(
            "NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} AS o WHERE o.uuid = NEW.{column})",
            column=column.name,
            parent=identifier(parent),
        ),
    )


# -- after: what follows --------------------------------------------------------------------------------------------------


def _changed(table: Table, role: Role) -> str:
    """SQL: whether a column of that role changed; the geometry counts as the user's."""
    names = [column.name for column in table.all_columns if column.role is role and column.name != "fid"]
    if role is Role.USER and table.geometry:
        names.append("geom")
    return _any_changed(names)


def _any_changed(names: Sequence[str]) -> str:
    return "(" + (" OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in names) or "0") + ")"


def _after_insert(table: Table) -> Iterator[str]:
    rows = "fid = NEW.fid"
    yield BUSY
    yield insertion_sql.completion(table, rows)
    if table.name == "project":
        yield sql("UPDATE project SET code = {new_code} WHERE fid = NEW.fid", new_code=new_code("NEW.fid"))
    yield READY
    if table.name == "project":
        yield _refuse(NO_FREE_CODE, "(SELECT code FROM project WHERE fid = NEW.fid) IS NULL")
        yield "INSERT OR IGNORE INTO plancode (code, project_uuid) SELECT code, uuid FROM project WHERE fid = NEW.fid"
    yield from insertion_sql.log(table, rows)
    if table.name == "project":
        yield from derived_sql.milestones_for_states_written(GEOPACKAGE, _UUID, "NEW")
    yield from insertion_sql.consequences(table, rows)


def _after_update(table: Table) -> Iterator[str]:
    name = identifier(table.name)
    by_user, system, derived = (_changed(table, role) for role in (Role.USER, Role.SYSTEM, Role.DERIVED))
    values = {
        "versie": f"OLD.versie + {by_user}",
        "aangemaakt": "OLD.aangemaakt",
        "aangemaakt_door": "OLD.aangemaakt_door",
    }
    values["gewijzigd"] = f"CASE WHEN {by_user} THEN {NOW} ELSE OLD.gewijzigd END"
    values["gewijzigd_door"] = f"CASE WHEN {by_user} THEN {USER} ELSE OLD.gewijzigd_door END"
    if table.name == "mijlpaal":
        values["eerste_prognose"] = "coalesce(NEW.eerste_prognose, OLD.eerste_prognose)"
    yield BUSY
    yield sql(
        "UPDATE {name} SET {assignments} WHERE fid = NEW.fid AND ({by_user} OR {system})",
        name=name,
        assignments=assignments(values),
        by_user=by_user,
        system=system,
    )
    yield READY
    yield f"{tickets.used(table, GEOPACKAGE)} AND {by_user}"
    if table.name == "project":
        yield from derived_sql.milestones_for_states_written(GEOPACKAGE, _UUID, "NEW", "OLD")
        yield derived_sql.refresh_states(GEOPACKAGE, "project.fid = NEW.fid")
        yield derived_sql.refresh_totals(GEOPACKAGE, "project.uuid = NEW.uuid")
    logged = f"{by_user} OR {derived}" if table.logged_columns is None else _any_changed(table.logged_columns)
    yield history_sql.log_update(table, logged, compare=table.name == "project")
    yield from _consequences(table, "OLD")
    yield from _consequences(table, "NEW")
    if table.name == "mijlpaal":
        for column in derived_sql.DATES:
            yield derived_sql.forecasts(GEOPACKAGE, column, f"fid = NEW.fid AND NEW.{column} IS NOT OLD.{column}")


def _after_delete(table: Table) -> Iterator[str]:
    for child, column, action in refusals.children(table):
        if action is OnDelete.CASCADE:
            yield sql("DELETE FROM {child} WHERE {column} = OLD.uuid", child=identifier(child.name), column=column.name)
        if action is OnDelete.SET_NULL:
            yield sql(
                "UPDATE {child} SET {column} = NULL WHERE {column} = OLD.uuid",
                child=identifier(child.name),
                column=column.name,
            )
    if table.logged_columns is None:
        yield history_sql.log_delete(table)
    yield from _consequences(table, "OLD")


def _consequences(table: Table, row: str) -> Iterator[str]:
    """What a row means to the derived columns of its project."""
    its = f"{row}.lijst = 'mijlpaalsoort'" if table.name == "codelijst" else f"project.uuid = {row}.project_uuid"
    yield from derived_sql.refresh(GEOPACKAGE, table, its)


# -- tables with rules of their own -----------------------------------------------------------------------------------------


def append_only(table: Table) -> Iterator[str]:
    """The triggers of a table that only grows."""
    text = refusals.append_only(table)
    for moment in ("BEFORE UPDATE", "BEFORE DELETE"):
        yield _trigger(table, moment, [f"SELECT RAISE(ABORT, {literal(text)})"])


def _session() -> Iterator[str]:
    """The one row of `sessie` stays: without it every trigger would take its own writing for a user's."""
    text = "sessie: heeft precies één rij / has exactly one row"
    yield _trigger(SESSIE, "BEFORE DELETE", [_refuse(text, "1")])
    yield _trigger(SESSIE, "BEFORE INSERT", [_refuse(text, "EXISTS (SELECT 1 FROM sessie)")])
