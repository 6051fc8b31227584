"""What a server and a schema must be before we work with them, and what the user is told when they are not."""

from __future__ import annotations

from typing import Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import check_version, refusal
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.sql import literal, sql

#: The oldest PostgreSQL: from here on it makes uuids itself. Tried on 15.
OLDEST = 13


def admit(address: PostgisAddress, write: bool) -> PostgisDatabase:
    """The schema opened, when it is a register of our schema version; else RegisterError."""
    database = PostgisDatabase(address, write)
    try:
        check_server(database)
        check_version(database.name, schema_version(database))
        why = why_read_only(database) if write else None
        if why is not None:
            raise why
    except BaseException:
        database.close()
        raise
    return database


def check_server(database: PostgisDatabase) -> None:
    """Whether a register can be on this server: PostgreSQL new enough, with PostGIS in this database."""
    number = int(database.query("SELECT current_setting('server_version_num')")[0][0])
    if number < OLDEST * 10_000:
        raise refusal(
            database.name,
            f"staat op PostgreSQL {number // 10_000}; nodig is {OLDEST} of hoger",
            f"is on PostgreSQL {number // 10_000}; needed is {OLDEST} or newer",
        )
    if not database.query("SELECT 1 FROM pg_extension WHERE extname = 'postgis'"):
        raise refusal(
            database.name,
            "staat in een database zonder PostGIS. Laat de beheerder daar eenmaal 'CREATE EXTENSION postgis' uitvoeren",
            "is in a database without PostGIS. Have the administrator run 'CREATE EXTENSION postgis' there once",
        )


def schema_version(database: PostgisDatabase) -> int:
    """Number of the schema; RegisterError when there is no register of ours, or the user may not look at it."""
    schema = literal(database.address.schema)
    found = database.query(
        sql(
            "SELECT has_schema_privilege(n.oid, 'USAGE'), c.oid IS NOT NULL, coalesce(has_table_privilege(c.oid, 'SELECT'), false) "
            "FROM pg_namespace AS n LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = 'schema_versie' "
            "WHERE n.nspname = {schema}",
            schema=schema,
        )
    )
    if not found or not found[0][1]:
        raise refusal(
            database.name,
            "bestaat niet: dat schema bevat geen register van DIWI voor QGIS",
            "does not exist: that schema holds no register of DIWI for QGIS",
        )
    if not (found[0][0] and found[0][2]):
        raise refusal(
            database.name, "mag u niet lezen; vraag de beheerder om rechten", "may not be read by you; ask its administrator for rights"
        )  # fmt: skip
    return int(database.query("SELECT max(versie) FROM schema_versie")[0][0] or 0)


def why_read_only(database: PostgisDatabase) -> Optional[RegisterError]:
    """Why this user, here, may change nothing; None when he may."""
    standby, may = database.query(
        "SELECT pg_is_in_recovery(), has_table_privilege('project', 'UPDATE') OR has_table_privilege('gebruiker', "
        "'UPDATE')"
    )[0]
    if standby:
        return refusal(
            database.name, "staat op een reserveserver en is alleen-lezen", "is on a standby server and is read-only"
        )
    if not may:
        return refusal(database.name, "mag u alleen lezen, niet wijzigen", "may only be read by you, not changed")
    return None


def in_use(database: PostgisDatabase, names: set[str]) -> list[str]:
    """Tables, views and the like in the schema that have one of these names."""
    found = database.query(
        sql(
            "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = {schema} "
            "AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY c.relname",
            schema=literal(database.address.schema),
        )
    )
    return [name for (name,) in found if name in names]


def check_free(database: PostgisDatabase, names: set[str]) -> None:
    """Refuse a schema that holds a register, or tables of others with our names."""
    taken = in_use(database, names)
    if {"schema_versie", "project", "historie"} <= set(taken):
        raise RegisterError(
            f"Register '{database.name}' bestaat al en is niet overschreven. Kies een ander schema.",
            f"Register '{database.name}' exists already and was not overwritten. Choose another schema.",
        )
    if taken:
        raise RegisterError(
            f"Schema '{database.address.schema}' bevat al tabellen met namen die het register nodig heeft: {', '.join(taken)}. "
            "Ze zijn niet aangeraakt. Kies een ander schema.",
            f"Schema '{database.address.schema}' already holds tables with names that the register needs: {', '.join(taken)}. "
            "They were left alone. Choose another schema.",
        )
