"""A deleted plan, or an earlier version of one, comes back as a new change; what is in the way is named."""

from __future__ import annotations

import time
from datetime import date, datetime, timezone

import pytest
import shapely

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.store.acts import Kind
from diwi_qgis.store.plan_rows import plan_tables
from diwi_qgis.store.restoring import deleted_plans, find_plan, restore_plan

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
HERE = shapely.multipolygons([shapely.box(155000, 463000, 155100, 463100)])

#: What a trigger writes each time.
SIGNED = ("versie", "gewijzigd", "gewijzigd_door", "aangemaakt", "aangemaakt_door", "fid")


def moment():
    time.sleep(0.003)
    now = datetime.now(timezone.utc)
    time.sleep(0.003)
    return now


@pytest.fixture
def plan(register):
    """A plan with something of everything below it."""
    with register.transaction("anna") as write:
        uuid = write.insert("project", [{**PLAN, "naam": "Havenkwartier", "geom": HERE, "in_programmering": True}])[0]
        of = {"project_uuid": uuid}
        block = write.insert("woningblok", [{**of, "naam": "Blok A", "aantal": 10, "geom": HERE}])[0]
        row = {"woningblok_uuid": block, "kenmerk": "eigendom", "categorie": "koopwoning", "aantal": 4}
        write.insert("verdeling", [row])
        write.insert("oplevering", [{"woningblok_uuid": block, "datum": date(2028, 1, 1), "aantal": 10}])
        write.insert("mijlpaal", [{**of, "soort": "start_bouw", "gepland": date(2024, 6, 1)}])
        write.insert("document", [{**of, "titel": "Besluit", "pad": "besluit.pdf"}])
        link = {"identificatie": "12345678901234", "aanduiding": "A 1", "aandeel": 1.0, "oppervlakte": 10.0}
        write.insert("perceel_koppeling", [{**of, **link, "geom": HERE}])
        write.insert("vergunning", [{**of, "zaaknummer": "Z-1"}])
    return uuid


def state(register, plan):
    """Everything of the plan but who wrote it when, with geometry."""
    rows = register.plan_rows(plan)
    plain = {
        name: sorted(
            ({key: value for key, value in row.items() if key not in SIGNED} for row in rows[name]),
            key=lambda row: row["uuid"],
        )
        for name in plan_tables()
    }
    shapes = {key: shape for key, shape in register.plan_shapes(plan).items() if key[1] in str(plain)}
    return plain, shapes


def delete(register, plan, act=True):
    with register.transaction("bert") as write:
        if not act:
            write.delete("project", [plan])
            return
        with write.act(Kind.DELETE, plan, "Havenkwartier"):
            write.delete("project", [plan])


@pytest.mark.parametrize("act", [True, False])
def test_a_deleted_plan_comes_back_with_everything_below_it(register, plan, act):
    before, code = state(register, plan), register.read("project")["code"][0]
    if act:  # what had gone before stays away; out of an act, what one user deletes right before goes along
        with register.transaction("anna") as write:
            gone = write.insert("woningblok", [{"project_uuid": plan, "naam": "Blok B", "aantal": 1}])[0]
            write.delete("woningblok", [gone])
    delete(register, plan, act)
    assert register.read("project").empty and register.read("verdeling").empty
    assert [(each.uuid, each.naam, each.code) for each in deleted_plans(register)] == [(plan, "Havenkwartier", code)]

    done = restore_plan(register, find_plan(register, code), user="dora")
    assert (done.gone, done.changed) == (0, 1)  # the permit found its plan again
    assert done.back == 7
    assert state(register, plan) == before
    assert deleted_plans(register) == []
    last = register.plan_history(plan)[-1]
    assert last["tabel"] == "handeling" and last["rij"]["soort"] == "terugzetten"


def test_putting_back_can_be_undone_and_done_again(register, plan):
    before = state(register, plan)
    delete(register, plan)
    restore_plan(register, plan)
    with register.transaction("dora") as write:
        write.take_back(plan, register.acts(plan)[-1])
    assert register.read("project").empty
    restore_plan(register, plan)
    assert state(register, plan) == before


def test_taking_back_a_deletion_leaves_what_was_put_back_by_itself(register, plan):
    with register.transaction("anna") as write:
        other = write.insert("project", [{**PLAN, "naam": "Stationsplein"}])[0]
    with register.transaction("bert") as write, write.act(Kind.DELETE, plan, "twee plannen"):
        write.delete("project", [plan, other])
    restore_plan(register, other)
    with register.transaction("bert") as write:
        write.take_back(plan, next(act for act in register.acts(plan) if act.kind is Kind.DELETE))
    assert sorted(register.read("project")["naam"]) == ["Havenkwartier", "Stationsplein"]


def test_an_earlier_version_comes_back_as_a_change(register, plan):
    before, then = state(register, plan), moment()
    rows = register.plan_rows(plan)
    with register.transaction("bert") as write:
        write.update("project", [{"uuid": plan, "naam": "Anders", "geom": None, "vertrouwelijkheid": "prive"}])
        write.update("woningblok", [{"uuid": rows["woningblok"][0]["uuid"], "aantal": 99}])
        write.delete("mijlpaal", [row["uuid"] for row in rows["mijlpaal"]])
        write.delete("perceel_koppeling", [row["uuid"] for row in rows["perceel_koppeling"]])
        link = {"identificatie": "12345678901234", "aanduiding": "A 1", "aandeel": 0.5, "oppervlakte": 5.0}
        write.insert("perceel_koppeling", [{"project_uuid": plan, **link, "geom": HERE}])
        new = write.insert("woningblok", [{"project_uuid": plan, "naam": "Nieuw", "aantal": 5}])[0]
        write.insert("verdeling", [{"woningblok_uuid": new, "kenmerk": "eigendom", "categorie": "x", "aantal": 1}])
        write.insert("melding", [{"project_uuid": plan, "tekst": "let op"}])
    versie = register.read("project")["versie"][0]

    done = restore_plan(register, plan, then, user="carla")
    assert (done.back, done.gone, done.changed) == (2, 3, 2)
    tables, shapes = state(register, plan)
    assert tables["project"][0]["vertrouwelijkheid"] == "prive", "never more open than it is now"
    tables["project"][0]["vertrouwelijkheid"] = before[0]["project"][0]["vertrouwelijkheid"]
    assert len(tables.pop("melding")) == 1 and before[0].pop("melding") == []
    assert (tables, shapes) == before
    assert register.read("project")["versie"][0] > versie
    assert restore_plan(register, plan, then).nothing


def test_what_cannot_be_is_refused_by_name_and_changes_nothing(register, plan):
    with pytest.raises(InputError, match="'x' is er niet"):
        find_plan(register, "x")
    with pytest.raises(RegisterError, match="niet verwijderd"):
        restore_plan(register, plan)
    with pytest.raises(RegisterError, match="was er niet op"):
        restore_plan(register, plan, datetime(2001, 1, 1))
    then = moment()
    with register.transaction("anna") as write:
        other = write.insert("project", [{**PLAN, "naam": "Ander"}])[0]
        block = register.plan_rows(plan)["woningblok"][0]["uuid"]
        write.update("woningblok", [{"uuid": block, "project_uuid": other}])
    lines = len(register.read("historie"))
    with pytest.raises(RegisterError, match=r"Havenkwartier.*Blok A.*ander plan"):
        restore_plan(register, plan, then)
    assert len(register.read("historie")) == lines


def test_a_part_waits_for_its_main_plan(register, plan):
    with register.transaction("anna") as write:
        part = write.insert("project", [{**PLAN, "naam": "Deel", "hoofdplan_uuid": plan}])[0]
    with register.transaction("bert") as write:
        write.delete("project", [part])
        write.delete("project", [plan])
    with pytest.raises(RegisterError, match=r"Deel.*Hoofdplan bestaat niet meer"):
        restore_plan(register, part)
    restore_plan(register, plan)
    restore_plan(register, part)
    assert sorted(register.read("project")["naam"]) == ["Deel", "Havenkwartier"]
