"""The QGIS project of a register: what is in it, and that it stays the user's."""

from __future__ import annotations

import shutil

import pytest

from diwi_qgis.model.tables import TABLES
from diwi_qgis.model.tables import table as model_table

pytestmark = pytest.mark.both_engines


def layers_of(project):
    from diwi_qgis.workspace.layers import our_layers

    return dict(our_layers(project))


def test_every_layer_is_valid_and_in_its_group(project, stored):
    from diwi_qgis.workspace.layers import find_register
    from diwi_qgis.workspace.tree import GROUPS

    layers = layers_of(project)
    assert set(layers) == {table for tables in GROUPS.values() for table in tables}
    for name, tables in GROUPS.items():
        group = project.layerTreeRoot().findGroup(name)
        assert {node.layerId() for node in group.findLayers()} >= {layers[table].id() for table in tables}
    assert {layer.crs().authid() for layer in layers.values() if layer.isSpatial()} == {"EPSG:28992"}
    assert project.crs().authid() == "EPSG:28992"
    assert layers["project"].featureCount() == 2 and find_register(project) == stored


@pytest.mark.of_file
def test_the_project_moves_with_the_file(stored, read, tmp_path):
    moved = tmp_path / "Map 100% van B&W" / "plannen #1 ?.gpkg"
    moved.parent.mkdir()
    shutil.move(stored, moved)
    project = read(moved)
    assert all(layer.isValid() and str(moved) in layer.source() for layer in layers_of(project).values())
    assert len(layers_of(project)) > 10


@pytest.mark.of_file
def test_the_project_of_a_renamed_copy_shows_the_copy(stored, read):
    copy = stored.with_name("kopie.gpkg")
    shutil.copy(stored, copy)
    project = read(copy)
    assert len(layers_of(project)) > 10
    assert all(str(copy) in layer.source() for layer in layers_of(project).values())
    assert all(relation.isValid() for relation in project.relationManager().relations().values())
    assert str(stored) in layers_of(read(stored))["project"].source()


def test_internal_tables_are_not_shown(project):
    assert not set(layers_of(project)) & {"historie", "plancode", "sessie", "verwacht", "schema_versie", "gebruiker"}
    assert set(layers_of(project)) <= {table.name for table in TABLES}


def test_labels_and_explanations_are_those_of_the_model(project):
    for table, layer in layers_of(project).items():
        assert layer.metadata().abstract() == model_table(table).help
        for column in model_table(table).all_columns:
            assert layer.attributeAlias(layer.fields().indexOf(column.name)) == column.label


def test_the_algorithm_makes_it_and_names_it(qgis_app, place, run_algorithm, read):
    from qgis.core import QgsProject

    from diwi_qgis.gui.running import register_parameters
    from diwi_qgis.processing.createworkspace import CreateWorkspace
    from diwi_qgis.store import PostgisAddress

    before = QgsProject.instance().mapLayers()
    outputs = run_algorithm(CreateWorkspace, register_parameters(place))
    scheme, end = (
        ("postgresql", "project=DIWI") if isinstance(place, PostgisAddress) else ("geopackage", "projectName=DIWI")
    )
    assert outputs["PROJECT"].startswith(f"{scheme}:") and outputs["PROJECT"].endswith(end)
    project = QgsProject()
    assert project.read(outputs["PROJECT"]) and layers_of(project)
    project.clear()
    assert QgsProject.instance().mapLayers() == before


def test_a_file_that_is_not_a_register_is_refused(qgis_app, tmp_path):
    from diwi_qgis.errors import RegisterError
    from diwi_qgis.workspace.build import build_workspace

    with pytest.raises(RegisterError):
        build_workspace(tmp_path / "niets.gpkg")
