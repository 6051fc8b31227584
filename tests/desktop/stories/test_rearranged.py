"""A project that somebody rearranged: layers renamed, restyled, moved and removed. What can work works, the rest says why."""

from __future__ import annotations

import shapely
from map_hands import Ground, action, choose, fill_in, key, look_at, plans, press, save, select_plan
from qgis.core import QgsProject, QgsSingleSymbolRenderer, QgsSymbol
from qgis.PyQt.QtCore import Qt

NEEDS_PLANS = ("diwiPickParcels", "diwiDrawPlan", "diwiDrawPart", "diwiDrawCut", "diwiSplitPlan", "diwiMergePlans",
               "diwiSnapSelection", "diwiRelinkParcels")  # fmt: skip


def rearrange(plugin):
    """Other names, another style, another place in the tree; the layer of parcels is gone."""
    project, tree = QgsProject.instance(), QgsProject.instance().layerTreeRoot()
    for number, layer in enumerate(plugin.session.layer(table) for table in ("project", "pand", "woningblok")):
        layer.setName(f"Kaart {number}")
        if layer.isSpatial():
            layer.setRenderer(QgsSingleSymbolRenderer(QgsSymbol.defaultSymbol(layer.geometryType())))
        node = tree.findLayer(layer)
        tree.addGroup(f"Map {number}").insertChildNode(0, node.clone())
        node.parent().removeChildNode(node)
    project.removeMapLayer(plugin.session.layer("perceel"))
    project.removeMapLayer(plugin.session.layer("bevinding"))


def test_the_tools_find_their_layers_by_what_they_are(town, plugin, mouse, shoot):
    ground = Ground(town)
    near = ground.free(2)
    rearrange(plugin)
    look_at(near, 40)
    press("diwiPickParcels")
    for area in near:
        place = shapely.point_on_surface(area)
        mouse.map(place.x, place.y)
    shoot("rearranged_pick")
    key(Qt.Key.Key_Return)
    fill_in("Verbouwd")
    save()
    assert Ground(town).linked("Verbouwd") == set(near.index)
    other = ground.area("Havenmeester")
    look_at([other], 40)
    select_plan(mouse, other)
    choose("diwiDraw", "diwiDrawCut")
    middle, (_, low, _, high) = other.centroid, other.bounds
    mouse.outline([(middle.x, low - 20), (middle.x, high + 20)])
    save()
    shoot("rearranged")
    assert 0 < Ground(town).area("Havenmeester").area < other.area


def test_without_the_layer_of_plans_the_tools_are_grey_and_say_why(opened, plugin, shoot):
    QgsProject.instance().removeMapLayer(plans())
    for name in NEEDS_PLANS:
        assert not action(name).isEnabled(), name
        assert len(action(name).toolTip().splitlines()) == 2, name
    assert Ground(opened).plans["geom"].notna().any()
    shoot("rearranged_without_plans")
