"""Opening a register: its project in the window, at the municipality, with forms that are whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest


@pytest.fixture
def instance(qgis_app):
    from qgis.core import QgsProject

    yield QgsProject.instance()
    QgsProject.instance().clear()


def test_a_register_without_a_project_opens_nothing(instance, plans_place):
    from diwi_qgis.workspace.opening import open_workspace

    assert open_workspace(plans_place) is False
    assert instance.mapLayers() == {}


def test_a_file_that_is_no_register_is_refused_and_the_open_project_stays(instance, stored, tmp_path):
    from diwi_qgis.errors import RegisterError
    from diwi_qgis.workspace.opening import open_workspace

    open_workspace(stored)
    layers = set(instance.mapLayers())
    (tmp_path / "x.gpkg").write_text("x", encoding="utf8")
    with pytest.raises(RegisterError):
        open_workspace(tmp_path / "x.gpkg")
    assert set(instance.mapLayers()) == layers


def test_forms_know_their_children(instance, stored):
    from qgis.core import QgsAttributeEditorRelation

    from diwi_qgis.workspace.layers import find_layer, in_every_style
    from diwi_qgis.workspace.opening import open_workspace

    open_workspace(stored)
    plans = find_layer(instance, "project")
    for style in in_every_style(plans):
        config = plans.editFormConfig()  # it owns its elements
        elements = [element for tab in config.tabs() for element in tab.children()]
        relations = [element.relation() for element in elements if isinstance(element, QgsAttributeEditorRelation)]
        assert len(relations) == 9 and all(relation.isValid() for relation in relations), style


@pytest.mark.of_file
def test_a_milestone_that_came_by_since_is_applied(instance, stored):
    from osgeo import gdal

    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.layers import find_layer
    from diwi_qgis.workspace.opening import open_workspace

    with open_register(stored, write=True) as register, register.transaction("test") as write:
        plan = register.read("project")["uuid"][0]
        write.insert(
            "mijlpaal", [{"project_uuid": plan, "soort": "fase_ontwerp", "gepland": date.today() + timedelta(1)}]
        )
    # Time passes: the date of the milestone comes a week nearer without any trigger noticing.
    dataset = gdal.OpenEx(str(stored), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE sessie SET bezig = 1")
    dataset.ExecuteSQL("UPDATE mijlpaal SET gepland = date(gepland, '-7 days') WHERE soort = 'fase_ontwerp'")
    dataset.ExecuteSQL("UPDATE sessie SET bezig = 0")
    dataset = None
    open_workspace(stored)
    assert {row["fase"] for row in find_layer(instance, "project").getFeatures()} & {"ontwerp"}


def test_the_map_starts_at_the_municipality_and_districts_are_bookmarks(instance, stored):
    from qgis.core import QgsRectangle

    from diwi_qgis.workspace.opening import open_workspace

    open_workspace(stored)
    start = instance.viewSettings().defaultViewExtent()
    assert start.contains(QgsRectangle(0, 0, 2000, 1000)) and start.width() < 2500
    places = {(mark.group(), mark.name()): mark.extent() for mark in instance.bookmarkManager().bookmarks()}
    assert set(places) == {("Gemeente", "Testdam"), ("Wijken", "Oost"), ("Wijken", "West")}
    assert places["Wijken", "Oost"].xMinimum() == 1000


def test_a_register_that_may_only_be_read_opens(instance, stored):
    from diwi_qgis.workspace.opening import open_workspace

    assert open_workspace(stored, write=False)
