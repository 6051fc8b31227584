"""Rights in a PostgreSQL register: what nobody may, and what it takes to work with one."""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.postgis.functions import procedure_names
from diwi_qgis.store.sql import identifier

#: Tables that no client writes: the functions of the register do, with the rights of its owner.
KEPT_BY_DATABASE = ("sessie", "schema_versie", *(table.name for table in TABLES if table.append_only))


def own_rights(schema: str) -> Iterator[str]:
    """What only grows cannot be changed, by its owner neither; nothing is open to everybody.

    TRUNCATE stays his (a trigger refuses it): who has none of the three may not lock the table, which acts must.
    """
    for table in TABLES:
        if table.append_only:
            yield f"REVOKE UPDATE, DELETE ON {identifier(table.name)} FROM CURRENT_USER"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {identifier(schema)} FROM PUBLIC"


def use_by(role: str, schema: str, write: bool) -> Iterator[str]:
    """Let a role look at the register or, with `write`, change everything in it but what the database keeps itself."""
    who, where = identifier(role), identifier(schema)
    yield f"GRANT USAGE ON SCHEMA {where} TO {who}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {where} TO {who}"
    if not write:
        return
    open_tables = ", ".join(identifier(table.name) for table in TABLES if table.name not in KEPT_BY_DATABASE)
    yield f"GRANT INSERT, UPDATE, DELETE ON {open_tables} TO {who}"
    for name in procedure_names():
        yield f"GRANT EXECUTE ON FUNCTION {where}.{name} TO {who}"
