"""Connections that break: in the middle of a commit, of reading, or while nobody looked. Nothing is half made, and work goes on."""

from __future__ import annotations

import random
import threading
import time
from datetime import date

import pytest
from bad_network import AFTER, BEFORE, BadNetwork

from diwi_qgis.errors import RegisterError
from diwi_qgis.store import PostgisAddress, copy_register, create_register, open_register

TESTDAM = {"gemeentecode": "9999", "gemeente": "Testdam"}
PLAN = {"naam": "Plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


@pytest.fixture
def network(postgis_server):
    with BadNetwork(postgis_server.port) as network:
        yield network


@pytest.fixture
def made(bare_database):
    create_register(bare_database, **TESTDAM).close()
    return bare_database


def through(network, address):
    return PostgisAddress({**address.parameters, "port": str(network.port)}, address.schema)


def hang_up(server, address):
    """Break every connection with the database of a register, as a server does that stops."""
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + address.parameters["dbname"] + "'"
    )


@pytest.mark.parametrize(("cut", "stored"), [(BEFORE, 0), (AFTER, 1)])
def test_who_loses_the_connection_in_a_commit_is_told_that_it_is_all_or_nothing(network, made, cut, stored):
    with open_register(through(network, made), write=True) as register:
        with pytest.raises(RegisterError, match="kijk wat er staat"), register.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
            write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 1}])
            network.cut = cut
        _settle(made, stored)
        # The same register goes on by itself, and sees what became of it.
        assert [len(register.read(table)) for table in ("project", "woningblok")] == [stored, stored]
        with register.transaction() as write:
            write.insert("project", [PLAN])
        assert len(register.read("project")) == stored + 1


def _settle(address, stored):
    """The server may need a moment to notice that a client is gone, or to end what it was told."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        with open_register(address) as register:
            if len(register.read("project")) == stored:
                return
        time.sleep(0.05)


@pytest.mark.parametrize("cut", [BEFORE, AFTER])
@pytest.mark.parametrize("make", ["new", "copy"])
def test_making_a_register_is_all_or_nothing_too(network, bare_database, register_path, make, cut):
    network.cut = cut
    target = through(network, bare_database)
    with pytest.raises(RegisterError, match="kijk wat er staat"):
        create_register(target, **TESTDAM) if make == "new" else copy_register(register_path, target)
    time.sleep(0.2)
    if cut == BEFORE:
        with pytest.raises(RegisterError, match="bestaat niet"):
            open_register(bare_database)
        create_register(bare_database, **TESTDAM).close()
    with open_register(bare_database) as register:
        assert register.schema_differences() == []
        assert register.setting("gemeente") == "Testdam"


def test_a_register_that_was_open_goes_on_after_the_server_was_away(made, postgis_server):
    with open_register(made, write=True) as register:
        with register.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
        for use in (
            lambda: register.setting("gemeente") == "Testdam",
            lambda: len(register.read("project")) == 1,
            lambda: len(register.plan_rows(uuid)["project"]) == 1,
        ):
            hang_up(postgis_server, made)
            assert use()
        hang_up(postgis_server, made)
        with register.transaction() as write:
            write.update("project", [{"uuid": uuid, "naam": "Anders"}])
        assert register._file.query("SHOW timezone") == [("UTC",)]
        assert register.read("project")["naam"][0] == "Anders"


def test_what_was_lost_with_a_transaction_is_not_taken_up_halfway(made, postgis_server):
    """After the break only what came later could be stored: then nothing is."""
    with open_register(made, write=True) as register:
        with pytest.raises(RegisterError), register.transaction() as write:
            write.insert("project", [PLAN])
            hang_up(postgis_server, made)
            with pytest.raises(RegisterError, match=r"verbroken|bereikbaar"):
                write.insert("project", [PLAN])
            write.insert("project", [PLAN])
        assert register.read("project").empty


def test_a_closed_register_stays_closed(made):
    register = open_register(made)
    register.close()
    with pytest.raises(RegisterError):
        register.setting("gemeente")


@pytest.mark.slow
def test_a_table_that_is_cut_off_while_it_is_read_is_never_a_shorter_table(made, postgis_server):
    rows = 30_000
    with open_register(made, write=True) as register:
        register._file.execute(
            "INSERT INTO bevinding (regel, ernst, melding) SELECT 'r', 'fout', repeat('x', 200) "
            f"FROM generate_series(1, {rows})"
        )
        whole = len(register.read("bevinding"))
        moments, found = random.Random(1), set()
        for _ in range(12):
            cut = threading.Timer(moments.uniform(0.0, 0.25), hang_up, (postgis_server, made))
            cut.start()
            try:
                found.add(len(register.read("bevinding")))
            except RegisterError as error:
                assert "bereikbaar" in str(error)
                found.add("told")
            cut.join()
    assert found <= {whole, "told"}
