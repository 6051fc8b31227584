"""What always holds in a PostgreSQL register, whichever program writes: identity, versions, history, derived columns.

Per table and operation one function before every row, which completes it or refuses, and one after the statement, which
writes the history and brings plans in step, for all rows of the statement together. They run with the rights of whoever owns
the register, so nobody else needs any on the history; who wrote is `session_user`, which stays the login. References are
foreign keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diwi_qgis.model.rights import Actie
from diwi_qgis.model.schema import Role, Table
from diwi_qgis.model.tables import EPSG, TABLES
from diwi_qgis.store import code_use, derived_sql, refusals, tickets
from diwi_qgis.store.plancode_sql import NO_FREE_CODE
from diwi_qgis.store.postgis import history, security
from diwi_qgis.store.postgis.dialect import PostgisDialect
from diwi_qgis.store.postgis.plancode import code_functions
from diwi_qgis.store.presence import EXPIRES
from diwi_qgis.store.sql import identifier, literal, sql

_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"

#: While `sessie.bezig` is on, a function of ours writes that nobody else can start otherwise: the calendar, or rows brought
#: back out of the history. Only the owner may write in `sessie`, and no other transaction sees it.
_BUSY = "(SELECT bezig FROM sessie)"

#: Who a plan's line is signed by when nothing of a user changed in it. All that this can hide is whose milestone's day came.
_BY_CALENDAR = f"CASE WHEN NOT ({{by_user}}) AND {_BUSY} THEN 'kalender' ELSE {history.USER} END"

_NOT_YOURS = (
    "historie: dit ging ook over plannen die u niet mag wijzigen / this was also about plans that you may not change"
)

_FOLLOW_CALENDAR = """  UPDATE sessie SET bezig = true;
  {refresh};
  UPDATE sessie SET bezig = false;"""

#: Whoever listens is told which table changed and nothing else: everybody in the database can listen.
_TELL = "PERFORM pg_notify(meldkanaal(), TG_TABLE_NAME);"

#: The channel of this register among others in the database; as a digest it is never too long.
_CHANNEL = "  RETURN 'diwi_' || md5({schema});"

#: Who is at work with which plans (see `presence`). One question for all: what is old goes, what is mine stays, and of others
#: one hears what one may see. Who may not change a plan is not at work with it.
_PRESENCE = """  DELETE FROM aanwezig AS a WHERE a.tijd < {expired}
    OR (a.sessie = wie AND a.gebruiker = session_user AND a.project_uuid <> ALL (plannen));
  anders := FOUND;
  UPDATE aanwezig AS a SET tijd = {now} WHERE a.sessie = wie AND a.gebruiker = session_user;
  INSERT INTO aanwezig (sessie, gebruiker, werkplek, project_uuid, sinds, tijd)
    SELECT DISTINCT wie, session_user, waar, p, {now}, {now} FROM unnest(plannen) AS p WHERE plan_recht(p, 'wijzigen')
      AND NOT EXISTS (SELECT 1 FROM aanwezig AS a WHERE a.sessie = wie AND a.gebruiker = session_user AND a.project_uuid = p);
  IF FOUND OR anders THEN PERFORM pg_notify(meldkanaal(), 'aanwezig'); END IF;
  RETURN QUERY SELECT a.gebruiker, a.werkplek, a.project_uuid, a.sinds FROM aanwezig AS a
    WHERE NOT (a.sessie = wie AND a.gebruiker = session_user) AND plan_recht(a.project_uuid, 'bekijken') ORDER BY a.sinds, a.fid;"""

#: Nobody else writes history from here to the end of the transaction: the lines of an act stand together.
_BEGIN_ACT = """  LOCK TABLE historie IN SHARE ROW EXCLUSIVE MODE;
  RETURN (SELECT coalesce(max(fid), 0) FROM historie);"""

#: Who closes an act may change its plan; who took one back, all plans that it was about. Its line names all plans
#: of the act: who may not see one of them does not see it.
_CLOSE_ACT = """  IF NOT plan_recht(plan, 'wijzigen') OR EXISTS (
    SELECT 1 FROM historie AS h JOIN historie AS slot ON slot.fid = (sluit_handeling.rij::json ->> 'van')::integer AND slot.tabel = 'handeling'
    WHERE h.fid > (slot.rij::json ->> 'na')::integer AND h.fid < slot.fid AND h._plan IS NOT NULL
      AND NOT plan_recht(h._plan, 'wijzigen')) THEN {refuse} END IF;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, _plan, _ander, _niveau)
    SELECT 'handeling', plan, 'I', {now}, session_user, sluit_handeling.rij, plan,
      array_agg(DISTINCT h._plan) FILTER (WHERE h._plan <> plan), coalesce(min(h._niveau) FILTER (WHERE h._plan = plan), 0)
    FROM historie AS h WHERE h.fid > (sluit_handeling.rij::json ->> 'na')::integer;"""

#: Lines of history that he may see, of plans that he may change (a plan itself: that he may remove) now.
_RESTORE = """  IF NOT pg_has_role(session_user, current_user, 'USAGE') AND EXISTS (
    SELECT 1 FROM historie AS h WHERE h.fid = ANY (regels) AND NOT EXISTS (
      SELECT 1 FROM plan_toegang AS t WHERE t.project_uuid = h._plan AND t.herstel = pg_current_xact_id_if_assigned()) AND NOT (
      plan_recht(h._plan, CASE h.tabel WHEN 'project' THEN 'verwijderen' ELSE 'wijzigen' END)
      AND (h._niveau >= mijn_niveau('inzien') OR h._plan IN (SELECT eigen_plannen('inzien')))
      AND NOT EXISTS (SELECT 1 FROM unnest(h._ander) AS a WHERE NOT plan_recht(a, 'bekijken')))) THEN {refuse} END IF;
  UPDATE sessie SET bezig = true;
  FOREACH regel IN ARRAY regels LOOP
    SELECT h.tabel, h.uuid, h.rij::jsonb INTO STRICT van FROM historie AS h WHERE h.fid = regel;
    SELECT 'SRID={epsg};' || nullif(h.geom_wkb, '') INTO vlak FROM historie AS h
      WHERE h.uuid = van.uuid AND h.tabel = van.tabel AND h.fid <= regel AND h.geom_wkb IS NOT NULL ORDER BY h.fid DESC LIMIT 1;
    EXECUTE format('INSERT INTO %I SELECT (jsonb_populate_record(NULL::%I, $1)).*', van.tabel, van.tabel)
      USING van.rij || CASE WHEN vlak IS NULL THEN '{{}}'::jsonb ELSE jsonb_build_object('geom', vlak) END;
    vlak := NULL;
    IF van.tabel = 'project' THEN
      UPDATE plan_toegang SET herstel = pg_current_xact_id() WHERE project_uuid = van.uuid;
    END IF;
  END LOOP;
  UPDATE sessie SET bezig = false;"""

#: Whoever keeps the lists sees how often a value is used and may replace it, also in plans that he does not see: how many,
#: not which. He decides no more than that: see `code_use.cannot_replace`.
_MAY_LISTS = "IF NOT pg_has_role(session_user, current_user, 'USAGE') AND NOT ik_mag('lijsten') THEN {refuse} END IF;"

_USE_OF_CODES = """  {may}
  RETURN QUERY {counting};"""

_REPLACE_CODE = """  {may}
  IF {objection} THEN {refuse} END IF;
  {replacing};"""


def function_statements(dialect: PostgisDialect, schema: str) -> Iterator[str]:
    """All functions and triggers, in an order in which they can be made."""
    yield from code_functions()
    yield from security.function_statements(schema)
    for name, arguments, returns, declare, body in _procedures(dialect, schema):
        yield _function(name, body, schema, arguments, returns, declare)
    for table in TABLES:
        for moment, lines in _moments(table, dialect):
            name = f"{table.name}_{moment.lower().replace(' ', '_')}"
            yield _function(name, "\n".join(f"  {line}" for line in lines), schema)
            yield _trigger(name, moment, table)


def _procedures(dialect: PostgisDialect, schema: str) -> Iterator[tuple[str, str, str, str, str]]:
    """(name, arguments, what it returns, declarations, body)"""
    yield "volg_kalender", "", "void", "", sql(_FOLLOW_CALENDAR, refresh=derived_sql.refresh_states(dialect))
    yield "begin_handeling", "", "integer", "", _BEGIN_ACT
    yield (
        "sluit_handeling",
        "plan text, rij text",
        "void",
        "",
        sql(_CLOSE_ACT, now=dialect.now, refuse=_raise(_NOT_YOURS)),
    )
    declare = "DECLARE\n  regel integer;\n  van record;\n  vlak text;\n"
    yield "meldkanaal", "", "text", "", sql(_CHANNEL, schema=literal(schema))
    yield (
        "meld_aanwezig",
        "wie text, waar text, plannen text[]",
        "TABLE (gebruiker text, werkplek text, project_uuid text, sinds timestamptz)",
        "DECLARE\n  anders boolean;\n",
        sql(_PRESENCE, now=dialect.now, expired=dialect.ago(EXPIRES)),
    )
    yield from _code_procedures()
    yield "zet_terug", "regels integer[]", "void", declare, sql(_RESTORE, epsg=EPSG, refuse=_raise(_NOT_YOURS))


def _code_procedures() -> Iterator[tuple[str, str, str, str, str]]:
    label = Actie.LIJSTEN.label
    may = sql(_MAY_LISTS, refuse=_raise(f"codelijst: u mag niet {label.nl} / you may not {label.en}"))
    names = "lijst_naam", "oude_code", "nieuwe_code"
    yield (
        "gebruik_van_codes",
        "",
        "TABLE (van_lijst text, van_code text, van_houder text, aantal_keer bigint)",
        "",
        sql(_USE_OF_CODES, may=may, counting=code_use.counting()),
    )
    yield (
        "vervang_code",
        ", ".join(f"{name} text" for name in names),
        "void",
        "",
        sql(
            _REPLACE_CODE,
            may=may,
            objection=code_use.cannot_replace(names[0], names[2]),
            refuse=_raise(code_use.CANNOT_REPLACE),
            replacing=";\n  ".join(code_use.replacing(*names)),
        ),
    )


def _function(
    name: str, body: str, schema: str, arguments: str = "", returns: str = "trigger", declare: str = ""
) -> str:
    """Rows are looked up by index, always: a session keeps its plans, and may have made them while a table was still small."""
    return (
        f"CREATE FUNCTION {identifier(name)}({arguments}) RETURNS {returns} LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = {identifier(schema)}, pg_temp SET enable_seqscan = off AS $diwi$\n{declare}BEGIN\n{body}\nEND $diwi$"
    )


def _trigger(name: str, moment: str, table: Table) -> str:
    each = "ROW" if moment.startswith("BEFORE") and not moment.endswith("TRUNCATE") else "STATEMENT"
    tables = {
        "AFTER INSERT": "NEW TABLE AS nieuw",
        "AFTER UPDATE": "OLD TABLE AS oud NEW TABLE AS nieuw",
        "AFTER DELETE": "OLD TABLE AS oud",
    }
    referencing = f" REFERENCING {tables[moment]}" if moment in tables else ""
    return (
        f"CREATE TRIGGER {identifier(name)} {moment} ON {identifier(table.name)}{referencing} FOR EACH {each} "
        f"EXECUTE FUNCTION {identifier(name)}()"
    )


def _moments(table: Table, dialect: PostgisDialect) -> Iterator[tuple[str, list[str]]]:
    """(moment, body) of the triggers of a table."""
    if table.append_only:
        for operation in ("UPDATE", "DELETE", "TRUNCATE"):
            yield f"BEFORE {operation}", [_raise(refusals.append_only(table))]
    if table.tracked:
        yield "BEFORE INSERT", [*_before_insert(table, dialect), "RETURN NEW;"]
        yield "BEFORE UPDATE", [*_before_update(table, dialect), "RETURN NEW;"]
        yield "BEFORE DELETE", [*_refuse(refusals.of_delete(table, dialect)), "RETURN OLD;"]
        yield "AFTER INSERT", [_nothing("nieuw"), _TELL, *_after_insert(table, dialect), "RETURN NULL;"]
        yield "AFTER UPDATE", [_nothing("nieuw"), _TELL, *_after_update(table, dialect), "RETURN NULL;"]
        yield "AFTER DELETE", [_nothing("oud"), _TELL, *_after_delete(table, dialect), "RETURN NULL;"]


def _raise(text: str) -> str:
    return f"RAISE EXCEPTION USING MESSAGE = {literal(text)};"


def _refuse(found: Iterable[refusals.Refusal]) -> Iterator[str]:
    """What is quickly seen stands in an IF of its own: PL/pgSQL makes a query of a condition that asks for other rows."""
    for refusal in found:
        ask = f"IF {refusal.condition} THEN {_raise(refusal.text)} END IF;"
        yield f"IF {refusal.suspicion} THEN {ask} END IF;" if refusal.suspicion else ask


def _nothing(rows: str) -> str:
    """A statement that touched no row ends here; without this, bringing plans in step would never end."""
    return sql("IF NOT EXISTS (SELECT 1 FROM {rows}) THEN RETURN NULL; END IF;", rows=rows)


# -- before every row ---------------------------------------------------------------------------------------------------------


def _before_insert(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    yield f"IF {_BUSY} THEN RETURN NEW; END IF;"
    yield from _refuse(refusals.of_insert(table, dialect))
    yield f"NEW.uuid := CASE WHEN lower(NEW.uuid) ~ '{_UUID}' THEN lower(NEW.uuid) ELSE gen_random_uuid()::text END;"
    yield "NEW.versie := 1;"
    yield f"NEW.aangemaakt := {dialect.now};"
    yield f"NEW.aangemaakt_door := {history.USER};"
    yield "NEW.gewijzigd := NEW.aangemaakt;"
    yield "NEW.gewijzigd_door := NEW.aangemaakt_door;"
    if table.name == "mijlpaal":
        yield "NEW.eerste_prognose := coalesce(NEW.eerste_prognose, NEW.gepland, NEW.gerealiseerd);"
    if table.name == "project":
        yield "NEW.aantal_bouw := 0;"
        yield "NEW.aantal_sloop := 0;"
        yield "NEW.aantal_netto := 0;"
        yield "NEW.code := nieuwe_plancode(NEW.code, NEW.hoofdplan_uuid, NEW.gemeentecode, NEW.uuid);"
        yield f"IF NEW.code IS NULL THEN {_raise(NO_FREE_CODE)} END IF;"
        yield "INSERT INTO plancode (code, project_uuid) VALUES (NEW.code, NEW.uuid) ON CONFLICT DO NOTHING;"


def _before_update(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    yield from _refuse(refusals.of_identity(table, dialect))
    yield from _refuse(refusals.of_update(table, dialect))
    by_user = _changed(table, dialect, "NEW", "OLD", Role.USER)
    yield "NEW.fid := OLD.fid;"
    yield "NEW.aangemaakt := OLD.aangemaakt;"
    yield "NEW.aangemaakt_door := OLD.aangemaakt_door;"
    yield f"IF {by_user} THEN"
    yield from _refuse(refusals.of_tickets(table, dialect))
    yield f"  {tickets.used(table, dialect)};"
    yield "  NEW.versie := OLD.versie + 1;"
    yield f"  NEW.gewijzigd := {dialect.now};"
    yield f"  NEW.gewijzigd_door := {history.USER};"
    yield "ELSE"
    for name in ("versie", "gewijzigd", "gewijzigd_door"):
        yield f"  NEW.{name} := OLD.{name};"
    yield "END IF;"
    if table.name == "mijlpaal":
        yield "NEW.eerste_prognose := coalesce(NEW.eerste_prognose, OLD.eerste_prognose);"


def _changed(table: Table, dialect: PostgisDialect, new: str, old: str, *roles: Role) -> str:
    """SQL: whether a column of those roles changed; the geometry counts as the user's."""
    names = [column.name for column in table.all_columns if column.role in roles and column.name != "fid"]
    return _any_changed(dialect, names, new, old, geometry=bool(table.geometry) and Role.USER in roles)


def _any_changed(dialect: PostgisDialect, names: Sequence[str], new: str, old: str, geometry: bool = False) -> str:
    conditions = [dialect.differs(f"{new}.{name}", f"{old}.{name}") for name in names]
    if geometry:
        conditions.append(dialect.differs(f"{new}.geom::bytea", f"{old}.geom::bytea"))
    return "(" + (" OR ".join(conditions) or "false") + ")"


# -- after the statement ------------------------------------------------------------------------------------------------------


def _after_insert(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    yield from _refuse(refusals.of_addition(table, dialect))
    if table.name == "project":
        yield from _new_plans(table, dialect)
    elif table.logged_columns is None:
        yield f"{history.log_insert(table, dialect)};"
    yield from _in_step(table, dialect, "nieuw")
    if table.name == "mijlpaal":
        yield from _statements(derived_sql.first_forecasts(dialect, "fid IN (SELECT fid FROM nieuw)"))


def _new_plans(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    """A plan starts without phase and status; those that it was given become milestones, out of which they follow."""
    given = " OR ".join(f"{column} IS NOT NULL" for column in derived_sql.STATES)
    empty = ", ".join(f"{column} = NULL" for column in derived_sql.STATES)
    yield f"IF {_BUSY} THEN {history.log_insert(table, dialect)}; RETURN NULL; END IF;"
    nothing = dict.fromkeys(derived_sql.STATES, "NULL::text")
    yield f"{history.log_insert(table, dialect, nothing)};"
    yield sql("IF EXISTS (SELECT 1 FROM nieuw WHERE {given}) THEN", given=given)
    yield sql(
        "UPDATE project SET {empty} WHERE fid IN (SELECT fid FROM nieuw WHERE {given});", empty=empty, given=given
    )
    yield from _statements(derived_sql.milestones_for_states_written(dialect, "n.uuid", "n", source="FROM nieuw AS n "))
    yield "END IF;"


def _after_update(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    if table.name == "project":
        yield from _changed_plans(table, dialect)
        return
    if table.logged_columns is None:
        logged = _changed(table, dialect, "n", "o", Role.USER, Role.DERIVED)
    else:
        logged = _any_changed(dialect, table.logged_columns, "n", "o")
    yield f"{history.log_update(table, dialect, logged)};"
    yield from _in_step(table, dialect, "oud", "nieuw")
    if table.name == "mijlpaal":
        for column in derived_sql.DATES:
            changed = dialect.differs(f"n.{column}", f"o.{column}")
            pairs = "fid IN (SELECT n.fid FROM nieuw AS n JOIN oud AS o ON o.fid = n.fid WHERE {changed})"
            rows = sql(pairs, changed=changed)
            yield f"{derived_sql.forecasts(dialect, column, rows)};"


def _changed_plans(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    pairs = "FROM nieuw AS n JOIN oud AS o ON o.fid = n.fid "
    yield from _statements(derived_sql.milestones_for_states_written(dialect, "n.uuid", "n", "o", pairs))
    by_user = _changed(table, dialect, "n", "o", Role.USER)
    for columns, refresh in (
        (derived_sql.STATES, derived_sql.refresh_states),
        (derived_sql.TOTALS, derived_sql.refresh_totals),
    ):
        # Not of plans in which the other of the two was just brought in step.
        written = _any_changed(dialect, list(columns), "n", "o")
        rows = "project.fid IN (SELECT n.fid {pairs}WHERE {written} OR {by_user})"
        yield f"{refresh(dialect, sql(rows, pairs=pairs, written=written, by_user=by_user))};"
    logged = _changed(table, dialect, "n", "o", Role.USER, Role.DERIVED)
    yield f"{history.log_changed_plans(table, dialect, logged, sql(_BY_CALENDAR, by_user=by_user))};"


def _after_delete(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    if table.logged_columns is None:
        yield f"{history.log_delete(table, dialect)};"
    yield from _in_step(table, dialect, "oud")


def _in_step(table: Table, dialect: PostgisDialect, *rows: str) -> Iterator[str]:
    """Bring the plans in step to which the rows of a transition table mean something."""
    if table.name == "codelijst":
        where = " OR ".join(
            sql("EXISTS (SELECT 1 FROM {name} WHERE lijst = 'mijlpaalsoort')", name=name) for name in rows
        )
        where = f"({where})"
    else:
        plans = " UNION ".join(sql("SELECT project_uuid FROM {name}", name=name) for name in rows)
        where = f"project.uuid IN ({plans})"
    yield from _statements(derived_sql.refresh(dialect, table, where))


def _statements(found: Iterable[str]) -> Iterator[str]:
    yield from (f"{statement};" for statement in found)
