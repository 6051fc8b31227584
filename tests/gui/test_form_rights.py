"""QGIS' own form on a register on a server: what one may not change is grey with the reason, row by row."""

from __future__ import annotations

import pytest
from page_world import settle
from rights_world import OTHERS

from diwi_qgis.model.rights import EXTERN, GEBRUIKER


@pytest.fixture
def open_form(window, desk, qgis_app):
    """QGIS' form of a row of the world's register, being edited: `open_form(world, rol, table, where)`."""
    from qgis.core import QgsFeatureRequest
    from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsGui
    from qgis.PyQt import sip
    from qgis.PyQt.QtTest import QTest

    from diwi_qgis.gui.qgis_forms import QgisForms
    from diwi_qgis.workspace.layers import new_layer

    if not QgsGui.editorWidgetRegistry().factories():
        QgsGui.editorWidgetRegistry().initEditors()
    part = QgisForms(window)
    part.install()
    opened = []

    def show(world, rol, table, where):
        layer = new_layer(world.address_of(rol), table, table)
        window.session.project.addMapLayer(layer)
        assert layer.startEditing()
        (feature,) = layer.getFeatures(QgsFeatureRequest().setFilterExpression(where))
        dialog = QgsAttributeDialog(layer, feature, False, desk.window, True, QgsAttributeEditorContext())
        opened.append((dialog, layer))
        dialog.show()
        dialog.activateWindow()
        for _ in range(200):
            if dialog.attributeForm().property("diwiSeen"):
                break
            QTest.qWait(20)
        settle()
        return dialog.attributeForm()

    yield show
    part.remove()
    for dialog, layer in opened:
        sip.delete(dialog)
        layer.rollBack()


def closed(form):
    """Column -> reason of the fields that are grey."""
    from diwi_qgis.gui.form_rights import _fields

    return {name: widget.toolTip() for name, widget in _fields(form) if not widget.isEnabled()}


def test_the_form_of_a_plan_of_others_is_grey_and_of_ones_own_open(world, open_form):
    theirs, own = (world.plan("openbaar", whose) for whose in (OTHERS, GEBRUIKER))
    grey = closed(open_form(world, GEBRUIKER, "project", f"uuid = '{theirs.uuid}'"))
    assert {"naam", "vertrouwelijkheid"} <= set(grey) and all(
        "you may not change the plan" in each for each in grey.values()
    )
    assert "naam" not in closed(open_form(world, GEBRUIKER, "project", f"uuid = '{own.uuid}'"))


@pytest.mark.parametrize("table", ["woningblok", "verdeling"])
def test_so_are_rows_below_a_plan(world, open_form, table):
    where = "woningblok_uuid" if table == "verdeling" else "uuid"
    theirs, own = (world.plan("openbaar", whose) for whose in (OTHERS, GEBRUIKER))
    assert "aantal" in closed(open_form(world, GEBRUIKER, table, f"{where} = '{theirs.block}'"))
    assert "aantal" not in closed(open_form(world, GEBRUIKER, table, f"{where} = '{own.block}'"))


def test_fields_that_a_role_never_changes_are_grey_in_a_plan_of_its_own(world, open_form):
    grey = closed(open_form(world, EXTERN, "project", f"uuid = '{world.plan('openbaar', EXTERN).uuid}'"))
    assert {"vertrouwelijkheid", "hoofdplan_uuid", "eigenaar"} <= set(grey) and "naam" not in grey
    assert "may not change this field" in grey["eigenaar"]
