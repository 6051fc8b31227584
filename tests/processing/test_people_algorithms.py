"""`diwi:setuser`, `diwi:setgroup` and `diwi:setowners`, run as Processing runs them."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsProcessingException

from diwi_qgis.processing.setgroup import SetGroup
from diwi_qgis.processing.setowners import SetOwners
from diwi_qgis.processing.setuser import SetUser
from diwi_qgis.store import open_register

PLAN = {"naam": "Havenkwartier", "start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}


def test_a_functional_manager_lists_users_groups_and_owners(run_algorithm, register_path):
    with open_register(register_path, write=True) as register, register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
    of = {"REGISTER": str(register_path)}
    user = run_algorithm(SetUser, {**of, "LOGIN": "jan", "NAME": "Jan", "ROLE": "hoofdgebruiker"})["USER"]
    assert run_algorithm(SetUser, {**of, "LOGIN": "jan", "NAME": "Jan de Boer", "ROLE": "gebruiker"})["USER"] == user
    run_algorithm(SetUser, {**of, "LOGIN": "els", "NAME": "Els", "ROLE": "gebruiker", "EMAIL": "els@testdam.nl"})
    group = run_algorithm(SetGroup, {**of, "NAME": "Wonen", "MEMBERS": "jan, els"})["GROUP"]
    with open_register(register_path) as register:
        code = register.read("project")["code"][0]
        assert set(register.read("groep_lid")["groep_uuid"]) == {group} and len(register.read("groep_lid")) == 2
        assert set(register.read("gebruiker")["naam"]) == {"Jan de Boer", "Els"}
    run_algorithm(SetOwners, {**of, "PLAN": code, "GROUPS": "Wonen"})
    with open_register(register_path) as register:
        (row,) = register.read("project_groep").to_dict("records")
        assert (row["project_uuid"], row["groep_uuid"]) == (uuid, group)
    for algorithm, wrong, word in (
        (SetGroup, {"NAME": "Wonen", "MEMBERS": "niemand"}, "niemand"),
        (SetOwners, {"PLAN": code, "GROUPS": "Verkeer"}, "Verkeer"),
        (SetOwners, {"PLAN": "9999-000000-0", "GROUPS": "Wonen"}, "9999-000000-0"),
    ):
        with pytest.raises(QgsProcessingException, match=word):
            run_algorithm(algorithm, {**of, **wrong})
