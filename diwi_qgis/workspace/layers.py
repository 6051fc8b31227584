"""Which layers are ours. Found by what they are (a custom property, else their source), never by a name that users change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from diwi_qgis.model.tables import TABLES

#: Custom property of a layer: the table of the register that it shows.
TABLE = "diwi/table"

_OUR_TABLES = {table.name for table in TABLES}


def new_layer(register: Path, table: str, title: str) -> QgsVectorLayer:
    """A layer on a table of the register, marked as ours."""
    layer = QgsVectorLayer(f"{register}|layername={table}", title, "ogr")
    layer.setCustomProperty(TABLE, table)
    return layer


def table_of(layer: Optional[QgsMapLayer]) -> Optional[str]:
    """The table of a register that a layer shows; None when it is not a layer of ours."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.providerType() != "ogr":
        return None
    marked = layer.customProperty(TABLE)
    name = marked or _source(layer).get("layerName")
    return name if name in _OUR_TABLES and (marked or _shows_register(layer)) else None


def register_of(layer: QgsVectorLayer) -> Path:
    """The GeoPackage that a layer reads."""
    return Path(str(_source(layer).get("path", "")))


def our_layers(project: QgsProject) -> Iterator[tuple[str, QgsVectorLayer]]:
    """(table, layer) of every layer of ours in the project, marked ones first."""
    found = [(table_of(layer), layer) for layer in project.mapLayers().values()]
    ours = [(table, layer) for table, layer in found if table is not None]
    yield from sorted(ours, key=lambda pair: pair[1].customProperty(TABLE) is None)


def find_layer(project: QgsProject, table: str) -> Optional[QgsVectorLayer]:
    """The layer of that table in the project; None when there is none (the user may have removed it)."""
    return next((layer for name, layer in our_layers(project) if name == table), None)


def find_register(project: QgsProject) -> Optional[Path]:
    """The register that the project works on: that of its layer of plans, else that of any layer of ours."""
    plans = find_layer(project, "project") or next((layer for _, layer in our_layers(project)), None)
    return register_of(plans) if plans is not None else None


def _source(layer: QgsVectorLayer) -> dict[str, object]:
    return QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())


def _shows_register(layer: QgsVectorLayer) -> bool:
    """Whether a layer that nobody marked reads a register: every tracked row of one has these columns."""
    return {"uuid", "versie", "gewijzigd_door"} <= set(layer.fields().names())
