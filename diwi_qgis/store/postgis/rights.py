"""The permission matrix in the database: what the one who logged in may, which rows he sees, which writing is refused.

What he may follows from his row in `gebruiker` and from nothing else: no session setting, no role that he takes on. It is
looked up anew for every statement, so that whoever is taken out of a group or list sees nothing from then on. Reading is
row-level security. Writing what one sees is refused by a trigger that says why; writing what one does not see is refused
as if it were not there. The owner of the register (who made it) and superusers may everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from diwi_qgis.model.rights import (
    CLOSED_COLUMNS,
    GENERAL_RIGHTS,
    ONBEREIKBAAR,
    PLAN_RIGHTS,
    ROLLEN,
    Actie,
    lowest_level,
)
from diwi_qgis.model.schema import Table
from diwi_qgis.model.table_rights import TABLE_RIGHTS, TICKETS
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.postgis import access
from diwi_qgis.store.sql import identifier, literal, sql

#: Names of the policies that refuse rows; a name is what a user reads, and PostgreSQL keeps 63 characters of it.
NO_SUCH_PLAN = "geen plan dat u mag zien / no plan that you may see"

#: The functions that policies, triggers and clients call as the one who logged in.
FOR_ALL = (
    "mijn_rol()",
    "mijn_niveau(text)",
    "mijn_groepen(text)",
    "mijn_tabellen()",
    "ik_mag(text)",
    "plannen_waarvoor(text)",
    "eigen_plannen(text)",
    "leesbare_rondes()",
    "eigen_werk()",
    "meldkanaal()",
)

_ROLE = "SELECT rol FROM gebruiker WHERE inlognaam = session_user AND actief"

_LEVEL = "SELECT (CASE actie {cases} ELSE {unreachable} END)::smallint"

_GROUPS = """SELECT coalesce(array_agg(g.fid), '{{}}') FROM gebruiker AS u JOIN groep_lid AS l ON l.gebruiker_uuid = u.uuid
  JOIN groep AS g ON g.uuid = l.groep_uuid WHERE u.inlognaam = session_user AND u.actief AND (actie, u.rol) IN ({pairs})"""

_MAY = "SELECT coalesce((actie, mijn_rol()) IN ({pairs}), false)"

_TABLES = """SELECT coalesce(array_agg(t.naam), '{{}}') FROM (VALUES {rows}) AS t(naam, actie) WHERE ik_mag(t.actie)"""

_PLANS = "SELECT project_uuid FROM plan_toegang WHERE {mine}groepen && (SELECT mijn_groepen(actie))"

_ON_PLAN = """SELECT pg_has_role(session_user, current_user, 'USAGE') OR coalesce(
  (SELECT {now} FROM project AS p WHERE p.uuid = plan),
  (SELECT {then} FROM plan_toegang AS t WHERE t.project_uuid = plan), false)"""

#: Receipts name plans, left out and changed ones too: those that name no plan that he may not see. Without arguments, or it
#: would tell which codes there are.
_READABLE_ROUNDS = """SELECT r.uuid FROM leveringsronde AS r WHERE NOT EXISTS (SELECT 1 FROM plancode AS c
  WHERE c.project_uuid NOT IN (SELECT plannen_waarvoor('bekijken')) AND strpos(r.ontvangstbewijs, c.code) > 0)"""

#: Not a function of the owner's: it must see who runs the statement. Our own functions and references run as the owner.
_OWN_WORK = "SELECT pg_has_role(current_user, c.relowner, 'USAGE') FROM pg_class AS c WHERE c.oid = 'project'::regclass"


def functions() -> Iterator[tuple[str, str, str, str]]:
    """(name with arguments, what it returns, language and kind, body); `eigen_werk` runs as whoever calls it."""
    kind = "sql STABLE PARALLEL SAFE"
    yield "mijn_rol()", "text", kind, _ROLE
    cases = " ".join(f"WHEN {literal(each.value)} THEN {_level_case(each)}" for each in PLAN_RIGHTS)
    yield "mijn_niveau(actie text)", "smallint", kind, sql(_LEVEL, cases=cases, unreachable=ONBEREIKBAAR)
    own = [(each, rol) for each, roles in PLAN_RIGHTS.items() for rol, found in roles.items() if found.own]
    # Not STABLE: who makes his first plan gets a group of his own in that very statement. Policies still ask it once.
    yield "mijn_groepen(actie text)", "integer[]", "sql PARALLEL SAFE", sql(_GROUPS, pairs=_pairs(own))
    general = [(each, rol) for each, roles in GENERAL_RIGHTS.items() for rol in ROLLEN if rol in roles]
    yield "ik_mag(actie text)", "boolean", kind, sql(_MAY, pairs=_pairs(general))
    yield "mijn_tabellen()", "text[]", kind, sql(_TABLES, rows=_managed_tables())
    seen = "niveau >= (SELECT mijn_niveau(actie)) OR "
    yield "plannen_waarvoor(actie text)", "SETOF text", kind, sql(_PLANS, mine=seen)
    yield "eigen_plannen(actie text)", "SETOF text", kind, sql(_PLANS, mine="")
    now, then = (
        f"{row}.{levels} >= mijn_niveau(actie) OR {row}.{groups} && mijn_groepen(actie)"
        for row, levels, groups in (("p", "_niveau", "_groepen"), ("t", "niveau", "groepen"))
    )
    yield "plan_recht(plan text, actie text)", "boolean", "sql STABLE", sql(_ON_PLAN, now=now, then=then)
    yield "leesbare_rondes()", "SETOF text", kind, _READABLE_ROUNDS
    yield "eigen_werk()", "boolean", kind, _OWN_WORK


def _level_case(actie: Actie) -> str:
    roles = [rol for rol in ROLLEN if lowest_level(rol, actie) < ONBEREIKBAAR]
    cases = " ".join(f"WHEN {literal(rol)} THEN {lowest_level(rol, actie)}" for rol in roles)
    return f"CASE mijn_rol() {cases} ELSE {ONBEREIKBAAR} END" if cases else str(ONBEREIKBAAR)


def _pairs(found: list[tuple[Actie, str]]) -> str:
    return ", ".join(f"({literal(actie.value)}, {literal(rol)})" for actie, rol in found)


def _managed_tables() -> str:
    """Who may change a list may read its history; of receipts nobody may: these never change, and name plans."""
    rows = []
    for name, rights in TABLE_RIGHTS.items():
        if rights.change and not rights.change.of_plan and rights.change is not Actie.LEVEREN:
            rows.append(f"({literal(name)}, {literal(rights.change.value)})")
    return ", ".join(rows)


# -- reading ------------------------------------------------------------------------------------------------------------------


def reaches(actie: Actie, levels: str = access.LEVEL, groups: str = access.GROUPS) -> str:
    """Condition that the one who logged in may do this with the plan of a row. The functions are asked once a statement."""
    name = literal(actie.value)
    return f"({levels} >= (SELECT mijn_niveau({name})) OR {groups} && (SELECT mijn_groepen({name})))"


def _may(actie: Actie) -> str:
    return f"(SELECT ik_mag({literal(actie.value)}))"


def _among(column: str, actie: Actie, own: bool = False) -> str:
    function = "eigen_plannen" if own else "plannen_waarvoor"
    return f"{column} IN (SELECT {function}({literal(actie.value)}))"


def _was_and_is(column: str, actie: Actie) -> str:
    """For lines that stay: the plan may be seen now, and, unless it is one's own, might be seen when the line was written."""
    then = f"{access.LEVEL} >= (SELECT mijn_niveau({literal(actie.value)}))"
    return f"{_among(column, actie)} AND ({then} OR {_among(column, actie, own=True)})"


def seen(table: Table) -> Optional[str]:
    """Condition that a row is seen; None: everybody who may use the register sees all."""
    name, rights = table.name, TABLE_RIGHTS[table.name]
    if name in _SPECIAL:
        return _SPECIAL[name]
    if access.carries_copies(table):
        condition = " OR ".join(reaches(actie) for actie in rights.see)
        if access.OTHER_LEVEL in access.columns(table):
            other = reaches(rights.see[0], access.OTHER_LEVEL, access.OTHER_GROUPS)
            condition = f"({condition}) AND ({access.OTHER_LEVEL} IS NULL OR {other})"
        return condition
    return " OR ".join(_may(actie) for actie in rights.see) or None


_LINE_OF_PLAN = f"{_was_and_is(access.PLAN, Actie.INZIEN)} AND ({access.OTHER} IS NULL OR {access.OTHER} <@ ARRAY(SELECT plannen_waarvoor('inzien')))"
_LINE_WITHOUT = f"{access.PLAN} IS NULL AND ({access.LEVEL} >= (SELECT mijn_niveau('inzien')) OR tabel = ANY ((SELECT mijn_tabellen())::text[]))"
_MY_DASHBOARDS = "rol IS NULL OR rol = (SELECT mijn_rol()) OR eigenaar_uuid IN (SELECT uuid FROM gebruiker WHERE inlognaam = session_user)"

_SPECIAL = {
    "historie": f"({_LINE_OF_PLAN}) OR ({_LINE_WITHOUT})",
    "mijlpaal_prognose": _was_and_is("project_uuid", Actie.INZIEN),
    "plancode": f"{_among('project_uuid', Actie.BEKIJKEN)} OR {_among('project_uuid', Actie.EIGENAARS)}",
    "leveringsronde": f"{_may(Actie.LEVEREN)} AND uuid IN (SELECT leesbare_rondes())",
    "levering": f"{_may(Actie.LEVEREN)} AND {_among('plan_uuid', Actie.BEKIJKEN)}",
    "gebruiker": f"{_may(Actie.GEBRUIKERS_ZIEN)} OR inlognaam = session_user",
    "dashboard": f"{_may(Actie.DASHBOARDS)} OR ({_may(Actie.DASHBOARDS_ZIEN)} AND ({_MY_DASHBOARDS}))",
}


def policies() -> Iterator[tuple[str, str, str]]:
    """(table, name, the rest of the statement that makes it)"""
    for table in TABLES:
        condition = "gebruiker = session_user" if table.name == TICKETS else None
        if table.name in TABLE_RIGHTS:
            condition = seen(table)
        if condition is None:
            continue
        if table.name == TICKETS:
            yield table.name, "zien", f"USING ({condition})"
            continue
        yield table.name, "zien", f"USING ({condition}) WITH CHECK (true)"
        if access.carries_copies(table):
            # Of the plan it belongs to, not of the row: a restrictive policy is named when it refuses, any other is not.
            yield table.name, f"{NO_SUCH_PLAN} (I)"[:63], f"AS RESTRICTIVE FOR INSERT WITH CHECK ({condition})"
            yield (
                table.name,
                f"{NO_SUCH_PLAN} (U)"[:63],
                f"AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK ({condition})",
            )


def policy_statements() -> Iterator[str]:
    """Row-level security, switched on where there is a policy."""
    tables = dict.fromkeys(table for table, _, _ in policies())
    yield from (f"ALTER TABLE {identifier(table)} ENABLE ROW LEVEL SECURITY" for table in tables)
    for table, name, rest in policies():
        yield f"CREATE POLICY {identifier(name)} ON {identifier(table)} {rest}"


# -- writing ------------------------------------------------------------------------------------------------------------------

_ON_PLAN_ROWS = """DECLARE
  vanaf smallint;
  mijn integer[];
  fout boolean := false;
BEGIN
  IF eigen_werk() THEN RETURN NULL; END IF;
  vanaf := mijn_niveau(TG_ARGV[0]);
  mijn := mijn_groepen(TG_ARGV[0]);
  IF TG_OP <> 'DELETE' THEN
    fout := EXISTS (SELECT 1 FROM nieuw WHERE NOT (_niveau >= vanaf OR _groepen && mijn));
  END IF;
  IF TG_OP <> 'INSERT' THEN
    fout := fout OR EXISTS (SELECT 1 FROM oud WHERE NOT (_niveau >= vanaf OR _groepen && mijn));
  END IF;
  IF fout THEN RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = TG_TABLE_NAME || TG_ARGV[1]; END IF;
  RETURN NULL;
END"""

_ON_REGISTER = """BEGIN
  IF NOT eigen_werk() AND NOT ik_mag(TG_ARGV[0]) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = TG_TABLE_NAME || TG_ARGV[1];
  END IF;
  RETURN NULL;
END"""

#: A finding about two plans stands with both: the owner of either says whether it may stay. It goes with its plan or block,
#: whoever may remove these, because a reference takes it along in the name of the one who does.
_ON_FINDINGS = """DECLARE
  fout boolean;
BEGIN
  IF eigen_werk() THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    fout := EXISTS (SELECT 1 FROM nieuw WHERE NOT ({one} OR coalesce({other}, false)));
  ELSIF NOT ik_mag('controleren') THEN
    fout := EXISTS (SELECT 1 FROM oud WHERE NOT ({one} OR coalesce({other}, false)));
  END IF;
  IF fout THEN RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = TG_TABLE_NAME || TG_ARGV[1]; END IF;
  RETURN NULL;
END"""

#: A permit loses its plan when that goes; whoever may change a plan may take a permit off it, and one that he sees and that
#: belongs to none to it.
_ON_PERMITS = """BEGIN
  IF NOT eigen_werk() AND (EXISTS (SELECT 1 FROM oud WHERE project_uuid IS NOT NULL AND NOT {reaches})
    OR EXISTS (SELECT 1 FROM nieuw WHERE project_uuid IS NOT NULL AND NOT {reaches})) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = TG_TABLE_NAME || TG_ARGV[1];
  END IF;
  RETURN NULL;
END"""

#: After the plans got their new groups. As the owner, who alone can tell a plan that is hidden from one that is gone.
_STAYS_SEEN = """BEGIN
  IF mijn_niveau('eigenaars') > 0 AND EXISTS (
    SELECT 1 FROM oud JOIN project AS p ON p.uuid = oud.project_uuid WHERE NOT plan_recht(p.uuid, 'bekijken')) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE =
      'project_groep: zonder deze groep ziet u het plan zelf niet meer / without this group you would not see the plan yourself';
  END IF;
  RETURN NULL;
END"""

_CLOSED = """BEGIN
  IF NOT eigen_werk() THEN
    {refusals}
  END IF;
  RETURN NULL;
END"""

_CLOSED_COLUMN = """IF mijn_rol() = {rol} AND EXISTS (
      SELECT fid, {column} FROM nieuw EXCEPT SELECT fid, {column} FROM oud) THEN
      RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = '{table}.{column}: mag u niet wijzigen / may not be changed by you';
    END IF;"""


STAYS_SEEN = "rechten_blijft_zichtbaar"

#: Table and operation -> the function that looks, where that is not one of the two for all.
_OF_ITS_OWN = {
    ("bevinding", "UPDATE"): "rechten_op_bevinding",
    ("bevinding", "DELETE"): "rechten_op_bevinding",
    ("vergunning", "UPDATE"): "rechten_op_vergunning",
}


def guards() -> Iterator[tuple[str, str]]:
    """(name, body) of the functions that refuse; they run as who writes, but for `STAYS_SEEN`."""
    yield "rechten_op_plan", _ON_PLAN_ROWS
    yield "rechten_op_register", _ON_REGISTER
    one, other = reaches(Actie.WIJZIGEN), reaches(Actie.WIJZIGEN, access.OTHER_LEVEL, access.OTHER_GROUPS)
    yield "rechten_op_bevinding", sql(_ON_FINDINGS, one=one, other=other)
    yield "rechten_op_vergunning", sql(_ON_PERMITS, reaches=one)
    yield STAYS_SEEN, _STAYS_SEEN
    for table, found in _closed().items():
        lines = [sql(_CLOSED_COLUMN, rol=literal(rol), column=column, table=table) for rol, column in found]
        yield f"rechten_velden_{table}", sql(_CLOSED, refusals="\n    ".join(lines))


def _closed() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for rol, tables in CLOSED_COLUMNS.items():
        for table, names in tables.items():
            found.setdefault(table, []).extend((rol, name) for name in names)
    return found


def guard_statements() -> Iterator[str]:
    """The triggers that refuse what one sees but may not write."""
    for table, rights in TABLE_RIGHTS.items():
        for operation, actie in (("INSERT", rights.add), ("UPDATE", rights.change), ("DELETE", rights.remove)):
            if actie:
                yield _guard(table, operation, actie)
    yield _after("project_groep", "seen_update", "UPDATE", STAYS_SEEN)
    yield _after("project_groep", "seen_delete", "DELETE", STAYS_SEEN)
    for table in _closed():
        yield _after(table, "closed_update", "UPDATE", f"rechten_velden_{table}")


def _guard(table: str, operation: str, actie: Actie) -> str:
    function = "rechten_op_plan" if actie.of_plan else "rechten_op_register"
    function = _OF_ITS_OWN.get((table, operation), function)
    text = _refusal_text(table, operation, actie)
    return _after(table, f"rights_{operation.lower()}", operation, function, f"{literal(actie.value)}, {literal(text)}")


def _refusal_text(table: str, operation: str, actie: Actie) -> str:
    if actie.of_plan and table != "project_groep":
        if actie is Actie.VERWIJDEREN:
            return ": dit plan mag u niet verwijderen / you may not delete this plan"
        return ": dit plan mag u niet wijzigen / you may not change this plan"
    return f": u mag niet {actie.label.nl} / you may not {actie.label.en}"


def _after(table: str, name: str, operation: str, function: str, arguments: str = "") -> str:
    rows = access.transition(operation)
    moment = f"AFTER {operation}"
    return access.trigger(f"{table}_{name}", moment, table, "STATEMENT", function, rows, arguments=arguments)
