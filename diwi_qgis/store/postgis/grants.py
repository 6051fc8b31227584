"""Who may do what with which table: seven group roles per register, made from the permission matrix.

Roles belong to the whole server, so their names begin with database and schema. They decide which tables somebody can reach
at all; which rows, the policies decide (`rights`). A login gets the group role of his row in `gebruiker`, by a trigger: the
table is the one place where users are kept. We make no logins and hold no passwords.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.rights import GENERAL_RIGHTS, ROLLEN, Actie
from diwi_qgis.model.table_rights import TABLE_RIGHTS, TICKETS, roles_that_write
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.postgis import access, past, projects, retention
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.rights import FOR_ALL
from diwi_qgis.store.sql import identifier, literal, sql

#: What whoever may change plans may call, with the types of its arguments.
PROCEDURES = (
    "volg_kalender()",
    "begin_handeling()",
    "sluit_handeling(text, text)",
    "zet_terug(integer[])",
    "meld_aanwezig(text, text, text[])",
)

#: What whoever may change lists may call.
LIST_PROCEDURES = ("gebruik_van_codes()", "vervang_code(text, text, text)")

#: Name of the group role of a role in this register; longer or stranger names than a role can have become a digest.
_GROUP_ROLE = """SELECT CASE WHEN octet_length(naam) <= 41 AND naam ~ '^[a-zA-Z0-9_]+$' THEN naam ELSE 'diwi_' || md5(naam) END
  || '_' || rol FROM (SELECT current_database() || '_' || {schema} AS naam) AS register"""

#: Brings memberships in step with `gebruiker`, as far as logins and group roles exist and we may. Never those of others'
#: logins: only of those that are or were in the table.
_LOGINS = """DECLARE
  paar record;
BEGIN
  FOR paar IN
    SELECT DISTINCT m.rolname AS login, g.rolname AS groep, g.oid, m.oid AS lid,
      EXISTS (SELECT 1 FROM gebruiker AS u WHERE u.inlognaam = m.rolname AND u.actief AND groepsrol(u.rol) = g.rolname) AS hoort
    FROM unnest(logins) AS l(naam) JOIN pg_roles AS m ON m.rolname = l.naam AND m.rolcanlogin AND m.rolname <> current_user
    CROSS JOIN (VALUES {roles}) AS r(rol) JOIN pg_roles AS g ON g.rolname = groepsrol(r.rol)
  LOOP
    CONTINUE WHEN paar.hoort = EXISTS (SELECT 1 FROM pg_auth_members AS a WHERE a.roleid = paar.oid AND a.member = paar.lid);
    IF paar.hoort THEN
      EXECUTE format('GRANT %I TO %I', paar.groep, paar.login);
    ELSE
      EXECUTE format('REVOKE %I FROM %I', paar.groep, paar.login);
    END IF;
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  -- The administrator of the server hands out these roles himself; without their row in `gebruiker` they open nothing.
  NULL;
END"""

_CHANGED_USERS = """BEGIN
  IF TG_OP <> 'DELETE' THEN PERFORM koppel_logins(ARRAY(SELECT inlognaam FROM nieuw WHERE inlognaam IS NOT NULL)); END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM koppel_logins(ARRAY(SELECT inlognaam FROM oud WHERE inlognaam IS NOT NULL)); END IF;
  RETURN NULL;
END"""


def functions(schema: str) -> Iterator[tuple[str, str, str, str]]:
    """(name with arguments, what it returns, language, body)"""
    yield "groepsrol(rol text)", "name", "sql STABLE", sql(_GROUP_ROLE, schema=literal(schema))
    roles = ", ".join(f"({literal(rol)})" for rol in ROLLEN)
    yield "koppel_logins(logins text[])", "void", "plpgsql", sql(_LOGINS, roles=roles)
    yield "toegang_gewijzigde_gebruikers()", "trigger", "plpgsql", _CHANGED_USERS


def trigger_statements() -> Iterator[str]:
    """Users come, change and go."""
    for operation in ("INSERT", "UPDATE", "DELETE"):
        name, rows = f"gebruiker_access_{operation.lower()}", access.transition(operation)
        yield access.trigger(
            name, f"AFTER {operation}", "gebruiker", "STATEMENT", "toegang_gewijzigde_gebruikers", rows
        )


def own_rights(schema: str) -> Iterator[str]:
    """What only grows cannot be changed, by its owner neither; nothing is open to everybody.

    TRUNCATE stays his (a trigger refuses it): who has none of the three may not lock the table, which acts must.
    """
    for table in TABLES:
        if table.append_only:
            yield f"REVOKE UPDATE, DELETE ON {identifier(table.name)} FROM CURRENT_USER"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {identifier(schema)} FROM PUBLIC"


def give_rights(database: PostgisDatabase) -> bool:
    """Make the group roles where they are not there, and give each what the matrix says; to be run in a transaction.

    False when we may not make roles: then nobody but the owner gets in, until an administrator ran `for_administrator`.
    """
    names = group_roles(database)
    there = {name for (name,) in database.query("SELECT rolname FROM pg_roles WHERE NOT rolcanlogin")}
    absent = [name for name in names.values() if name not in there]
    if (
        absent
        and not database.query("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")[0][0]
    ):
        return False
    for name in absent:
        database.execute(f"CREATE ROLE {identifier(name)} NOLOGIN")
    database.execute(";\n".join(grants(database.address.schema, names)))
    database.execute("SELECT koppel_logins(ARRAY(SELECT inlognaam FROM gebruiker WHERE inlognaam IS NOT NULL))")
    return True


def group_roles(database: PostgisDatabase) -> dict[str, str]:
    """Role -> name of its group role in this register."""
    values = ", ".join(f"({literal(rol)})" for rol in ROLLEN)
    return dict(database.query(sql("SELECT rol, groepsrol(rol)::text FROM (VALUES {values}) AS r(rol)", values=values)))


def for_administrator(database: PostgisDatabase) -> str:
    """What an administrator of the server runs once when the owner of the register may not make roles."""
    owner = identifier(str(database.query("SELECT current_user")[0][0]))
    return "\n".join(
        f"CREATE ROLE {identifier(name)} NOLOGIN; GRANT {identifier(name)} TO {owner} WITH ADMIN OPTION;"
        for name in group_roles(database).values()
    )


def grants(schema: str, names: dict[str, str]) -> Iterator[str]:
    """What each group role may do with tables and functions."""
    where = identifier(schema)
    for rol, name in names.items():
        who = identifier(name)
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {where} FROM {who}"
        yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {where} FROM {who}"
        yield f"GRANT USAGE ON SCHEMA {where} TO {who}"
        yield f"GRANT SELECT ON {', '.join(map(identifier, TABLE_RIGHTS))} TO {who}"
        yield from projects.grants(rol, who)
        for table, rights in TABLE_RIGHTS.items():
            operations = rights.writes(rol)
            if operations:
                yield f"GRANT {', '.join(operations)} ON {identifier(table)} TO {who}"
        writes = rol in roles_that_write()
        if writes:
            yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {identifier(TICKETS)} TO {who}"
        lists = LIST_PROCEDURES if rol in GENERAL_RIGHTS[Actie.LIJSTEN] else ()
        forgets = (retention.FUNCTION,) if rol in GENERAL_RIGHTS[Actie.NAMEN] else ()
        for function in (*FOR_ALL, past.FUNCTION, *(PROCEDURES if writes else ()), *lists, *forgets):
            yield f"GRANT EXECUTE ON FUNCTION {where}.{function} TO {who}"
