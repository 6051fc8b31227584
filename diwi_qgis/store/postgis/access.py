"""Who may see a row is kept in the row: copies of its plan's confidentiality and owner groups, in columns of PostgreSQL's own.

Row-level security that looks up the plan of every row costs three times as much (specs: measured), so triggers keep the
copies: at insertion, when a row moves to another plan, when the plan's confidentiality or groups change. Whoever adds to a
plan holds the plan's row until he commits, so that no part is added with rights that are being changed at that moment.
Lines that only grow keep the level that their plan had when they were written; what the plan has now, also when it was
deleted, is in `plan_toegang`. What a client writes into these columns is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.rights import NIVEAUS, OWNERS, ZONDER_PLAN, level
from diwi_qgis.model.schema import Table
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.sql import identifier, literal, sql

PLAN, LEVEL, GROUPS, OTHER = "_plan", "_niveau", "_groepen", "_ander"
OTHER_LEVEL, OTHER_GROUPS = "_ander_niveau", "_ander_groepen"

#: Every plan that ever was: its level and groups now, or when it was deleted; `herstel` is the transaction that brought it back,
#: in which whoever did so may bring back what was below it, its groups among them. No client sees or writes it.
ACCESS_TABLE = "plan_toegang"

#: Level of lines about the register itself: seen by whoever may change what they are about, see `policies`.
NO_PLAN = -1

_ACCESS_TABLE = """CREATE TABLE plan_toegang (project_uuid text PRIMARY KEY, niveau smallint NOT NULL, groepen integer[] NOT NULL,
  herstel xid8)"""

_TYPES = {
    PLAN: "text",
    OTHER: "text[]",
    LEVEL: "smallint",
    GROUPS: "integer[]",
    OTHER_LEVEL: "smallint",
    OTHER_GROUPS: "integer[]",
}
_FILLED = {LEVEL: "0", GROUPS: "'{}'"}


def carries_copies(table: Table) -> bool:
    """Whether the rows of a table have their plan's level and groups with them."""
    if table.name not in TABLE_RIGHTS or not TABLE_RIGHTS[table.name].of_plan:
        return False
    return table.name == "project" or bool(_parents(table) & {"project_uuid", "woningblok_uuid"})


def protected() -> list[Table]:
    """The tables whose rows carry copies."""
    return [table for table in TABLES if carries_copies(table)]


def columns(table: Table) -> dict[str, tuple[str, bool]]:
    """The columns of PostgreSQL's own: name -> (type, whether it is always filled)."""
    if table.name == "historie":
        names = [PLAN, OTHER, LEVEL]
    elif table.name == "mijlpaal_prognose":
        names = [LEVEL]
    elif carries_copies(table):
        names = [LEVEL, GROUPS]
        names += [PLAN] if "woningblok_uuid" in _parents(table) else []
        names += [OTHER_LEVEL, OTHER_GROUPS] if "ander_uuid" in _parents(table) else []
    else:
        names = []
    kept = carries_copies(table)
    return {name: (_TYPES[name], kept and name in _FILLED) for name in names}


def plan_of(table: Table, row: str) -> str:
    """SQL for the uuid of the plan of a row (an alias); NULL for one that has none."""
    if table.name == "project":
        return f"{row}.uuid"
    if not carries_copies(table):
        return "NULL"
    return f"{row}.{PLAN}" if PLAN in columns(table) else f"{row}.project_uuid"


def of_line(table: Table, row: str) -> tuple[str, str, str]:
    """SQL for what a line of history about a row keeps: its plan, other plans that it names, and how confidential it is now."""
    if not carries_copies(table):
        return "NULL", "NULL", str(NO_PLAN)
    other = f"CASE WHEN {row}.ander_uuid IS NOT NULL THEN ARRAY[{row}.ander_uuid] END"
    return plan_of(table, row), other if "ander_uuid" in _parents(table) else "NULL", f"{row}.{LEVEL}"


def _parents(table: Table) -> set[str]:
    return {column.name for column in table.parents}


# -- tables -------------------------------------------------------------------------------------------------------------------


def column_statements() -> Iterator[str]:
    """The columns, and the table of all plans. Of what a plan says no statistics are kept: estimates would tell of rows unseen."""
    yield _ACCESS_TABLE
    for table in TABLES:
        for name, (kind, filled) in columns(table).items():
            always = f" NOT NULL DEFAULT {_FILLED[name]}" if filled else ""
            yield f"ALTER TABLE {identifier(table.name)} ADD COLUMN {identifier(name)} {kind}{always}"
        if carries_copies(table):
            names = [each.name for each in table.columns if not each.references] + list(columns(table))
            silent = ", ".join(f"ALTER COLUMN {identifier(name)} SET STATISTICS 0" for name in names)
            yield f"ALTER TABLE {identifier(table.name)} {silent}"
    yield 'CREATE INDEX "historie_plan_idx" ON historie (_plan)'


# -- triggers -----------------------------------------------------------------------------------------------------------------

#: Who makes a plan owns it: his own group of one, made when he has none.
_OWN_GROUP = """DECLARE
  ik record;
  nummer integer;
  groep_van_mij text;
BEGIN
  SELECT u.uuid, u.naam INTO ik FROM gebruiker AS u
    WHERE u.inlognaam = session_user AND u.actief AND u.rol IN ({owners}) FOR NO KEY UPDATE;
  IF ik.uuid IS NULL THEN RETURN '{{}}'; END IF;
  SELECT min(g.fid) INTO nummer FROM groep AS g JOIN groep_lid AS l ON l.groep_uuid = g.uuid
    WHERE l.gebruiker_uuid = ik.uuid AND NOT EXISTS (
      SELECT 1 FROM groep_lid AS ander WHERE ander.groep_uuid = g.uuid AND ander.gebruiker_uuid <> ik.uuid);
  IF nummer IS NULL THEN
    INSERT INTO groep (naam) VALUES (
      left(ik.naam, 180) || CASE WHEN EXISTS (SELECT 1 FROM groep WHERE naam = ik.naam) THEN ' (' || session_user || ')' ELSE '' END
    ) RETURNING fid, uuid INTO nummer, groep_van_mij;
    INSERT INTO groep_lid (groep_uuid, gebruiker_uuid) VALUES (groep_van_mij, ik.uuid);
  END IF;
  RETURN ARRAY[nummer];
END"""

_GROUPS_OF = """SELECT coalesce(array_agg(g.fid ORDER BY g.fid), '{{}}') FROM project_groep AS pg JOIN groep AS g
  ON g.uuid = pg.groep_uuid WHERE pg.project_uuid = plan"""

_LEVEL_OF = "SELECT (coalesce(array_position(ARRAY[{levels}], code), 1) - 1)::smallint"

_OF_PROJECT = """BEGIN
  IF NEW.hoofdplan_uuid IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.hoofdplan_uuid IS DISTINCT FROM OLD.hoofdplan_uuid)
    AND NOT plan_recht(NEW.hoofdplan_uuid, 'bekijken') THEN
    RAISE EXCEPTION USING ERRCODE = '23503', MESSAGE = 'project.hoofdplan_uuid: project bestaat niet / does not exist';
  END IF;
  IF TG_OP = 'INSERT' AND NOT (SELECT bezig FROM sessie) THEN
    NEW._groepen := eigen_groep();
  ELSE
    NEW._groepen := groepen_van(NEW.uuid);
  END IF;
  NEW._niveau := niveau_van(NEW.vertrouwelijkheid);
  RETURN NEW;
END"""

_OF_PLAN = """BEGIN
  {find}
  SELECT p._niveau, p._groepen INTO NEW._niveau, NEW._groepen FROM project AS p WHERE p.uuid = {plan} FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    NEW._niveau := CASE WHEN {none} THEN {without} ELSE 0 END;
    NEW._groepen := '{{}}';
  END IF;
  {other}
  RETURN NEW;
END"""

_FIND_BLOCK = """NEW._plan := NEW.project_uuid;
  IF NEW.woningblok_uuid IS NOT NULL AND NEW._plan IS NULL THEN
    SELECT w.project_uuid INTO NEW._plan FROM woningblok AS w WHERE w.uuid = NEW.woningblok_uuid FOR NO KEY UPDATE;
  END IF;"""

_OTHER_PLAN = """NEW._ander_niveau := NULL;
  NEW._ander_groepen := NULL;
  IF NEW.ander_uuid IS NOT NULL THEN
    SELECT p._niveau, p._groepen INTO NEW._ander_niveau, NEW._ander_groepen FROM project AS p WHERE p.uuid = NEW.ander_uuid
      FOR NO KEY UPDATE;
    NEW._ander_niveau := coalesce(NEW._ander_niveau, 0);
    NEW._ander_groepen := coalesce(NEW._ander_groepen, '{}');
  END IF;"""

_OF_BLOCK = """BEGIN
  SELECT w.project_uuid, w._niveau, w._groepen INTO NEW._plan, NEW._niveau, NEW._groepen FROM woningblok AS w
    WHERE w.uuid = NEW.woningblok_uuid FOR NO KEY UPDATE;
  NEW._niveau := coalesce(NEW._niveau, 0);
  NEW._groepen := coalesce(NEW._groepen, '{}');
  RETURN NEW;
END"""

_OF_FORECAST = """BEGIN
  NEW._niveau := coalesce((SELECT p._niveau FROM project AS p WHERE p.uuid = NEW.project_uuid), 0);
  RETURN NEW;
END"""

#: For lines that come from another register, which have no rights with them: what the lines before them say.
_OF_LINE = """DECLARE
  inhoud jsonb := NEW.rij::jsonb;
BEGIN
  IF NEW.tabel NOT IN ({tables}) THEN
    NEW._niveau := {no_plan};
    RETURN NEW;
  END IF;
  NEW._plan := CASE WHEN NEW.tabel IN ('project', 'handeling') THEN NEW.uuid ELSE inhoud ->> 'project_uuid' END;
  IF NEW._plan IS NULL AND inhoud ->> 'woningblok_uuid' IS NOT NULL THEN
    SELECT h.rij::jsonb ->> 'project_uuid' INTO NEW._plan FROM historie AS h
      WHERE h.uuid = inhoud ->> 'woningblok_uuid' AND h.tabel = 'woningblok' ORDER BY h.fid DESC LIMIT 1;
  END IF;
  NEW._ander := CASE WHEN inhoud ->> 'ander_uuid' IS NOT NULL THEN ARRAY[inhoud ->> 'ander_uuid'] END;
  IF NEW.tabel = 'handeling' THEN
    SELECT array_agg(DISTINCT h._plan) INTO NEW._ander FROM historie AS h
      WHERE h.fid > (inhoud ->> 'na')::integer AND h.fid < NEW.fid AND h._plan <> NEW._plan;
  END IF;
  IF NEW.tabel = 'project' THEN
    NEW._niveau := niveau_van(inhoud ->> 'vertrouwelijkheid');
    INSERT INTO plan_toegang (project_uuid, niveau, groepen) VALUES (NEW.uuid, NEW._niveau, '{{}}') ON CONFLICT (project_uuid)
      DO UPDATE SET niveau = EXCLUDED.niveau WHERE NOT EXISTS (SELECT 1 FROM project AS p WHERE p.uuid = EXCLUDED.project_uuid);
  ELSIF NEW._plan IS NULL AND inhoud ->> 'woningblok_uuid' IS NULL THEN
    NEW._niveau := {without};
  ELSE
    NEW._niveau := coalesce((SELECT h._niveau FROM historie AS h
      WHERE h.uuid = NEW._plan AND h.tabel = 'project' ORDER BY h.fid DESC LIMIT 1), 0);
  END IF;
  RETURN NEW;
END"""

_NEW_PLANS = """BEGIN
  INSERT INTO plan_toegang (project_uuid, niveau, groepen) SELECT uuid, _niveau, _groepen FROM nieuw
    ON CONFLICT (project_uuid) DO UPDATE SET niveau = EXCLUDED.niveau, groepen = EXCLUDED.groepen;
  INSERT INTO project_groep (project_uuid, groep_uuid) SELECT n.uuid, g.uuid FROM nieuw AS n JOIN groep AS g
    ON g.fid = ANY (n._groepen) ON CONFLICT DO NOTHING;
  RETURN NULL;
END"""

#: EXCEPT and no join: PL/pgSQL keeps the plan that it made for one row, which would compare every row with every other.
_CHANGED_PLANS = """DECLARE
  plannen text[];
BEGIN
  SELECT array_agg(uuid) INTO plannen FROM (
    SELECT uuid, _niveau, _groepen FROM nieuw EXCEPT SELECT uuid, _niveau, _groepen FROM oud) AS anders;
  IF plannen IS NULL THEN RETURN NULL; END IF;
  UPDATE plan_toegang AS t SET niveau = p._niveau, groepen = p._groepen FROM project AS p
    WHERE p.uuid = t.project_uuid AND p.uuid = ANY (plannen);
  {touches}
  RETURN NULL;
END"""

_CHANGED_BLOCKS = """DECLARE
  blokken text[];
BEGIN
  SELECT array_agg(uuid) INTO blokken FROM (
    SELECT uuid, project_uuid, _niveau, _groepen FROM nieuw EXCEPT SELECT uuid, project_uuid, _niveau, _groepen FROM oud) AS anders;
  IF blokken IS NULL THEN RETURN NULL; END IF;
  {touches}
  RETURN NULL;
END"""

_CHANGED_GROUPS = """DECLARE
  plannen text[] := '{}';
BEGIN
  IF TG_OP <> 'DELETE' THEN plannen := plannen || ARRAY(SELECT project_uuid FROM nieuw); END IF;
  IF TG_OP <> 'INSERT' THEN plannen := plannen || ARRAY(SELECT project_uuid FROM oud); END IF;
  UPDATE project SET _groepen = _groepen WHERE uuid = ANY (plannen);
  RETURN NULL;
END"""


def helpers() -> Iterator[tuple[str, str, str, str]]:
    """(name with arguments, what it returns, language and kind, body) of the functions that the triggers use."""
    levels = ", ".join(literal(code) for code in NIVEAUS)
    yield "niveau_van(code text)", "smallint", "sql IMMUTABLE", sql(_LEVEL_OF, levels=levels)
    yield "groepen_van(plan text)", "integer[]", "sql STABLE", sql(_GROUPS_OF)
    owners = ", ".join(literal(rol) for rol in sorted(OWNERS))
    yield "eigen_groep()", "integer[]", "plpgsql", sql(_OWN_GROUP, owners=owners)


def trigger_functions() -> Iterator[tuple[str, str]]:
    """(name, body) of the functions behind the triggers."""
    tables = ", ".join(literal(table.name) for table in protected())
    plain = {"without": level(ZONDER_PLAN), "find": "", "other": ""}
    found = {**plain, "find": _FIND_BLOCK, "plan": "NEW._plan"}
    either = "NEW.project_uuid IS NULL AND NEW.woningblok_uuid IS NULL"
    yield "toegang_van_project", _OF_PROJECT
    yield "toegang_van_plan", sql(_OF_PLAN, **{**plain, "plan": "NEW.project_uuid", "none": "NEW.project_uuid IS NULL"})
    yield "toegang_van_blok", _OF_BLOCK
    yield "toegang_van_plan_of_blok", sql(_OF_PLAN, **{**found, "none": either})
    yield "toegang_van_twee_plannen", sql(_OF_PLAN, **{**found, "none": either, "other": _OTHER_PLAN})
    yield "toegang_van_prognose", _OF_FORECAST
    yield (
        "toegang_van_regel",
        sql(_OF_LINE, tables=f"{tables}, 'handeling'", no_plan=NO_PLAN, without=level(ZONDER_PLAN)),
    )
    yield "toegang_nieuwe_plannen", _NEW_PLANS
    yield "toegang_gewijzigde_plannen", sql(_CHANGED_PLANS, touches="\n  ".join(_touches("project", "plannen")))
    yield "toegang_gewijzigde_blokken", sql(_CHANGED_BLOCKS, touches="\n  ".join(_touches("woningblok", "blokken")))
    yield "toegang_gewijzigde_groepen", _CHANGED_GROUPS


def _touches(parent: str, changed: str) -> Iterator[str]:
    """Have the rows of these parents look up their rights again."""
    for table in protected():
        keys = [each.name for each in table.parents if each.references and each.references.table == parent]
        if table.name != "project" and keys:
            where = " OR ".join(f"{identifier(key)} = ANY ({changed})" for key in keys)
            yield sql("UPDATE {name} SET _niveau = _niveau WHERE {where};", name=identifier(table.name), where=where)


def trigger_statements() -> Iterator[str]:
    """The triggers. Those before a row come before all others of ours, so that a plan unseen is refused as one that is not."""
    for table in protected():
        names = [*sorted(_watched(table)), LEVEL, GROUPS]
        moment = f"BEFORE INSERT OR UPDATE OF {', '.join(names)}"
        yield trigger(f"{table.name}_access", moment, table.name, "ROW", _copier(table))
    yield trigger("mijlpaal_prognose_access", "BEFORE INSERT", "mijlpaal_prognose", "ROW", "toegang_van_prognose")
    foreign = "WHEN (NEW._niveau IS NULL) "
    yield trigger("historie_access", "BEFORE INSERT", "historie", "ROW", "toegang_van_regel", when=foreign)
    yield _after("project", "INSERT", "toegang_nieuwe_plannen")
    yield _after("project", "UPDATE", "toegang_gewijzigde_plannen")
    yield _after("woningblok", "UPDATE", "toegang_gewijzigde_blokken")
    for operation in ("INSERT", "UPDATE", "DELETE"):
        yield _after("project_groep", operation, "toegang_gewijzigde_groepen")


def while_loading(table: Table) -> list[str]:
    """The triggers that must work when rows are loaded as they are: rights never come along from elsewhere."""
    return [f"{table.name}_access"] if columns(table) else []


def after_loading() -> Iterator[str]:
    """What follows when rows were loaded while the triggers after a statement slept."""
    yield (
        "INSERT INTO plan_toegang (project_uuid, niveau, groepen) SELECT uuid, _niveau, _groepen FROM project "
        "ON CONFLICT (project_uuid) DO UPDATE SET niveau = EXCLUDED.niveau, groepen = EXCLUDED.groepen"
    )
    yield "UPDATE project SET _groepen = _groepen WHERE uuid IN (SELECT project_uuid FROM project_groep)"


def _after(table: str, operation: str, function: str) -> str:
    moment, rows = f"AFTER {operation}", transition(operation)
    return trigger(f"{table}_access_{operation.lower()}", moment, table, "STATEMENT", function, rows)


def transition(operation: str) -> str:
    """The clause that names the rows before and after an operation."""
    old, new = "OLD TABLE AS oud ", "NEW TABLE AS nieuw "
    return "REFERENCING " + {"INSERT": new, "DELETE": old, "UPDATE": old + new}[operation]


def _watched(table: Table) -> set[str]:
    if table.name == "project":
        return {"vertrouwelijkheid", "hoofdplan_uuid"}
    return _parents(table) & {"project_uuid", "woningblok_uuid", "ander_uuid"}


def _copier(table: Table) -> str:
    parents = _parents(table)
    if table.name == "project":
        return "toegang_van_project"
    if "ander_uuid" in parents:
        return "toegang_van_twee_plannen"
    if "woningblok_uuid" in parents:
        return "toegang_van_plan_of_blok" if "project_uuid" in parents else "toegang_van_blok"
    return "toegang_van_plan"


def trigger(
    name: str, moment: str, table: str, each: str, function: str, rows: str = "", when: str = "", arguments: str = ""
) -> str:
    """The statement that makes a trigger."""
    return (
        f"CREATE TRIGGER {identifier(name)} {moment} ON {identifier(table)} {rows}FOR EACH {each} {when}"
        f"EXECUTE FUNCTION {function}({arguments})"
    )
