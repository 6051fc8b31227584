"""Which registers there are in a database."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.sql import identifier, literal, sql

_SCHEMAS = """SELECT n.nspname, has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(i.oid, 'SELECT')
FROM pg_namespace AS n JOIN pg_class AS v ON v.relnamespace = n.oid AND v.relname = 'schema_versie'
JOIN pg_class AS i ON i.relnamespace = n.oid AND i.relname = 'instelling'
JOIN pg_class AS h ON h.relnamespace = n.oid AND h.relname = 'historie' ORDER BY 1"""

_MUNICIPALITY = "SELECT {name}, waarde FROM {schema}.instelling WHERE sleutel = 'gemeente'"


@dataclass(frozen=True)
class FoundRegister:
    """A schema that holds a register: its municipality (empty when unknown), and whether one may look at it."""

    schema: str
    gemeente: str
    readable: bool


def find_registers(address: PostgisAddress) -> list[FoundRegister]:
    """The registers in the database of an address, by schema. Raises RegisterError, SignInError."""
    with closing(PostgisDatabase(address, write=False)) as database:
        schemas = database.query(_SCHEMAS)
        asked = [
            sql(_MUNICIPALITY, name=literal(name), schema=identifier(name)) for name, readable in schemas if readable
        ]
        names = dict(database.query(" UNION ALL ".join(asked))) if asked else {}
    return [FoundRegister(name, names.get(name) or "", readable) for name, readable in schemas]
