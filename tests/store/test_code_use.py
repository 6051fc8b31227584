"""Where values of lists are used, and one value in the place of another: alike on both engines."""

from __future__ import annotations

from datetime import date

import pytest

from diwi_qgis.errors import RegisterError

PLAN = {"naam": "Havenkwartier", "start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}


@pytest.fixture
def filled(register):
    """Two plans that use values of every kind of list; the uuids of plans, blocks and property."""
    with register.transaction("anna") as write:
        plans = write.insert("project", [{**PLAN, "prioriteit": "3 Hoog"}, {**PLAN, "naam": "Zuid"}])
        blocks = write.insert(
            "woningblok",
            [{"project_uuid": plan, "naam": "A", "aantal": 10, "contract": "erfpacht"} for plan in plans],
        )
        rows = [("doelgroep", "Student", 4), ("doelgroep", "Jongeren", 3), ("eigendom", "koopwoning", 2)]
        write.insert(
            "verdeling",
            [{"woningblok_uuid": blocks[0], "kenmerk": k, "categorie": c, "aantal": n} for k, c, n in rows]
            + [
                {
                    "woningblok_uuid": blocks[0],
                    "kenmerk": "eigendom",
                    "categorie": c,
                    "aantal": 1,
                    "prijsklasse": "laag",
                }
                for c in ("koopwoning", "huurwoning_woningcorporatie")
            ],
        )
        (thema,) = write.insert(
            "eigenschap", [{"naam": "Thema", "object": "project", "soort": "categorie", "meervoudig": True}]
        )
        write.insert(
            "codelijst",
            [{"lijst": "eigenschap:Thema", "code": c, "label": c, "volgorde": n} for n, c in enumerate("abc")],
        )
        write.insert(
            "eigenschap_waarde",
            [
                {"eigenschap_uuid": thema, "project_uuid": plans[place], "tekst": code}
                for place, code in ((0, "a"), (0, "b"), (1, "a"))
            ],
        )
        write.insert("mijlpaal", [{"project_uuid": plans[0], "soort": "start_bouw", "gepland": date(2030, 1, 1)}])
        for year in (2025, 2026):
            write.insert(
                "prijsklasse",
                [
                    {"stelsel": "gemeente", "markt": "koop", "klasse": name, "vanaf_jaar": year, "minimum": 0}
                    for name in ("laag", "betaalbaar")
                ],
            )
    return plans, blocks, thema


def test_what_uses_a_value_is_counted_by_plan_block_or_milestone(register, filled):
    use = register.code_use()
    assert use["prioriteit", "3 Hoog"] == {"project": 1}
    assert use["contract", "erfpacht"] == {"woningblok": 2}
    assert use["doelgroep", "Student"] == {"woningblok": 1}
    assert use["eigendom", "koopwoning"] == {"woningblok": 1}  # two rows of one block
    assert use["prijsklasse:koop", "laag"] == use["prijsklasse:huur", "laag"] == {"woningblok": 1}
    assert use["eigenschap:Thema", "a"] == {"project": 2}
    assert use["eigenschap", filled[2]] == {"project": 2}
    assert use["mijlpaalsoort", "start_bouw"] == {"mijlpaal": 1}
    assert ("doelgroep", "Ouderen") not in use


def test_rows_follow_the_value_that_takes_the_place_of_theirs(register, filled):
    before = len(register.read("historie"))
    with register.transaction("beheer") as write:
        write.replace_code("doelgroep", "Student", "Jongeren")
        write.replace_code("eigenschap:Thema", "a", "b")
        write.replace_code("prijsklasse:koop", "laag", "betaalbaar")
    use = register.code_use()
    assert use["doelgroep", "Jongeren"] == {"woningblok": 1} and ("doelgroep", "Student") not in use
    assert use["eigenschap:Thema", "b"] == {"project": 2} and ("eigenschap:Thema", "a") not in use
    assert use["prijsklasse:koop", "betaalbaar"] == {"woningblok": 1} == use["prijsklasse:huur", "laag"]
    rows = register.read("verdeling")
    assert sorted(rows[rows.kenmerk == "doelgroep"].aantal) == [3, 4]
    values = register.read("eigenschap_waarde")
    assert list(values.tekst) == ["b", "b"]  # who had both keeps one
    history = register.read("historie").iloc[before:]
    assert sorted(history.tabel + history.op) == [
        "eigenschap_waardeD",
        "eigenschap_waardeU",
        "verdelingU",
        "verdelingU",
    ]


@pytest.mark.parametrize(
    ("lijst", "old", "new"),
    [
        ("vertrouwelijkheid", "intern_ambtelijk", "openbaar"),
        ("kenmerk", "doelgroep", "eigendom"),
        ("doelgroep", "Student", "marsman"),
        ("prijsklasse:koop", "laag", "gratis"),
    ],
)
def test_closed_lists_and_values_that_are_not_there_are_refused(register, filled, lijst, old, new):
    with pytest.raises(RegisterError, match="open"), register.transaction("beheer") as write:
        write.replace_code(lijst, old, new)
    assert set(register.read("project").vertrouwelijkheid) == {"intern_ambtelijk"}


def test_a_value_in_use_is_not_deleted_nor_given_another_code(register, filled):
    rows = register.read("codelijst")
    uuid_of = dict(zip(zip(rows.lijst, rows.code), rows.uuid))
    for key in (
        ("doelgroep", "Student"),
        ("eigenschap:Thema", "a"),
        ("contract", "erfpacht"),
        ("kenmerk", "eigendom"),
    ):
        with pytest.raises(RegisterError, match="in gebruik"), register.transaction("beheer") as write:
            write.delete("codelijst", [uuid_of[key]])
        with pytest.raises(RegisterError, match="in gebruik"), register.transaction("beheer") as write:
            write.update("codelijst", [{"uuid": uuid_of[key], "code": "anders"}])
    with register.transaction("beheer") as write:
        write.update("codelijst", [{"uuid": uuid_of["doelgroep", "Student"], "label": "Studenten", "actief": False}])
        write.delete("codelijst", [uuid_of["doelgroep", "Ouderen"], uuid_of["eigenschap:Thema", "c"]])
    assert len(register.read("codelijst")) == len(rows) - 2
