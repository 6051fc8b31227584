"""Which layers are ours. Found by what they are (a custom property, else their source), never by a name that users change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from diwi_qgis.model.tables import TABLES
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layer_sources import register_read, table_layer, table_read

#: Custom property of a layer: the table of the register that it shows.
TABLE = "diwi/table"

#: Custom property of a layer that shows rows to look at (`queries`): its name there.
QUERY = "diwi/query"

#: Custom property of a layer: the steps that furnished it (`to_furnish`).
_FURNISHED = "diwi/furnished"

_OUR_TABLES = {table.name for table in TABLES}


def new_layer(register: Address, table: str, title: str) -> QgsVectorLayer:
    """A layer on a table of the register, marked as ours.

    Of a table with any kind of geometry it shows the polygons: all that we write there is one, and QGIS would take the
    kind of layer from the first row, or call an empty table one without geometry.
    """
    any_shape = model_table(table).geometry == "Geometry"
    layer = table_layer(register, table, title, "MultiPolygon" if any_shape else None)
    layer.setCustomProperty(TABLE, table)
    return layer


def table_of(layer: Optional[QgsMapLayer]) -> Optional[str]:
    """The table of a register that a layer shows; None when it is not a layer of ours."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.customProperty(QUERY):
        return None
    marked = layer.customProperty(TABLE)
    name = marked or table_read(layer)
    return name if name in _OUR_TABLES and (marked or _shows_register(layer)) else None


def our_layers(project: QgsProject) -> Iterator[tuple[str, QgsVectorLayer]]:
    """(table, layer) of every layer of ours in the project, marked ones first."""
    found = [(table_of(layer), layer) for layer in project.mapLayers().values()]
    ours = [(table, layer) for table, layer in found if table is not None]
    yield from sorted(ours, key=lambda pair: pair[1].customProperty(TABLE) is None)


def to_furnish(project: QgsProject, step: str) -> Iterator[tuple[str, QgsVectorLayer]]:
    """(table, layer) of the layers made by us that a step has not furnished yet; each is marked when its turn is over.

    So what a user changed in a layer stays as it is when a workspace is brought up to date (`build.build_workspace`).
    """
    for table, layer in list(our_layers(project)):
        done = str(layer.customProperty(_FURNISHED, "")).split()
        if layer.customProperty(TABLE) and step not in done:
            yield table, layer
            layer.setCustomProperty(_FURNISHED, " ".join([*done, step]))


def in_every_style(layer: QgsVectorLayer) -> Iterator[str]:
    """Make each of a layer's styles the current one in turn, the present one last: a style holds form and lists too."""
    manager = layer.styleManager()
    present = manager.currentStyle()
    for name in [*(name for name in manager.styles() if name != present), present]:
        if name != manager.currentStyle():
            manager.setCurrentStyle(name)
        yield name


def first_time(project: QgsProject, step: str) -> bool:
    """Whether a step has not furnished the project as such before; from now on it has."""
    done, _ = project.readListEntry("diwi", "furnished")
    if step in done:
        return False
    project.writeEntry("diwi", "furnished", [*done, step])
    return True


def find_layer(project: QgsProject, table: str) -> Optional[QgsVectorLayer]:
    """The layer of that table in the project; None when there is none (the user may have removed it)."""
    return next((layer for name, layer in our_layers(project) if name == table), None)


def find_register(project: QgsProject) -> Optional[Address]:
    """The register that the project works on: that of its layer of plans, else that of any layer of ours."""
    plans = find_layer(project, "project") or next((layer for _, layer in our_layers(project)), None)
    return register_read(plans) if plans is not None else None


def _shows_register(layer: QgsVectorLayer) -> bool:
    """Whether a layer that nobody marked reads a register: every tracked row of one has these columns."""
    return {"uuid", "versie", "gewijzigd_door"} <= set(layer.fields().names())
