"""GeoPackage: what it says in its own way, and the rows that make tables known to GDAL and QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, Union

from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.model.tables import EPSG, TABLES
from diwi_qgis.store.ddl import create_indexes, create_table, points_at
from diwi_qgis.store.sql import identifier, literal, sql

_TYPES = {
    Kind.INTEGER: "INTEGER",
    Kind.REAL: "REAL",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
    Kind.TIMESTAMP: "DATETIME",
}
_DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_LARGEST_REAL = "1.7976931348623157e308"


class GeoPackageDialect:
    """SQLite takes any value in any column, so every type is checked."""

    today = "date('now', 'localtime')"
    now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
    day_number, least = "julianday", "min"
    user = "(SELECT gebruiker FROM sessie)"

    def ago(self, seconds: int) -> str:
        """See `ddl.Dialect`."""
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-{seconds} seconds')"

    def mine(self, column: str) -> str:
        """See `ddl.Dialect`: a file knows no users."""
        return "1 = 1"

    def wkb(self, geom: str) -> str:
        """See `ddl.Dialect`: what stands behind the header of a GeoPackage geometry, whose length follows from its flags."""
        nibble = f"substr(hex(substr({geom}, 4, 1)), 2, 1)"
        start = f"CASE WHEN {nibble} IN ('0', '1') THEN 9 WHEN {nibble} IN ('2', '3') THEN 41 WHEN {nibble} IN ('8', '9') THEN 73 ELSE 57 END"
        return f"hex(substr({geom}, {start}))"

    def differs(self, left: str, right: str) -> str:
        """See `ddl.Dialect`."""
        return f"{left} IS NOT {right}"

    def one_if(self, condition: str) -> str:
        """See `ddl.Dialect`."""
        return f"({condition})"

    def constant(self, value: Union[str, int, bool]) -> str:
        """See `ddl.Dialect`."""
        return literal(value)

    def member(self, document: str, name: str) -> str:
        """See `ddl.Dialect`."""
        return f"json_extract({document}, '$.{name}')"

    def key(self) -> str:
        """See `ddl.Dialect`."""
        return '"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'

    def geometry(self, kind: str) -> str:
        """See `ddl.Dialect`."""
        return f'"geom" {kind.upper()}'

    def type_of(self, column: Column) -> str:
        """See `ddl.Dialect`."""
        if column.kind is Kind.TEXT:
            return f"TEXT({column.length})" if column.length else "TEXT"
        return _TYPES[column.kind]

    def well_formed(self, column: Column) -> Optional[str]:
        """See `ddl.Dialect`."""
        name = identifier(column.name)
        return {
            Kind.TEXT: None,
            Kind.INTEGER: f"typeof({name}) IN ('integer', 'null')",
            Kind.REAL: f"typeof({name}) IN ('real', 'null') AND abs({name}) <= {_LARGEST_REAL}",
            Kind.BOOLEAN: f"{name} IN (0, 1)",
            Kind.DATE: f"{name} GLOB '{_DATE}' AND date({name}) = {name}",
            Kind.TIMESTAMP: f"{name} GLOB '{_DATE}T[0-9][0-9]:[0-9][0-9]:*' AND julianday({name}) > 0",
        }[column.kind]

    def constraint(self, name: str) -> str:
        """See `ddl.Dialect`."""
        return identifier(name)

    def reference(self, table: Table, column: Column) -> str:
        """See `ddl.Dialect`."""
        return points_at(column)


GEOPACKAGE = GeoPackageDialect()


def table_statements() -> Iterator[str]:
    """Tables, indexes and their registration, in the order in which they must be executed in a new GeoPackage."""
    yield from _column_registry()
    for table in TABLES:
        yield create_table(table, GEOPACKAGE)
        yield from create_indexes(table)
        yield from register_table(table)


def spatial_index(table: Table) -> str:
    """The statement with which GDAL makes a spatial index."""
    return f"SELECT CreateSpatialIndex({literal(table.name)}, 'geom')"


def register_table(table: Table) -> Iterator[str]:
    """Rows of gpkg_contents, gpkg_geometry_columns and gpkg_data_columns: this is how clients find the table."""
    kind = "features" if table.geometry else "attributes"
    values = ", ".join(
        literal(value) for value in (table.name, kind, table.name, table.help, EPSG if table.geometry else 0)
    )
    yield sql(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ({values})",
        values=values,
    )
    if table.geometry:
        values = ", ".join(literal(value) for value in (table.name, "geom", table.geometry.upper(), EPSG, 0, 0))
        yield sql("INSERT INTO gpkg_geometry_columns VALUES ({values})", values=values)
    for column in table.all_columns:
        values = ", ".join(
            literal(value) for value in (table.name, column.name, column.label, column.label, column.help)
        )
        yield sql(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ({values})",
            values=values,
        )


def _column_registry() -> Iterator[str]:
    """The "Schema" extension of GeoPackage, in which labels and explanations of columns are kept."""
    yield (
        "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
        "definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"
    )
    yield (
        "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, "
        "description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
        "CONSTRAINT gdc_tn UNIQUE (table_name, name))"
    )
    yield (
        "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, "
        "value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, "
        "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))"
    )
    for name in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        values = ", ".join(
            literal(value)
            for value in (
                name,
                None,
                "gpkg_schema",
                "http://www.geopackage.org/spec121/#extension_schema",
                "read-write",
            )
        )
        yield (
            sql(
                "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
                "VALUES ({values})",
                values=values,
            )
        )
