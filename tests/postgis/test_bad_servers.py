"""Servers that fail where nobody expects it: a disk that is full, a password that ran out, views of others in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date

import pytest
from lived_in_world import contents, same
from postgis_server import OWNER

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress
from diwi_qgis.store import PostgisAddress, copy_register, create_register, open_register, upgrade_register
from diwi_qgis.store.migration import Migration

TESTDAM = {"gemeentecode": "9999", "gemeente": "Testdam"}
PLAN = {"naam": "Plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}

#: Megabytes: a database with PostGIS and a register fit, much more does not.
_SMALL = 40


@pytest.fixture
def small_disk(postgis_server, tmp_path_factory):
    """A database on a disk of its own, which is small."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    folder = postgis_server.folder / "schijf"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_SMALL}m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip(f"no small disk can be made here: {mounted.stderr.decode().strip()}")
    try:
        (folder / "gegevens").mkdir()
        shutil.chown(folder / "gegevens", "postgres", "postgres")
        postgis_server.run(f"CREATE TABLESPACE klein OWNER {OWNER} LOCATION '{folder / 'gegevens'}'")
        postgis_server.run(f"CREATE DATABASE vol TEMPLATE sjabloon OWNER {OWNER} TABLESPACE klein")
        yield PostgisAddress(postgis_server.parameters("vol"))
        postgis_server.run("DROP DATABASE vol WITH (FORCE)", "DROP TABLESPACE klein")
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


@pytest.mark.slow
def test_a_disk_that_is_full_is_told_and_keeps_what_there_was(small_disk, postgis_server, register_path):
    with create_register(small_disk, **TESTDAM) as register:
        with register.transaction() as write:
            write.insert("project", [PLAN])
        before = contents(small_disk)
        with pytest.raises(RegisterError, match="past niet meer op de schijf"), register.transaction() as write:
            while True:
                write.insert("project", [{**PLAN, "opmerkingen": os.urandom(2000).hex()}] * 500)
        assert same(before, contents(small_disk))
        with pytest.raises(RegisterError, match="past niet meer op de schijf"):
            for number in range(20):
                copy_register(small_disk, PostgisAddress(small_disk.parameters, f"nog_een_{number}"))
        full = f"nog_een_{number}"
        with pytest.raises(RegisterError, match="bestaat niet"):
            open_register(PostgisAddress(small_disk.parameters, full))
        assert not register._file.query("SELECT 1 FROM pg_namespace WHERE nspname = %s", [full])
        assert register.schema_differences() == [] and same(before, contents(small_disk))


def test_a_password_that_ran_out_is_told_without_showing_it(bare_database, postgis_server):
    postgis_server.run(
        "CREATE ROLE verlopen LOGIN PASSWORD 'geheim' VALID UNTIL '2020-01-01'",  # pragma: allowlist secret
        "ALTER ROLE verlopen SET search_path = public",
    )
    rules = postgis_server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    try:
        rules.write_text("host all verlopen 127.0.0.1/32 scram-sha-256\n" + before)
        postgis_server.run("SELECT pg_reload_conf()", "SELECT pg_sleep(0.3)")
        address = PostgisAddress({**bare_database.parameters, "user": "verlopen", "password": "geheim"})
        for use in (open_register, lambda where: create_register(where, **TESTDAM)):
            with pytest.raises(RegisterError, match="laat u niet binnen") as refusal:
                use(address)
            assert "geheim" not in str(refusal.value)
    finally:
        rules.write_text(before)
        postgis_server.run("SELECT pg_reload_conf()", "DROP ROLE verlopen")


def test_an_upgrade_names_the_views_of_others_before_it_starts_and_one_in_the_way_stops_all_of_it(
    bare_database, postgis_server
):
    create_register(bare_database, **TESTDAM).close()
    database = bare_database.parameters["dbname"]
    postgis_server.run(
        "CREATE SCHEMA raad",
        "CREATE VIEW raad.plannen AS SELECT naam, opmerkingen FROM diwi.project",
        "CREATE MATERIALIZED VIEW raad.bouw AS SELECT sum(aantal) AS totaal FROM diwi.woningblok",
        "CREATE VIEW raad.los AS SELECT 1 AS een",
        database=database,
    )

    class Listener(Progress):
        def __init__(self):
            self.said = []

        def say(self, text):
            with open_register(bare_database) as register:
                self.said.append((text.nl, register._file.query("SELECT max(versie) FROM schema_versie")[0][0]))

    class Steps(Listener):
        """Other people can no longer look once the upgrade runs."""

        def say(self, text):
            if not self.said:
                super().say(text)

    harmless = Migration(SCHEMA_VERSION + 1, "proef", (), ("COMMENT ON TABLE project IS 'x'",))
    in_the_way = Migration(SCHEMA_VERSION + 1, "proef", (), ("ALTER TABLE project DROP COLUMN opmerkingen",))
    before = contents(bare_database)
    log = Steps()
    with pytest.raises(RegisterError, match=r"raad\.plannen|depend"):
        upgrade_register(bare_database, log, [in_the_way])
    first, version = log.said[0]
    assert "raad.bouw" in first and "raad.plannen" in first and "raad.los" not in first
    assert version == SCHEMA_VERSION and same(before, contents(bare_database))
    with open_register(bare_database) as register:
        assert register.schema_differences() == []
    assert upgrade_register(bare_database, Steps(), [harmless]).after == SCHEMA_VERSION + 1
