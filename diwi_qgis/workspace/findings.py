"""Findings that are no area: on a point, along a line, or with nothing to draw.

QGIS shows one kind of geometry in a layer. Nearly every finding is an area, but whoever writes to the register may add
others; and of a plan without an area there is nothing to draw: those findings are a list.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer

from diwi_qgis.paths import resource
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layer_sources import query_layer, table_layer
from diwi_qgis.workspace.layers import find_layer, find_register
from diwi_qgis.workspace.queries import add_layer, find_query

#: Layer by its name as a query (`queries.find_query`): title, and its kind of geometry; None: a list.
OTHERS = {
    "bevinding_punt": ("Op een punt", "MultiPoint"),
    "bevinding_lijn": ("Langs een lijn", "MultiLineString"),
    "bevinding_zonder_plek": ("Zonder plek", None),
}

_GROUP = "Overige bevindingen"

#: What is drawn of them.
DRAWN = tuple(name for name, (_, shape) in OTHERS.items() if shape is not None)


def furnish(project: QgsProject) -> None:
    """Add the layers that the project does not have, in a folded group under the layer of findings, hidden."""
    findings, register = find_layer(project, "bevinding"), find_register(project)
    node = project.layerTreeRoot().findLayer(findings) if findings is not None else None
    if node is None or register is None:
        return
    missing = {name: kind for name, kind in OTHERS.items() if find_query(project, name) is None}
    around = node.parent()
    group = around.findGroup(_GROUP)
    if missing and group is None:
        group = around.insertGroup(around.children().index(node) + 1, _GROUP)
        group.setExpanded(False)
    for name, (title, shape) in missing.items():
        layer = _layer(register, name, title, shape)
        add_layer(project, layer, name)
        if shape is not None:
            layer.loadNamedStyle(str(resource("styles", f"{name}.qml")))
        below = group.addLayer(layer)
        below.setExpanded(False)
        below.setItemVisibilityChecked(False)


def _layer(register: Address, name: str, title: str, shape: Optional[str]) -> QgsVectorLayer:
    return table_layer(register, "bevinding", title, shape) if shape else query_layer(register, name, title, ("fid",))
