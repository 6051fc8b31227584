"""One plan with everything below it, and its history, by small queries: for a page that must open at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timezone
from typing import Any, Optional, Union

from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import TABLES
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.sql import identifier, literal, sql

Row = dict[str, Any]

_BLOCKS = "SELECT uuid FROM woningblok WHERE project_uuid = {plan}"


def plan_tables() -> Iterator[str]:
    """The plan, its blocks, and every tracked table whose rows are part of those; parents come first."""
    for table in TABLES:
        parents = {column.name for column in table.parents}
        if table.tracked and (table.name == "project" or parents & {"project_uuid", "woningblok_uuid"}):
            yield table.name


def plan_rows(file: Connection, uuid: str, tables: Optional[Iterable[str]] = None) -> dict[str, list[Row]]:
    """By table, the rows of a plan in the order in which they were entered; no rows of any when the plan is not there.

    All of `plan_tables` unless `tables` says which: a plan may stand on thousands of parcels.
    Without geometry. Dates are `date`, timestamps `datetime` in UTC, empty values None.
    """
    names = list(tables or plan_tables())
    return _typed_rows(file, names, [_rows_of_plan(name, uuid) for name in names])


def small_tables(file: Connection, names: Sequence[str]) -> dict[str, list[Row]]:
    """By table all its rows, in the order in which they were entered, as `plan_rows` gives them: for lists and settings."""
    return _typed_rows(file, names, [_select(name, "fid > 0") for name in names])


def _typed_rows(file: Connection, names: Sequence[str], statements: Sequence[str]) -> dict[str, list[Row]]:
    return {
        name: [
            {column.name: typed(column, value) for column, value in zip(model_table(name).all_columns, values)}
            for values in found
        ]
        for name, found in zip(names, file.query_many(statements))
    }


def _rows_of_plan(name: str, uuid: str) -> str:
    table = model_table(name)
    parents = {column.name for column in table.parents}
    conditions = ["uuid = {plan}"] if name == "project" else []
    if name != "project":  # a finding may be about two plans
        conditions += [f"{each.name} = {{plan}}" for each in table.parents if _leads_to_plan(each)]
    if "woningblok_uuid" in parents:
        conditions.append("woningblok_uuid IN (" + _BLOCKS + ")")
    return _select(name, sql(" OR ".join(conditions), plan=literal(uuid)))


def _select(name: str, condition: str) -> str:
    columns = model_table(name).all_columns
    return sql(
        "SELECT {columns} FROM {table} WHERE {condition} ORDER BY fid",
        # Under its own name GDAL takes the key out of the fields.
        columns=", ".join("fid + 0 AS nummer" if each.name == "fid" else identifier(each.name) for each in columns),
        table=identifier(name),
        condition=condition,
    )


def _leads_to_plan(column: Column) -> bool:
    return column.references is not None and column.references.table == "project"


def typed(column: Column, value: Any) -> Any:
    """What the database or the history gives of a field, as the kind of the column."""
    if value is None:
        return None
    if column.kind is Kind.BOOLEAN:
        return bool(value)
    if column.kind is Kind.DATE:
        return value if isinstance(value, date) else date.fromisoformat(value.replace("/", "-"))
    return moment(value) if column.kind is Kind.TIMESTAMP else value


def moment(text: Union[str, datetime]) -> datetime:
    """A timestamp of the register, in UTC."""
    if isinstance(text, datetime):
        return text.astimezone(timezone.utc)
    plain, _, fraction = text.replace("/", "-").split("+")[0].rstrip("Z").partition(".")
    if fraction:  # as many digits as Python 3.9 wants
        plain = f"{plain}.{fraction:0<3}"
    return datetime.fromisoformat(plain).replace(tzinfo=timezone.utc)


def plan_kin(file: Connection, uuid: str) -> tuple[list[Row], list[Row]]:
    """The main plan (none or one) and the sub-plans of a plan, by code: `uuid`, `naam` and `code` of each."""
    statement = sql(
        "SELECT uuid, naam, code, CASE WHEN hoofdplan_uuid = {plan} THEN 1 ELSE 0 END AS onder FROM project WHERE "
        "hoofdplan_uuid = {plan} OR uuid = (SELECT hoofdplan_uuid FROM project WHERE uuid = {plan}) ORDER BY code",
        plan=literal(uuid),
    )
    found = [({"uuid": each, "naam": naam, "code": code}, below) for each, naam, code, below in file.query(statement)]
    return [row for row, below in found if not below], [row for row, below in found if below]


def plan_history(file: Connection, uuid: str) -> list[Row]:
    """Every line of history of a plan and of what is or ever was below it, oldest first.

    Each has `nummer`, `tabel`, `uuid`, `op` (I, U, D), `tijd` (UTC), `gebruiker`, `rij`: the row as plain JSON values, and
    `vorm`: whether its geometry came or changed. Lines with 'handeling' as table close an act (`acts`).
    """
    statement = sql(
        "SELECT fid + 0 AS nummer, tabel, uuid, op, tijd, gebruiker, rij, CASE WHEN geom_wkb IS NULL THEN 0 ELSE 1 END AS vorm "
        "FROM historie WHERE (tabel = 'handeling' AND uuid = {plan}) OR {about} ORDER BY fid",
        plan=literal(uuid),
        about=_about(file, uuid),
    )
    names = ("nummer", "tabel", "uuid", "op", "tijd", "gebruiker", "rij", "vorm")
    lines = [dict(zip(names, values)) for values in file.query(statement)]
    for line in lines:
        line["tijd"], line["rij"], line["vorm"] = moment(line["tijd"]), _json(line["rij"]), bool(line["vorm"])
    return lines


def plan_shapes(file: Connection, uuid: str, line: Optional[int] = None) -> dict[tuple[str, str], str]:
    """By table and uuid the geometry of a plan and of what is below it, after a line of history (none given: now).

    Hexadecimal WKB, empty for none. Rows that were removed by then are among them.
    """
    last = sql(
        "SELECT max(fid) FROM historie WHERE (geom_wkb IS NOT NULL OR op = 'I') AND {until} AND {about} GROUP BY tabel, uuid",
        until="fid > 0" if line is None else sql("fid <= {line}", line=line),
        about=_about(file, uuid),
    )
    statement = sql(
        "SELECT tabel, uuid, coalesce(geom_wkb, '') AS vorm FROM historie WHERE fid IN ({last}) AND tabel IN ({tables})",
        last=last,
        tables=", ".join(literal(name) for name in plan_tables() if model_table(name).geometry),
    )
    return {(table, row): shape for table, row, shape in file.query(statement)}


def _about(file: Connection, uuid: str) -> str:
    """The condition for lines of history of a plan and of what is or ever was below it."""
    project, block = (file.dialect.member("rij", name) for name in ("project_uuid", "woningblok_uuid"))
    blocks = sql(
        "SELECT uuid FROM historie WHERE tabel = 'woningblok' AND {project} = {plan}",
        project=project,
        plan=literal(uuid),
    )
    return sql(
        "((tabel = 'project' AND uuid = {plan}) OR (tabel IN ({parts}) AND ({project} = {plan} OR {block} IN ({blocks}))))",
        plan=literal(uuid),
        parts=", ".join(literal(name) for name in plan_tables() if name != "project"),
        project=project,
        block=block,
        blocks=blocks,
    )


def _json(value: Union[str, Row]) -> Row:
    return json.loads(value) if isinstance(value, str) else value
