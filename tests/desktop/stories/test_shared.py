"""A register that several people share: opened from the server by a connection of QGIS, worked in on the page of a plan."""

from __future__ import annotations

import pytest
from map_hands import child, press, wait_for
from page_hands import go_to, open_dock, type_over, uuid_of
from page_world import click, rows
from qgis.core import QgsMapLayerType, QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QTreeWidget, QWidget


@pytest.fixture
def shared(register):
    """Duinvoorde on a server of its own, and the name of a connection of QGIS that leads there."""
    import postgis_server

    from diwi_qgis.store import PostgisAddress, copy_register

    if postgis_server.why_not():
        pytest.skip(postgis_server.why_not())
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    with postgis_server.running() as server, server.database() as name:
        address = PostgisAddress(server.parameters(name))
        copy_register(register, address)
        there = address.parameters
        uri = f"dbname='{name}' host={there['host']} port={there['port']} user='{there['user']}'"
        metadata.saveConnection(metadata.createConnection(uri, {"saveUsername": True}), "Wonen gemeente")
        yield address
        QgsProject.instance().clear()
        metadata.deleteConnection("Wonen gemeente")


def test_a_shared_register_is_opened_and_a_plan_is_changed(shared, iface, plugin, shoot):
    press("diwiOpenSharedRegister")
    asked = child(iface.mainWindow(), QWidget, "diwiServerDialog")
    tree = child(asked, QTreeWidget, "diwiServerTree")
    wait_for(lambda: tree.currentItem() is not None and "Duinvoorde" in tree.currentItem().text(0), "the register")
    shoot("shared_dialog")
    buttons = child(asked, QDialogButtonBox, "diwiServerButtons")
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)
    wait_for(lambda: plugin.session.address == shared, "the shared register")
    for node in QgsProject.instance().layerTreeRoot().findLayers():  # no server of maps answers here
        if node.layer().type() == QgsMapLayerType.RasterLayer:
            node.setItemVisibilityChecked(False)
    page = open_dock("diwiPlan")
    uuid = next(iter(rows(shared, "project")))
    plugin.session.choose_plan(uuid)
    wait_for(lambda: page.draft is not None and page.draft.uuid == uuid, "the page of the plan")
    type_over(child(go_to(page, "gegevensTab"), QWidget, "naam"), "Gedeelde Weide")
    click(page, "planOpslaan")
    wait_for(lambda: not page.dirty, "the plan to be stored")
    assert uuid_of(shared, "Gedeelde Weide") == uuid
    shoot("shared_register")
    with plugin.session.read() as register:
        last = register.plan_history(uuid)[-1]
    assert last["gebruiker"] == shared.parameters["user"] and last["rij"]["naam"] == "Gedeelde Weide"
