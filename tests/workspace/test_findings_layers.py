"""Findings that are no area are in the project too: points and lines on the map, the rest as a list; and one can zoom to them."""

from __future__ import annotations

import pytest
import shapely


@pytest.fixture
def filled(register):
    """A finding of every kind of geometry, and one of none."""
    shapes = {
        "vlak": shapely.box(100000, 400000, 100100, 400100),
        "punt": shapely.Point(100200, 400200),
        "punten": shapely.MultiPoint([(100300, 400300), (100310, 400310)]),
        "lijn": shapely.LineString([(100400, 400400), (100450, 400400)]),
        "nergens": None,
    }
    with register.transaction("anna") as write:
        rows = [{"regel": name, "ernst": "fout", "melding": name, "geom": shape} for name, shape in shapes.items()]
        uuids = write.insert("bevinding", rows)
    register.close()
    return dict(zip(shapes, uuids))


@pytest.fixture
def project(qgis_app, filled, place):
    from qgis.core import QgsProject

    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.stored import read_project

    build_workspace(place)
    project = QgsProject()
    read_project(project, place)
    yield project
    project.clear()


def shown(project):
    """Rules by layer: areas, points, lines and the list."""
    from diwi_qgis.workspace.findings import OTHERS
    from diwi_qgis.workspace.layers import find_layer
    from diwi_qgis.workspace.queries import find_query

    layers = {"bevinding": find_layer(project, "bevinding"), **{name: find_query(project, name) for name in OTHERS}}
    return {
        name: sorted(feature["melding"] for feature in layer.getFeatures()) for name, layer in layers.items() if layer
    }


@pytest.mark.both_engines
def test_every_finding_is_in_exactly_one_layer(project, filled):
    assert shown(project) == {
        "bevinding": ["vlak"],
        "bevinding_punt": ["punt", "punten"],
        "bevinding_lijn": ["lijn"],
        "bevinding_zonder_plek": ["nergens"],
    }


def test_points_and_lines_have_the_colours_of_their_severity_and_stand_in_the_theme(project):
    from diwi_qgis.workspace.findings import DRAWN
    from diwi_qgis.workspace.queries import find_query

    themed = project.mapThemeCollection().mapThemeVisibleLayerIds("Bevindingen")
    for name in DRAWN:
        layer = find_query(project, name)
        categories = {category.value(): category.symbol().color().name() for category in layer.renderer().categories()}
        assert categories == {"fout": "#c0392b", "waarschuwing": "#d68910", "info": "#2471a3"}
        assert layer.id() in themed and layer.readOnly()
        assert not project.layerTreeRoot().findLayer(layer).isVisible(), "the project opens without findings"


def test_a_second_run_adds_none(project, place):
    from qgis.core import QgsProject

    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.stored import read_project

    build_workspace(place)
    again = QgsProject()
    read_project(again, place)
    assert len(again.mapLayers()) == len(project.mapLayers())
    again.clear()


@pytest.mark.parametrize(("name", "x"), [("punt", 100200), ("lijn", 100425), ("vlak", 100050)])
def test_the_map_goes_to_a_finding_whatever_its_kind(project, filled, name, x):
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.gui import QgsMapCanvas

    from diwi_qgis.gui.session import RegisterSession
    from diwi_qgis.gui.zoom import zoom_to

    canvas, session = QgsMapCanvas(), RegisterSession(project)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    assert zoom_to(canvas, session, "bevinding", [filled[name]])
    assert abs(canvas.extent().center().x() - x) < 1
    assert not zoom_to(canvas, session, "bevinding", [filled["nergens"]])
    session.stop()
