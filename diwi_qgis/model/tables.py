"""All tables of the register, in an order in which parents come before their children."""

from diwi_qgis.model.internal_tables import INTERNAL_TABLES
from diwi_qgis.model.management_tables import MANAGEMENT_TABLES
from diwi_qgis.model.plan_tables import PLAN_TABLES
from diwi_qgis.model.schema import Table
from diwi_qgis.model.source_tables import SOURCE_TABLES

TABLES: tuple[Table, ...] = PLAN_TABLES + SOURCE_TABLES + MANAGEMENT_TABLES + INTERNAL_TABLES

_BY_NAME = {table.name: table for table in TABLES}

#: Number of the schema that this version of the plugin makes; raise it with every migration.
SCHEMA_VERSION = 1

#: Coordinate reference system of every geometry in the register (RD New).
EPSG = 28992


def table(name: str) -> Table:
    """The table of that name; KeyError when there is none."""
    return _BY_NAME[name]
