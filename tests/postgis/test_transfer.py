"""A register copied from a file to a server and back is the same register: every row, identity, code and line of history."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from itertools import product

import pytest
from lived_in_world import ODD, contents

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.progress import Progress
from diwi_qgis.store import PostgisAddress, copy_register, open_register
from diwi_qgis.store.transfer import same_rows

pytestmark = pytest.mark.slow


def another(kind, request, tmp_path, number):
    if kind == "file":
        return tmp_path / f"kopie{number}.gpkg"
    server = request.getfixturevalue("postgis_server")
    place = server.database()
    name = place.__enter__()
    request.addfinalizer(lambda: place.__exit__(None, None, None))
    return PostgisAddress(server.parameters(name))


@pytest.mark.parametrize("engine", ["geopackage", "postgis"], indirect=True)
@pytest.mark.parametrize("way", list(product(("file", "server"), repeat=2)), ids="-".join)
def test_a_copy_of_a_copy_is_the_same_whatever_the_way(engine, lived_in, way, request, tmp_path):
    first, second = (another(kind, request, tmp_path, number) for number, kind in enumerate(way))
    count = copy_register(lived_in, first)
    assert copy_register(first, second) == count
    begin, end = contents(lived_in), contents(second)
    assert count == sum(len(frame) for frame in begin.values())
    assert len(begin["historie"]) > 300 and len(begin["plancode"]) == 4
    for name, frame in begin.items():
        assert same_rows(frame, end[name]), name
    with open_register(second, write=True) as register:
        assert register.schema_differences() == []
        before = register.read("project")
        mother = before["uuid"][0]
        assert register.plan_history(mother)[0]["rij"]["naam"] == "Moeder" + ODD
        with (
            register.transaction() as write
        ):  # it goes on where the other was: numbers, codes, versions, derived columns
            write.insert(
                "project",
                [
                    {
                        "naam": "Nieuw",
                        "start_datum": date(2024, 1, 1),
                        "eind_datum": date(2030, 1, 1),
                        "hoofdplan_uuid": mother,
                    }
                ],
            )
            write.insert("woningblok", [{"project_uuid": mother, "naam": "nieuw", "aantal": 1000}])
            write.update("project", [{"uuid": mother, "naam": "Weer anders"}])
        after = register.read("project")
    assert after["code"].iloc[-1] == f"{before['code'][0]}.04"
    assert after["versie"][0] == before["versie"][0] + 1 and after["aantal_bouw"][0] == before["aantal_bouw"][0] + 1000
    assert after["fid"].iloc[-1] > before["fid"].max()


def test_a_difference_would_be_seen(register_path):
    with open_register(register_path) as register:
        frame = register.read("codelijst")
    other = frame.copy()
    other.loc[5, "label"] = "anders"
    assert same_rows(frame, frame.copy()) and not same_rows(frame, other) and not same_rows(frame, frame[1:])


def test_a_target_that_is_taken_stays_as_it_was(register_path, tmp_path):
    taken = tmp_path / "r.gpkg"
    taken.write_bytes(b"iets van een ander")
    with pytest.raises(RegisterError, match="bestaat al"):
        copy_register(register_path, taken)
    assert taken.read_bytes() == b"iets van een ander"


class Impatient(Progress):
    """Stops after some tables."""

    tables = 0

    def say(self, text):
        self.tables += 1

    @property
    def cancelled(self):
        return self.tables > 20


def test_a_copy_that_is_stopped_leaves_nothing(register_path, request, postgis_server, tmp_path):
    with postgis_server.database() as name:
        address = PostgisAddress(postgis_server.parameters(name))
        for target in (tmp_path / "kopie.gpkg", address):
            with pytest.raises(Cancelled):
                copy_register(register_path, target, Impatient())
        with closing(postgis_server.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'diwi'")
            assert cursor.fetchall() == [(0,)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["register.gpkg"]


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_a_copy_is_of_one_moment_while_others_write(engine, lived_in, tmp_path):
    """Somebody writes on the server between two tables: the copy has nothing of it, and he does not wait."""

    class Writing(Progress):
        done = False

        def say(self, text):
            if not self.done:
                self.done = True
                with open_register(lived_in, write=True) as other, other.transaction() as write:
                    plan = {"naam": "Later", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
                    write.insert(
                        "woningblok", [{"project_uuid": write.insert("project", [plan])[0], "naam": "b", "aantal": 1}]
                    )

    before = contents(lived_in)
    copy_register(lived_in, tmp_path / "kopie.gpkg", Writing())
    after = contents(tmp_path / "kopie.gpkg")
    assert all(same_rows(frame, after[name]) for name, frame in before.items())
    assert len(contents(lived_in)["project"]) == len(before["project"]) + 1
