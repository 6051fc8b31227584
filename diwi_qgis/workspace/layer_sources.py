"""How a layer of QGIS reads a table or a query of a register, on either engine: the one place that makes and reads sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from diwi_qgis.model.tables import EPSG
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.paths import resource
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.dialects import dialect_of
from diwi_qgis.store.sql import identifier, sql
from diwi_qgis.workspace.connections import layer_address, layer_uri

_KEY = "fid"

#: The providers of QGIS that read a register.
_FILE, _SERVER = "ogr", "postgres"


def table_layer(register: Address, table: str, title: str, shape: Optional[str] = None) -> QgsVectorLayer:
    """A layer on a table; of one that takes any geometry the rows of one kind (`shape`; a multi one has the single ones too)."""
    if not isinstance(register, PostgisAddress):
        kind = f"|geometrytype={shape}" if shape else ""
        return QgsVectorLayer(f"{register}|layername={table}{kind}", title, _FILE)
    uri = layer_uri(register)
    drawn = shape or model_table(table).geometry
    uri.setDataSource(register.schema, table, "geom" if drawn else None, "", _KEY)
    return _server_layer(uri, title, drawn)


def query_layer(
    register: Address, query: str, title: str, key: Sequence[str], shape: Optional[str] = None
) -> QgsVectorLayer:
    """A layer with the rows of a query of resources/sql, in which the columns `key` together name one row."""
    statement = query_text(query, register)
    if not isinstance(register, PostgisAddress):
        return QgsVectorLayer(f"{register}|subset={statement}", title, _FILE)
    uri = layer_uri(register)
    names = key[0] if len(key) == 1 else ",".join(map(identifier, key))
    uri.setDataSource("", f"({statement})", "geom" if shape else None, "", names)
    uri.setParam("checkPrimaryKeyUnicity", "0")  # it would run the query once more
    return _server_layer(uri, title, shape)


def query_text(query: str, register: Address) -> str:
    """A query of resources/sql in one line, in the words of the register's engine."""
    lines = resource("sql", f"{query}.sql").read_text(encoding="utf8").splitlines()
    statement = " ".join(line.strip() for line in lines if not line.startswith("--"))
    schema = f"{identifier(register.schema)}." if isinstance(register, PostgisAddress) else ""
    dialect = dialect_of(register)
    return sql(statement, of=schema, today=dialect.today, day=dialect.day_number, least=dialect.least)


def table_read(layer: QgsVectorLayer) -> Optional[str]:
    """The name of the table that a layer reads; None when it reads no file or server of the kind that registers are in."""
    if layer.providerType() == _SERVER:
        return str(QgsDataSourceUri(layer.source()).table())
    return _file_source(layer).get("layerName") if layer.providerType() == _FILE else None


def register_read(layer: QgsVectorLayer) -> Address:
    """Where the register is that a layer of ours reads. Raises InputError when QGIS' store of passwords is locked."""
    if layer.providerType() == _SERVER:
        return layer_address(QgsDataSourceUri(layer.source()))
    return Path(_file_source(layer).get("path", ""))


def _server_layer(uri: QgsDataSourceUri, title: str, shape: Optional[str]) -> QgsVectorLayer:
    if shape:
        uri.setSrid(str(EPSG))
        uri.setWkbType(QgsWkbTypes.parseType(shape))
    return QgsVectorLayer(uri.uri(False), title, _SERVER)


def _file_source(layer: QgsVectorLayer) -> dict[str, str]:
    return QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
