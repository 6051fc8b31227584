"""Obligatory fields, codes, doubles and identifications."""

from __future__ import annotations

import pytest
from quality_world import World

from diwi_qgis.model.profiles import load_profile
from diwi_qgis.rules.quality.finding import State

ZUID_HOLLAND = load_profile("zuid_holland")
GELDERLAND = load_profile("gelderland")


@pytest.fixture
def world():
    world = World()
    world.add("instelling", sleutel="gemeente", waarde="Testdam")
    world.add("instelling", sleutel="regio", waarde="Testregio")
    world.plan(bouw=10)
    return world


def custom(world, naam, soort="tekst", **more):
    return world.add("eigenschap", naam=naam, object="project", soort=soort, actief=True, **more)


def fields(world, profile):
    """The fields found wanting, per plan."""
    found = world.found("verplicht_veld", profiles=[profile])
    return {finding.project_uuid: set() for finding in found} | {
        finding.project_uuid: {each.key for each in found if each.project_uuid == finding.project_uuid}
        for finding in found
    }


def test_every_obligatory_field_of_a_province_is_looked_at(world):
    plan = world.frames["project"]["uuid"][0]
    assert fields(world, ZUID_HOLLAND) == {
        plan: {
            "zuid_holland:opdrachtgever_type",
            "zuid_holland:ph_text1",
            "zuid_holland:ph_short2",
        }
    }


def test_filled_custom_properties_satisfy_the_province_and_foreign_words_do_not(world):
    plan = world.frames["project"]["uuid"][0]
    for naam, value in (
        ("Opdrachtgever type", {"tekst": "Gemeente"}),
        ("Categorie planlijst", {"tekst": "heel kansrijk"}),
        ("Aantal studentenwoningen", {"getal": 0.0}),
    ):
        world.add("eigenschap_waarde", eigenschap_uuid=custom(world, naam), project_uuid=plan, **value)
    (finding,) = world.found("verplicht_veld", profiles=[ZUID_HOLLAND])
    assert finding.key == "zuid_holland:ph_text1"
    assert finding.value == "heel kansrijk"
    assert "1b kansrijke plannen" in finding.expected.nl


def test_plans_that_are_not_delivered_need_no_fields(world):
    world.plan(vertrouwelijkheid="intern_raad")
    world.plan(status="5A")
    world.plan(start_datum="2027-01-01", status=None)  # Zuid-Holland takes no future plans
    assert len(fields(world, ZUID_HOLLAND)) == 1


def test_gelderland_demands_an_area_and_a_municipality_it_knows(world):
    world.plan(geom=None)
    found = fields(world, GELDERLAND)
    assert {"gelderland:gemeente", "gelderland:regio"} <= set.union(*found.values())
    assert sum("gelderland:plangebied" in keys for keys in found.values()) == 1


def test_without_settings_the_fields_that_rest_on_them_are_not_checked(world):
    world.rows["instelling"].clear()
    outcome = world.outcome("verplicht_veld", profiles=[ZUID_HOLLAND])
    assert "regio" in outcome.not_checked.nl


def test_a_mandatory_custom_property_must_be_filled_for_plans_and_blocks(world):
    first = world.frames["project"]["uuid"][0]
    wijkraad = custom(world, "Wijkraad", verplicht=True)
    world.add("eigenschap_waarde", eigenschap_uuid=wijkraad, project_uuid=first, tekst="akkoord")
    second = world.plan()
    block = world.block(second, 5)
    world.add("eigenschap", naam="Energie", object="woningblok", soort="getal", verplicht=True, actief=True)
    found = world.found("maatwerk_verplicht")
    assert (second, None, "Wijkraad") in {(f.project_uuid, f.woningblok_uuid, f.key) for f in found}
    assert (second, block, "Energie") in {(f.project_uuid, f.woningblok_uuid, f.key) for f in found}
    assert all(finding.project_uuid != first for finding in found if finding.key == "Wijkraad")


def test_codes_that_no_list_has_are_found_wherever_they_stand(world):
    plan = world.plan(plantype="luchtkasteel")
    block = world.block(plan, 3, contract="ruil")
    world.part(block, "doelgroep", "Marsbewoners", 1)
    world.part(block, "kleur", "rood", 1)
    soort = custom(world, "Duurzaam", soort="categorie")
    world.add("eigenschap_waarde", eigenschap_uuid=soort, project_uuid=plan, tekst="zeer")
    values = {finding.value for finding in world.found("onbekende_code")}
    assert values == {"luchtkasteel", "ruil", "Marsbewoners", "kleur", "rood", "zeer"}


def test_a_code_of_the_register_itself_is_known_and_one_out_of_use_is_told(world):
    world.add("codelijst", lijst="doelgroep", code="Statushouders", label="Statushouders", actief=True)
    world.add("codelijst", lijst="doelgroep", code="Expats", label="Expats", actief=False)
    block = world.block(world.plan(), 3)
    world.part(block, "doelgroep", "Statushouders", 1)
    world.part(block, "doelgroep", "Expats", 1)
    assert world.found("onbekende_code") == ()
    assert [finding.value for finding in world.found("inactieve_code")] == ["Expats"]


def test_names_that_differ_in_case_and_punctuation_only_are_double(world):
    first = world.plan("De Hoge Kade")
    second = world.plan("de hoge-kade ")
    world.plan("De Lage Kade")
    (finding,) = world.found("dubbele_naam")
    assert (finding.project_uuid, finding.other_uuid) == (second, first)


def test_the_same_number_twice_is_an_error_also_at_an_abandoned_plan(world):
    first, second = world.plan(extern_id="007"), world.plan(extern_id="007")
    world.plan(extern_id="7")  # another text, another number
    world.step(second, "afgebroken", "2026-01-01")
    (finding,) = world.found("dubbel_extern_id")
    assert {finding.project_uuid, finding.other_uuid} == {first, second}
    assert finding.severity == "fout"


@pytest.mark.parametrize(
    "text, key",
    [
        ("NL.IMRO.9999.BP00012-VG01", None),
        ("/akn/nl/act/gm9999/2024/omgevingsplan", None),
        ("Bestemmingsplan Centrum", None),
        ("NL.IMRO.9928.DOSx2021-VA01", None),  # a province
        ("NL.IMRO.0307.BP00012-VG01", "gemeente"),
        ("/akn/nl/act/gm0307/2024/omgevingsplan", "gemeente"),
        ("NLIMRO.9999.BP", "vorm"),
        ("NL.IMRO.999.BP00012", "vorm"),
        ("nl.imro.9999.bp00012", "vorm"),
    ],
)
def test_identifications_have_their_form_and_municipality(world, text, key):
    world.plan(ruimtelijk_plan=text)
    world.plan(ruimtelijk_plan="NL.IMRO.9999.Goed-0001")
    assert [finding.key for finding in world.found("ruimtelijk_plan_id")] == ([key] if key else [])


def test_without_any_identification_it_is_not_checked(world):
    assert world.outcome("ruimtelijk_plan_id").state is State.NIET_GECONTROLEERD
