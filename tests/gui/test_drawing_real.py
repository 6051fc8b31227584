"""Drawing on the parcels of Doesburg: exact corners, neighbours and parcels untouched, holes and parts, QGIS' own tools."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from drawing_world import Answers, choose, settle

from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage


@pytest.fixture
def town(cases, register):
    """Doesburg's parcels; plan Buur on three of them, Gat around another, Los in two parts."""
    import datetime as dt

    from diwi_qgis.rules.plan_area import union
    from diwi_qgis.sources.load import load
    from diwi_qgis.sources.parcels import read_parcels

    load(register, read_parcels(cases / "geodata" / "doesburg.gpkg", layer="perceel", source_date=dt.date(2026, 3, 1)))
    parcels = register.read("perceel")
    geoms = parcels["geom"].to_numpy()
    tree = shapely.STRtree(geoms)
    middle = shapely.box(*shapely.total_bounds(geoms)).centroid

    def neighbours(place):
        touching = [n for n in tree.query(geoms[place], predicate="intersects").tolist() if n != place]
        return [n for n in touching if shapely.length(geoms[n].intersection(geoms[place])) > 5 and geoms[n].area < 3000]

    nearest = np.argsort(shapely.distance(geoms, middle)).tolist()
    centre = next(n for n in nearest if 200 < geoms[n].area < 2000 and len(neighbours(n)) >= 4)
    around = neighbours(centre)
    rows = [
        {"naam": "Buur", "geom": union(geoms[around[:2]])},
        {"naam": "Mijn", "geom": union(geoms[[centre]])},
    ]
    assert len(around) >= 4
    far = [n for n in range(len(geoms)) if geoms[n].distance(geoms[centre]) > 300 and len(geoms[n].geoms) == 1][:2]
    rows.append({"naam": "Los", "geom": union(geoms[far])})
    with register.transaction("test") as write:
        write.insert(
            "project", [{"start_datum": dt.date(2025, 1, 1), "eind_datum": dt.date(2030, 1, 1), **row} for row in rows]
        )
    register.close()
    return geoms


@pytest.fixture
def layer(town, desk, window, register_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    from diwi_qgis.gui.drawing.links import AreaLinks
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard
    from diwi_qgis.workspace import editing
    from diwi_qgis.workspace.layers import new_layer

    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(28992))
    layers = [new_layer(register_path, table, table) for table in ("project", "perceel")]
    project.addMapLayers(layers)
    editing.furnish(project)
    parts = [OverlapGuard(window), AreaLinks(window)]
    for part in parts:
        part.install()
    desk.canvas.setCurrentLayer(layers[0])
    layers[0].startEditing()
    yield layers[0]
    for part in parts:
        part.remove()


def feature(layer, naam):
    return next(each for each in layer.getFeatures() if each["naam"] == naam)


def area(layer, naam):
    from diwi_qgis.gui.drawing.shapes import to_shapely

    return to_shapely(feature(layer, naam).geometry())


def put(layer, naam, shape):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    layer.beginEditCommand("edit")
    layer.changeGeometry(feature(layer, naam).id(), to_qgis(shape))
    layer.endEditCommand()
    settle(10)


def frames(window):
    with window.session.read() as register:
        return register.read("project").set_index("naam"), register.read("perceel_koppeling")


def test_a_plan_swollen_over_its_neighbours_is_trimmed_to_the_exact_shared_border(layer, town, window):
    buur = bytes(feature(layer, "Buur").geometry().asWkb())
    parcels = [bytes(each.geometry().asWkb()) for each in window.session.layer("perceel").getFeatures()]
    answers = Answers(choose("trim"))
    put(layer, "Mijn", shapely.MultiPolygon([area(layer, "Mijn").buffer(4, join_style="mitre")]))
    answers.stop()
    assert answers.answers == []
    mine, neighbour = area(layer, "Mijn"), area(layer, "Buur")
    assert shapely.intersection(mine, neighbour).area < 1e-6
    shared = set(map(tuple, shapely.get_coordinates(mine))) & set(map(tuple, shapely.get_coordinates(neighbour)))
    assert len(shared) >= 2
    assert layer.commitChanges(), layer.commitErrors()
    assert bytes(feature(layer, "Buur").geometry().asWkb()) == buur
    assert [bytes(each.geometry().asWkb()) for each in window.session.layer("perceel").getFeatures()] == parcels


def test_dragging_a_vertex_with_qgis_vertex_moves_is_caught_too(layer, town):
    """What the vertex tool does: one vertex moved, in one edit command."""
    from qgis.core import QgsGeometry

    target = area(layer, "Buur").representative_point()
    geometry = QgsGeometry(feature(layer, "Mijn").geometry())
    nearest = min(range(len(shapely.get_coordinates(area(layer, "Mijn"))) - 1),
                  key=lambda n: geometry.vertexAt(n).distance(target.x, target.y))  # fmt: skip
    before = bytes(geometry.asWkb())
    answers = Answers(lambda dialog: dialog.reject())
    layer.beginEditCommand("Moved vertex")
    layer.moveVertex(target.x, target.y, feature(layer, "Mijn").id(), nearest)
    layer.endEditCommand()
    settle(10)
    answers.stop()
    assert answers.answers == [], "nobody was asked"
    assert bytes(feature(layer, "Mijn").geometry().asWkb()) == before


def test_rotated_and_moved_plans_are_caught(layer, town):
    from shapely import affinity

    centre = area(layer, "Mijn").centroid
    answers = Answers(choose("trim"), choose("trim"))
    put(layer, "Mijn", affinity.rotate(affinity.scale(area(layer, "Mijn"), 1.5, 1.5), 40, origin=centre))
    assert exact_overlap(np.array([area(layer, "Mijn"), area(layer, "Buur")], dtype=object)) < 1e-6
    target = area(layer, "Buur").centroid
    los = area(layer, "Los")
    here = shapely.GeometryCollection([los.geoms[0]]).centroid
    put(layer, "Los", affinity.translate(los, target.x - here.x, target.y - here.y))
    answers.stop()
    assert exact_overlap(np.array([area(layer, "Los"), area(layer, "Buur")], dtype=object)) < 1e-6


def test_a_ring_of_parcels_leaves_the_hole_and_gets_whole_parcels(layer, town, window):
    inner = area(layer, "Buur")
    ring = [geom for geom in town if geom.intersects(inner) and not geom.intersection(inner).area > 1]
    ring = [geom for geom in ring if geom.intersection(area(layer, "Mijn")).area < 1]
    put(layer, "Los", shapely.MultiPolygon(list(shapely.get_parts(shapely.union_all(ring)))))
    assert layer.commitChanges(), layer.commitErrors()
    settle()
    plans, links = frames(window)
    own = links[links["project_uuid"] == plans.loc["Los", "uuid"]]
    assert len(own) == len(ring) and (own["aandeel"] == 1.0).all()
    assert plans.loc["Los", "contour_herkomst"] == "percelen"
    assert is_valid_coverage(np.array([plans.loc["Los", "geom"], plans.loc["Buur", "geom"]], dtype=object))


def test_vertices_that_topological_editing_gives_neighbours_are_not_stored(layer, town, window):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    before = bytes(feature(layer, "Buur").geometry().asWkb())
    corners = shapely.get_coordinates(area(layer, "Buur"))
    middle = (corners[0] + corners[1]) / 2
    layer.beginEditCommand("as QGIS does for a drawn neighbour")
    layer.insertVertex(middle[0], middle[1], feature(layer, "Buur").id(), 1)
    layer.changeGeometry(feature(layer, "Los").id(), to_qgis(area(layer, "Los").buffer(-0.5)))
    layer.endEditCommand()
    settle(10)
    assert bytes(feature(layer, "Buur").geometry().asWkb()) != before
    assert layer.commitChanges(), layer.commitErrors()
    assert bytes(feature(layer, "Buur").geometry().asWkb()) == before


def test_emptied_and_deleted_plans_take_their_links_along(layer, town, window):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    layer.changeGeometry(feature(layer, "Los").id(), to_qgis(area(layer, "Los").buffer(-0.2)))
    assert layer.commitChanges(False)
    settle()
    plans, links = frames(window)
    assert (links["project_uuid"] == plans.loc["Los", "uuid"]).sum() == 2
    layer.deleteFeature(feature(layer, "Los").id())
    assert layer.commitChanges()
    _, links = frames(window)
    assert (links["project_uuid"] == plans.loc["Los", "uuid"]).sum() == 0
