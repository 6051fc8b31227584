"""Whether the tables, indexes, functions and triggers in a PostgreSQL schema are exactly those that the model declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import EPSG, TABLES
from diwi_qgis.store.ddl import checks
from diwi_qgis.store.postgis import access, rights
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.dialect import PostgisDialect, index_statements, short
from diwi_qgis.store.postgis.functions import function_statements
from diwi_qgis.store.schema_check import different, missing
from diwi_qgis.store.sql import literal, sql
from diwi_qgis.texts import Text

_COLUMNS = """SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = {schema} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped"""

_CONSTRAINTS = """SELECT c.relname, CASE k.contype WHEN 'u' THEN pg_get_constraintdef(k.oid) ELSE k.conname END
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = {schema} AND k.contype IN ('c', 'f', 'u') AND k.convalidated"""

_INDEXES = "SELECT indexname FROM pg_indexes WHERE schemaname = {schema}"

_FUNCTIONS = """SELECT p.proname, p.prosrc FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname = {schema}"""

_TRIGGERS = """SELECT t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = {schema} AND NOT t.tgisinternal AND t.tgenabled <> 'D'"""

#: Those of tables where they are in force.
_POLICIES = """SELECT c.relname, p.polname FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = {schema} AND c.relrowsecurity"""


def schema_differences(database: PostgisDatabase) -> list[Text]:
    """What is missing or different, one sentence each; empty when all is as declared.

    Constraints are compared by name, which says what they demand; functions word by word. Tables of others are left alone.
    """
    schema = literal(database.address.schema)
    columns: dict[str, dict[str, tuple[str, bool]]] = {}
    for table, column, kind, required in database.query(sql(_COLUMNS, schema=schema)):
        columns.setdefault(table, {})[column] = (_plain(kind), required)
    constraints: dict[str, set[str]] = {}
    for table, text in database.query(sql(_CONSTRAINTS, schema=schema)):
        constraints.setdefault(table, set()).add(text)
    differences = [
        text
        for table in TABLES
        for text in _table(table, database.dialect, columns.get(table.name), constraints.get(table.name, set()))
    ]
    indexes = {name for (name,) in database.query(sql(_INDEXES, schema=schema))}
    declared = [statement.split('"')[1] for statement in index_statements()]
    differences += [different(name) for name in declared if name not in indexes]
    return differences + list(_functions(database, schema)) + list(_policies(database, schema))


def _table(
    table: Table, dialect: PostgisDialect, stored: Optional[dict[str, tuple[str, bool]]], constraints: set[str]
) -> Iterator[Text]:
    if stored is None:
        yield missing(table.name)
        return
    expected = {column.name: (_plain(dialect.type_of(column)), column.required) for column in table.all_columns}
    expected["fid"] = ("integer", True)
    expected.update({name: (_plain(kind), filled) for name, (kind, filled) in access.columns(table).items()})
    if table.geometry:
        expected["geom"] = (_plain(f"geometry({table.geometry},{EPSG})"), False)
    absent = [name for name in expected if name not in stored]
    yield from (missing(f"{table.name}.{name}") for name in absent)
    yield from (
        different(f"{table.name}.{name}") for name in expected if stored.get(name, expected[name]) != expected[name]
    )
    if not absent and (set(stored) != set(expected) or set(_constraints(table, dialect)) != constraints):
        yield different(table.name)


def _constraints(table: Table, dialect: PostgisDialect) -> Iterator[str]:
    yield from (short(f"{table.name}: {condition}") for condition in table.checks)
    yield from (f"UNIQUE ({', '.join(columns)})" for columns in table.unique)
    for column in table.all_columns:
        yield from (short(f"{table.name}.{column.name}: {text}") for text, _ in checks(column, dialect))
        if column.unique:
            yield f"UNIQUE ({column.name})"
        if column.references:
            yield dialect.reference(table, column).split('"')[1]


def _functions(database: PostgisDatabase, schema: str) -> Iterator[Text]:
    sources = dict(database.query(sql(_FUNCTIONS, schema=schema)))
    triggers = {name for (name,) in database.query(sql(_TRIGGERS, schema=schema))}
    for statement in function_statements(database.dialect, database.address.schema):
        made = re.match(r'CREATE (FUNCTION|TRIGGER) "?(\w+)', statement)
        if made is None:
            raise ValueError(statement)
        kind, name = made.groups()
        body = re.split(r"\$(?:diwi)?\$", statement)
        if (kind == "TRIGGER" and name not in triggers) or (kind == "FUNCTION" and sources.get(name) != body[1]):
            yield different(name)


def _policies(database: PostgisDatabase, schema: str) -> Iterator[Text]:
    there = set(database.query(sql(_POLICIES, schema=schema)))
    for table, name, _ in rights.policies():
        if (table, name) not in there:
            yield different(table)


def _plain(kind: str) -> str:
    """The name of a type without its schema and spaces, in small letters."""
    return re.sub(r"\s|^\w+\.|\"", "", kind.lower())
