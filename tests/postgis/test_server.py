"""A register on a server: who wrote cannot be forged, what cannot be is said once and clearly, nothing is left half made."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import date

import pytest
from postgis_server import GUARDED, OWNER, PASSWORD

from diwi_qgis.errors import RegisterError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.save import save
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import PostgisAddress, create_register, open_register
from diwi_qgis.store.people import set_user

TESTDAM = {"gemeentecode": "9999", "gemeente": "Testdam"}
PLAN = {"naam": "Plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


@pytest.fixture
def database(postgis_server):
    """A database with PostGIS and nothing else."""
    with postgis_server.database() as name:
        yield name


@pytest.fixture
def address(postgis_server, database):
    """Where a register may be made."""
    return PostgisAddress(postgis_server.parameters(database))


@pytest.fixture
def made(address):
    """A new register."""
    create_register(address, **TESTDAM).close()
    return address


@pytest.fixture
def clerk(postgis_server, made):
    """The register for somebody who may change all plans, without owning anything."""
    name = "medewerker"
    with closing(postgis_server.connect()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {name} LOGIN")
    with open_register(made, write=True) as register:
        set_user(register, name, "Mede Werker", "hoofdgebruiker")
    return PostgisAddress(postgis_server.parameters(made.parameters["dbname"], name))


# -- who wrote ---------------------------------------------------------------------------------------------------------------


def test_history_has_the_login_whatever_a_client_says(clerk, postgis_server):
    with open_register(clerk, write=True) as register:
        with register.transaction(user="een ander") as write:
            uuid = write.insert("project", [{**PLAN, "aangemaakt_door": "een ander"}])[0]
        register._file.execute("SET application_name = 'een ander'")
        with register.transaction() as write:
            write.update("project", [{"uuid": uuid, "naam": "Anders", "gewijzigd_door": "een ander"}])
            write.delete("project", [uuid])
        history = register.read("historie")
        mine = history[history["uuid"] == uuid]
    assert list(mine["op"]) == ["I", "U", "D"]
    assert set(mine["gebruiker"]) == {"medewerker"}
    assert "een ander" not in "".join(mine["rij"])


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij) VALUES ('project', 'x', 'I', now(), 'piet', '{}')",
        "UPDATE historie SET gebruiker = 'piet'",
        "DELETE FROM historie",
        "TRUNCATE historie",
        "DELETE FROM plancode",
        "UPDATE mijlpaal_prognose SET datum = '2020-01-01'",
        "UPDATE sessie SET bezig = true",
        "INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES (99, now(), 'x')",
        "ALTER TABLE project DISABLE TRIGGER USER",
        "DROP TRIGGER project_after_update ON project",
        "SET session_replication_role = replica",
        "CREATE FUNCTION diwi.volg_kalender(integer) RETURNS void LANGUAGE sql AS 'SELECT'",
    ],
)
def test_whoever_may_change_plans_may_not_touch_what_the_register_keeps_itself(clerk, statement):
    with open_register(clerk, write=True) as register:
        with register.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
            write.insert("mijlpaal", [{"project_uuid": uuid, "soort": "fase_concept", "gepland": date(2024, 1, 1)}])
        before = register.read("historie")
        with pytest.raises(RegisterError, match="rechten"):
            register._file.execute(statement)
        assert register.read("historie").equals(before)


def test_not_even_the_owner_changes_what_only_grows(made):
    with open_register(made, write=True) as register:
        for table in ("historie", "plancode", "mijlpaal_prognose"):
            for statement, said in (
                (f"UPDATE {table} SET fid = fid", "rechten"),
                (f"DELETE FROM {table}", "rechten"),
                (f"TRUNCATE {table}", "veranderen nooit"),
            ):
                with pytest.raises(RegisterError, match=said):
                    register._file.execute(statement)


def test_not_even_a_superuser_does_by_accident(made, postgis_server):
    with (
        closing(postgis_server.connect(made.parameters["dbname"])) as connection,
        connection.cursor() as cursor,
    ):
        for statement in (
            "UPDATE diwi.historie SET gebruiker = 'x'",
            "DELETE FROM diwi.historie",
            "TRUNCATE diwi.historie",
        ):
            with pytest.raises(Exception, match="veranderen nooit"):
                cursor.execute(statement)


def test_the_calendar_signs_what_it_did_and_nothing_else(made, clerk):
    """The owner can say that the calendar is at work; under its name goes no more than a state that followed from a date."""
    with open_register(made, write=True) as register:
        with register.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
        register._file.execute("UPDATE sessie SET bezig = true")
        with register.transaction() as write:
            write.update("project", [{"uuid": uuid, "naam": "Anders"}])
        history = register.read("historie")
    assert set(history[history["uuid"] == uuid]["gebruiker"]) == {OWNER}


def test_a_clerk_brings_states_in_step_by_opening_and_the_calendar_did_it(made, clerk):
    with open_register(made, write=True) as register:
        with register.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
            write.insert("mijlpaal", [{"project_uuid": uuid, "soort": "fase_concept", "gepland": date(2199, 1, 1)}])
        for statement in (
            "ALTER TABLE mijlpaal DISABLE TRIGGER USER",
            "UPDATE mijlpaal SET gepland = '2024-01-01'",
            "ALTER TABLE mijlpaal ENABLE TRIGGER USER",
        ):
            register._file.execute(statement)
    with open_register(clerk, write=True) as register:
        (stored,) = register.read("project").to_dict("records")
        last = register.read("historie").iloc[-1]
    assert (stored["fase"], stored["versie"], stored["gewijzigd_door"]) == ("concept", 1, OWNER)
    assert (last["uuid"], last["op"], last["gebruiker"]) == (uuid, "U", "kalender")


def test_two_parts_made_at_once_get_two_numbers(made):
    with open_register(made, write=True) as first, open_register(made, write=True) as second:
        with first.transaction() as write:
            mother = write.insert("project", [PLAN])[0]
        part = {**PLAN, "hoofdplan_uuid": mother}
        failed: list[BaseException] = []

        def add():
            try:
                with second.transaction() as write:
                    write.insert("project", [part])
            except BaseException as error:
                failed.append(error)

        with first.transaction() as write:
            write.insert("project", [part])
            thread = threading.Thread(target=add)
            thread.start()
            thread.join(0.5)
            assert thread.is_alive()  # it waits for the number
        thread.join(20)
        codes = sorted(first.read("project")["code"])
    assert not failed
    assert [code[13:] for code in codes] == ["", ".01", ".02"]


# -- what cannot be ----------------------------------------------------------------------------------------------------------


def with_parameters(address, **changed):
    return PostgisAddress({**address.parameters, **changed}, address.schema)


def refused(what, *words):
    """The message of a refusal, which has all these words and names no password."""
    with pytest.raises(RegisterError) as refusal:
        what()
    text = str(refusal.value)
    assert PASSWORD not in text and PASSWORD not in repr(refusal.value.__cause__)
    for word in words:
        assert word in text, text


def tables(server, database, schema):
    with closing(server.connect(database)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(%s)", [schema])
        return [name for (name,) in cursor.fetchall()]


def test_a_server_that_is_not_there_or_does_not_let_in_is_named(made, postgis_server):
    for changed, words in (
        ({"port": "1"}, "niet bereikbaar"),
        ({"host": "bestaat.invalid"}, "niet te vinden"),
        ({"dbname": "nergens"}, "bestaat niet"),
        ({"user": "niemand"}, "bestaat niet"),
        ({"user": GUARDED, "password": "verlopen"}, "laat u niet binnen"),
        ({"user": GUARDED}, "laat u niet binnen"),
        ({"service": "nergens"}, "service"),
    ):
        for use in (open_register, lambda address: create_register(address, **TESTDAM)):
            refused(lambda use=use, changed=changed: use(with_parameters(made, **changed)), words)


def test_a_password_is_used_and_shown_nowhere(made, postgis_server, capfd):
    from osgeo import gdal

    with open_register(made, write=True) as register:
        set_user(register, GUARDED, "Raadslid", "raadslid")
    address = with_parameters(made, user=GUARDED, password=PASSWORD)
    gdal.SetConfigOption("CPL_DEBUG", "ON")
    try:
        with open_register(address) as register:
            assert register.read("instelling")["waarde"].tolist()[0] == "9999"
            assert PASSWORD not in f"{register.name} {address} {address!r}"
            refused(lambda: open_register(address, write=True), "alleen lezen")
    finally:
        gdal.SetConfigOption("CPL_DEBUG", None)
    shown = "".join(capfd.readouterr())
    assert PASSWORD not in shown and "p@ss" not in shown


def test_a_server_without_postgis_is_told_what_to_do(postgis_server):
    with postgis_server.database("template1") as bare:
        address = PostgisAddress(postgis_server.parameters(bare))
        refused(lambda: create_register(address, **TESTDAM), "CREATE EXTENSION postgis")
        assert tables(postgis_server, bare, "diwi") == []


def test_an_old_server_is_refused(made, monkeypatch):
    from diwi_qgis.store.postgis import admission

    monkeypatch.setattr(admission, "OLDEST", 99)
    refused(lambda: open_register(made), "nodig is 99")


def test_without_the_right_to_make_a_schema_nothing_is_made(postgis_server, database):
    address = PostgisAddress(postgis_server.parameters(database, GUARDED) | {"password": PASSWORD})
    refused(lambda: create_register(address, **TESTDAM), "mag in deze database geen schema")
    assert tables(postgis_server, database, "diwi") == []


def test_tables_of_others_stay_and_are_named(postgis_server, database, address):
    postgis_server.run(
        "CREATE SCHEMA diwi", "CREATE TABLE diwi.project (id integer)", "INSERT INTO diwi.project VALUES (7)",
        "CREATE SCHEMA werk", "CREATE TABLE werk.project (id integer)", "CREATE TABLE werk.historie (id integer)",
        database=database, user=OWNER,
    )  # fmt: skip
    refused(lambda: create_register(address, **TESTDAM), "project", "niet aangeraakt")
    assert tables(postgis_server, database, "diwi") == ["project"]
    elsewhere = PostgisAddress(address.parameters, "wonen")
    with create_register(elsewhere, **TESTDAM) as register, register.transaction() as write:
        write.insert("project", [PLAN])
    refused(lambda: create_register(elsewhere, **TESTDAM), "bestaat al")
    refused(lambda: open_register(address), "geen register")
    with closing(postgis_server.connect(database)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM werk.project), (SELECT id FROM diwi.project)")
        assert cursor.fetchall() == [(0, 7)]


def test_a_schema_that_is_empty_or_holds_other_things_is_used(postgis_server, database, address):
    postgis_server.run("CREATE SCHEMA diwi", "CREATE TABLE diwi.kaart (id integer)", database=database, user=OWNER)
    create_register(address, **TESTDAM).close()
    with open_register(address) as register:
        assert register.schema_differences() == []


@pytest.mark.parametrize("schema", ['Wonen & "Zo"', "select", "ÉÉN schema"])
def test_any_name_of_a_schema_will_do(address, schema):
    odd = PostgisAddress(address.parameters, schema)
    with create_register(odd, **TESTDAM) as register:
        with register.transaction() as write:
            uuid = write.insert("project", [{**PLAN, "fase": "concept"}])[0]
        assert list(register.read("project")["uuid"]) == [uuid]
        assert register.schema_differences() == []


def test_postgis_may_be_in_a_schema_of_its_own(postgis_server):
    with postgis_server.database("template1") as name:
        postgis_server.run(
            "CREATE SCHEMA gis",
            "CREATE EXTENSION postgis SCHEMA gis",
            "GRANT USAGE ON SCHEMA gis TO PUBLIC",
            database=name,
        )
        with create_register(PostgisAddress(postgis_server.parameters(name)), **TESTDAM) as register:
            import shapely

            with register.transaction() as write:
                write.insert("project", [{**PLAN, "geom": shapely.box(0, 0, 1, 1)}])
                assert register.read("project")["geom"][0].area == 1
            assert register.read("project", near=(0, 0, 2, 2))["geom"][0].area == 1
            assert register.schema_differences() == []


def test_a_connection_that_breaks_in_the_middle_is_told_and_keeps_nothing(made, postgis_server):
    register = open_register(made, write=True)
    with pytest.raises(RegisterError, match=r"verbroken|bereikbaar"), register.transaction() as write:
        write.insert("project", [PLAN])
        postgis_server.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + made.parameters["dbname"]
            + "' AND pid <> pg_backend_pid()"
        )
        write.insert("project", [PLAN])
    register.close()
    with open_register(made) as register:
        assert register.read("project").empty


def test_two_imports_of_the_same_plans_at_once_make_them_once(made):
    plans = [
        Plan({**PLAN, "naam": f"P{number}", "extern_id": str(number), "vertrouwelijkheid": "openbaar"})
        for number in range(30)
    ]
    start, failed = threading.Barrier(2), []

    def take_in():
        try:
            with open_register(made, write=True) as register:
                lists = RegisterLists.read(register)
                start.wait(20)
                save(register, plans, lists)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=take_in) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failed
    with open_register(made) as register:
        assert sorted(register.read("project")["extern_id"]) == sorted(str(number) for number in range(30))


def test_who_waits_too_long_for_a_row_is_told(made):
    with open_register(made, write=True) as first, open_register(made, write=True) as second:
        with first.transaction() as write:
            uuid = write.insert("project", [PLAN])[0]
        second._file.execute("SET lock_timeout = 200")
        with first.transaction() as write:
            write.update("project", [{"uuid": uuid, "naam": "Eén"}])
            with pytest.raises(RegisterError, match="een ander wijzigt dit nu"), second.transaction() as other:
                other.update("project", [{"uuid": uuid, "naam": "Twee"}])
        assert first.read("project")["naam"][0] == "Eén"


def test_a_register_opened_to_read_cannot_be_written_by_any_way(made):
    with open_register(made) as register:
        with pytest.raises(RegisterError, match="om te lezen"), register.transaction():
            pass
        with pytest.raises(RegisterError, match="alleen-lezen"):
            register._file.execute("UPDATE project SET naam = 'x'")


def test_what_was_swallowed_is_not_kept_as_if_it_was_well(made):
    """After a refusal PostgreSQL undoes everything: no commit may say that it went well."""
    with open_register(made, write=True) as register:
        with pytest.raises(RegisterError, match="niets opgeslagen"), register.transaction() as write:
            write.insert("project", [PLAN])
            with pytest.raises(RegisterError):
                register._file.execute("SELECT kapot")
        assert register.read("project").empty


def test_every_table_can_be_read_and_its_labels_are_there(made, postgis_server):
    with open_register(made) as register:
        for table in TABLES:
            register.read(table.name)
        (text,) = register._file.query("SELECT obj_description('diwi.project'::regclass)")[0]
    assert text.startswith("Plan. ")


def test_nothing_is_left_open_in_a_transaction_after_reading(made, postgis_server):
    with open_register(made) as register:
        register.read("codelijst")
        with closing(postgis_server.connect()) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT state FROM pg_stat_activity WHERE datname = %s", [made.parameters["dbname"]])
            assert {state for (state,) in cursor.fetchall()} == {"idle"}
