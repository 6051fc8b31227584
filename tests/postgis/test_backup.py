"""A backup is all of a register at one moment; what is restored is that register; whatever is wrong is said and changes nothing."""

from __future__ import annotations

import hashlib
import threading
from datetime import date

import pytest
from lived_in_world import contents, same

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.model.rights import ROLLEN
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress
from diwi_qgis.store import PostgisAddress, back_up_register, open_register, restore_register
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.migration import Migration
from diwi_qgis.store.people import set_user

pytestmark = pytest.mark.slow

PLAN = {"naam": "Plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}

both_engines = pytest.mark.parametrize("engine", ["geopackage", "postgis"], indirect=True)


class Listener(Progress):
    """Keeps what was said."""

    def __init__(self):
        self.said = []

    def say(self, text):
        self.said.append(text.nl)


@pytest.fixture
def backup(lived_in, tmp_path):
    """A backup of a register that was lived in."""
    target = tmp_path / "kopieën" / "reserve.gpkg"
    target.parent.mkdir()
    back_up_register(lived_in, target)
    return target


@both_engines
@pytest.mark.parametrize("to", ["file", "server"])
def test_what_is_restored_is_what_was_backed_up(engine, lived_in, backup, to, tmp_path, request):
    target = tmp_path / "terug.gpkg" if to == "file" else request.getfixturevalue("bare_database")
    before, kept = contents(lived_in), backup.read_bytes()
    restore_register(backup, target)
    assert len(before["historie"]) > 300 and same(before, contents(target))
    assert backup.read_bytes() == kept
    with open_register(target, write=True) as register:
        assert register.schema_differences() == []
        with register.transaction() as write:
            write.insert("project", [PLAN])


@both_engines
def test_a_backup_is_a_register_to_look_at_with_a_checksum_that_others_can_check(engine, lived_in, backup):
    assert same(contents(lived_in), contents(backup))
    assert backup.stat().st_mode & 0o222 == 0
    found = hashlib.sha256(backup.read_bytes()).hexdigest()
    assert backup.with_name("reserve.gpkg.sha256").read_text() == f"{found}  reserve.gpkg\n"
    assert sorted(path.name for path in backup.parent.iterdir()) == ["reserve.gpkg", "reserve.gpkg.sha256"]


@both_engines
def test_a_backup_is_of_one_moment_while_others_write(engine, lived_in, tmp_path):
    """Somebody stores plans with a block, all the time: no backup has one without the other."""
    stop, stored = threading.Event(), []

    def write_on():
        with open_register(lived_in, write=True) as other:
            while not stop.is_set():
                with other.transaction() as write:
                    uuid = write.insert("project", [PLAN])[0]
                    write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 7}])
                stored.append(uuid)

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        seen = []
        for number in range(4):
            target = tmp_path / f"reserve{number}.gpkg"
            earlier = len(stored)
            back_up_register(lived_in, target)
            with open_register(target) as register:
                plans, blocks = register.read("project"), register.read("woningblok")
                history = register.read("historie")
            new = plans[plans["naam"] == "Plan"]
            assert list(new["uuid"]) == stored[: len(new)] and len(new) >= earlier
            assert set(new["aantal_bouw"]) <= {7} and set(new["uuid"]) == set(blocks["project_uuid"]) & set(stored)
            assert set(new["uuid"]) == set(history["uuid"]) & set(stored)
            seen.append(len(new))
    finally:
        stop.set()
        writer.join()
    assert seen[-1] > 0


@pytest.mark.parametrize("rol", ROLLEN)
def test_who_does_not_see_everything_makes_no_backup(world, rol, tmp_path):
    with pytest.raises(RegisterError, match="niet helemaal"):
        back_up_register(world.address_of(rol), tmp_path / "reserve.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_damage_and_changes_are_seen_and_nothing_is_restored(backup, tmp_path, bare_database):
    backup.chmod(0o644)
    whole = backup.read_bytes()
    flipped = bytearray(whole)
    flipped[whole.index(b"Moeder")] ^= 1
    for harmed, words in (
        (bytes(flipped), "na het maken veranderd"),
        (whole[:-4096], "korter dan het hoort"),
        (whole[:5000], "korter dan het hoort"),
        (b"", "geen GeoPackage"),
        (b"tekst", "geen GeoPackage"),
    ):
        backup.write_bytes(harmed)
        for target in (tmp_path / "terug.gpkg", bare_database):
            with pytest.raises(RegisterError, match=words) as refusal:
                restore_register(backup, target)
            assert "reserve.gpkg" in str(refusal.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kopieën", "register.gpkg"]
    with pytest.raises(RegisterError, match="bestaat niet"):
        open_register(bare_database)
    backup.unlink()
    with pytest.raises(RegisterError, match="bestaat niet"):
        restore_register(backup, tmp_path / "terug.gpkg")


def test_without_its_checksum_that_is_said_and_damage_is_still_looked_for(backup, tmp_path):
    backup.with_name("reserve.gpkg.sha256").unlink()
    log = Listener()
    restore_register(backup, tmp_path / "terug.gpkg", log)
    assert any("reserve.gpkg.sha256" in line for line in log.said)
    backup.chmod(0o644)
    whole = bytearray(backup.read_bytes())
    whole[8192:16384] = bytes(8192)
    backup.write_bytes(whole)
    with pytest.raises(RegisterError, match="beschadigd"):
        restore_register(backup, tmp_path / "terug2.gpkg")


def test_nothing_is_ever_overwritten(lived_in, backup, tmp_path, fresh_place):
    taken = tmp_path / "bezet.gpkg"
    taken.write_bytes(b"van een ander")
    for act in (lambda: back_up_register(lived_in, taken), lambda: restore_register(backup, taken)):
        with pytest.raises(RegisterError, match="bestaat al"):
            act()
    assert taken.read_bytes() == b"van een ander"


def test_not_even_in_a_database(lived_in, backup, bare_database):
    restore_register(backup, bare_database)
    with open_register(bare_database, write=True) as register, register.transaction() as write:
        write.insert("project", [PLAN])
    before = contents(bare_database)
    with pytest.raises(RegisterError, match="bestaat al"):
        restore_register(backup, bare_database)
    assert same(before, contents(bare_database))


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_a_damaged_schema_is_put_aside_and_its_users_go_on_in_the_restored_one(
    engine, lived_in, backup, postgis_server
):
    """As docs/opstelling.md says it."""
    database, login = lived_in.parameters["dbname"], f"{lived_in.parameters['dbname']}_els"
    postgis_server.run(f"CREATE ROLE {login} LOGIN")
    with open_register(lived_in, write=True) as register:
        set_user(register, login, "Els", "hoofdgebruiker")
    again = backup.with_name("later.gpkg")
    back_up_register(lived_in, again)
    postgis_server.run("ALTER SCHEMA diwi RENAME TO diwi_oud", database=database, user=lived_in.parameters["user"])
    restore_register(again, lived_in)
    els = PostgisAddress({**lived_in.parameters, "user": login})
    with open_register(els, write=True) as register, register.transaction() as write:
        write.insert("project", [{**PLAN, "vertrouwelijkheid": "openbaar"}])
    with open_register(lived_in) as register:
        assert "Plan" in set(register.read("project")["naam"]) and register.schema_differences() == []
    postgis_server.run("DROP SCHEMA diwi CASCADE", database=database, user=lived_in.parameters["user"])
    postgis_server.run("DROP SCHEMA diwi_oud CASCADE", database=database, user=lived_in.parameters["user"])
    postgis_server.run(f"DROP ROLE {login}")


def test_a_register_in_use_is_not_taken_for_a_backup(register_path, tmp_path):
    (tmp_path / "register.gpkg-wal").write_bytes(b"")
    with pytest.raises(RegisterError, match="geen reservekopie"):
        restore_register(register_path, tmp_path / "terug.gpkg")


def test_an_older_backup_is_brought_up_to_date_and_a_newer_one_refused(backup, tmp_path):
    step = Migration(SCHEMA_VERSION + 1, "proef", ("UPDATE project SET opmerkingen = 'bijgewerkt'",))
    target, kept = tmp_path / "terug.gpkg", backup.read_bytes()
    restore_register(backup, target, migrations=[step])
    file = GeoPackageFile(target, False)
    assert file.query("SELECT max(versie) FROM schema_versie") == [(SCHEMA_VERSION + 1,)]
    file.close()
    assert backup.read_bytes() == kept
    assert not list(tmp_path.glob("*schema*"))
    newer = tmp_path / "nieuwer.gpkg"
    with pytest.raises(RegisterError, match="nieuwere versie"):
        back_up_register(target, newer)
    with pytest.raises(RegisterError, match="nieuwere versie"):
        restore_register(target, newer)
    assert not newer.exists()


@both_engines
def test_stopping_leaves_nothing(engine, lived_in, backup, tmp_path, bare_database):
    class Impatient(Progress):
        left = 0

        @property
        def cancelled(self):
            self.left -= 1
            return self.left < 0

    for patience in (0, 1):
        for act in (
            lambda log: back_up_register(lived_in, tmp_path / "reserve.gpkg", log),
            lambda log: restore_register(backup, tmp_path / "terug.gpkg", log),
            lambda log: restore_register(backup, bare_database, log),
        ):
            log = Impatient()
            log.left = patience
            with pytest.raises(Cancelled):
                act(log)
    assert {path.name for path in tmp_path.iterdir()} <= {"kopieën", "register.gpkg"}
    with pytest.raises(RegisterError, match="bestaat niet"):
        open_register(bare_database)
