"""Names in old lines of history make place for pseudonyms when the register says so, and nothing else changes."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest
from three_writers import is_file

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.retention import DONE, YEARS, pseudonymise, retention_years

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
PEOPLE = ("aangemaakt_door", "gewijzigd_door", "geaccepteerd_door")


def say_years(register, years):
    with register.transaction("beheerder") as write:
        write.insert("instelling", [{"sleutel": YEARS, "waarde": years}])


def add_old_line(register, years, user, row, table="project"):
    """A line as somebody wrote it years ago: lines may be added, never changed."""
    moment = datetime.now(timezone.utc) - timedelta(days=365.25 * years)
    values = f"'{table}', '{row['uuid']}', 'U', '{moment:%Y-%m-%dT%H:%M:%S}.000Z', '{user}', '{json.dumps(row, separators=(chr(44), chr(58)))}'"
    register.connection.execute(f"INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij) VALUES ({values})")


def lines(register):
    return register.read("historie").to_dict("records")


def test_old_names_become_one_pseudonym_each_and_all_else_stays(register):
    with register.transaction("anna") as write:
        plan = write.insert("project", [{**PLAN, "naam": "Plan van Anna"}])[0]
    row = {"uuid": plan, "naam": "anna", "opmerkingen": 'zei: "gewijzigd_door":"anna"', "gewijzigd_door": "anna"}
    add_old_line(register, 6, "anna", {**row, "aangemaakt_door": 'O"Brien'})
    add_old_line(register, 7, 'O"Brien', {**row, "gewijzigd_door": "kalender"})
    add_old_line(
        register, 6, "diwi", {"uuid": "u1", "naam": "Anna Bakker", "inlognaam": "anna", "email": None}, "gebruiker"
    )
    add_old_line(register, 4, "anna", row)
    say_years(register, "5")
    before = lines(register)

    assert pseudonymise(register, "beheerder") == 3  # anna, O"Brien, Anna Bakker
    after = lines(register)[: len(before)]
    old = [number for number, line in enumerate(before) if line["tijd"] < datetime.now() - timedelta(days=5 * 365)]
    assert len(old) == 3
    for number, (then, now) in enumerate(zip(before, after)):
        if number not in old:
            assert now == then
            continue
        assert {key: now[key] for key in now if key not in ("gebruiker", "rij")} == {
            key: then[key] for key in then if key not in ("gebruiker", "rij")
        }
    one, two, user = (after[number] for number in old)
    anna, brien = one["gebruiker"], two["gebruiker"]
    assert anna.startswith("persoon-") and brien.startswith("persoon-") and anna != brien
    rows = [json.loads(line["rij"]) for line in (one, two, user)]
    assert rows[0] == {**row, "gewijzigd_door": anna, "aangemaakt_door": brien}
    assert rows[1] == {**row, "gewijzigd_door": "kalender"}
    assert user["gebruiker"] == "diwi" and rows[2]["inlognaam"] == anna and rows[2]["naam"].startswith("persoon-")
    assert datetime.fromisoformat(register.setting(DONE)) > datetime.now(timezone.utc) - timedelta(minutes=1)
    assert pseudonymise(register, "beheerder") == 0


def test_without_a_number_of_years_nothing_happens(register):
    before = lines(register)
    assert retention_years(register) is None
    with pytest.raises(RegisterError, match="geen bewaartermijn"):
        pseudonymise(register)
    assert lines(register) == before


@pytest.mark.parametrize("years", ["nul", "0", "100", "-3", "2.5"])
def test_what_is_no_number_of_years_is_refused(register, years):
    say_years(register, years)
    with pytest.raises(RegisterError, match=f"'{years}'.*geheel aantal jaren"):
        pseudonymise(register)


def test_the_history_is_as_closed_as_before(register):
    say_years(register, "1")
    add_old_line(register, 2, "anna", {"uuid": "x", "gewijzigd_door": "anna"})
    assert pseudonymise(register) == 1
    assert register.schema_differences() == []
    for statement in ("UPDATE historie SET gebruiker = 'x'", "DELETE FROM historie"):
        with pytest.raises(RegisterError):
            register.connection.execute(statement)


def test_a_failure_leaves_history_and_its_guard_as_they_were(register):
    say_years(register, "1")
    add_old_line(register, 2, "anna", {"uuid": "x", "gewijzigd_door": "anna"})
    before = lines(register)
    with pytest.raises(ZeroDivisionError), register.transaction("x"):
        register.forget_names()
        raise ZeroDivisionError
    assert lines(register) == before
    assert register.schema_differences() == []
    with pytest.raises(RegisterError):
        register.connection.execute("UPDATE historie SET gebruiker = 'x'")
    assert is_file(register.address) or register.connection.query(
        "SELECT has_table_privilege('historie', 'UPDATE')"
    ) == [(False,)]
