"""Definitions compared, stored with all rows that follow, and shared as a package: alike on both engines."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.exchange.definitions.lines import What, changed_lines
from diwi_qgis.exchange.definitions.package import as_json, package_of, read_package, write_package
from diwi_qgis.exchange.definitions.state import Known, read_definitions, read_state
from diwi_qgis.exchange.definitions.storing import store_definitions
from diwi_qgis.exchange.definitions.taking import taken_over
from diwi_qgis.rules.definitions import problems
from diwi_qgis.store import open_register

ABOUT = {"naam": "Woondeal", "versie": "2027.1"}
PLAN = {"naam": "Havenkwartier", "start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}


def copied(rows):
    return {name: dict(found) for name, found in rows.items()}


def find(rows, table, **values):
    return next(u for u, row in rows[table].items() if all(row[name] == value for name, value in values.items()))


def change(rows, table, uuid, **values):
    rows[table][uuid] = {**rows[table][uuid], **values}


def with_students(register):
    """A plan with a block for four students and three of their youth."""
    with register.transaction("anna") as write:
        (plan,) = write.insert("project", [PLAN])
        (block,) = write.insert("woningblok", [{"project_uuid": plan, "naam": "A", "aantal": 10}])
        rows = [{"kenmerk": "doelgroep", "categorie": c, "aantal": n} for c, n in (("Student", 4), ("Jongeren", 3))]
        write.insert("verdeling", [{"woningblok_uuid": block, **row} for row in rows])
    return plan


def taken(register, data, tmp_path):
    """Take a package (its `codelijsten` and so on) over; what it would change, and what was stored."""
    path = tmp_path / "pakket.json"
    path.write_text(
        json.dumps({"formaat": "diwi-definities", "formaatversie": 1, "pakket": ABOUT, **data}), encoding="utf8"
    )
    known = read_definitions(register)
    after = taken_over(known.rows, read_package(path))
    return changed_lines(known, after), store_definitions(register, known.rows, after, "beheer")


# -- the rules, without a register -----------------------------------------------------------------------------------------


def code(lijst, code, **more):
    row = {"lijst": lijst, "code": code, "label": code, "volgorde": 0, "actief": True, "toelichting": None}
    return {**row, "vervangen_door": None, "zet_fase": None, "zet_planstatus": None, **more}


def state(codes=(), properties=(), classes=()):
    tables = {"codelijst": codes, "eigenschap": properties, "prijsklasse": classes, "instelling": (), "groep": ()}
    return {name: {f"{name}{number}": row for number, row in enumerate(rows)} for name, rows in tables.items()}


A, B = code("doelgroep", "A"), code("doelgroep", "B")
USED = {("doelgroep", "A"): {"woningblok": 2}, ("eigenschap", "eigenschap0"): {"project": 1}}
PROPERTY = {
    "naam": "Thema", "object": "project", "soort": "categorie", "verplicht": False, "meervoudig": True, "actief": True,
    "toelichting": None, "volgorde": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "about"),
    [
        (state([A, B]), state([A, {**B, "code": "A"}]), "komt al voor"),
        (state([A, B]), state([{**A, "label": ""}, B]), "ingevuld"),
        (state([A, B]), state([{**A, "code": "C"}, B]), "in gebruik"),
        (state([A, B]), state([{**A, "vervangen_door": "B"}, B]), "niet meer actief"),
        (state([A, B]), state([{**A, "actief": False, "vervangen_door": "C"}, B]), "geen actieve waarde"),
        (
            state([A, B]),
            state([{**A, "actief": False, "vervangen_door": "B"}, {**B, "actief": False, "vervangen_door": "A"}]),
            "geen actieve waarde",
        ),
        (state([code("rol", "baas")]), state([code("rol", "baas", actief=False)]), "ligt vast"),
        (state(), state([code("planstatus", "9Z")]), "ligt vast"),
        (state(), state([code("mijlpaalsoort", "feest", zet_fase="9")]), "bestaat niet"),
        (state([], [PROPERTY]), state([], [{**PROPERTY, "soort": "getal"}]), "al waarden"),
        (state([], [PROPERTY]), state([], [{**PROPERTY, "meervoudig": False}]), "al waarden"),
        (state([], [PROPERTY]), state([], []), "in gebruik"),
    ],
)
def test_what_is_not_possible_is_said_with_its_place(before, after, about):
    found = problems(before, after, USED)
    assert any(about in problem.text.nl for problem in found) and all(problem.text.en for problem in found)


def test_a_closed_list_gets_other_labels_and_what_nobody_uses_may_go():
    rol, closed = code("rol", "raadslid"), code("rol", "raadslid", label="Gemeenteraad", toelichting="Kijkt mee.")
    assert problems(state([rol, A, B]), state([closed, A]), USED) == []


# -- stored -------------------------------------------------------------------------------------------------------------------


def test_a_value_that_is_merged_takes_its_rows_along_in_one_transaction(register):
    with_students(register)
    known = read_definitions(register)
    mine = copied(known.rows)
    student = find(mine, "codelijst", lijst="doelgroep", code="Student")
    change(mine, "codelijst", student, actief=False, vervangen_door="Jongeren")
    lines = store_definitions(register, known.rows, mine, "beheer")
    assert {line.what for line in lines} >= {What.RETIRED, What.REPLACED}
    (replaced,) = (line for line in lines if line.what is What.REPLACED)
    assert replaced.effect.nl == "1 woningblok: voortaan 'Jongeren'"
    assert set(register.read("verdeling").categorie) == {"Jongeren"}
    assert sorted(register.read("verdeling").aantal) == [3, 4]
    after = read_definitions(register)
    assert after.rows["codelijst"][student]["vervangen_door"] == "Jongeren"
    assert store_definitions(register, after.rows, after.rows, "beheer") == []


def test_a_property_that_gets_another_name_keeps_its_options_and_values(register):
    plan = with_students(register)
    with register.transaction("beheer") as write:
        (thema,) = write.insert("eigenschap", [{"naam": "Thema", "soort": "categorie"}])
        write.insert("codelijst", [{"lijst": "eigenschap:Thema", "code": "groen", "label": "Groen"}])
        write.insert("eigenschap_waarde", [{"eigenschap_uuid": thema, "project_uuid": plan, "tekst": "groen"}])
    known = read_definitions(register)
    mine = copied(known.rows)
    from diwi_qgis.exchange.definitions.taking import rename_options

    change(mine, "eigenschap", thema, naam="Onderwerp")
    rename_options(mine, "Thema", "Onderwerp")
    store_definitions(register, known.rows, mine)
    assert read_definitions(register).use["eigenschap:Onderwerp", "groen"] == {"project": 1}


def test_a_price_class_that_gets_another_name_everywhere_takes_its_rows_along(register):
    plan = with_students(register)
    with register.transaction("beheer") as write:
        block = register.read("woningblok").uuid[0]
        klasse = {"stelsel": "gemeente", "markt": "koop", "klasse": "laag", "minimum": 0}
        rows = write.insert("prijsklasse", [{**klasse, "vanaf_jaar": year} for year in (2025, 2026)])
        row = {
            "woningblok_uuid": block,
            "kenmerk": "eigendom",
            "categorie": "koopwoning",
            "aantal": 2,
            "prijsklasse": "laag",
        }
        write.insert("verdeling", [row])
    known = read_definitions(register)
    mine = copied(known.rows)
    change(mine, "prijsklasse", rows[0], klasse="betaalbaar")
    assert "vervangen" not in [line.what.value.nl for line in changed_lines(known, mine)]  # one year keeps the name
    change(mine, "prijsklasse", rows[1], klasse="betaalbaar")
    store_definitions(register, known.rows, mine)
    assert "betaalbaar" in set(register.read("verdeling").prijsklasse) and plan
    assert "laag" not in set(register.read("verdeling").prijsklasse)


def test_what_others_changed_meanwhile_stays_and_the_same_is_refused_by_name(register):
    known = read_definitions(register)
    student = find(known.rows, "codelijst", lijst="doelgroep", code="Student")
    ouderen = find(known.rows, "codelijst", lijst="doelgroep", code="Ouderen")
    with register.transaction("bert") as write:
        write.update("codelijst", [{"uuid": student, "label": "Studenten"}])
    mine = copied(known.rows)
    change(mine, "codelijst", ouderen, label="Senioren")
    store_definitions(register, known.rows, mine, "anna")
    labels = {
        row["code"]: row["label"] for row in read_state(register)["codelijst"].values() if row["lijst"] == "doelgroep"
    }
    assert (labels["Student"], labels["Ouderen"]) == ("Studenten", "Senioren")
    change(mine, "codelijst", student, label="Studerenden")
    with pytest.raises(RegisterError, match=r"Studerenden.*intussen"):
        store_definitions(register, known.rows, mine, "anna")
    assert read_state(register)["codelijst"][student]["label"] == "Studenten"


def test_nothing_is_half_stored(register):
    with_students(register)
    known = read_definitions(register)
    mine = copied(known.rows)
    change(mine, "codelijst", find(mine, "codelijst", lijst="doelgroep", code="Ouderen"), label="Senioren")
    del mine["codelijst"][find(mine, "codelijst", lijst="doelgroep", code="Student")]
    with pytest.raises(InputError, match=r"Student.*in gebruik"):
        store_definitions(register, known.rows, mine)
    assert read_state(register) == known.rows


# -- packages -----------------------------------------------------------------------------------------------------------------


def test_a_package_adds_renames_orders_and_replaces_and_a_second_time_nothing(register, tmp_path):
    with_students(register)
    values = [
        {"code": "Ouderen", "label": "Senioren"},
        {"code": "Jongeren", "label": "Jongeren t/m 28"},
        {"code": "Student", "label": "Student", "actief": False, "vervangen_door": "Jongeren"},
        {"code": "Spoedzoeker", "label": "Spoedzoekers"},
    ]
    theme = {"naam": "Thema", "object": "project", "soort": "categorie", "waarden": [{"code": "g", "label": "Groen"}]}
    data = {"codelijsten": {"doelgroep": values}, "eigenschappen": [theme]}
    shown, stored = taken(register, data, tmp_path)
    assert shown == stored and {line.what for line in shown} >= {What.NEW, What.CHANGED, What.RETIRED, What.REPLACED}
    found = [row for row in read_state(register)["codelijst"].values() if row["lijst"] == "doelgroep"]
    found.sort(key=lambda row: row["volgorde"])
    assert [row["code"] for row in found] == [
        "Ouderen", "Jongeren", "Student", "Spoedzoeker", "Regulier", "GHZ", "Grote gezinnen",
    ]  # fmt: skip
    assert set(register.read("verdeling").categorie) == {"Jongeren"}
    lines = len(register.read("historie"))
    assert taken(register, data, tmp_path) == ([], []) and len(register.read("historie")) == lines


def test_a_property_known_by_its_uuid_gets_its_new_name(register, tmp_path):
    theme = {"uuid": "0b3a2c1d-0000-4000-8000-000000000001", "naam": "Thema", "object": "project", "soort": "categorie"}
    options = {"waarden": [{"code": "g", "label": "Groen"}]}
    taken(register, {"eigenschappen": [{**theme, **options}]}, tmp_path)
    taken(register, {"eigenschappen": [{**theme, "naam": "Onderwerp", **options}]}, tmp_path)
    rows = read_state(register)
    names = [row["naam"] for row in rows["eigenschap"].values()]
    assert "Onderwerp" in names and "Thema" not in names
    assert [row["code"] for row in rows["codelijst"].values() if row["lijst"] == "eigenschap:Onderwerp"] == ["g"]


def test_a_package_that_does_not_fit_the_register_changes_nothing(register, tmp_path):
    plan = with_students(register)
    with register.transaction("beheer") as write:
        (thema,) = write.insert("eigenschap", [{"naam": "Thema", "soort": "tekst"}])
        write.insert("eigenschap_waarde", [{"eigenschap_uuid": thema, "project_uuid": plan, "tekst": "groen"}])
    before = read_state(register)
    other = [{"code": "Student", "label": "Studenten"}]
    for section, about in (
        ({"eigenschappen": [{"naam": "Thema", "object": "project", "soort": "getal"}]}, "Thema.*al waarden"),
        ({"codelijsten": {"rol": [{"code": "baas", "label": "Baas"}], "doelgroep": other}}, "baas.*ligt vast"),
    ):
        with pytest.raises(InputError, match=about):
            taken(register, section, tmp_path)
        assert read_state(register) == before


GOOD = {"formaat": "diwi-definities", "formaatversie": 1, "pakket": ABOUT}
STUDENT = {"code": "Student", "label": "Student"}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "gelezen"),
        ("[]", "object"),
        ("{" * 100_000, "gelezen"),
        ('{"formaat": "diwi-definities", "formaat": "x"}', "2×"),
        ({"formaat": "xlsx"}, "geen definitiepakket"),
        ({**GOOD, "formaatversie": 2}, "formaatversie 2"),
        ({**GOOD, "formaatversie": True}, "formaatversie"),
        ({**GOOD, "plannen": []}, '"plannen" is onbekend'),
        ({**GOOD, "pakket": {"naam": "x"}}, 'pakket: "versie" ontbreekt'),
        ({**GOOD, "codelijsten": []}, "codelijsten: een object"),
        ({**GOOD, "codelijsten": {"doelgroep": [STUDENT, STUDENT]}}, "doelgroep › 2: is hetzelfde als 1"),
        ({**GOOD, "codelijsten": {"doelgroep": [{"code": "x"}]}}, 'doelgroep › 1: "label" ontbreekt'),
        ({**GOOD, "codelijsten": {"doelgroep": [{**STUDENT, "actief": 1}]}}, '"actief" is van de verkeerde soort'),
        ({**GOOD, "codelijsten": {"doelgroep": [{**STUDENT, "verplcht": True}]}}, '"verplcht" is onbekend'),
        (
            {**GOOD, "codelijsten": {"doelgroep": [{**STUDENT, "vervangen_door": "y", "actief": False}]}},
            "vervangen_door",
        ),
        ({**GOOD, "codelijsten": {"doelgroep": [{"code": "x" * 101, "label": "x"}]}}, "100 tekens"),
        ({**GOOD, "codelijsten": {"doelgroep": [{"code": "a\0b", "label": "x"}]}}, "geen tekst"),
        ({**GOOD, "eigenschappen": [{"naam": "T", "object": "project", "soort": "kleur"}]}, "eigenschappen › 1.*kleur"),
        ({**GOOD, "prijsklassen": [{"stelsel": "gemeente"}]}, 'prijsklassen › 1: "markt" ontbreekt'),
        ({**GOOD, "meldregels": {"nadert": 6}}, "meldregels"),
    ],
)
def test_a_bad_file_gets_one_message_with_its_place(tmp_path, content, place):
    path = tmp_path / "pakket.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf8")
    with pytest.raises(InputError, match=place) as refused:
        read_package(path)
    assert str(path) in refused.value.text.nl and str(path) in refused.value.text.en


WORDS = (
    st.text(st.characters(whitelist_categories=("L", "N", "P", "Zs"), max_codepoint=0x24F), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
LISTS = st.sampled_from(["doelgroep", "contract", "knelpuntsoort", "grootte"])


@st.composite
def edits(draw):
    """Values, properties with options, and price classes that somebody might make."""
    values = draw(st.lists(st.tuples(LISTS, WORDS, WORDS, st.booleans()), max_size=6, unique_by=lambda each: each[:2]))
    properties = draw(
        st.lists(
            st.tuples(
                WORDS,
                st.sampled_from(["project", "woningblok"]),
                st.booleans(),
                st.lists(WORDS, max_size=3, unique=True),
            ),
            max_size=3,
            unique_by=lambda each: each[0],
        )
    )
    years = st.integers(2000, 2100)
    classes = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["koop", "huur"]),
                WORDS,
                years,
                st.integers(0, 10**8),
                st.none() | st.integers(0, 10**8),
            ),
            max_size=3,
            unique_by=lambda each: each[:3],
        )
    )
    return values, properties, classes


def written(register, made):
    values, properties, classes = made
    known = read_definitions(register)
    mine = copied(known.rows)
    rows = {
        "codelijst": [code(lijst, word, label=label, actief=active, volgorde=99) for lijst, word, label, active in values],
        "eigenschap": [{**PROPERTY, "naam": naam, "object": of, "verplicht": must} for naam, of, must, _ in properties],
        "prijsklasse": [
            {"stelsel": "gemeente", "markt": markt, "klasse": name, "vanaf_jaar": year, "minimum": low,
             "maximum": None if more is None else low + more, "bron": None, "actief": True}
            for markt, name, year, low, more in classes
        ],
    }  # fmt: skip
    rows["codelijst"] += [code(f"eigenschap:{naam}", word) for naam, _, _, words in properties for word in words]
    from uuid import uuid4

    there = {(row["lijst"], row["code"]) for row in mine["codelijst"].values()}
    for name, found in rows.items():
        for row in found:
            if name != "codelijst" or (row["lijst"], row["code"]) not in there:
                mine[name][str(uuid4())] = row
    store_definitions(register, known.rows, mine)


@pytest.mark.slow
def test_a_package_brings_the_definitions_of_one_register_into_another(fresh_place, tmp_path):
    """Whatever somebody made: read back they are the same, and taken over twice nothing changes the second time."""
    first, second = open_register(fresh_place(), write=True), open_register(fresh_place(), write=True)

    @settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(edits())
    def holds(made):
        try:
            written(first, made)
        except InputError:
            return  # a name that an earlier example gave to something else
        path = tmp_path / "pakket.json"
        package = package_of(read_state(first), ABOUT)
        write_package(path, package)
        assert as_json(read_package(path)) == as_json(package)
        known = read_definitions(second)
        after = taken_over(known.rows, read_package(path))
        assert store_definitions(second, known.rows, after) == changed_lines(known, after)
        assert as_json(package_of(read_state(second), ABOUT)) == as_json(package)
        again = read_definitions(second)
        assert taken_over(again.rows, read_package(path)) == again.rows

    with first, second:
        holds()


def test_what_differs_is_told_without_a_register():
    before = state([A, B])
    after = state([{**A, "label": "Aa", "actief": False}, B])
    lines = changed_lines(Known(before, USED), after)
    assert [(line.what, line.field, line.before, line.after) for line in lines] == [
        (What.CHANGED, "Label", "A", "Aa"),
        (What.RETIRED, "Actief", "ja", "nee"),
    ]
    assert "2 woningblokken" in lines[1].effect.nl
