"""A laptop in the field: no network, or one that swallows every question. What the register holds works, the rest says why."""

from __future__ import annotations

import json
import socket
import time
from contextlib import contextmanager

import pytest
import shapely
from map_hands import Ground, choose, fill_in, key, look_at, press, save, wait_for
from page_hands import go_to, of_plan, open_dock, type_over
from page_world import click, type_in_cell
from qgis.core import QgsNetworkAccessManager, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtTest import QTest
from search_box import SearchBox

#: Seconds that the window may be deaf at most; who waited for an answer behind the silent door would wait 8 or more.
DEAF = 5.0


@contextmanager
def all_requests_to(port):
    """Everything that QGIS asks goes through a proxy at this port of our own machine."""
    network = QgsNetworkAccessManager.instance()
    before, excluded, unused = network.fallbackProxy(), network.excludeList(), network.noProxyList()
    door = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", port)
    network.setFallbackProxyAndExcludes(door, [], [])
    QNetworkProxy.setApplicationProxy(door)
    try:
        yield
    finally:
        network.setFallbackProxyAndExcludes(before, excluded, unused)
        QNetworkProxy.setApplicationProxy(QNetworkProxy())


@pytest.fixture(params=["closed", "silent"])
def no_network(request):
    """A door that is closed: every question is refused at once; or one behind which nobody answers."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        if request.param == "silent":
            door.listen(100)
        else:
            door.close()
        with all_requests_to(port):
            yield request.param


class Heartbeat:
    """How long the window was deaf at most (s)."""

    def __init__(self):
        self.deaf, self._last = 0.0, time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(20)

    def _beat(self):
        now = time.monotonic()
        self.deaf, self._last = max(self.deaf, now - self._last), now

    def stop(self):
        self._timer.stop()
        return self.deaf


@pytest.fixture
def field(no_network, register):
    """The register as it opens on such a laptop; where questions are swallowed without the maps in the background."""
    from conftest import show_register

    from diwi_qgis.workspace.opening import open_workspace

    if no_network == "silent":
        show_register(register)
    else:
        assert open_workspace(register)
        QTest.qWait(300)
        assert any(layer.providerType() == "wms" for layer in QgsProject.instance().mapLayers().values())
    heart = Heartbeat()
    yield register
    assert heart.stop() < DEAF


def test_a_plan_is_found_in_the_register(field, no_network, iface, plugin):
    box = SearchBox(iface)
    box.find("plan havenmeester")
    box.enter()
    assert plugin.session.plan == Ground(field).plans.loc["Havenmeester", "uuid"]


def test_addresses_say_why_they_are_not_found(opened, plugin, iface, shoot):
    """The service swallows the question; what the search box waits for, the window does not."""
    box, ground, heart = SearchBox(iface), Ground(opened), Heartbeat()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        own = {"diensten": {"locatieserver": {"adres": f"http://127.0.0.1:{silent.getsockname()[1]}"}}}
        opened.with_name("diensten.json").write_text(json.dumps(own), encoding="utf8")
        with plugin.session.write("beheer") as write:
            write.insert("instelling", [{"sleutel": "diensten", "waarde": "diensten.json"}])
        box.find("adr kade 1")
    ((said, why),) = box.rows()
    shoot("offline_search")
    assert said == "Adressen zoeken lukt nu niet" and "niet op tijd" in why
    assert Ground(opened).shapes() == ground.shapes() and heart.stop() < DEAF


def test_parcels_are_found_and_picked_and_plans_drawn_from_what_was_fetched_before(
    field, no_network, iface, mouse, shoot
):
    ground = Ground(field)
    near = ground.free(3)
    box = SearchBox(iface)
    box.find(f"perc {ground.parcels.loc[near.index[0], 'aanduiding']}")
    box.enter()
    look_at(near, 40)
    press("diwiPickParcels")
    for area in near.iloc[:2]:
        place = shapely.point_on_surface(area)
        mouse.map(place.x, place.y)
    key(Qt.Key.Key_Return)
    fill_in("Buiten gekozen")
    choose("diwiDraw", "diwiDrawPlan")
    mouse.outline(shapely.get_coordinates(near.iloc[2])[:-1].tolist())
    fill_in("Buiten getekend")
    save()
    shoot(f"offline_drawn_{no_network}")
    after = Ground(field)
    assert after.linked("Buiten gekozen") == set(near.index[:2])
    assert after.area("Buiten getekend").equals(near.iloc[2])
    assert after.linked("Buiten getekend") == {near.index[2]}


@pytest.fixture
def docks(field):
    """The page and the table; closed afterwards, whatever happened."""
    page, table = open_dock("diwiPlan"), open_dock("diwiPlannen")
    yield page, table
    page.discard()
    table.filter.search.clear()
    for widget in (page, table):
        widget.parent().hide()


def test_table_and_page_work_and_keep_what_is_typed(docks, field, no_network, shoot):
    page, table = docks
    type_over(table.filter.search, "havenmeester fase")
    wait_for(lambda: table.model.rowCount() == 1, "the one plan")
    QTest.qWait(300)  # the rows are there a moment before they stand where they stay
    spot = table.view.visualRect(table.model.index(0, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    wait_for(lambda: page.header.name.text() == "Havenmeester fase 2", "the page of the plan")
    click(table, "planZoom")
    tab = go_to(page, "programmaTab")
    type_in_cell(tab.blocks, 0, "naam", "Buiten ingevuld")
    click(page, "planOpslaan")
    assert "Buiten ingevuld" in [row["naam"] for row in of_plan(field, "woningblok", page.draft.uuid)]
    shoot(f"offline_{no_network}")
