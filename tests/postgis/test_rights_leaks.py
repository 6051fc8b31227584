"""What leaks in others' registers, and side channels: what one may not see tells nothing of itself."""

from __future__ import annotations

import select
import threading
from contextlib import closing
from dataclasses import replace

import pytest
from rights_world import OTHERS, code_of

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.rights import ROLLEN, Actie
from diwi_qgis.model.table_rights import TABLE_RIGHTS, UNSEEN
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import PostgisAddress, open_register
from diwi_qgis.store.acts import Kind
from diwi_qgis.store.people import set_group, set_owners, set_user
from diwi_qgis.store.postgis import access, past
from diwi_qgis.store.postgis.grants import PROCEDURES
from diwi_qgis.store.postgis.rights import FOR_ALL

NOWHERE = "00000000-0000-4000-8000-000000000000"
READABLE = list(TABLE_RIGHTS)


@pytest.fixture
def copy(world):
    """A copy of the world, to be changed: with the same users, who may reach it."""
    with world.server.database(world.address.parameters["dbname"]) as name:
        yield CopiedWorld(world, name)


class CopiedWorld:
    def __init__(self, world, name):
        self.address = PostgisAddress({**world.address.parameters, "dbname": name})
        self.plan, self.groups, self.login, self.server = world.plan, world.groups, world.login, world.server

    def register(self, rol="", write=True):
        user = self.login(rol) if rol else self.address.parameters["user"]
        return open_register(replace(self.address, parameters={**self.address.parameters, "user": user}), write=write)

    def sees(self, rol, statement="SELECT uuid FROM project", *values):
        with self.register(rol, write=False) as register:
            return {row[0] for row in register._file.query(statement, values or None)}


# -- found in DIWI ------------------------------------------------------------------------------------------------------------


def test_v1_sums_over_all_plans_leave_out_what_a_council_member_may_not_see(world):
    """There a council member got the 500 dwellings of a private plan in the charts."""
    with world.session("raadslid") as session:
        total = session.value("SELECT sum(aantal) FROM woningblok")
    assert total == sum(
        plan.dwellings for plan in world.plans if plan.level not in ("prive", "intern_ambtelijk", "intern_bestuurlijk")
    )
    assert total < sum(plan.dwellings for plan in world.plans)


def test_v2_who_sees_no_plan_gets_empty_answers_and_no_fault(copy):
    with copy.register() as register, register.transaction() as write:
        write.delete("groep_lid", [row[0] for row in register._file.query("SELECT uuid FROM groep_lid")])
    for rol in ("extern", "functioneel_beheerder"):
        with copy.register(rol, write=False) as register:
            frames = register.read_many(READABLE)
            assert len(frames["project"]) == len(frames["woningblok"]) == len(frames["bevinding"]) == 0
            assert len(frames["codelijst"]) > 0
            assert register.plan_rows(copy.plan("openbaar").uuid)["project"] == []
            assert register._file.query("SELECT sum(aantal), count(*) FROM woningblok") == [(None, 0)]


def test_v5_who_is_taken_out_of_a_group_sees_nothing_from_then_on_also_in_an_open_session(copy):
    plan = copy.plan("prive", "extern")
    with copy.register("extern") as theirs:
        assert theirs.plan_rows(plan.uuid)["woningblok"] and theirs.plan_history(plan.uuid)
        with copy.register() as register, register.transaction() as write:
            user = register._file.query("SELECT uuid FROM gebruiker WHERE inlognaam = %s", [copy.login("extern")])[0][0]
            write.delete(
                "groep_lid",
                [
                    row[0]
                    for row in register._file.query("SELECT uuid FROM groep_lid WHERE gebruiker_uuid = %s", [user])
                ],
            )
        assert not any(theirs.plan_rows(plan.uuid).values()) and theirs.plan_history(plan.uuid) == []
        for table in TABLE_RIGHTS:
            if TABLE_RIGHTS[table].of_plan:
                assert theirs.read(table).empty, table
        assert not theirs.rights([plan.uuid]).may(Actie.WIJZIGEN, plan.uuid)


@pytest.mark.parametrize("change", ["actief = false", "inlognaam = NULL", "rol = 'extern'"])
def test_v5_nor_does_who_is_made_inactive_or_gets_another_role(copy, change):
    with copy.register("gebruiker") as theirs:
        before = len(theirs.read("project"))
        with copy.register() as register:
            register._file.execute(f"UPDATE gebruiker SET {change} WHERE inlognaam = %s", [copy.login("gebruiker")])
        own = 2 * 7 if change.startswith("rol") else 0
        assert len(theirs.read("project")) == own < before
        with pytest.raises(RegisterError), theirs.transaction() as write:
            write.update("project", [{"uuid": copy.plan("openbaar").uuid, "naam": "x"}])


def test_3_8_1_knowing_the_uuid_of_a_plan_opens_nothing_below_it(world):
    hidden = world.plan("prive")
    for rol in ROLLEN:
        with open_register(world.address_of(rol)) as register:
            found = register.plan_rows(hidden.uuid)
            # A functional manager knows whose it is, and nothing else.
            assert {table for table, rows in found.items() if rows} <= (
                {"project_groep"} if rol == "functioneel_beheerder" else set()
            )
            assert register.plan_history(hidden.uuid) == [] and register.plan_shapes(hidden.uuid) == {}
            assert register.acts(hidden.uuid) == []
        with world.session(rol) as session:
            for table, column, value in _pointing(hidden):
                seen = session.value(f"SELECT count(*) FROM {table} WHERE {column} = %s", value)
                assert seen == (
                    1 if rol == "functioneel_beheerder" and table in ("project_groep", "plancode") else 0
                ), (rol, table)
            for table in UNSEEN:
                assert "permission denied" in session.attempt(f"SELECT count(*) FROM {table}")[1]


def _pointing(plan):
    for table in TABLES:
        if table.name in UNSEEN:  # asking for a row is refused as such
            continue
        for column in table.columns:
            if column.name in ("project_uuid", "plan_uuid", "ander_uuid", "hoofdplan_uuid"):
                yield table.name, column.name, plan.uuid
            if column.name == "woningblok_uuid":
                yield table.name, column.name, plan.block


def test_3_8_4_users_and_externals_do_not_change_the_definition_of_properties(world):
    for rol in ("gebruiker", "extern", "collegelid"):
        with world.session(rol) as session:
            for statement in (
                "UPDATE eigenschap SET naam = 'x'",
                "DELETE FROM eigenschap",
                "INSERT INTO eigenschap (naam) VALUES ('x')",
            ):
                done, said = session.attempt(statement)
                assert not done and "eigenschap" in said


def test_3_8_5_a_chief_user_does_not_change_blocks_and_parcels_of_private_plans_of_others(world):
    hidden = world.plan("prive")
    with world.session("hoofdgebruiker") as session:
        for statement, value in (
            ("UPDATE woningblok SET aantal = 0 WHERE uuid = %s", hidden.block),
            ("DELETE FROM perceel_koppeling WHERE project_uuid = %s", hidden.uuid),
            ("UPDATE woningblok SET aantal = 0 WHERE project_uuid = %s", hidden.uuid),
            ("DELETE FROM verdeling WHERE woningblok_uuid = %s", hidden.block),
        ):
            assert session.run(statement, value) == 0
        assert not session.succeeds("INSERT INTO woningblok (project_uuid, naam) VALUES (%s, 'x')", hidden.uuid)


# -- side channels ------------------------------------------------------------------------------------------------------------

BELOW = {
    "woningblok": ("project_uuid, naam", "'x'"),
    "mijlpaal": ("project_uuid, soort, gepland", "'start_bouw', '2026-01-01'"),
    "document": ("project_uuid, titel, pad", "'x', 'x'"),
    "bevinding": ("project_uuid, regel, ernst, melding", "'x', 'fout', 'x'"),
    "vergunning": ("project_uuid, zaaknummer", "'x'"),
    "perceel_koppeling": ("project_uuid, identificatie, aanduiding, oppervlakte, aandeel", "'12345678901234', 'x', 1, 1"),
    "verdeling": ("woningblok_uuid, kenmerk, categorie, aantal", "'woningtype', 'x', 1"),
    "oplevering": ("woningblok_uuid, datum, aantal", "'2026-01-01', 1"),
}  # fmt: skip


@pytest.mark.parametrize("rol", ["hoofdgebruiker", "gebruiker", "extern"])
def test_a_plan_that_one_may_not_see_is_refused_in_the_very_words_of_one_that_is_not_there(world, rol):
    hidden, own = world.plan("prive"), world.plan("openbaar", rol)
    with world.session(rol) as session:
        for table, (columns, values) in BELOW.items():
            statement = f"INSERT INTO {table} ({columns}) VALUES (%s, {values})"
            real = hidden.block if columns.startswith("woningblok") else hidden.uuid
            _same(session, statement, real)
        _same(session, "UPDATE woningblok SET project_uuid = %s WHERE uuid = %s", hidden.uuid, own.block)
        _same(session, "UPDATE verdeling SET woningblok_uuid = %s WHERE woningblok_uuid = %s", hidden.block, own.block)
        _same(session, "UPDATE document SET project_uuid = %s WHERE project_uuid = %s", hidden.uuid, own.uuid)
        if rol != "extern":
            plan = "INSERT INTO project (hoofdplan_uuid, naam, start_datum, eind_datum) VALUES (%s, 'x', '2024-01-01', '2030-01-01')"
            _same(session, plan, hidden.uuid)
            _same(session, "UPDATE project SET hoofdplan_uuid = %s WHERE uuid = %s", hidden.uuid, own.uuid)
            finding = "INSERT INTO bevinding (ander_uuid, project_uuid, regel, ernst, melding) VALUES (%s, %s, 'x', 'fout', 'x')"
            _same(session, finding, hidden.uuid, own.uuid)


def _same(session, statement, hidden, *more):
    done, said = session.attempt(statement, hidden, *more)
    nowhere = session.attempt(statement, NOWHERE, *more)
    assert (done, said) == nowhere
    assert not done and hidden not in said and "geheim" not in said and said, (statement, said)


def test_what_is_refused_is_said_in_both_languages_through_the_store(world):
    with open_register(world.address_of("gebruiker"), write=True) as register:
        for row, words in (
            ({"project_uuid": world.plan("prive").uuid, "naam": "x"}, "geen plan dat u mag zien / "),
            ({"project_uuid": world.plan("openbaar").uuid, "naam": "x"}, "dit plan mag u niet wijzigen"),
        ):
            with pytest.raises(RegisterError) as refusal, register.transaction() as write:
                write.insert("woningblok", [row])
            assert words.split(" / ")[0] in refusal.value.text.nl and "may" in refusal.value.text.en
            assert (
                "policy" not in str(refusal.value)
                and "/" not in refusal.value.text.nl.replace("@127.0.0.1", "").split("': ")[1]
            )


def test_what_a_client_writes_in_the_columns_of_rights_means_nothing(world):
    own = world.plan("intern_ambtelijk", "gebruiker")
    everybody = "(SELECT array_agg(i) FROM generate_series(1, 100) AS i)"
    with world.session("gebruiker") as session:
        before = session.rows("SELECT _niveau, _groepen FROM project WHERE uuid = %s", own.uuid)
        session.run(f"UPDATE project SET _niveau = 6, _groepen = {everybody} WHERE uuid = %s", own.uuid)
        session.run(f"UPDATE woningblok SET _niveau = 6, _groepen = {everybody} WHERE uuid = %s", own.block)
        session.run(
            f"UPDATE verdeling SET _niveau = 6, _plan = NULL, _groepen = {everybody} WHERE woningblok_uuid = %s",
            own.block,
        )
        fid = session.value(
            f"INSERT INTO document (project_uuid, titel, pad, _niveau, _groepen) VALUES (%s, 'x', 'x', 6, {everybody}) RETURNING fid",
            own.uuid,
        )
        for table, column, value in (
            ("project", "uuid", own.uuid),
            ("woningblok", "uuid", own.block),
            ("verdeling", "woningblok_uuid", own.block),
            ("document", "fid", fid),
        ):
            assert session.rows(f"SELECT _niveau, _groepen FROM {table} WHERE {column} = %s", value) == before
        assert session.value("SELECT _plan FROM verdeling WHERE woningblok_uuid = %s", own.block) == own.uuid


@pytest.mark.parametrize("level", ["prive", "intern_raad"])
def test_who_makes_a_plan_owns_it(copy, level):
    plan = {"naam": "Nieuw", "start_datum": "2024-01-01", "eind_datum": "2030-01-01", "vertrouwelijkheid": level}
    with copy.register("gebruiker") as register:
        made = []
        for _ in range(2):
            with register.transaction() as write:
                made += write.insert("project", [{**plan, "start_datum": None} | _dates()])
                write.insert("woningblok", [{"project_uuid": made[-1], "naam": "blok", "aantal": 3}])
                write.insert("project", [{**plan, "hoofdplan_uuid": made[-1]} | _dates()])
        rights = register.rights(made)
        assert all(
            rights.may(actie, uuid) for actie in (Actie.WIJZIGEN, Actie.VERWIJDEREN, Actie.EIGENAARS) for uuid in made
        )
        groups = register.read("project_groep")
        assert groups[groups["project_uuid"].isin(made)]["groep_uuid"].nunique() == 1
    if level == "prive":
        assert not set(made) & copy.sees("hoofdgebruiker")
    with copy.register("gebruiker") as register, register.transaction() as write:
        write.delete(
            "project", [uuid for (uuid,) in register._file.query("SELECT uuid FROM project WHERE naam = 'Nieuw'")]
        )


def _dates():
    from datetime import date

    return {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


def test_nobody_makes_himself_blind_to_a_private_plan(world):
    with world.session("gebruiker") as session:
        of_plan = "DELETE FROM project_groep WHERE project_uuid = %s"
        assert "zelf niet meer" in session.attempt(of_plan, world.plan("prive", "gebruiker").uuid)[1]
        assert session.attempt(of_plan, world.plan("openbaar", "gebruiker").uuid) == (True, "")
    with world.session("hoofdgebruiker") as session:
        to_private = "UPDATE project SET vertrouwelijkheid = 'prive' WHERE uuid = %s"
        assert "geen plan dat u mag zien" in session.attempt(to_private, world.plan("openbaar").uuid)[1]
        assert session.succeeds(to_private, world.plan("openbaar", "hoofdgebruiker").uuid)


def test_a_permit_is_taken_to_ones_own_plan_and_to_no_other(world):
    link = "UPDATE vergunning SET project_uuid = %s WHERE project_uuid IS NULL"
    with world.session("gebruiker") as session:
        assert session.succeeds(link, world.plan("openbaar", "gebruiker").uuid)
        assert "mag u niet wijzigen" in session.attempt(link, world.plan("openbaar").uuid)[1]
        assert "geen plan dat u mag zien" in session.attempt(link, world.plan("prive").uuid)[1]
    with world.session("extern") as session:
        assert session.run(link, world.plan("openbaar", "extern").uuid) == 0


def test_an_external_does_not_decide_who_sees_a_plan(world):
    own = world.plan("intern_ambtelijk", "extern").uuid
    with world.session("extern") as session:
        for change in ("vertrouwelijkheid = 'openbaar'", "eigenaar = 'x@y.nl'"):
            done, said = session.attempt(f"UPDATE project SET {change} WHERE uuid = %s", own)
            assert not done and "mag u niet wijzigen" in said
        assert session.succeeds(
            "UPDATE project SET naam = 'x', vertrouwelijkheid = vertrouwelijkheid WHERE uuid = %s", own
        )


def test_no_function_gives_what_the_table_does_not(world):
    """History is brought back, and acts are closed, only of plans that one may change."""
    hidden = world.plan("prive")
    with world.session() as session:
        lines = dict(session.rows("SELECT uuid, max(fid) FROM historie WHERE tabel = 'woningblok' GROUP BY uuid"))
    with world.session("gebruiker") as session:
        for statement, value in (
            ("SELECT zet_terug(ARRAY[%s])", lines[hidden.block]),
            ("SELECT zet_terug(ARRAY[%s])", lines[world.plan("openbaar").block]),
            ("SELECT sluit_handeling(%s, '{\"na\": 0}')", hidden.uuid),
            ("SELECT sluit_handeling(%s, '{\"na\": 0}')", NOWHERE),
        ):
            done, said = session.attempt(statement, value)
            assert not done and "mag wijzigen" in said
        own = world.plan("prive", "gebruiker")
        session.run("DELETE FROM verdeling WHERE woningblok_uuid = %s", own.block)
        session.run("DELETE FROM oplevering WHERE woningblok_uuid = %s", own.block)
        session.run("DELETE FROM eigenschap_waarde WHERE woningblok_uuid = %s", own.block)
        session.run("DELETE FROM woningblok WHERE uuid = %s", own.block)
        session.run("SELECT zet_terug(ARRAY[%s])", lines[own.block])
        assert session.value("SELECT aantal FROM woningblok WHERE uuid = %s", own.block) == own.dwellings
        assert session.value("SELECT _niveau FROM woningblok WHERE uuid = %s", own.block) == 0


def test_what_was_private_does_not_come_back_through_the_history_for_who_sees_the_plan_now(copy):
    plan = copy.plan("prive")
    with copy.register() as register:
        line = register._file.query("SELECT max(fid) FROM historie WHERE uuid = %s", [plan.block])[0][0]
        with register.transaction() as write:
            write.update("project", [{"uuid": plan.uuid, "vertrouwelijkheid": "openbaar"}])
    with copy.register("hoofdgebruiker") as register, pytest.raises(RegisterError, match="mag wijzigen"):
        register._file.query("SELECT zet_terug(ARRAY[%s])", [line])


def test_only_the_functions_meant_for_it_can_be_called(world):
    with world.session("gebruiker") as session:
        callable_ = session.rows(
            "SELECT p.proname FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = 'diwi' "
            "AND has_function_privilege(p.oid, 'EXECUTE')"
        )
    meant = {name.split("(")[0] for name in (*FOR_ALL, past.FUNCTION, *PROCEDURES)}
    assert {name for (name,) in callable_} == meant
    with world.session("raadslid") as session:
        for name in ("begin_handeling()", "volg_kalender()", "zet_terug(ARRAY[1])"):
            assert "permission denied" in session.attempt(f"SELECT {name}")[1]


def test_nobody_becomes_another(world):
    with world.session("gebruiker") as session:
        everything = session.value("SELECT count(*) FROM project")
        for statement in (
            f"SET ROLE {world.address.parameters['user']}",
            f"SET SESSION AUTHORIZATION {world.login('hoofdgebruiker')}",
            "SET row_security = off; SELECT 1 FROM project",
            "ALTER TABLE project DISABLE ROW LEVEL SECURITY",
            "DROP POLICY zien ON project",
            "CREATE FUNCTION diwi.mijn_rol(x integer) RETURNS text LANGUAGE sql AS 'SELECT 1'",
            "SELECT * FROM plan_toegang",
            "SELECT * FROM sessie",
        ):
            done, said = session.attempt(statement)
            assert not done and said, statement
        session.run("SET diwi.niveau = 9; SET diwi.gebruiker = 'hoofdgebruiker'; SET application_name = 'x'")
        assert session.value("SELECT count(*) FROM project") == everything


def test_writing_through_a_trigger_of_ones_own_is_refused_as_well(world):
    visible, hidden = world.plan("openbaar"), world.plan("prive")
    with world.session("gebruiker") as session:
        session.run("CREATE TEMP TABLE opstap (uuid text)")
        session.run(
            "CREATE FUNCTION pg_temp.sprong() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE diwi.project SET naam = 'x' "
            "WHERE uuid = NEW.uuid; RETURN NEW; END $$"
        )
        session.run("CREATE TRIGGER s AFTER INSERT ON opstap FOR EACH ROW EXECUTE FUNCTION pg_temp.sprong()")
        assert "mag u niet wijzigen" in session.attempt("INSERT INTO opstap VALUES (%s)", visible.uuid)[1]
        session.run("INSERT INTO opstap VALUES (%s)", hidden.uuid)
    with world.session() as session:
        assert session.value("SELECT count(*) FROM project WHERE naam = 'x'") == 0


def test_a_condition_that_talks_hears_no_hidden_row(world):
    """A cheap function in a WHERE is evaluated before the policy unless the database takes care."""
    with world.session("raadslid") as session:
        session.run(
            "CREATE FUNCTION pg_temp.klap(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS "
            "$$ BEGIN RAISE NOTICE '%', t; RETURN true; END $$"
        )
        session.run("SET client_min_messages = notice")
        session.rows("SELECT count(*) FROM project WHERE pg_temp.klap(opmerkingen)")
        session.rows("SELECT count(*) FROM historie WHERE pg_temp.klap(rij)")
        heard = "".join(session.cursor.connection.notices)
    assert "geheim openbaar" in heard
    assert "geheim prive" not in heard and "geheim intern_ambtelijk" not in heard


def test_estimates_tell_nothing_of_what_plans_say(copy):
    """EXPLAIN estimates by statistics over all rows: of what plans say none are kept."""
    with closing(copy.server.connect(copy.address.parameters["dbname"], copy.address.parameters["user"])) as connection:
        connection.cursor().execute("SET search_path = diwi, public; ANALYZE")
    with copy.register("raadslid", write=False) as register:

        def estimate(condition, table="project"):
            return register._file.query(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {table} WHERE {condition}")[0][0][0][
                "Plan"
            ]["Plan Rows"]

        for table, column, there, not_there in (
            ("project", "vertrouwelijkheid", "prive", "onzin"),
            ("project", "naam", "Plan prive van anderen", "onzin"),
            ("woningblok", "naam", "blok", "onzin"),
            ("afspraak", "onderwerp", "overig", "onzin"),
            ("project", "_niveau", "0", "77"),
        ):
            assert estimate(f"{column} = '{there}'", table) == estimate(f"{column} = '{not_there}'", table), (
                table,
                column,
            )
        assert register._file.query(
            "SELECT count(*) FROM pg_stats WHERE schemaname = 'diwi' AND tablename = 'project' AND attname = 'naam'"
        ) == [(0,)]


def test_what_we_show_of_a_number_of_rows_is_counted_not_estimated(world, qgis_app):
    """The server's own estimate of a table's size is open to everybody and counts all rows: our layers do not ask for it."""
    from qgis.core import QgsDataSourceUri, QgsVectorLayer

    uri, given = QgsDataSourceUri(), world.address_of("raadslid").parameters
    uri.setConnection(given["host"], given["port"], given["dbname"], given["user"], "")
    uri.setDataSource("diwi", "project", "geom", "", "fid")
    layer = QgsVectorLayer(uri.uri(False), "project", "postgres")
    with world.session("raadslid") as session:
        assert layer.featureCount() == session.value("SELECT count(*) FROM project")


def test_sequences_are_closed(world):
    with world.session("gebruiker") as session:
        for call in (
            "SELECT last_value FROM project_fid_seq",
            "SELECT nextval('project_fid_seq')",
            "SELECT currval('historie_fid_seq')",
        ):
            assert "permission denied" in session.attempt(call)[1]
        assert session.rows("SELECT 1 FROM pg_sequences WHERE schemaname = 'diwi' AND last_value IS NOT NULL") == []


def test_who_listens_hears_the_name_of_a_table_and_nothing_else(world):
    """Everybody in a database may LISTEN (decision 0016)."""
    hidden = world.plan("prive")
    with closing(world.server.connect(world.address.parameters["dbname"], world.login(OTHERS))) as outsider:
        with world.session() as session, outsider.cursor() as cursor:
            cursor.execute(f"LISTEN {session.value('SELECT diwi.meldkanaal()')}")
        with open_register(world.address, write=True) as register, register.transaction() as write:
            write.update("woningblok", [{"uuid": hidden.block, "aantal": 77}])
        heard = set()
        while "woningblok" not in heard and select.select([outsider], [], [], 10)[0]:
            outsider.poll()
            heard |= {notice.payload for notice in outsider.notifies}
    assert "woningblok" in heard and heard <= {table.name for table in TABLES}


def test_a_receipt_that_names_a_plan_is_seen_by_who_sees_the_plan(world):
    with world.session("hoofdgebruiker") as session:
        assert [name for (name,) in session.rows("SELECT naam FROM leveringsronde")] == ["openbaar"]
    with open_register(world.address) as register:
        assert code_of(register, world.plan("prive")) in "".join(register.read("leveringsronde")["ontvangstbewijs"])


# -- rights that change -------------------------------------------------------------------------------------------------------


def test_when_a_plan_becomes_more_open_or_closed_all_that_is_below_it_follows(copy):
    plan = copy.plan("openbaar")
    counts = {}
    for level in ("prive", "openbaar"):
        with copy.register() as register, register.transaction() as write:
            write.update("project", [{"uuid": plan.uuid, "vertrouwelijkheid": level}])
        with copy.register("gebruiker", write=False) as register:
            rows = register.plan_rows(plan.uuid)
            counts[level] = {table: len(found) for table, found in rows.items()}
            assert register.rights([plan.uuid]).may(Actie.BEKIJKEN, plan.uuid) == (level == "openbaar")
    assert not any(counts["prive"].values())
    assert all(counts["openbaar"].values()), counts


def test_when_a_plan_gets_other_owners_all_that_is_below_it_follows(copy):
    plan = copy.plan("prive")
    with copy.register() as register:
        assert not copy.sees("extern", "SELECT project_uuid FROM document WHERE project_uuid = %s", plan.uuid)
        set_owners(register, [plan.code], ["Groep extern"])
        assert copy.sees("extern", "SELECT project_uuid FROM document WHERE project_uuid = %s", plan.uuid)
        with copy.register("extern", write=False) as theirs:
            assert all(theirs.plan_rows(plan.uuid).values())
            assert theirs.plan_history(plan.uuid)  # of before, too: it is theirs now
        set_owners(register, [plan.uuid], ["Groep anderen"])
        assert not copy.sees("extern", "SELECT _plan FROM verdeling WHERE _plan = %s", plan.uuid)


def test_a_block_that_moves_to_another_plan_takes_its_parts_along(copy):
    public, hidden = copy.plan("openbaar"), copy.plan("prive")
    below = ("verdeling", "oplevering", "eigenschap_waarde", "bevinding")
    with copy.register() as register:
        for target, seen in ((hidden, False), (public, True)):
            with register.transaction() as write:
                write.update("woningblok", [{"uuid": public.block, "project_uuid": target.uuid}])
            with copy.register("gebruiker", write=False) as theirs:
                for table in below:
                    found = theirs._file.query(f"SELECT 1 FROM {table} WHERE woningblok_uuid = %s", [public.block])
                    assert bool(found) == seen, table


def test_history_is_seen_when_the_plan_is_and_was(copy):
    plan = copy.plan("prive")

    def change(**values):
        with copy.register() as register, register.transaction() as write:
            write.update("project", [{"uuid": plan.uuid, **values}])

    def lines(rol):
        with copy.register(rol, write=False) as register:
            return [
                (line["rij"]["naam"], line["rij"]["vertrouwelijkheid"])
                for line in register.plan_history(plan.uuid)
                if line["tabel"] == "project"
            ]

    change(naam="Geheim")
    change(vertrouwelijkheid="openbaar")
    change(naam="Open")
    assert lines("raadslid") == [("Geheim", "openbaar"), ("Open", "openbaar")]
    assert lines("openbaar") == []
    change(vertrouwelijkheid="prive", naam="Weer geheim")
    assert lines("raadslid") == lines("hoofdgebruiker") == []


def test_the_history_of_a_deleted_plan_is_seen_by_who_saw_the_plan(copy):
    plans = [copy.plan("openbaar", "gebruiker"), copy.plan("prive", "gebruiker")]
    with copy.register("gebruiker") as register:
        with register.transaction() as write:
            write.delete("project", [plan.uuid for plan in plans])
        assert all(register.plan_history(plan.uuid) for plan in plans)
        assert register.read("project")["uuid"].isin([plan.uuid for plan in plans]).sum() == 0
    for rol, seen in (("raadslid", [True, False]), ("hoofdgebruiker", [True, False]), ("extern", [False, False])):
        with copy.register(rol, write=False) as register:
            assert [bool(register.plan_history(plan.uuid)) for plan in plans] == seen, rol
    with copy.register("gebruiker") as register, register.transaction() as write:
        assert write.bring_back("project", [plans[1].uuid]) == [plans[1].uuid]


def test_what_is_added_while_a_plan_is_being_closed_is_closed(copy):
    plan = copy.plan("openbaar", "gebruiker")
    with copy.register() as owner, copy.register("gebruiker") as clerk:
        started, failed = threading.Event(), []

        def add():
            started.set()
            try:
                with clerk.transaction() as write:
                    write.insert("document", [{"project_uuid": plan.uuid, "titel": "ondertussen", "pad": "x"}])
            except BaseException as error:
                failed.append(error)

        with owner.transaction() as write:
            write.update("project", [{"uuid": plan.uuid, "vertrouwelijkheid": "prive"}])
            thread = threading.Thread(target=add)
            thread.start()
            started.wait()
            thread.join(0.5)
        thread.join(20)
    assert not failed
    assert not copy.sees("raadslid", "SELECT titel FROM document WHERE project_uuid = %s", plan.uuid)
    assert "ondertussen" in copy.sees("gebruiker", "SELECT titel FROM document WHERE project_uuid = %s", plan.uuid)


# -- people -------------------------------------------------------------------------------------------------------------------


def test_a_functional_manager_keeps_users_and_groups_and_sees_no_plan(world):
    """A login gets in because it stands in the table, and is out when it does not; nobody gave it a right by hand."""
    login = world.login("nieuw")
    world.server.run(f"CREATE ROLE {login} LOGIN")
    with open_register(world.address_of("functioneel_beheerder"), write=True) as register:
        assert register.read("project").empty
        hidden = world.plan("prive", OTHERS)
        new = PostgisAddress({**world.address.parameters, "user": login})
        with pytest.raises(RegisterError, match="rechten"):
            open_register(new)
        set_user(register, login, "Nieuw", "gebruiker", "nieuw@testdam.nl")
        set_group(register, "Nieuwelingen", [login])
        set_owners(register, [hidden.code], ["Groep anderen", "Nieuwelingen"])
        with open_register(new, write=True) as theirs:
            assert theirs.rights([hidden.uuid]).may(Actie.WIJZIGEN, hidden.uuid)
            set_group(register, "Nieuwelingen", [])
            assert not theirs.rights([hidden.uuid]).may(Actie.BEKIJKEN, hidden.uuid)
            set_user(register, login, "Nieuw", "gebruiker", actief=False)
            with pytest.raises(RegisterError, match="rechten"):
                theirs.read("codelijst")
        set_owners(register, [hidden.code], ["Groep anderen"])
        set_group(register, "Nieuwelingen", [])


def test_rights_are_told_beforehand_with_the_reason(world):
    plans = [plan.uuid for plan in world.plans]
    with open_register(world.address_of("gebruiker")) as register:
        rights = register.rights(plans)
        own, other, hidden = (world.plan(*of).uuid for of in (("prive", "gebruiker"), ("openbaar",), ("prive",)))
        assert rights.may(Actie.WIJZIGEN, own) and rights.may(Actie.AANMAKEN)
        assert "u hoort niet bij een groep" in rights.refusal(Actie.WIJZIGEN, other).nl
        assert rights.refusal(Actie.WIJZIGEN, hidden) == rights.refusal(Actie.WIJZIGEN, NOWHERE)
        assert "lijst" in rights.refusal(Actie.LIJSTEN).nl and "Gebruiker" in rights.refusal(Actie.LIJSTEN).nl
    with open_register(world.address) as register:
        assert register.rights(plans).may(Actie.VERWIJDEREN, plans[0]) and register.rights().may(Actie.GEBRUIKERS)
    with open_register(world.address_of("extern")) as register:
        assert register.rights().closed_columns("project") == ("vertrouwelijkheid", "hoofdplan_uuid", "eigenaar")


def test_two_registers_on_one_server_know_nothing_of_each_others_users(world):
    from diwi_qgis.store import create_register

    with world.server.database() as name:
        other = PostgisAddress(world.server.parameters(name))
        create_register(other, gemeentecode="9998", gemeente="Andersdam").close()
        with pytest.raises(RegisterError, match="rechten"):
            open_register(PostgisAddress({**other.parameters, "user": world.login("hoofdgebruiker")}))


def test_without_the_right_to_make_roles_the_register_is_made_and_an_administrator_opens_it(world):
    from diwi_qgis.store import create_register
    from diwi_qgis.store.postgis.database import PostgisDatabase
    from diwi_qgis.store.postgis.grants import for_administrator, give_rights

    server, login = world.server, world.login("hoofdgebruiker")
    owner = f"{world.address.parameters['dbname']}_eigenaar"
    server.run(f"CREATE ROLE {owner} LOGIN")
    with server.database() as name:
        server.run(f"ALTER DATABASE {name} OWNER TO {owner}")
        address = PostgisAddress(server.parameters(name, owner))
        with create_register(address, gemeentecode="9998", gemeente="Andersdam") as register:
            set_user(register, login, "Chef", "hoofdgebruiker")
        theirs = PostgisAddress({**address.parameters, "user": login})
        with pytest.raises(RegisterError, match="rechten"):
            open_register(theirs)
        with closing(PostgisDatabase(address, write=True)) as database:
            server.run(*for_administrator(database).splitlines())
            with database.transaction():
                assert give_rights(database)
        with open_register(theirs, write=True) as register:
            assert register.rights().rol == "hoofdgebruiker"


def test_columns_of_rights_are_none_of_the_models(world):
    declared = {column.name for table in TABLES for column in table.all_columns}
    own = {name for table in TABLES for name in access.columns(table)}
    assert own and all(name.startswith("_") for name in own) and not own & declared
    with open_register(world.address) as register:
        assert register.schema_differences() == []
        assert not own & set(register.read("project").columns)


# -- acts ---------------------------------------------------------------------------------------------------------------------


def test_a_user_takes_back_what_he_did_and_the_plan_is_as_private_as_it_was(copy):
    plan = copy.plan("prive", "gebruiker")
    with copy.register("gebruiker") as register:
        before = {table: len(rows) for table, rows in register.plan_rows(plan.uuid).items()}
        with register.transaction() as write, write.act(Kind.DELETE, plan.uuid, "weg"):
            write.delete("project", [plan.uuid])
        (act,) = register.acts(plan.uuid)
        with register.transaction() as write:
            write.take_back(plan.uuid, act)
        assert {table: len(rows) for table, rows in register.plan_rows(plan.uuid).items() if table != "bevinding"} == {
            table: count for table, count in before.items() if table != "bevinding"
        }
        assert register.rights([plan.uuid]).may(Actie.WIJZIGEN, plan.uuid)
    for rol in ("hoofdgebruiker", "raadslid", "extern"):
        assert plan.uuid not in copy.sees(rol)
        with copy.register(rol, write=False) as register:
            assert register.plan_history(plan.uuid) == [] and register.acts(plan.uuid) == []


def test_an_act_about_plans_of_others_is_not_half_taken_back(copy):
    """A chief user merged a private plan of his own with one of the user's: of that act the user sees a part."""
    mine, theirs = copy.plan("openbaar", "gebruiker"), copy.plan("prive", "hoofdgebruiker")
    with (
        copy.register("hoofdgebruiker") as register,
        register.transaction() as write,
        write.act(Kind.MERGE, mine.uuid, f"met {theirs.code}"),
    ):
        write.update("project", [{"uuid": mine.uuid, "naam": "Samen"}, {"uuid": theirs.uuid, "naam": "Leeg"}])
    with copy.register("gebruiker") as register:
        assert register.acts(mine.uuid) == []  # its line tells of the private plan
    with copy.register("hoofdgebruiker") as register:
        (act,) = register.acts(mine.uuid)
        with register.transaction() as write:
            write.take_back(mine.uuid, act)
        assert {row["naam"] for row in register.read("project").to_dict("records") if row["uuid"] in (mine.uuid, theirs.uuid)} == {
            "Plan openbaar van gebruiker", "Plan prive van hoofdgebruiker",
        }  # fmt: skip


def test_who_keeps_the_lists_hears_how_many_use_a_value_and_opens_no_plan_by_it(copy):
    """How many, not which; and only values of open lists are replaced: what is confidential stays so."""
    with copy.register("functioneel_beheerder") as register:
        assert register.read("project").empty
        assert sum(register.code_use()["vertrouwelijkheid", "prive"].values()) > 0
        with pytest.raises(RegisterError, match="open lijst"), register.transaction() as write:
            write.replace_code("vertrouwelijkheid", "prive", "openbaar")
    for rol in ("gebruiker", "raadslid", "extern", "openbaar"):
        with copy.register(rol, write=False) as register, pytest.raises(RegisterError, match="rechten"):
            register.code_use()


def test_a_functional_manager_merges_values_of_plans_that_he_does_not_see(copy):
    with copy.register() as register, register.transaction() as write:
        write.update("project", [{"uuid": uuid, "prioriteit": "1 Laag"} for uuid in register.read("project").uuid])
    with copy.register("functioneel_beheerder") as register, register.transaction() as write:
        write.replace_code("prioriteit", "1 Laag", "3 Hoog")
    with copy.register() as register:
        plans, last = register.read("project"), register.read("historie").iloc[-1]
        assert set(plans.prioriteit) == {"3 Hoog"} and set(plans.vertrouwelijkheid) >= {"prive", "openbaar"}
        assert (last.tabel, last.gebruiker) == ("project", copy.login("functioneel_beheerder"))
