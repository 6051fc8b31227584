"""Rows of the register put together for reading: a query as a layer, out of sight.

The queries are in resources/sql; each has a column `project_uuid`. A table in a print layout shows the rows of the plan of
its page along a relation; the style of the delays looks all plans up in one go.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRelation, QgsVectorLayer

from diwi_qgis.paths import resource
from diwi_qgis.workspace.layers import find_layer, find_register

#: Custom property of such a layer: the name of its query. The layer itself is called "diwi_" with that name.
QUERY = "diwi/query"


def furnish(project: QgsProject) -> None:
    """Add the query that the style of the delays needs."""
    register = find_register(project)
    if register is not None:
        _query_layer(project, register, "vertraging")


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
        relation.setReferencingLayer(_query_layer(project, register, query).id())
        relation.setReferencedLayer(plans.id())
        relation.addFieldPair("project_uuid", "uuid")
        manager.addRelation(relation)
    return name


def _query_layer(project: QgsProject, register: Path, query: str) -> QgsVectorLayer:
    for layer in project.mapLayers().values():
        if layer.customProperty(QUERY) == query:
            return layer
    layer = QgsVectorLayer(f"{register}|subset={_text(query)}", f"diwi_{query}", "ogr")
    layer.setCustomProperty(QUERY, query)
    layer.setReadOnly(True)
    layer.setFlags(QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Private))
    project.addMapLayer(layer, False)
    return layer


def _text(query: str) -> str:
    lines = resource("sql", f"{query}.sql").read_text(encoding="utf8").splitlines()
    return " ".join(line.strip() for line in lines if not line.startswith("--"))
