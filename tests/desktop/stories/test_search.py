"""Somebody types in the search box of QGIS and is taken there: to a plan, to a parcel, to an address and a plan on it."""

from __future__ import annotations

import json

import pytest
import shapely
from address_server import Locatieserver
from map_hands import Ground, action, child, click_in_menu, fill_in, key, save, wait_for
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel
from search_box import SearchBox


@pytest.fixture
def box(town, iface):
    return SearchBox(iface)


def sees(iface, area, closest=1000):
    """Whether the map is about this place, no more than so many metres wide."""
    place, extent = shapely.point_on_surface(area), iface.mapCanvas().extent()
    return extent.contains(QgsPointXY(place.x, place.y)) and extent.width() < closest


def test_a_plan_is_found_by_its_name(box, town, iface, plugin, shoot):
    plan = Ground(town).plans.loc["Havenmeester"]
    box.find("plan havenmeester")
    shoot("search_plan")
    box.enter()
    assert plugin.session.plan == plan["uuid"] and sees(iface, plan["geom"])
    shoot("search_plan_there")


def test_a_parcel_is_found_as_people_call_it(box, town, iface, shoot):
    parcels = Ground(town).parcels
    parcel = parcels[~parcels.duplicated(["sectie", "perceelnummer"], keep=False)].iloc[100]
    box.find(f"perc {parcel['sectie']} {parcel['perceelnummer']}")
    shoot("search_parcel")
    box.enter()
    assert sees(iface, parcel["geom"], 500)


def test_a_plan_is_started_from_an_address(box, town, iface, plugin, find, shoot):
    ground = Ground(town)
    identificatie, area = next(ground.free(1).items())
    place = shapely.point_on_surface(area)
    with Locatieserver(place.x, place.y, ground.parcels.loc[identificatie, "aanduiding"], "0999") as server:
        own = {"diensten": {"locatieserver": {"adres": server.url}}}
        town.with_name("diensten.json").write_text(json.dumps(own), encoding="utf8")
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
    after = Ground(town)
    assert after.linked("Aan de Kade") == {identificatie} and after.area("Aan de Kade").equals(area)
