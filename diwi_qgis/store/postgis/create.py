"""A new register in a PostgreSQL database: its schema, its tables, and the lists it starts with, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import SCHEMA_VERSION, TABLES
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import refusal
from diwi_qgis.store.postgis import access, projects, security
from diwi_qgis.store.postgis.admission import check_free, check_server
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.dialect import PostgisDialect, table_statements
from diwi_qgis.store.postgis.functions import function_statements
from diwi_qgis.store.postgis.grants import give_rights, own_rights
from diwi_qgis.store.postgis.writing import PostgisWriter
from diwi_qgis.store.seed import seed
from diwi_qgis.store.sql import identifier, literal, sql


def create(address: PostgisAddress, settings: Mapping[str, str]) -> None:
    """Make the register. Nothing of it is left when something goes wrong."""
    build(address, lambda database: seed(PostgisWriter(database), settings))


def build(address: PostgisAddress, fill: Callable[[PostgisDatabase], None]) -> None:
    """Make the schema (which may be there) with empty tables of ours, and fill them, all or nothing."""
    database = PostgisDatabase(address, write=True)
    try:
        check_server(database)
        check_free(database, {access.ACCESS_TABLE, projects.PROJECTS_TABLE, *(table.name for table in TABLES)})
        _check_rights(database)
        with database.transaction():
            # One message to the server: on a slow network a thousand would take minutes.
            database.execute(";\n".join(schema_statements(database.dialect, address.schema)))
            fill(database)
            database.execute(";\n".join(access.after_loading()))
            give_rights(database)
            # Before the server gets round to it by itself, it would plan for empty tables. What is empty stays unmeasured.
            filled = [name for (name,) in database.query(" UNION ALL ".join(map(_named_if_filled, TABLES)))]
            database.execute("ANALYZE " + ", ".join(map(identifier, filled)))
    finally:
        database.close()


def _named_if_filled(table: Table) -> str:
    return sql(
        "SELECT {name} WHERE EXISTS (SELECT 1 FROM {table})", name=literal(table.name), table=identifier(table.name)
    )


def schema_statements(dialect: PostgisDialect, schema: str) -> Iterator[str]:
    """Everything that makes a schema a register, one statement each."""
    yield f"CREATE SCHEMA IF NOT EXISTS {identifier(schema)}"
    yield from table_statements(dialect)
    yield projects.table_statement()
    yield from access.column_statements()
    yield "INSERT INTO sessie (gebruiker) VALUES (NULL)"
    yield sql(
        "INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES ({version}, {now}, 'nieuw register')",
        version=literal(SCHEMA_VERSION),
        now=dialect.now,
    )
    yield from function_statements(dialect, schema)
    yield from security.policy_statements()
    yield from own_rights(schema)


def _check_rights(database: PostgisDatabase) -> None:
    schema = literal(database.address.schema)
    may: Optional[bool] = database.query(
        sql(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = {schema}) THEN has_schema_privilege({schema}, "
            "'CREATE') ELSE has_database_privilege(current_database(), 'CREATE') END",
            schema=schema,
        )
    )[0][0]
    if not may:
        raise refusal(
            database.name,
            "kan niet worden gemaakt: u mag in deze database geen schema of tabellen maken. Vraag de beheerder om het recht "
            "CREATE op de database",
            "cannot be made: you may not make a schema or tables in this database. Ask its administrator for the right CREATE "
            "on the database",
        )
