"""Tables as they were known at a moment, in PostgreSQL, for whoever looks: of the plans that he may see now and might see then.

Policies alone would not do: with the lines hidden in which a plan was confidential, the last line before them would be taken
for the state at that moment, and a block that nobody changed since its plan was opened up would be missing. So one function
of the owner's looks at all lines, and gives out the rows of plans whose own last line at that moment, and whose rights now,
let them be seen. Tables that belong to no plan are seen as now.
"""

from __future__ import annotations

from collections.abc import Iterable

from diwi_qgis.model.rights import Actie
from diwi_qgis.model.schema import Table
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.postgis import access, rights
from diwi_qgis.store.sql import identifier, literal, sql

#: The function, with the types of its arguments.
FUNCTION = "bekend_op(text, timestamp with time zone)"

_HEAD = "bekend_op(tabel text, moment timestamptz)"
_RETURNS = "TABLE (regel integer, rij text, uuid text, vorm text)"

#: Every step is by index, with lists of numbers between them: a join would be planned by statistics of a table that grew since.
_BODY = """#variable_conflict use_column
DECLARE
  alles boolean := pg_has_role(session_user, current_user, 'USAGE');
  vanaf smallint := mijn_niveau({look});
BEGIN
  RETURN QUERY WITH plannen AS MATERIALIZED (
    SELECT p.uuid FROM historie AS p WHERE NOT alles AND bekend_op.tabel IN ({of_plan}) AND p.op <> 'D' AND p.fid = ANY (ARRAY(
      SELECT max(h.fid) FROM historie AS h WHERE h.tabel = 'project' AND h.tijd <= bekend_op.moment GROUP BY h.uuid))
    AND p.uuid IN (SELECT plannen_waarvoor({look})) AND (p._niveau >= vanaf OR p.uuid IN (SELECT eigen_plannen({look})))
  ), blokken AS MATERIALIZED (
    SELECT b.uuid FROM historie AS b WHERE NOT alles AND bekend_op.tabel IN ({of_block}) AND b.op <> 'D' AND b.fid = ANY (ARRAY(
      SELECT max(h.fid) FROM historie AS h WHERE h.tabel = 'woningblok' AND h.tijd <= bekend_op.moment GROUP BY h.uuid))
    AND b._plan IN (SELECT p.uuid FROM plannen AS p)
  )
  SELECT r.fid, r.rij, r.uuid, CASE WHEN bekend_op.tabel IN ({shaped}) THEN (
    SELECT s.geom_wkb FROM historie AS s WHERE s.fid = (
      SELECT max(g.fid) FROM historie AS g WHERE g.tabel = bekend_op.tabel AND g.uuid = r.uuid AND g.tijd <= bekend_op.moment
        AND (g.geom_wkb IS NOT NULL OR g.op = 'I'))) END
  FROM historie AS r WHERE r.op <> 'D' AND r.fid = ANY (ARRAY(
    SELECT max(h.fid) FROM historie AS h WHERE h.tabel = bekend_op.tabel AND h.tijd <= bekend_op.moment GROUP BY h.uuid))
  AND (alles OR CASE bekend_op.tabel {cases} ELSE false END);
END"""


def function() -> tuple[str, str, str, str]:
    """(name with arguments, what it returns, language and kind, body)"""
    known = [table for table in TABLES if table.tracked and table.logged_columns is None]
    of_plan = [table for table in known if TABLE_RIGHTS[table.name].of_plan]
    of_block = [table.name for table in of_plan if "woningblok_uuid" in _parents(table)]
    cases = [
        f"WHEN {literal(table.name)} THEN {_of_plan(table) if table in of_plan else _of_register(table)}"
        for table in known
    ]
    body = sql(
        _BODY,
        look=literal(Actie.INZIEN.value),
        of_plan=_list(table.name for table in of_plan),
        of_block=_list(of_block),
        shaped=_list(table.name for table in known if table.geometry),
        cases=" ".join(cases),
    )
    return _HEAD, _RETURNS, "plpgsql STABLE", body


def _parents(table: Table) -> set[str]:
    return {column.name for column in table.parents}


def _list(names: Iterable[str]) -> str:
    return ", ".join(literal(name) for name in names)


def _of_plan(table: Table) -> str:
    """Every plan and block that the row points at could be seen; what belongs to none (yet) is as confidential as it was."""
    if table.name == "project":
        return "r.uuid IN (SELECT p.uuid FROM plannen AS p)"
    parents = _parents(table)
    known = {"project_uuid": "plannen", "ander_uuid": "plannen", "woningblok_uuid": "blokken"}
    conditions = []
    for name in sorted(parents & set(known)):
        value = f"(r.rij::json ->> {literal(name)})"
        seen = "({value} IS NULL OR {value} IN (SELECT p.uuid FROM {known} AS p))"
        conditions.append(sql(seen, value=value, known=known[name]))
    conditions.append(f"(r.{access.PLAN} IS NOT NULL OR r.{access.LEVEL} >= vanaf)")
    return "(" + " AND ".join(conditions) + ")"


def _of_register(table: Table) -> str:
    """The policy of the table as it is, asked of the row as it was."""
    condition = rights.seen(table)
    if condition is None:
        return "true"
    return sql(
        "EXISTS (SELECT 1 FROM jsonb_populate_record(NULL::{table}, r.rij::jsonb) AS toen WHERE {condition})",
        table=identifier(table.name),
        condition=condition,
    )
