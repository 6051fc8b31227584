"""Users, groups and owners of plans, kept alike in a file and in a database."""

from __future__ import annotations

from datetime import date

import pytest

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.model.rights import Actie
from diwi_qgis.store.people import set_group, set_owners, set_user

PLAN = {"naam": "Havenkwartier", "start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}


def rows(register, table):
    return register.read(table).to_dict("records")


def members(register):
    users = {row["uuid"]: row["inlognaam"] for row in rows(register, "gebruiker")}
    groups = {row["uuid"]: row["naam"] for row in rows(register, "groep")}
    return {(groups[row["groep_uuid"]], users[row["gebruiker_uuid"]]) for row in rows(register, "groep_lid")}


def test_a_user_is_added_and_changed_by_login(register):
    jan = set_user(register, "jan", "Jan", "gebruiker", "jan@testdam.nl")
    assert set_user(register, "jan", "Jan de Boer", "hoofdgebruiker", actief=False) == jan
    (stored,) = rows(register, "gebruiker")
    assert (stored["naam"], stored["rol"], stored["email"], stored["actief"]) == (
        "Jan de Boer",
        "hoofdgebruiker",
        None,
        False,
    )
    with pytest.raises(InputError, match="rol"):
        set_user(register, "piet", "Piet", "baas")
    assert len(rows(register, "gebruiker")) == 1


def test_one_login_is_one_user(register):
    set_user(register, "jan", "Jan", "gebruiker")
    with pytest.raises(RegisterError, match="inlognaam"), register.transaction() as write:
        write.insert("gebruiker", [{"naam": "Ook Jan", "inlognaam": "jan"}])


def test_a_group_has_exactly_the_members_that_are_given(register):
    for login in ("jan", "piet", "els"):
        set_user(register, login, login.title(), "gebruiker")
    group = set_group(register, "Wonen", ["jan", "piet"])
    assert members(register) == {("Wonen", "jan"), ("Wonen", "piet")}
    assert set_group(register, "Wonen", ["els", "piet"]) == group
    assert members(register) == {("Wonen", "els"), ("Wonen", "piet")}
    with pytest.raises(InputError, match="klaas"):
        set_group(register, "Wonen", ["klaas"])
    assert len(members(register)) == 2


def test_a_plan_has_exactly_the_owners_that_are_given(register):
    with register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
    code = rows(register, "project")[0]["code"]
    groups = {name: set_group(register, name, []) for name in ("Wonen", "Grond")}
    set_owners(register, [code], ["Wonen", "Grond"])
    assert {row["groep_uuid"] for row in rows(register, "project_groep")} == set(groups.values())
    set_owners(register, [uuid], ["Grond"])
    assert [row["groep_uuid"] for row in rows(register, "project_groep")] == [groups["Grond"]]
    for plan, names in ((code, ["Verkeer"]), ("9999-000000-0", ["Wonen"])):
        with pytest.raises(InputError):
            set_owners(register, [plan], names)


def test_who_only_looks_on_is_in_no_group_that_owns_plans(register):
    with register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
    set_user(register, "jan", "Jan", "gebruiker")
    set_user(register, "rita", "Rita", "raadslid")
    set_group(register, "Wonen", ["jan"])
    set_group(register, "Raad", ["rita"])
    set_owners(register, [uuid], ["Wonen"])
    for refused in (
        lambda: set_owners(register, [uuid], ["Raad"]),
        lambda: set_group(register, "Wonen", ["jan", "rita"]),
        lambda: set_user(register, "jan", "Jan", "collegelid"),
    ):
        with pytest.raises(RegisterError, match="groep die plannen beheert"):
            refused()
    set_group(register, "Wonen", [])
    set_user(register, "jan", "Jan", "collegelid")


def test_a_plan_is_deleted_with_its_owners_and_comes_back_with_them(register):
    with register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
    set_group(register, "Wonen", [])
    set_owners(register, [uuid], ["Wonen"])
    with register.transaction() as write:
        write.delete("project", [uuid])
    assert rows(register, "project_groep") == []
    history = register.read("historie")
    assert list(history[history["tabel"] == "project_groep"]["op"]) == ["I", "D"]


def test_the_owner_of_a_register_may_everything(register):
    rights = register.rights()
    assert all(rights.may(actie, "een plan") for actie in Actie) and rights.closed_columns("project") == ()
