"""The search box of QGIS finds plans, parcels and addresses; from a hit to the map, or to a plan on it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pick_world import PITCH, SIDE, fill, lay_out, square

sys.path.append(str(Path(__file__).resolve().parents[1] / "sources"))

from address_server import Locatieserver

PLANS = (
    ("Havenkwartier fase 1", square(0, 0, 2, 1), {"extern_id": "2024-017"}),
    ("Oude haven", square(4, 4, 2, 2), {"ruimtelijk_plan": "NL.IMRO.9999.BPhaven-VG01"}),
    ("100% Weide_plan", None, {}),
)


class World:
    def __init__(self, desk, window, path):
        from diwi_qgis.gui.search.part import SearchPart

        self.uuids = dict(zip((naam for naam, *_ in PLANS), fill(path, PLANS)))
        self.desk, self.session, self.path = desk, window.session, path
        lay_out(path, desk)
        self.part = SearchPart(window)
        self.part.install()
        self.offered = []
        self.session.parcelsOffered.connect(self.offered.append)

    def ask(self, text):
        """The results for a text, as the search box gets them."""
        from qgis.core import QgsLocatorContext, QgsLocatorResult
        from qgis.PyQt.QtTest import QTest

        found, over = [], []
        locator = self.desk.locator
        locator.foundResult.connect(lambda result: found.append(QgsLocatorResult(result)))
        locator.finished.connect(lambda: over.append(1))
        locator.fetchResults(text, QgsLocatorContext())
        for _ in range(400):
            if over:
                break
            QTest.qWait(25)
        else:
            pytest.fail("the search does not end")
        QTest.qWait(10)
        locator.foundResult.disconnect()
        locator.finished.disconnect()
        return found

    def titles(self, text):
        return [result.displayString for result in self.ask(text)]

    def choose(self, result, action=None):
        if action is None:
            result.filter.triggerResult(result)
        else:
            result.filter.triggerResultFromAction(result, action.id)

    def shows(self, x, y):
        """Whether the map is about the middle of that parcel, closer than the whole lattice."""
        from qgis.core import QgsPointXY

        extent = self.desk.canvas.extent()
        return (
            extent.contains(QgsPointXY(150_000 + x * PITCH, 450_000 + y * PITCH)) and extent.width() < 2 * SIDE * PITCH
        )


@pytest.fixture
def world(desk, window, register_path):
    from qgis.PyQt.QtWidgets import QApplication

    world = World(desk, window, register_path)
    yield world
    world.part.remove()
    QApplication.processEvents()


@pytest.fixture
def locatieserver(world):
    """Addresses come from loopback, by the file of the functional manager."""
    from diwi_qgis.store import open_register

    with Locatieserver(150_000 + 2.5 * PITCH, 450_000 + 2.5 * PITCH, "TST00-A-221") as server:
        own = {"diensten": {"locatieserver": {"adres": server.url}}}
        (world.path.parent / "diensten.json").write_text(json.dumps(own), encoding="utf8")
        with open_register(world.path, write=True) as register, register.transaction() as write:
            write.insert("instelling", [{"sleutel": "diensten", "waarde": "diensten.json"}])
        yield server


def test_plans_are_found_by_all_that_they_are_called_and_names_that_start_so_come_first(world):
    code = world.session.layer("project").getFeature(2)["code"]
    assert world.titles("plan haven") == ["Havenkwartier fase 1", "Oude haven"]
    assert world.titles("plan 2024-017") == ["Havenkwartier fase 1"]
    assert world.titles("plan bpHAVEN") == ["Oude haven"]
    assert world.titles(f"plan {code}") == ["Oude haven"]
    assert world.titles("plan nergens") == [] and world.titles("plan ' OR 1=1 --") == []


def test_signs_of_sql_mean_themselves(world):
    assert world.titles("plan 100%") == ["100% Weide_plan"]
    assert world.titles("plan e_p") == ["100% Weide_plan"]
    assert world.titles("plan 1%0") == [] and world.titles("plan e_s") == []


def test_a_plan_that_is_chosen_is_selected_and_shown(world):
    (hit,) = world.ask("plan oude")
    assert "NL.IMRO.9999.BPhaven-VG01" in hit.description
    world.choose(hit)
    assert world.session.plan == world.uuids["Oude haven"] and world.shows(5, 5)


def test_a_plan_without_area_is_selected_and_that_is_said(world):
    middle = world.desk.canvas.extent().center()
    world.choose(world.ask("plan weide")[0])
    assert world.session.plan == world.uuids["100% Weide_plan"] and len(world.desk.said()) == 1
    assert world.desk.canvas.extent().center() == middle


@pytest.mark.parametrize("text", ["TST00-A-221", "tst00 a 221", "TST00A221", "Testdam A 221", "a 221", "A221"])
def test_a_parcel_is_found_as_people_write_it(world, text):
    assert world.titles(f"perc {text}") == ["TST00-A-221"]


def test_while_typing_the_numbers_that_start_so_are_offered_the_number_itself_first(world):
    # the lattice has the numbers 1, 11 … 51, 101, 111 …
    assert world.titles("perc A 1") == ["TST00-A-001", "TST00-A-011", *(f"TST00-A-1{y}1" for y in range(SIDE))]
    assert world.titles("perc XXX00 A 221") == [] and world.titles("perc haven") == []


def test_a_parcel_is_shown_and_a_plan_can_be_started_on_it(world):
    (hit,) = world.ask("perc A 551")
    world.choose(hit)
    assert world.shows(5.5, 5.5) and world.offered == []
    world.choose(hit, hit.actions[0])
    assert world.offered == [["55"]]


def test_without_a_register_nothing_is_found_and_nothing_is_asked(world, locatieserver):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    assert world.titles("plan haven") == [] and world.titles("perc A 221") == []
    assert locatieserver.asked == []


def test_an_address_is_found_shown_and_a_plan_started_on_its_parcel(world, locatieserver):
    from qgis.PyQt.QtTest import QTest

    assert world.titles("adr kad") == [] and locatieserver.asked == []
    (hit,) = world.ask("adr kade 1")
    assert hit.displayString == "Kade 1, 1234AB Testdam"
    assert {urlsplit(path).path for path in locatieserver.asked} == {"/suggest"}
    world.choose(hit, hit.actions[0])
    for _ in range(200):
        if world.offered:
            break
        QTest.qWait(25)
    assert world.offered == [["22"]] and world.shows(2.5, 2.5)
    assert world.titles("adr zzzz") == []


def test_a_network_that_fails_is_told_and_left_alone_for_a_while(world, locatieserver):
    locatieserver.__exit__(None, None, None)
    (told,) = world.ask("adr kade 1")
    assert told.description and not told.actions
    asked = len(locatieserver.asked)
    locatieserver.reply = None  # a question now would be an error in the server
    (again,) = world.ask("adr kade 12")
    assert again.description == told.description and len(locatieserver.asked) == asked
    world.choose(told)
    assert world.desk.said() == []
    locatieserver.__enter__()


def test_a_register_that_is_being_written_finds_nothing_and_hangs_nobody(world):
    import sqlite3
    import time
    from contextlib import closing

    from diwi_qgis.store.search import find_plans

    with closing(sqlite3.connect(world.path)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        start = time.monotonic()
        assert find_plans(world.path, "haven") == []
        assert time.monotonic() - start < 5
    assert len(find_plans(world.path, "haven")) == 2
    assert find_plans(world.path.with_name("is er niet.gpkg"), "haven") == []
    assert not world.path.with_name("is er niet.gpkg").exists()


def test_a_path_with_difficult_letters(world, tmp_path):
    import shutil

    from diwi_qgis.store.search import find_plans

    other = tmp_path / "wijk & dijk #1 100%.gpkg"
    shutil.copyfile(world.path, other)
    assert len(find_plans(other, "haven")) == 2
