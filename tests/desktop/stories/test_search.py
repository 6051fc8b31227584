"""Somebody types in the search box of QGIS and is taken there: to a plan, to a parcel, to an address and a plan on it."""

from __future__ import annotations

import json

import pytest
import shapely
from address_server import Locatieserver
from map_hands import CONTROL, Ground, action, child, click_in_menu, fill_in, key, save, wait_for
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel, QLineEdit, QTreeView


class SearchBox:
    """The box at the bottom of the window."""

    def __init__(self, iface):
        self.main = iface.mainWindow()
        box = next(one for one in self.main.findChildren(QObject) if one.metaObject().className() == "QgsLocatorWidget")
        self.field = box.findChild(QLineEdit)

    def find(self, text):
        """Type a text after Ctrl+K; gives the list once the wanted is in it."""
        self.main.activateWindow()
        assert QTest.qWaitForWindowActive(self.main)
        QTest.keyClick(self.main, Qt.Key.Key_K, CONTROL)
        wait_for(self.field.hasFocus, "the search box")
        self.field.selectAll()
        QTest.keyClicks(self.field, text)
        return wait_for(self._list, f"results for '{text}'")

    def _list(self):
        """The list with results; its first row is a heading."""
        found = [
            one for one in self.main.findChildren(QTreeView) if one.metaObject().className() == "QgsLocatorResultsView"
        ]
        return next((one for one in found if one.isVisible() and one.model().rowCount() > 1), None)

    def enter(self):
        QTest.keyClick(self.field, Qt.Key.Key_Return)
        QTest.qWait(300)


@pytest.fixture
def box(opened, iface):
    return SearchBox(iface)


def sees(iface, area, closest=1000):
    """Whether the map is about this place, no more than so many metres wide."""
    place, extent = shapely.point_on_surface(area), iface.mapCanvas().extent()
    return extent.contains(QgsPointXY(place.x, place.y)) and extent.width() < closest


def test_a_plan_is_found_by_its_name(box, opened, iface, plugin, shoot):
    plan = Ground(opened).plans.loc["Havenmeester"]
    box.find("plan havenmeester")
    shoot("search_plan")
    box.enter()
    assert plugin.session.plan == plan["uuid"] and sees(iface, plan["geom"])
    shoot("search_plan_there")


def test_a_parcel_is_found_as_people_call_it(box, opened, iface, shoot):
    parcel = Ground(opened).parcels.set_index("aanduiding").loc["DVQ00-A-376"]
    box.find("perc A 376")
    shoot("search_parcel")
    box.enter()
    assert sees(iface, parcel["geom"], 500)


def test_a_plan_is_started_from_an_address(box, opened, iface, plugin, find, shoot):
    ground = Ground(opened)
    identificatie, area = next(ground.free(1).items())
    place = shapely.point_on_surface(area)
    with Locatieserver(place.x, place.y, ground.parcels.loc[identificatie, "aanduiding"], "0999") as server:
        own = {"diensten": {"locatieserver": {"adres": server.url}}}
        opened.with_name("diensten.json").write_text(json.dumps(own), encoding="utf8")
        with plugin.session.write("beheer") as write:  # the functional manager says where the services are
            write.insert("instelling", [{"sleutel": "diensten", "waarde": "diensten.json"}])
        found = box.find("adr kade 1")
        shoot("search_address")
        row = found.visualRect(found.model().index(1, 0)).center()
        view = found.viewport()
        right_click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, view.mapToGlobal(row))
        click_in_menu(
            lambda: QApplication.sendEvent(view, right_click), lambda entry: True, lambda: shoot("search_start_plan")
        )
        wait_for(action("diwiPickParcels").isChecked, "the tool that picks")
    assert sees(iface, area)
    assert child(find(QDockWidget, "diwiPickPanel"), QLabel, "diwiPickCount").text() == "1"
    key(Qt.Key.Key_Return)
    fill_in("Aan de Kade")
    save()
    shoot("search_planned")
    after = Ground(opened)
    assert after.linked("Aan de Kade") == {identificatie} and after.area("Aan de Kade").equals(area)
