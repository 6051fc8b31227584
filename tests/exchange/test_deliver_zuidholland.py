"""The delivery to Zuid-Holland, and what every delivery has in common: selection, problems, receipt, difference."""

from __future__ import annotations

import json
from datetime import date

import pytest
from delivery_world import DAY, add_plan, block, change, plan, set_properties, setting
from shapely import from_wkt
from shapely.geometry import shape

from diwi_qgis.errors import Cancelled
from diwi_qgis.exchange.delivery.content import JAARVELDEN
from diwi_qgis.exchange.delivery.deliver import deliver
from diwi_qgis.exchange.delivery.receipt import DeliveryRefusedError
from diwi_qgis.exchange.quality import check_register
from diwi_qgis.progress import Progress

KEYS = [
    "plannaam",
    "provincie",
    "regio",
    "gemeente",
    "woonplaats",
    "vertrouwelijkheid",
    "opdrachtgever_type",
    "opdrachtgever_naam",
    "oplevering_eerste",
    "oplevering_laatste",
    "opmerkingen_basis",
    "plantype",
    "masterplan",
    "bestemmingsplan",
    "projectfase",
    "status_planologisch",
    "opmerkingen_status",
    "beoogd_woonmilieu_ABF5",
    "beoogd_woonmilieu_ABF13",
    "knelpunten_meerkeuze",
    "toelichting_knelpunten",
    "verhuurder_type",
    "opmerkingen_kwalitatief",
    "ph_text1",
    "ph_text3",
    "ph_short1",
    "ph_short2",
    "ph_text4",
    "ph_text5",
    "ph_text6",
    "ph_text7",
    "ph_text8",
    "ph_text9",
    "ph_short3",
    "ph_short4",
    "ph_short7",
    "ph_short8",
    "ph_short9",
    "ph_date1",
    "ph_date2",
    "ph_date3",
    "year_properties",
]


@pytest.fixture
def output(tmp_path):
    folder = tmp_path / "levering"
    folder.mkdir()
    return folder / "zh.geojson"


def delivered(register, output, day=DAY, **choices):
    result = deliver(register, "zuid_holland", day, output, **choices)
    features = json.loads(output.read_text(encoding="utf8"))["features"]
    return result, {feature["properties"]["plannaam"]: feature for feature in features}


def refused(register, output, **choices):
    with pytest.raises(DeliveryRefusedError) as error:
        deliver(register, "zuid_holland", DAY, output, **choices)
    assert not list(output.parent.iterdir())
    assert register.read("leveringsronde").empty
    return [problem for problem in error.value.problems if not problem.warning]


def test_a_plan_as_the_province_wants_it(register, output):
    blocks = [
        block(
            12,
            types={"M": 12},
            eigendom=[("huurwoning_woningcorporatie", 8, 60_000), ("koopwoning", 4, 30_000_000)],
            opleveringen=[(date(2027, 3, 1), 12, False)],
        ),
        block(2, "sloop", types={"E": 2}, opleveringen=[(date(2025, 2, 1), 2, True)]),
    ]
    uuid = add_plan(register, blocks=blocks, knelpunten=[{"soort": "Stikstof", "toelichting": "wacht op besluit"}])
    result, features = delivered(register, output)
    feature = features["Molenveld"]
    properties = feature["properties"]
    assert list(properties) == KEYS
    assert [list(row) for row in properties["year_properties"]] == [list(JAARVELDEN)] * 2
    assert len(JAARVELDEN) == 69
    expected = {
        "provincie": "Zuid-Holland",
        "regio": "Testregio",
        "gemeente": "Testdam",
        "woonplaats": "Doesburg",
        "vertrouwelijkheid": "Openbaar",
        "opdrachtgever_type": "Woningcorporatie",
        "opdrachtgever_naam": None,
        "oplevering_eerste": 2025,
        "oplevering_laatste": 2027,
        "plantype": "Verdichting",
        "bestemmingsplan": "NL.IMRO.0221.BP01-VA01",
        "projectfase": "3. Ontwerp",
        "status_planologisch": "2A. Vastgesteld",
        "knelpunten_meerkeuze": ["Stikstof"],
        "toelichting_knelpunten": "Stikstof: wacht op besluit",
        "ph_short1": 2020,
        "ph_short2": 3,
        "ph_short3": 8,
        "ph_short4": 0,
        "ph_text9": uuid,
        "ph_date1": None,
        "ph_date3": "2026-01-01",
    }
    assert {name: properties[name] for name in expected} == expected
    first, second = properties["year_properties"]
    assert (first["jaartal"], first["sloop_eengezins_onbekend"], first["sloop_gerealiseerd"]) == (2025, 2, "Ja")
    assert (second["jaartal"], second["meergezins_huur1"], second["meergezins_koop2"]) == (2027, 8, 4)
    assert second["bouw_gerealiseerd"] == "Nee"
    assert shape(feature["geometry"]).area == pytest.approx(10_000)
    assert feature["geometry"]["type"] == "MultiPolygon"
    assert result.content.cijfers["netto"] == 10


def test_realised_means_realised_on_the_reference_date_and_a_partly_realised_year_gives_two_rows(register, output):
    phasing = [(date(2025, 3, 1), 4, True), (date(2025, 9, 1), 6, True)]
    add_plan(register, blocks=[block(10, opleveringen=phasing)])
    for day, expected in (
        (date(2025, 1, 1), [(2025, "Nee", 10)]),
        (date(2025, 6, 1), [(2025, "Ja", 4), (2025, "Nee", 6)]),
        (date(2026, 1, 1), [(2025, "Ja", 10)]),
    ):
        _, features = delivered(register, output, day)
        rows = features["Molenveld"]["properties"]["year_properties"]
        assert [(row["jaartal"], row["bouw_gerealiseerd"], row["onbekend_onbekend"]) for row in rows] == expected


def test_phase_and_status_are_those_of_the_reference_date(register, output):
    steps = [
        ("fase_initiatief", date(2021, 1, 1)),
        ("status_4A", date(2021, 1, 1)),
        ("fase_realisatie", date(2025, 1, 1)),
        ("status_1A", date(2024, 1, 1)),
    ]
    add_plan(register, plan(eind_datum=date(2027, 1, 1)), [block(5)], steps)
    for day, phase, status in (
        (date(2022, 1, 1), "1. Initiatief", "4A. Visie"),
        (date(2026, 1, 1), "5. Realisatie", "1A. Onherroepelijk"),
        (date(2027, 1, 2), "7. Afgerond", "1A. Onherroepelijk"),
    ):
        _, features = delivered(register, output, day)
        properties = features["Molenveld"]["properties"]
        assert (properties["projectfase"], properties["status_planologisch"]) == (phase, status)
        assert (properties["ph_date1"], properties["ph_date2"]) == ("2025-01-01", "2024-01-01")


def test_the_same_register_and_date_give_the_same_bytes(register, output, tmp_path):
    for number in range(5):
        add_plan(register, plan(f"Plan {number}"), [block(7, types={"M": 3, "E": 4}, eigendom=[("koopwoning", 5, 1)])])
    first, _ = delivered(register, output)
    content = output.read_bytes()
    second, _ = delivered(register, output)
    assert output.read_bytes() == content
    assert first.sha256 == second.sha256
    codes = [p["properties"]["plannaam"] for p in json.loads(content)["features"]]
    assert codes == [p.naam for p in sorted(first.content.plannen, key=lambda p: p.code)]


def test_what_does_not_belong_in_it_is_named_and_no_error(register, output):
    add_plan(register, plan("Gewoon"), [block()])
    add_plan(register, plan("Geheim", vertrouwelijkheid="intern_raad"))
    add_plan(register, plan("Gestopt"), milestones=[("afgebroken", date(2025, 1, 1))])
    add_plan(register, plan("Ambtelijk"), milestones=[("status_5A", date(2025, 1, 1))])
    add_plan(register, plan("Toekomst", start_datum=date(2026, 1, 2)))
    result, features = delivered(register, output)
    assert list(features) == ["Gewoon"]
    assert {left.plan for left in result.content.left_out} == {"Geheim", "Gestopt", "Ambtelijk", "Toekomst"}
    assert {row["plan"] for row in result.facts.as_json()["buiten_levering"]} == {
        "Geheim",
        "Gestopt",
        "Ambtelijk",
        "Toekomst",
    }


def test_errors_refuse_the_whole_delivery_and_name_plan_and_field(register, output):
    add_plan(register, plan("Goed"), [block()])
    add_plan(register, plan("Leeg", plantype=None), [block()], properties={"Opdrachtgever type": "Koning"})
    problems = refused(register, output)
    found = {(problem.plan, problem.veld, problem.code) for problem in problems}
    assert found == {
        ("Leeg", "plantype", "missing_mandatory_value"),
        ("Leeg", "opdrachtgever_type", "value_not_in_list"),
        ("Leeg", "ph_text1", "missing_mandatory_value"),
        ("Leeg", "ph_short2", "missing_mandatory_value"),
    }
    assert all(problem.plancode.startswith("9999-") for problem in problems)


def test_skipping_delivers_the_rest_and_names_the_skipped(register, output):
    add_plan(register, plan("Goed"), [block(4)])
    add_plan(register, plan("Leeg", plantype=None), [block(5)])
    result, features = delivered(register, output, skip_invalid=True)
    assert list(features) == ["Goed"]
    assert [row["plan"] for row in result.facts.as_json()["overgeslagen"]] == ["Leeg"]
    assert result.content.cijfers["bouw"] == 4


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (2.5, "not_a_whole_number"),
        (-1.0, "not_a_whole_number"),
        (11.0, "value_larger_than_construction_houseblocks"),
    ],
)
def test_rules_of_numbers(register, output, value, code):
    values = {"Opdrachtgever type": "Gemeente", "Categorie planlijst": "Onbekend", "Aantal studentenwoningen": value}
    add_plan(register, plan(), [block(10)], properties=values)
    assert [(problem.veld, problem.code) for problem in refused(register, output)] == [("ph_short2", code)]


def test_several_values_where_one_is_wanted(register, output):
    uuid = add_plan(register, plan(), [block(10)])
    set_properties(register, uuid, {"Flexwoningen": ["Ja", "Nee"]})
    (problem,) = refused(register, output)
    assert (problem.veld, problem.code) == ("ph_text3", "multiple_single_select_values")


def test_sums_that_exceed_their_block(register, output):
    add_plan(register, plan("A"), [block(5, types={"M": 4, "E": 3})])
    add_plan(register, plan("B"), [block(5, opleveringen=[(date(2027, 1, 1), 6, False)])], properties=None)
    found = {(problem.plan, problem.code) for problem in refused(register, output)}
    assert ("A", "breakdown_exceeds_block") in found
    assert ("B", "phasing_exceeds_block") in found


def test_a_missing_or_broken_plan_area_is_delivered_as_none_and_told(register, output):
    cross = "MULTIPOLYGON (((155000 463000, 155100 463100, 155100 463000, 155000 463100, 155000 463000)))"
    add_plan(register, plan("Zonder", geom=None), [block()])
    add_plan(register, plan("Kruis", geom=from_wkt(cross)), [block()])
    result, features = delivered(register, output)
    assert features["Zonder"]["geometry"] is None
    assert features["Kruis"]["geometry"] is None
    told = {(problem.plan, problem.code) for problem in result.content.problems if problem.veld == "geometry"}
    assert told == {("Zonder", "project_does_not_have_geometry"), ("Kruis", "invalid_geometry")}


def test_the_municipality_stands_in_for_a_missing_place_and_that_is_told(register, output):
    add_plan(register, plan(woonplaats=None), [block()])
    result, features = delivered(register, output)
    assert features["Molenveld"]["properties"]["woonplaats"] == "Testdam"
    assert [p.veld for p in result.content.problems if p.code == "substitute"] == ["woonplaats"]


def test_bottlenecks_that_were_solved_or_came_later_are_not_delivered(register, output):
    knelpunten = [
        {"soort": "Stikstof", "sinds": date(2024, 1, 1), "opgelost": date(2025, 1, 1)},
        {"soort": "Parkeren", "sinds": date(2026, 2, 1)},
        {"soort": "Netcongestie", "sinds": date(2025, 2, 1)},
        {"soort": "Onderhandelingen met eigenaren en ontwikkelaars"},
    ]
    add_plan(register, plan(), [block()], knelpunten=knelpunten)
    _, features = delivered(register, output)
    assert features["Molenveld"]["properties"]["knelpunten_meerkeuze"] == ["Netcongestie", "Anders"]


def test_a_fixed_value_from_the_settings(register, output):
    setting(register, "levering.zuid_holland.gemeente", "Leiden")
    add_plan(register, plan(gemeente="Testdam"), [block()])
    _, features = delivered(register, output)
    assert features["Molenveld"]["properties"]["gemeente"] == "Leiden"


def test_the_receipt_says_what_was_delivered_and_what_was_not_checked(register, output):
    add_plan(register, plan(), [block(6, eigendom=[("koopwoning", 6, 20_000_000)])])
    result, _ = delivered(register, output, naam="Voorjaar")
    (ronde,) = register.read("leveringsronde").to_dict("records")
    assert (ronde["naam"], ronde["profiel"], str(ronde["peildatum"].date())) == (
        "Voorjaar",
        "zuid_holland",
        "2026-01-01",
    )
    assert (ronde["aantal_plannen"], ronde["aantal_rijen"], ronde["sha256"]) == (1, 1, result.sha256)
    kept = json.loads(ronde["ontvangstbewijs"])
    assert kept["totalen"]["bouw"] == 6
    text = " ".join(kept["niet_gecontroleerd"])
    assert "2030" in text and "2024" in text and "Kwaliteitscontrole" in text and "woonplaats" in text


def test_coordinates_are_delivered_to_the_last_digit(register, output):
    area = from_wkt(
        "MULTIPOLYGON (((155000.001 463000.1, 155100.123456789 463000.7, 155100.3 463100.1, 155000.001 463000.1), "
        "(155070.1 463010.2, 155080.3 463010.2, 155080.3 463020.1, 155070.1 463010.2)), "
        "((0.1 463000, 0.3 463000.30000000005, 0.2 463001, 0.1 463000)))"
    )
    add_plan(register, plan(geom=area), [block()])
    _, features = delivered(register, output)
    assert shape(features["Molenveld"]["geometry"]).equals_exact(area, 0.0)


def test_a_receipt_tells_never_checked_from_checked_at_another_date_from_checked(register, output):
    def receipt():
        delivered(register, output)
        kept = json.loads(register.read("leveringsronde").iloc[-1]["ontvangstbewijs"])
        return kept["kwaliteitscontrole"], [note for note in kept["niet_gecontroleerd"] if note.startswith("Kwaliteit")]

    add_plan(register, plan(), [block(6)])
    add_plan(register, plan("Op dezelfde grond"), [block(6)])

    check, (note,) = receipt()
    assert check is None and "nooit gecontroleerd" in note

    check_register(register, date(2025, 7, 1))
    check, (note,) = receipt()
    assert check["peildatum"] == "2025-07-01"
    assert "niet gecontroleerd op deze peildatum" in note and "2025-07-01" in note

    outcomes = check_register(register, DAY).result
    check, (rules, errors) = receipt()
    unchecked = [outcome.rule.title.nl for outcome in outcomes.not_checked]
    assert (check["peildatum"], check["niet_gecontroleerd"]) == (DAY.isoformat(), unchecked)
    assert f"{len(unchecked)} van de {len(outcomes.outcomes)} regels" in rules and unchecked[0] in rules
    assert f"{outcomes.per_severity()['fout']} niet-geaccepteerde fout" in errors


def test_the_difference_with_the_previous_round_comes_from_the_rows(register, output):
    stays = add_plan(register, plan("Blijft"), [block(4)])
    add_plan(register, plan("Zelfde"), [block(4)])
    goes = add_plan(register, plan("Weg"), [block(5)])
    first, _ = delivered(register, output, naam="Een")
    assert first.facts.difference.previous is None
    blocks = register.read("woningblok", geometry=False)
    change(register, "woningblok", blocks.loc[blocks["project_uuid"] == stays, "uuid"].iloc[0], aantal=9)
    change(register, "project", goes, vertrouwelijkheid="prive")
    add_plan(register, plan("Nieuw"), [block(3)])
    second, _ = delivered(register, output, date(2026, 2, 1), naam="Twee")
    found = second.facts.difference
    assert found.previous == "Een (2026-01-01)"
    assert [name.split(" (")[0] for name in found.new] == ["Nieuw"]
    assert [name.split(" (")[0] for name in found.gone] == ["Weg"]
    assert {name.split(" (")[0]: fields for name, fields in found.changed.items()} == {
        "Blijft": [("2030 gepland: onbekend_onbekend", 4, 9)]
    }
    assert found.same == 1


class _Stops(Progress):
    def __init__(self, after):
        self.left = after

    @property
    def cancelled(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("after", [0, 1, 5, 20, 44])
def test_cancelling_leaves_the_file_and_the_register_as_they_were(register, output, after):
    add_plan(register, plan(), [block()])
    output.write_text("oud")
    with pytest.raises(Cancelled):
        deliver(register, "zuid_holland", DAY, output, progress=_Stops(after))
    assert output.read_text() == "oud"
    assert list(output.parent.iterdir()) == [output]
    assert register.read("leveringsronde").empty and register.read("levering").empty


def test_pooled_as_an_option(register, output):
    blocks = [
        block(10, types={"M": 10}, eigendom=[("huurwoning_woningcorporatie", 10, 60_000)]),
        block(10, types={"E": 10}, eigendom=[("koopwoning", 10, 70_000_000)]),
    ]
    add_plan(register, plan(), blocks)
    _, features = delivered(register, output)
    (row,) = features["Molenveld"]["properties"]["year_properties"]
    assert (row["meergezins_huur1"], row["eengezins_koop4"]) == (10, 10)
    _, features = delivered(register, output, methode="gepoold")
    (row,) = features["Molenveld"]["properties"]["year_properties"]
    assert (row["meergezins_huur1"], row["eengezins_koop4"], row["meergezins_koop4"]) == (5, 5, 5)


def test_an_empty_register_gives_an_empty_delivery(register, output):
    result, features = delivered(register, output)
    assert features == {} and result.content.cijfers["bouw"] == 0
