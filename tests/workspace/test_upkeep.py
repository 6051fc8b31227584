"""A second run brings a project up to date and leaves what the user changed."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def change(stored, read):
    """Change the stored project as a user would, run again, and read the outcome."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.opening import open_workspace
    from diwi_qgis.workspace.stored import project_uri

    def do(edit, reset=False):
        project = QgsProject.instance()
        assert open_workspace(stored)
        edit(project)
        assert project.write(project_uri(stored))
        project.clear()
        build_workspace(stored, reset=reset)
        assert open_workspace(stored)
        return project

    yield do
    QgsProject.instance().clear()


def find(project, table):
    from diwi_qgis.workspace.layers import find_layer

    return find_layer(project, table)


def tabs_of(layer):
    config = layer.editFormConfig()  # it owns its elements
    return [tab.name() for tab in config.tabs()]


def personal(project):
    """What a user may change: names, colours, forms, labels, snapping, order, a layer of his own."""
    from qgis.core import QgsEditorWidgetSetup, QgsFillSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

    plans = find(project, "project")
    plans.setName("Mijn plannen")
    plans.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    naam, eigenaar = (plans.fields().indexOf(name) for name in ("naam", "eigenaar"))
    plans.setFieldAlias(naam, "Hoe het heet")
    plans.setEditorWidgetSetup(eigenaar, QgsEditorWidgetSetup("Hidden", {}))
    plans.setDisplayExpression('"code"')
    config = plans.editFormConfig()
    kept = [tab.clone(config.invisibleRootContainer()) for tab in config.tabs() if tab.name() != "Acties"]
    config.clearTabs()
    for tab in kept:
        config.addTab(tab)
    plans.setEditFormConfig(config)
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:28992", "Eigen laag", "memory"))
    project.setTopologicalEditing(False)
    project.setTitle("Wonen")
    snapping = project.snappingConfig()
    snapping.setEnabled(False)
    project.setSnappingConfig(snapping)


def outcome(project):
    plans = find(project, "project")
    return {
        "name": plans.name(),
        "colour": plans.renderer().symbol().color().name() if plans.renderer().type() == "singleSymbol" else "",
        "alias": plans.attributeAlias(plans.fields().indexOf("naam")),
        "widget": plans.editorWidgetSetup(plans.fields().indexOf("eigenaar")).type(),
        "display": plans.displayExpression(),
        "tabs": tabs_of(plans),
        "own": len(project.mapLayersByName("Eigen laag")),
        "project": (project.topologicalEditing(), project.snappingConfig().enabled(), project.title()),
    }


def test_what_the_user_changed_is_still_there(change):
    seen = outcome(change(personal))
    assert "Acties" not in seen.pop("tabs")
    assert seen == {
        "name": "Mijn plannen",
        "colour": "#123456",
        "alias": "Hoe het heet",
        "widget": "Hidden",
        "display": '"code"',
        "own": 1,
        "project": (False, False, "Wonen"),
    }


def test_starting_anew_is_as_the_first_time(change):
    seen = outcome(change(personal, reset=True))
    assert seen["name"] == "Plannen" and seen["alias"] == "Projectnaam" and seen["own"] == 0
    assert "Acties" in seen["tabs"] and seen["project"] == (True, True, "DIWI")


def test_a_layer_that_was_removed_comes_back_with_its_relations_in_the_form(change):
    project = change(lambda project: project.removeMapLayer(find(project, "mijlpaal").id()))
    layer = find(project, "mijlpaal")
    assert layer.isValid() and layer.editorWidgetSetup(layer.fields().indexOf("soort")).type() == "ValueMap"
    relation = project.relationManager().relation("diwi_mijlpaal_project_uuid")
    assert relation.isValid() and relation.referencingLayer() == layer
    assert project.layerTreeRoot().findGroup("Planning").findLayer(layer) is not None


def test_a_column_that_is_new_since_gets_its_dress_and_its_place_in_the_form(change):
    """As if the project had been made before the model knew `woonplaats` and `eigenaar`."""

    def older(project):
        from qgis.core import QgsAttributeEditorContainer

        from diwi_qgis.workspace.layers import in_every_style

        plans = find(project, "project")
        for _ in in_every_style(plans):
            for mark in ("diwi/fields", "diwi/form"):
                names = plans.customProperty(mark).split()
                plans.setCustomProperty(
                    mark, " ".join(name for name in names if name not in ("woonplaats", "eigenaar"))
                )
            plans.setFieldAlias(plans.fields().indexOf("woonplaats"), "")
            config = plans.editFormConfig()
            config.clearTabs()
            config.addTab(QgsAttributeEditorContainer("Ligging", config.invisibleRootContainer()))
            plans.setEditFormConfig(config)

    plans = find(change(older), "project")
    assert plans.attributeAlias(plans.fields().indexOf("woonplaats")) == "Woonplaats"
    config = plans.editFormConfig()
    ligging, *rest = config.invisibleRootContainer().children()
    assert [element.name() for element in ligging.children()] == ["woonplaats"]
    assert [element.name() for element in rest] == ["eigenaar"]


def test_more_runs_are_as_one(stored, read):
    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.layers import our_layers

    def picture(project):
        layers = dict(our_layers(project))
        return (
            {
                table: (layer.name(), tabs_of(layer), sorted(layer.styleManager().styles()))
                for table, layer in layers.items()
            },
            sorted(layer.name() for layer in project.mapLayers().values()),
            sorted(project.relationManager().relations()),
            sorted(bookmark.id() for bookmark in project.bookmarkManager().bookmarks()),
            sorted(layout.name() for layout in project.layoutManager().layouts()),
            [group.name() for group in project.layerTreeRoot().findGroups()],
        )

    first = picture(read(stored))
    for _ in range(3):
        build_workspace(stored)
    assert picture(read(stored)) == first


def test_the_open_project_keeps_its_relations_and_stays_clean(stored):
    from qgis.core import QgsProject

    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.opening import open_workspace

    project = QgsProject.instance()
    assert open_workspace(stored)
    project.setDirty(False)
    before = {name: relation.referencedLayerId() for name, relation in project.relationManager().relations().items()}
    layers = set(project.mapLayers())
    build_workspace(stored)
    after = {name: relation.referencedLayerId() for name, relation in project.relationManager().relations().items()}
    assert after == before and set(project.mapLayers()) == layers and not project.isDirty()
    project.clear()
