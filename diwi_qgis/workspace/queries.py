"""Rows of the register put together for reading: a query as a layer.

The queries are in resources/sql; each has a column `project_uuid`. A table in a print layout shows the rows of the plan of
its page along a relation, from a layer that is out of sight. How late the plans are is a layer to look at.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRelation, QgsVectorLayer

from diwi_qgis.paths import resource
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layer_sources import query_layer
from diwi_qgis.workspace.layers import QUERY, find_layer, find_register

#: The query that is shown, and the name of its layer.
DELAY, _DELAY_TITLE = "vertraging", "Vertraging van plannen"

#: Queries of which the rows of one plan stand on its page, and the columns that together name a row.
_OF_PAGES = {
    "cijfers": ("project_uuid",),
    "mijlpalen": ("project_uuid", "nummer"),
    "programma": ("project_uuid", "nummer"),
}


def furnish(project: QgsProject) -> None:
    """Add the layer of the delays under that of the plans, hidden, when the project has none.

    A layer of its own, for an expression that asks the milestones of each plan takes a minute for ten thousand plans, and
    from 3.30 on stops QGIS for good when the window waits for the map.
    """
    plans, register = find_layer(project, "project"), find_register(project)
    node = project.layerTreeRoot().findLayer(plans) if plans is not None else None
    if node is None or register is None or find_query(project, DELAY) is not None:
        return
    layer = query_layer(register, DELAY, _DELAY_TITLE, ("fid",), "MultiPolygon")
    add_layer(project, layer, DELAY)
    layer.loadNamedStyle(str(resource("styles", f"{DELAY}.qml")))
    group = node.parent()
    below = group.insertLayer(group.children().index(node) + 1, layer)
    below.setExpanded(False)
    below.setItemVisibilityChecked(False)


def find_query(project: QgsProject, query: str) -> Optional[QgsVectorLayer]:
    """The layer of a query; None when the project has none."""
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(QUERY) == query), None)


def relation_to_plans(project: QgsProject, query: str) -> Optional[str]:
    """Id of the relation from a query to the plans, both made where they are not there; None in a project without plans."""
    plans, register = find_layer(project, "project"), find_register(project)
    if plans is None or register is None:
        return None
    name = f"diwi_{query}"
    manager = project.relationManager()
    if not manager.relation(name).isValid():
        relation = QgsRelation(manager.context())
        relation.setId(name)
        relation.setName(f"Factsheet: {query}")
        relation.setReferencingLayer(_hidden(project, register, query).id())
        relation.setReferencedLayer(plans.id())
        relation.addFieldPair("project_uuid", "uuid")
        manager.addRelation(relation)
    return name


def _hidden(project: QgsProject, register: Address, query: str) -> QgsVectorLayer:
    layer = find_query(project, query)
    if layer is None:
        layer = query_layer(register, query, f"Factsheet: {query}", _OF_PAGES[query])
        add_layer(project, layer, query)
        layer.setFlags(QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Private))
    return layer


def add_layer(project: QgsProject, layer: QgsVectorLayer, query: str) -> None:
    """Put a layer to look at in the project, but not in its tree yet; `find_query` finds it under the name of its query."""
    layer.setCustomProperty(QUERY, query)
    layer.setReadOnly(True)
    project.addMapLayer(layer, False)
    # QGIS lets the mouse snap to every layer that is added.
    snapping = project.snappingConfig()
    snapping.removeLayers([layer])
    project.setSnappingConfig(snapping)
