"""One plan and its history by small queries say the same as the whole tables do."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from three_writers import is_file

from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.store.plan_rows import plan_tables

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


@pytest.fixture
def two_plans(register):
    """Two plans with parts; gives their uuids."""
    with register.transaction("anna") as write:
        plans = write.insert("project", [{**PLAN, "naam": "Eén", "in_programmering": True}, {**PLAN, "naam": "Twee's"}])
        for number, plan in enumerate(plans):
            block = write.insert("woningblok", [{"project_uuid": plan, "naam": "Blok", "aantal": 10 + number}])[0]
            write.insert(
                "verdeling",
                [
                    {
                        "woningblok_uuid": block,
                        "kenmerk": "eigendom",
                        "categorie": "koopwoning",
                        "aantal": 3,
                        "prijs_min": 123450,
                    }
                ],
            )
            write.insert("oplevering", [{"woningblok_uuid": block, "datum": date(2028, 3, 31), "aantal": 4}])
            write.insert("afspraak", [{"project_uuid": plan, "onderwerp": "prijs", "omschrijving": "x", "waarde": 2.5}])
    return plans


def test_rows_of_a_plan_are_those_of_the_whole_tables(register, two_plans):
    for plan in two_plans:
        found = register.plan_rows(plan)
        blocks = {row["uuid"] for row in read_rows(register, "woningblok") if row["project_uuid"] == plan}
        for name in plan_tables():
            whole = [
                row
                for row in read_rows(register, name, geometry=False)
                if plan in (row.get("project_uuid"), row["uuid"]) or row.get("woningblok_uuid") in blocks
            ]
            for row in whole:
                for key in ("aangemaakt", "gewijzigd"):
                    row[key] = row[key].replace(tzinfo=found[name][0][key].tzinfo)
            assert found[name] == whole, name


def test_a_plan_that_is_not_there_has_no_rows(register, two_plans):
    assert not any(register.plan_rows("no'such").values())


def test_history_holds_what_is_gone_and_nothing_of_others(register, two_plans):
    plan, other = two_plans
    block = register.plan_rows(plan)["woningblok"][0]["uuid"]
    with register.transaction("bert") as write:
        write.delete("woningblok", [block])
    lines = register.plan_history(plan)
    gone = {line["tabel"] for line in lines if line["op"] == "D"}
    assert gone == {"woningblok", "verdeling", "oplevering"}
    who = "bert" if is_file(register.address) else "beheerder"  # a server knows who logged in
    assert {line["gebruiker"] for line in lines if line["op"] == "D"} == {who}
    assert [line["tijd"] for line in lines] == sorted(line["tijd"] for line in lines)
    assert not {line["uuid"] for line in lines} & {line["uuid"] for line in register.plan_history(other)}
    assert lines[0]["rij"]["naam"] == "Eén" and lines[0]["tijd"].utcoffset().total_seconds() == 0


def test_the_history_gives_the_geometry_of_now_and_of_any_moment(register):
    old, new = shapely.box(0, 0, 100, 100), shapely.box(0, 0, 60, 100)
    with register.transaction("anna") as write:
        (plan,) = write.insert(
            "project",
            [{"naam": "P", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1), "geom": old}],
        )
    line = register.plan_history(plan)[-1]["nummer"]
    for shape in (new, None, old):
        with register.transaction("anna") as write:
            write.update("project", [{"uuid": plan, "geom": shape}])
        found = register.plan_shapes(plan)["project", plan]
        assert (shapely.from_wkb(found) if found else None) == (shape and shapely.multipolygons([shape]))
    assert shapely.from_wkb(register.plan_shapes(plan, line)["project", plan]).equals(old)
