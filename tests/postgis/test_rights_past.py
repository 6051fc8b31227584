"""Through the past nobody sees what he may not see now, nor what he might not see then; and who may make names unrecognisable."""

from __future__ import annotations

import time
from datetime import date, datetime, timezone

import pytest
from rights_world import SHAPE

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.rights import ROLLEN, Actie, allowed
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.store import PostgisAddress, open_register, take_snapshot
from diwi_qgis.store.plan_rows import plan_tables
from diwi_qgis.store.restoring import deleted_plans, restore_plan
from diwi_qgis.store.retention import YEARS, pseudonymise

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}
LOOKING = [rol for rol in ROLLEN if any(allowed(rol, Actie.INZIEN, "openbaar", own) for own in (True, False))]


def now():
    time.sleep(0.003)
    moment = datetime.now(timezone.utc)
    time.sleep(0.003)
    return moment


@pytest.fixture
def copy(world):
    """A copy of the world, to be changed."""
    with world.server.database(world.address.parameters["dbname"]) as name:
        parameters = {**world.address.parameters, "dbname": name}

        def of(rol=""):
            user = world.login(rol) if rol else parameters["user"]
            return PostgisAddress({**parameters, "user": user})

        yield of


def seen(address, moment, table="project"):
    with open_register(address, known_at=moment) as past:
        return set(past.read(table)["uuid"])


@pytest.mark.parametrize("rol", LOOKING)
def test_of_this_moment_everybody_sees_in_the_past_what_he_sees_in_the_file_now(world, rol):
    moment = now()
    with open_register(world.address_of(rol)) as present, open_register(world.address_of(rol), known_at=moment) as past:
        for name, rights in TABLE_RIGHTS.items():
            if name in ("bevinding", "historie", "plancode"):
                continue
            there, then = (set(register.read(name).get("uuid", [])) for register in (present, past))
            assert then <= there, name
            if rights.of_plan or name == "codelijst":
                assert then == there, name
            if "geom" in past.read(name):
                assert past.read(name)["geom"].notna().sum() == present.read(name)["geom"].notna().sum()


@pytest.mark.parametrize("rol", [rol for rol in ROLLEN if rol not in LOOKING])
def test_who_may_not_look_into_files_may_not_look_back(world, rol):
    with pytest.raises(RegisterError, match="terugkijken mag alleen"):
        open_register(world.address_of(rol), known_at=now())
    with world.session(rol) as session:
        for name in plan_tables():
            assert session.rows("SELECT * FROM bekend_op(%s, now())", name) == []


def test_8_2_as_of_views_show_no_plan_that_is_closed_now_or_was_closed_then(copy):
    """There views of an earlier date took no account of confidentiality at all."""
    with open_register(copy(), write=True) as register:
        plan, moments = "", {}
        with register.transaction() as write:
            plan = write.insert(
                "project", [{**PLAN, "naam": "Wisselend", "vertrouwelijkheid": "openbaar", "geom": SHAPE}]
            )[0]
            block = write.insert("woningblok", [{"project_uuid": plan, "naam": "Blok", "aantal": 500}])[0]
            write.insert("oplevering", [{"woningblok_uuid": block, "datum": date(2028, 1, 1), "aantal": 500}])
        moments["open"] = now()
        for level in ("prive", "openbaar"):
            with register.transaction() as write:
                write.update("project", [{"uuid": plan, "vertrouwelijkheid": level, "naam": f"Nu {level}"}])
            moments[level] = now()

        council = copy("raadslid")
        for when, visible in (("open", True), ("prive", False), ("openbaar", True)):
            assert (plan in seen(council, moments[when])) == visible, when
            assert (block in seen(council, moments[when], "woningblok")) == visible, when
            with open_register(council, known_at=moments[when]) as past:
                assert (500 in set(past.read("woningblok")["aantal"])) == visible
                assert (500 in set(past.read("oplevering")["aantal"])) == visible
        with open_register(council, known_at=moments["openbaar"]) as past:
            row = past.read("project").set_index("uuid").loc[plan]
            assert row["naam"] == "Nu openbaar" and row["geom"] is not None, (
                "the area is of a line from before it was closed"
            )

        with register.transaction() as write:
            write.update("project", [{"uuid": plan, "vertrouwelijkheid": "prive"}])
        for moment in moments.values():
            assert plan not in seen(council, moment) and block not in seen(council, moment, "woningblok")
        with register.transaction() as write:
            write.delete("project", [plan])
        for moment in moments.values():
            assert plan not in seen(council, moment), "deleted while it was closed"


def test_what_moved_into_a_closed_plan_is_not_seen_there(copy):
    with open_register(copy(), write=True) as register:
        rows = [{**PLAN, "naam": level, "vertrouwelijkheid": level} for level in ("openbaar", "prive")]
        with register.transaction() as write:
            public, closed = write.insert("project", rows)
            block = write.insert("woningblok", [{"project_uuid": public, "naam": "Blok", "aantal": 500}])[0]
            part = write.insert("oplevering", [{"woningblok_uuid": block, "datum": date(2028, 1, 1), "aantal": 5}])[0]
        with register.transaction() as write:
            write.update("woningblok", [{"uuid": block, "project_uuid": closed}])
        moment = now()
        assert part in seen(copy(), moment, "oplevering")
        assert block not in seen(copy("raadslid"), moment, "woningblok")
        assert part not in seen(copy("raadslid"), moment, "oplevering")


def test_v5_who_is_taken_out_of_a_group_sees_nothing_of_before_either(copy, world):
    own, moment = world.plan("prive", "extern"), now()
    assert own.uuid in seen(copy("extern"), moment)
    with open_register(copy(), write=True) as register, register.transaction() as write:
        write.delete("groep_lid", register.read("groep_lid")["uuid"].tolist())
    assert seen(copy("extern"), moment) == set()


def test_a_snapshot_holds_what_its_maker_may_see(copy, world, tmp_path):
    rows = take_snapshot(copy("raadslid"), now(), tmp_path / "toen.gpkg")
    assert rows > 0
    with open_register(tmp_path / "toen.gpkg") as snapshot, open_register(copy("raadslid")) as present:
        levels = set(snapshot.read("project")["vertrouwelijkheid"])
        assert levels and not levels & {"prive", "intern_ambtelijk", "intern_bestuurlijk"}
        assert set(snapshot.read("project")["uuid"]) == set(present.read("project")["uuid"])
    assert world.plan("prive").uuid.encode() not in (tmp_path / "toen.gpkg").read_bytes()


def test_a_user_puts_back_his_own_plan_and_no_other(copy, world):
    own, hidden = world.plan("openbaar", "gebruiker"), world.plan("prive")
    moment = now()
    with open_register(copy(), write=True) as register, register.transaction() as write:
        write.delete("project", [own.uuid, hidden.uuid])
    with open_register(copy("gebruiker"), write=True) as theirs:
        assert [each.uuid for each in deleted_plans(theirs)] == [own.uuid]
        with pytest.raises(RegisterError):
            restore_plan(theirs, hidden.uuid)
        with pytest.raises(RegisterError, match="was er niet op"):
            restore_plan(theirs, hidden.uuid, moment)
        restore_plan(theirs, own.uuid)
        assert own.uuid in set(theirs.read("project")["uuid"]) and own.block in set(theirs.read("woningblok")["uuid"])
    with open_register(copy("extern"), write=True) as theirs, pytest.raises(RegisterError, match="was er niet op"):
        restore_plan(theirs, own.uuid, moment)


@pytest.mark.parametrize("rol", ROLLEN)
def test_only_a_functional_manager_makes_names_unrecognisable(copy, rol):
    with open_register(copy(), write=True) as register:
        with register.transaction() as write:
            write.insert("instelling", [{"sleutel": YEARS, "waarde": "1"}])
        old = "INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij) VALUES ('groep', 'x', 'U', '2001-01-01', 'anna', '{\"uuid\":\"x\"}')"
        register.connection.execute(old)
    if allowed(rol, Actie.NAMEN):
        with open_register(copy(rol), write=True) as theirs:
            assert pseudonymise(theirs) == 1
    else:
        with pytest.raises(RegisterError), open_register(copy(rol), write=True) as theirs:
            pseudonymise(theirs)
        with open_register(copy(rol)) as theirs, pytest.raises(RegisterError):
            theirs.connection.query("SELECT pseudonimiseer()")
    with open_register(copy()) as register:
        names = register.connection.query("SELECT gebruiker FROM historie WHERE tijd < '2002-01-01'")
        assert (names == [("anna",)]) != allowed(rol, Actie.NAMEN)
