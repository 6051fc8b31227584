"""Rows of the register put together for reading: a query as a layer, out of sight, with a relation to the plans.

The queries are in resources/sql; each has a column `project_uuid`. A table in a print layout shows the rows of the plan of
its page along the relation, by the database's own index.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRelation, QgsVectorLayer

from diwi_qgis.paths import resource
from diwi_qgis.workspace.layers import find_layer, find_register

#: Custom property of such a layer: the name of its query.
VIEW = "diwi/view"


def relation_to_plans(project: QgsProject, view: str) -> Optional[str]:
    """Id of the relation from a view to the plans, both made where they are not there; None in a project without plans."""
    plans, register = find_layer(project, "project"), find_register(project)
    if plans is None or register is None:
        return None
    name = f"diwi_{view}"
    manager = project.relationManager()
    if not manager.relation(name).isValid():
        layer = _find(project, view) or _add(project, f"{register}|subset={_query(view)}", view)
        relation = QgsRelation(manager.context())
        relation.setId(name)
        relation.setName(f"Factsheet: {view}")
        relation.setReferencingLayer(layer.id())
        relation.setReferencedLayer(plans.id())
        relation.addFieldPair("project_uuid", "uuid")
        manager.addRelation(relation)
    return name


def _query(view: str) -> str:
    lines = resource("sql", f"{view}.sql").read_text(encoding="utf8").splitlines()
    return " ".join(line.strip() for line in lines if not line.startswith("--"))


def _find(project: QgsProject, view: str) -> Optional[QgsVectorLayer]:
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(VIEW) == view), None)


def _add(project: QgsProject, source: str, view: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(source, f"Factsheet: {view}", "ogr")
    layer.setCustomProperty(VIEW, view)
    layer.setReadOnly(True)
    layer.setFlags(QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Private))
    project.addMapLayer(layer, False)
    return layer
