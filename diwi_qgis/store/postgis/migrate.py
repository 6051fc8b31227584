"""Bring a register in PostgreSQL up to date: all steps or none, in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import TABLES
from diwi_qgis.progress import Progress
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import check_version
from diwi_qgis.store.migration import Migration, Upgrade, say, stamp, unlike_model
from diwi_qgis.store.postgis import projects, security
from diwi_qgis.store.postgis.admission import check_server, schema_version
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.functions import function_statements
from diwi_qgis.store.postgis.grants import give_rights, own_rights
from diwi_qgis.store.postgis.schema_check import schema_differences
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.texts import Text

_DEPENDENT_VIEWS = """SELECT DISTINCT n.nspname || '.' || v.relname FROM pg_depend AS d JOIN pg_rewrite AS r ON r.oid = d.objid
JOIN pg_class AS v ON v.oid = r.ev_class JOIN pg_namespace AS n ON n.oid = v.relnamespace JOIN pg_class AS t ON t.oid = d.refobjid
JOIN pg_namespace AS s ON s.oid = t.relnamespace
WHERE d.classid = 'pg_rewrite'::regclass AND s.nspname = {schema} AND t.relkind = 'r' ORDER BY 1"""

_TRIGGERS = """SELECT c.relname, t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = {schema} AND NOT t.tgisinternal"""

_FUNCTIONS = """SELECT p.proname, pg_get_function_identity_arguments(p.oid) FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = {schema}"""

_OF_TRIGGER = r"_((before|after|access|rights|seen|closed)_(insert|update|delete|truncate)|access)$"


def upgrade(address: PostgisAddress, progress: Progress, migrations: Sequence[Migration]) -> Upgrade:
    """See `migrate.upgrade_register`. Functions and triggers are made anew; views of others that look at the register are named."""
    database = PostgisDatabase(address, write=True)
    try:
        check_server(database)
        before = schema_version(database)
        pending = [step for step in migrations if step.version > before]
        if not pending:
            check_version(database.name, before)
            return Upgrade(before, before, None)
        _tell_of_views(database, progress)
        with database.transaction():
            database.execute("LOCK TABLE schema_versie IN ACCESS EXCLUSIVE MODE")
            if schema_version(database) != before:
                raise RegisterError(
                    f"Register '{database.name}' wordt al door een ander bijgewerkt.",
                    f"Register '{database.name}' is already being upgraded by somebody else.",
                )
            _run(database, pending, progress)
        return Upgrade(before, pending[-1].version, None)
    finally:
        database.close()


def _tell_of_views(database: PostgisDatabase, progress: Progress) -> None:
    views = [name for (name,) in database.query(sql(_DEPENDENT_VIEWS, schema=literal(database.address.schema)))]
    if views:
        found = ", ".join(views)
        progress.say(
            Text(
                f"Deze weergaven kijken naar het register; staat een ervan een wijziging in de weg, dan verandert er niets: {found}",
                f"These views look at the register; should one of them be in the way of a change, nothing is changed: {found}",
            )
        )


def _run(database: PostgisDatabase, steps: Sequence[Migration], progress: Progress) -> None:
    database.execute(security.drop_policies(database.address.schema))
    for statement in _drop_statements(database):
        database.execute(statement)
    for number, step in enumerate(steps):
        progress.check(number / len(steps))
        say(progress, step)
        for statement in step.postgis:
            database.execute(statement)
        database.execute(stamp(step, database.dialect))
    database.execute(projects.table_statement())
    database.execute(";\n".join(function_statements(database.dialect, database.address.schema)))
    database.execute(";\n".join(security.policy_statements()))
    database.execute(";\n".join(own_rights(database.address.schema)))
    give_rights(database)
    differences = schema_differences(database)
    if differences:
        raise unlike_model(database.name, differences)


def _drop_statements(database: PostgisDatabase) -> Iterator[str]:
    """Triggers and functions of ours, by their names; what others put in the schema stays."""
    schema, tables = literal(database.address.schema), {table.name for table in TABLES}
    made = [re.match(r'CREATE FUNCTION "?(\w+)', each) for each in function_statements(database.dialect, "")]
    ours = {found[1] for found in made if found}
    for table, trigger in database.query(sql(_TRIGGERS, schema=schema)):
        if re.search(_OF_TRIGGER, trigger) and trigger.startswith(table):
            yield f"DROP TRIGGER {identifier(trigger)} ON {identifier(table)}"
    for name, arguments in database.query(sql(_FUNCTIONS, schema=schema)):
        if name in ours or re.sub(_OF_TRIGGER, "", name) in tables:
            yield f"DROP FUNCTION {identifier(name)}({arguments})"
