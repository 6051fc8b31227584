"""Our layers edited with the plain tools of QGIS: uuid, code, children and rules hold."""

from __future__ import annotations

import pytest


@pytest.fixture
def layers(opened):
    from diwi_qgis.workspace.layers import our_layers

    found = dict(our_layers(opened))
    yield found
    for layer in found.values():
        if layer.isEditable():
            layer.rollBack()


def rows(layer):
    layer.dataProvider().reloadData()
    return list(layer.getFeatures())


def plan(layers, naam):
    return next(layers["project"].getFeatures(f"\"naam\" = '{naam}'"))


def test_the_mouse_snaps_to_what_is_in_the_register_only(opened, layers):
    from qgis.core import QgsProject, QgsSnappingConfig

    config = opened.snappingConfig()
    assert config.enabled() and config.mode() == QgsSnappingConfig.SnappingMode.AdvancedConfiguration
    snapped = {layer for layer, settings in config.individualLayerSettings().items() if settings.enabled()}
    assert snapped == {layers[table] for table in ("project", "woningblok", "perceel", "pand")}
    assert {config.individualLayerSettings(layer).tolerance() for layer in snapped} == {12}
    assert opened.topologicalEditing()
    assert opened.avoidIntersectionsMode() == QgsProject.AvoidIntersectionsMode.AvoidIntersectionsLayers
    assert opened.avoidIntersectionsLayers() == [layers["project"]]
    assert not opened.autoTransaction()


def test_what_comes_from_elsewhere_is_for_looking(layers):
    assert {table for table, layer in layers.items() if layer.readOnly()} == {"perceel", "pand", "gebied"}
    assert not layers["perceel"].startEditing()


def test_a_split_plan_gets_its_own_uuid_and_code_and_the_programme_stays_whole(layers):
    from qgis.core import QgsPointXY

    before = plan(layers, "Weide")
    layers["project"].startEditing()
    layers["project"].splitFeatures([QgsPointXY(150, 0), QgsPointXY(150, 300)])
    assert layers["project"].commitChanges()
    halves = [row for row in rows(layers["project"]) if row["naam"] == "Weide"]
    assert len(halves) == 2 and len({row["uuid"] for row in halves}) == len({row["code"] for row in halves}) == 2
    assert {row["aantal_bouw"] for row in halves} == {0, 10}
    (old,) = [row for row in halves if row["uuid"] == before["uuid"]]
    assert old["code"] == before["code"] and old["aantal_bouw"] == 10
    assert all(len(row["code"]) == len(before["code"]) for row in halves)


def test_a_pasted_plan_is_another_plan(layers):
    from qgis.core import QgsVectorLayerUtils

    original = plan(layers, "Weide")
    layers["project"].startEditing()
    copy = QgsVectorLayerUtils.createFeature(
        layers["project"], original.geometry(), dict(enumerate(original.attributes()))
    )
    layers["project"].addFeature(copy)
    assert layers["project"].commitChanges()
    found = [row for row in rows(layers["project"]) if row["naam"] == "Weide"]
    assert len({row["uuid"] for row in found}) == len({row["code"] for row in found}) == 2


def test_a_duplicated_block_is_another_block(layers, opened):
    from qgis.core import QgsVectorLayerUtils

    for table in ("woningblok", "verdeling", "oplevering"):
        layers[table].startEditing()
    block = next(layers["woningblok"].getFeatures())
    copy, _ = QgsVectorLayerUtils.duplicateFeature(layers["woningblok"], block, opened)
    assert all(layers[table].commitChanges() for table in ("woningblok", "verdeling", "oplevering"))
    assert copy["uuid"] != block["uuid"] and copy["project_uuid"] == block["project_uuid"]
    blocks = {row["uuid"] for row in rows(layers["woningblok"])}
    assert len(blocks) == 2
    for table in ("verdeling", "oplevering"):
        children = rows(layers[table])
        assert {row["woningblok_uuid"] for row in children} <= blocks
        assert len({row["uuid"] for row in children}) == len(children)


def test_moving_a_plan_keeps_what_it_is(layers):
    before = plan(layers, "Weide")
    layers["project"].startEditing()
    layers["project"].translateFeature(before.id(), 1.0, 1.0)
    assert layers["project"].commitChanges()
    after = plan(layers, "Weide")
    assert (after["uuid"], after["code"], after["aantal_bouw"]) == (before["uuid"], before["code"], 10)
    assert len(rows(layers["woningblok"])) == 1


def test_a_uuid_or_code_written_over_is_refused(layers):
    before = plan(layers, "Weide")
    for name in ("uuid", "code"):
        layers["project"].startEditing()
        layers["project"].changeAttributeValue(before.id(), layers["project"].fields().indexOf(name), "x")
        assert not layers["project"].commitChanges()
        assert "verandert nooit" in " ".join(layers["project"].commitErrors())
        layers["project"].rollBack()
    assert plan(layers, "Weide")["code"] == before["code"]


def test_a_child_saved_before_its_new_plan_is_refused_kept_and_saved_after_it(layers):
    from qgis.core import QgsGeometry, QgsVectorLayerUtils
    from qgis.PyQt.QtCore import QDate

    def add(layer, **values):
        numbers = {layer.fields().indexOf(name): value for name, value in values.items()}
        row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), numbers)
        layer.startEditing()
        layer.addFeature(row)
        return row

    new = add(layers["project"], naam="Nieuw", eind_datum=QDate(2099, 1, 1))
    add(layers["woningblok"], naam="B", project_uuid=new["uuid"])
    assert not layers["woningblok"].commitChanges()
    assert "project bestaat niet" in " ".join(layers["woningblok"].commitErrors())
    assert layers["project"].commitChanges() and layers["woningblok"].commitChanges()
    assert len(rows(layers["woningblok"])) == 2


def test_deleting_a_plan_with_what_belongs_to_it_leaves_nothing(layers, opened):
    from qgis.core import QgsVectorLayer

    parts = ("oplevering", "verdeling", "woningblok", "mijlpaal")
    for layer in layers.values():
        layer.startEditing()
    context = QgsVectorLayer.DeleteContext(True, opened)
    assert layers["project"].deleteFeature(plan(layers, "Weide").id(), context)
    assert all(layers[table].commitChanges() for table in (*parts, "project"))
    assert [row["naam"] for row in rows(layers["project"])] == ["Haven"]
    assert not any(rows(layers[table]) for table in parts)


def calculate(layer, naam, formula):
    """The field calculator of QGIS on all rows."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    expression, context = QgsExpression(formula), QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    layer.startEditing()
    for row in rows(layer):
        context.setFeature(row)
        layer.changeAttributeValue(row.id(), layer.fields().indexOf(naam), expression.evaluate(context))


def test_the_field_calculator_changes_what_may_change_and_no_more(layers):
    before = plan(layers, "Weide")
    calculate(layers["project"], "opmerkingen", "concat(\"naam\", ' !')")
    assert layers["project"].commitChanges()
    after = plan(layers, "Weide")
    assert after["opmerkingen"] == "Weide !" and after["versie"] == before["versie"] + 1
    assert (after["uuid"], after["code"], after["aantal_bouw"]) == (before["uuid"], before["code"], 10)
    calculate(layers["woningblok"], "aantal", '"aantal" * 2')
    assert layers["woningblok"].commitChanges()
    rows(layers["project"])
    assert plan(layers, "Weide")["aantal_bouw"] == 20  # what follows from it, follows
    refused = (
        ("project", "uuid", "uuid()"),
        ("woningblok", "aantal", "-1"),
        ("project", "eind_datum", "to_date('1900-01-01')"),
    )
    for table, naam, formula in refused:
        calculate(layers[table], naam, formula)
        assert not layers[table].commitChanges(), naam
        layers[table].rollBack()
    assert plan(layers, "Weide")["uuid"] == before["uuid"]


def in_place(layers, table, algorithm, naam, **parameters):
    """One of the algorithms of Processing on the rows of that name, "in place"."""
    from processing.gui.AlgorithmExecutor import execute_in_place_run
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layers[table].selectByExpression(f"\"naam\" = '{naam}'")
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm, {"IN_PLACE": True})
    done, _ = execute_in_place_run(
        made, {"INPUT": layers[table], **parameters}, context, QgsProcessingFeedback(), raise_exceptions=True
    )
    assert done


def everything(layers):
    """All rows of what belongs to plans, without what every edit changes."""
    tables = ("project", "woningblok", "verdeling", "oplevering", "mijlpaal")
    return {
        table: [
            {name: row[name] for name in row.fields().names() if not name.startswith(("versie", "gewijzigd"))}
            for row in rows(layers[table])
        ]
        for table in tables
    }


def half():
    """A layer with an area over half of Weide and half of Haven."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:28992", "half", "memory")
    area = QgsFeature()
    area.setGeometry(QgsGeometry.fromRect(QgsRectangle(150, 0, 250, 400)))
    layer.dataProvider().addFeature(area)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_an_algorithm_in_place_that_changes_rows_keeps_what_they_are(layers, qgis_processing):
    before = everything(layers)
    in_place(layers, "project", "native:translategeometry", "Weide", DELTA_X=5, DELTA_Y=5)
    assert layers["project"].commitChanges(), layers["project"].commitErrors()
    assert everything(layers) == before
    assert plan(layers, "Weide").geometry().boundingBox().xMinimum() == 105


def test_an_algorithm_in_place_that_would_lose_parts_is_refused(layers, qgis_processing):
    """It deletes the plan and adds it again."""
    before = everything(layers)
    in_place(layers, "project", "native:clip", "Weide", OVERLAY=half())
    assert not layers["project"].commitChanges()
    assert "onderdelen (woningblok)" in " ".join(layers["project"].commitErrors())
    layers["project"].rollBack()
    assert everything(layers) == before


def test_a_plan_without_parts_comes_back_from_such_an_algorithm_as_the_same_plan(layers, qgis_processing):
    before = plan(layers, "Haven")
    in_place(layers, "project", "native:clip", "Haven", OVERLAY=half())
    assert layers["project"].commitChanges(), layers["project"].commitErrors()
    rows(layers["project"])
    after = plan(layers, "Haven")
    assert (after["uuid"], after["code"]) == (before["uuid"], before["code"])
    assert after.geometry().area() == 5000


def test_a_pasted_block_stays_with_its_plan_and_takes_no_parts_away(layers):
    from qgis.core import QgsVectorLayerUtils

    block = next(layers["woningblok"].getFeatures())
    layers["woningblok"].startEditing()
    layers["woningblok"].addFeature(
        QgsVectorLayerUtils.createFeature(layers["woningblok"], block.geometry(), dict(enumerate(block.attributes())))
    )
    assert layers["woningblok"].commitChanges()
    rows(layers["project"])
    assert plan(layers, "Weide")["aantal_bouw"] == 20
    assert {row["woningblok_uuid"] for row in rows(layers["verdeling"])} == {block["uuid"]}
