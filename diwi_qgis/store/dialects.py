"""Which dialect the engine of a register speaks."""

from __future__ import annotations

from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.geopackage_sql import GEOPACKAGE


def dialect_of(register: Address) -> Dialect:
    """That of PostgreSQL for a register on a server, that of SQLite for a file."""
    if isinstance(register, PostgisAddress):
        from diwi_qgis.store.postgis.dialect import PostgisDialect

        return PostgisDialect()
    return GEOPACKAGE
