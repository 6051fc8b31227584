"""`kill -9` at random moments: the register opens, is sound, and holds exactly what was acknowledged (and whole what was under way)."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

import killed_work
import pytest
from killed_work import BLOCK, IMPORTED, STEP
from postgis_server import running, why_not

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.store import PostgisAddress, create_register, open_register
from diwi_qgis.store.copying import check_sound
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.transfer import copied_tables, same_rows

#: Moments per act: 200 together; fewer of what takes long on a server.
MOMENTS = {
    "edit": {"file": 26, "client": 18, "server": 18},
    "import": {"file": 26, "client": 18, "server": 18},
    "migrate": {"file": 26, "client": 8, "server": 8},
    "copy": {"file": 26, "client": 4, "server": 4},
}

#: The moments fall within so many times what the first commit takes, from the start of the process: acts that end, and that go on.
_ENDS, _GOES_ON = 1.1, 3.0

#: Where the work finds what it imports.
PATH = os.pathsep.join([str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")])

FIRST = {"naam": "Eerste", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


class FileGround:
    """A register in a file; who writes in it is ended."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.folder, self.place, self.target = folder, folder / "register.gpkg", folder / "kopie.gpkg"
        shutil.copyfile(empty, self.place)

    def end(self) -> None:
        """The process is ended by `at_work`."""

    def check(self) -> None:
        check_sound(self.place)
        with closing(sqlite3.connect(self.place)) as file:
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
            assert file.execute("SELECT gebruiker FROM sessie").fetchall() == [(None,)]

    def tidy(self) -> None:
        """What an ended process leaves: hidden drafts, and copies of before an upgrade, which are whole."""
        for path in self.folder.iterdir():
            if path.name.startswith("register-schema"):
                check_sound(path)
                open_register(path).close()
            elif path.name.startswith(".diwi-"):
                shutil.rmtree(path)
                continue
            elif path == self.place or path.name in ("register.gpkg-journal", "notes"):
                continue
            else:
                assert path.name.startswith(".") or path == self.target, path
            path.unlink()

    def behind(self):
        return GeoPackageFile(self.place, True)


class ServerGround:
    """A register on a server; who writes in it is ended, or the whole server."""

    def __init__(self, server, database: str, server_ends: bool) -> None:
        self.server, self._server_ends = server, server_ends
        self.place = PostgisAddress(server.parameters(database))
        self.target = PostgisAddress(server.parameters(database), "kopie")

    def end(self) -> None:
        if self._server_ends:
            self.server.kill()
            self.server.start()

    def check(self) -> None:
        with closing(self.server.connect(self.place.parameters["dbname"])) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
            assert cursor.fetchall() == [(0,)]

    def tidy(self) -> None:
        self.server.run('DROP SCHEMA IF EXISTS "kopie" CASCADE', database=self.place.parameters["dbname"])

    def behind(self):
        return PostgisDatabase(self.place, True)


@pytest.fixture(scope="module")
def sturdy_server():
    """A server that acknowledges only what it wrote."""
    if why_not():
        pytest.skip(why_not())
    with running(synchronous_commit="on", full_page_writes="on") as server:
        yield server


@pytest.fixture
def ground(request, tmp_path):
    victim = request.param
    if victim == "file":
        made = FileGround(tmp_path, request.getfixturevalue("_empty_register"))
        yield made
    else:
        server = request.getfixturevalue("sturdy_server")
        with server.database() as name:
            create_register(PostgisAddress(server.parameters(name)), gemeentecode="9999", gemeente="Testdam").close()
            yield ServerGround(server, name, victim == "server")


class Workshop:
    """Starts processes of `killed_work`, one at a time, and ends them with `kill -9`."""

    def __init__(self, starter: subprocess.Popen, notes: Path) -> None:
        self._starter, self._notes = starter, notes

    @contextmanager
    def at_work(self, ground, act, turn):
        """A process that does an act, ended when this ends, wherever it is by then."""
        self._notes.write_bytes(b"")
        work = [act, _plain(ground.place), _plain(ground.target), turn, str(self._notes)]
        self._starter.stdin.write(json.dumps(work) + "\n")
        self._starter.stdin.flush()
        process = int(self._starter.stdout.readline())
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
                while True:
                    os.kill(process, 0)
                    time.sleep(0.002)

    def acknowledged(self):
        """What was acknowledged to the last process."""
        return self._notes.read_text().splitlines()

    def act_and_end(self, ground, act, moments, seconds):
        """(turn, what was acknowledged) for so many processes, each ended at a random moment."""
        chance = random.Random(act)
        for turn in range(moments):
            with self.at_work(ground, act, turn):
                time.sleep(chance.uniform(0.0, seconds))
                ground.end()
            ground.check()
            yield turn, self.acknowledged()

    def first_commit(self, ground, act):
        """Seconds that an act takes until its first commit was acknowledged."""
        start = time.perf_counter()
        with self.at_work(ground, act, 0):
            while not self.acknowledged():
                assert time.perf_counter() < start + 60
                time.sleep(0.01)
        return time.perf_counter() - start


def _plain(place):
    return str(place) if isinstance(place, Path) else [dict(place.parameters), place.schema]


@pytest.fixture
def workshop(_starter, tmp_path):
    return Workshop(_starter, tmp_path / "notes")


@pytest.fixture(scope="module")
def _starter():
    program = [sys.executable, killed_work.__file__]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": PATH}
    ) as starter:
        yield starter
        starter.stdin.close()


def every_victim(act):
    """Who is ended: the process that writes in a file or on a server, or the server; and how often."""
    return pytest.mark.parametrize(
        ("ground", "moments"), [pytest.param(*each, id=each[0]) for each in MOMENTS[act].items()], indirect=["ground"]
    )


@pytest.mark.slow
@every_victim("edit")
def test_of_editing_exactly_what_was_acknowledged_is_there(ground, moments, workshop):
    with open_register(ground.place, write=True) as register, register.transaction() as write:
        write.insert("project", [FIRST])
    seconds = _GOES_ON * workshop.first_commit(ground, "edit")
    known, total = _names(ground), 0
    for turn, told in workshop.act_and_end(ground, "edit", moments, seconds):
        with open_register(ground.place) as register:
            plans = register.read("project", geometry=False)
            history = register.read("historie", geometry=False)
        expected = known + told
        names = list(plans["naam"])
        # One commit may have been done when its writer was ended before he could write that down.
        assert names in (expected, [*expected, f"{turn}-{len(told)}"])
        assert set(plans["aantal_bouw"][1:]) <= {BLOCK} and set(plans["fase"][1:]) <= {"concept"}
        assert len(names) == 1 or plans["opmerkingen"][0] == names[-1]
        assert set(history[(history["tabel"] == "project") & (history["op"] == "I")]["uuid"]) == set(plans["uuid"])
        known, total = names, total + len(told)
    assert total > 0
    with open_register(ground.place, write=True) as register:
        assert register.schema_differences() == []


def _names(ground):
    with open_register(ground.place) as register:
        return list(register.read("project", geometry=False)["naam"])


@pytest.mark.slow
@every_victim("import")
def test_of_importing_exactly_what_was_acknowledged_is_there(ground, moments, workshop):
    seconds = _GOES_ON * workshop.first_commit(ground, "import")
    known, total = _names(ground), 0
    for turn, told in workshop.act_and_end(ground, "import", moments, seconds):
        with open_register(ground.place) as register:
            plans = register.read("project", geometry=False)
            blocks = register.read("woningblok", geometry=False)
        names = list(plans["naam"])
        expected = known + [f"{each}-{number}" for each in told for number in range(IMPORTED)]
        under_way = [f"{turn}-{len(told)}-{number}" for number in range(IMPORTED)]
        assert names in (expected, expected + under_way)
        assert list(blocks["project_uuid"]) == list(plans["uuid"]) and set(plans["aantal_bouw"]) <= {BLOCK}
        known, total = names, total + len(told)
    assert total > 0
    with open_register(ground.place, write=True) as register:
        assert register.schema_differences() == []


@pytest.mark.slow
@every_victim("migrate")
def test_an_upgrade_is_done_or_not_begun(ground, moments, workshop):
    with open_register(ground.place, write=True) as register, register.transaction() as write:
        write.insert("project", [FIRST] * 3)
    ends = []
    seconds = _ENDS * workshop.first_commit(ground, "migrate")
    _back_to_before(ground)
    for _, told in workshop.act_and_end(ground, "migrate", moments, seconds):
        behind = ground.behind()
        (version,), remarks = (
            behind.query("SELECT max(versie) FROM schema_versie")[0],
            {text for (text,) in behind.query("SELECT opmerkingen FROM project")},
        )
        behind.close()
        done = version == STEP.version
        assert (version, remarks) == ((STEP.version, {"bijgewerkt"}) if done else (SCHEMA_VERSION, {None}))
        assert done or not told
        ends.append(done)
        if done:
            _back_to_before(ground)
        with open_register(ground.place) as register:
            assert register.schema_differences() == []
        ground.tidy()
    assert False in ends


def _back_to_before(ground):
    behind = ground.behind()
    for statement in (
        "DROP TABLE proef",
        f"DELETE FROM schema_versie WHERE versie > {SCHEMA_VERSION}",
        "UPDATE project SET opmerkingen = NULL",
    ):
        behind.execute(statement)
    behind.close()


@pytest.mark.slow
@every_victim("copy")
def test_a_copy_is_whole_or_not_there(ground, moments, workshop):
    with open_register(ground.place, write=True) as register:
        with register.transaction() as write:
            write.insert("project", [FIRST] * 20)
        original = {table.name: register.read(table.name) for table in copied_tables()}
    ends = []
    seconds = _ENDS * workshop.first_commit(ground, "copy")
    ground.tidy()
    for _, told in workshop.act_and_end(ground, "copy", moments, seconds):
        try:
            copied = open_register(ground.target)
        except RegisterError as refusal:
            assert "bestaat niet" in str(refusal) and not told
            ends.append(False)
        else:
            with copied:
                assert all(same_rows(frame, copied.read(name)) for name, frame in original.items())
                assert copied.schema_differences() == []
            ends.append(True)
        ground.tidy()
    assert False in ends
