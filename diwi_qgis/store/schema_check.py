"""Whether the tables, indexes and triggers in a register are exactly those that the model declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.ddl import create_indexes, create_table
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.geopackage_sql import GEOPACKAGE
from diwi_qgis.store.sql import literal, sql
from diwi_qgis.store.triggers import trigger_statements
from diwi_qgis.texts import Text


def schema_differences(file: GeoPackageFile) -> list[Text]:
    """What is missing or different, one sentence each; empty when the file is as declared.

    Tables of others in the same file are left alone.
    """
    stored = {
        name: _plain(sql) for name, sql in file.query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    }
    differences = [text for table in TABLES for text in _table_differences(file, table, stored)]
    for statement in _indexes_and_triggers():
        name = statement.split('"')[1]
        if stored.get(name) != _plain(statement):
            differences.append(different(name))
    return differences


def _table_differences(file: GeoPackageFile, table: Table, stored: dict[str, str]) -> Iterator[Text]:
    if table.name not in stored:
        yield missing(table.name)
        return
    present = {
        row[0] for row in file.query(sql("SELECT name FROM pragma_table_info({table})", table=literal(table.name)))
    }
    declared = [column.name for column in table.all_columns] + (["geom"] if table.geometry else [])
    absent = [column for column in declared if column not in present]
    yield from (missing(f"{table.name}.{column}") for column in absent)
    if not absent and stored[table.name] != _plain(create_table(table, GEOPACKAGE)):
        yield different(table.name)
    registered = file.query(
        sql("SELECT srs_id + 0 AS srs FROM gpkg_geometry_columns WHERE table_name = {table}", table=literal(table.name))
    )
    if bool(registered) != bool(table.geometry) or (table.geometry and f"rtree_{table.name}_geom" not in stored):
        yield different(f"{table.name}.geom")


def _indexes_and_triggers() -> Iterator[str]:
    for table in TABLES:
        yield from create_indexes(table)
    yield from trigger_statements()


def _plain(sql: str) -> str:
    """SQL without its layout: ALTER TABLE and we break lines differently."""
    return re.sub(r"\s+", " ", sql).strip()


def missing(what: str) -> Text:
    """That a table, column or the like is not there."""
    return Text(f"{what} ontbreekt", f"{what} is missing")


def different(what: str) -> Text:
    """That something is not as declared."""
    return Text(f"{what} is niet zoals het hoort", f"{what} is not as it should be")
