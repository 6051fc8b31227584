"""DIWI's rules on plans: each broken rule gives its code once, at its place; a good plan gives nothing."""

import dataclasses
import math
from datetime import date

import pytest

from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plaats, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.validate import validate

TODAY = date(2026, 11, 24)
LISTS = dataclasses.replace(
    RegisterLists.defaults(),
    gebruikers={"an@testdam.nl": "gebruiker", "raad@testdam.nl": "raadslid"},
    prijsklassen={"koop": ("Starter",), "huur": ("Sociaal",)},
    eigenschappen={
        "Leider": Eigenschap("Leider", "project", "tekst"),
        "Lagen": Eigenschap("Lagen", "woningblok", "getal"),
        "Gasloos": Eigenschap("Gasloos", "woningblok", "ja_nee"),
        "Kans": Eigenschap("Kans", "project", "rangorde"),
    },
)
HERE = Plaats("Data", 6, "C")


def plan(*blokken, mijlpalen=(), eigenschappen=None, status="ACTIVE", **velden):
    """A plan with nothing wrong, but for what is given."""
    return Plan(
        {
            "naam": "Kade",
            "extern_id": "7",
            "eigenaar": "An@Testdam.nl",
            "vertrouwelijkheid": "openbaar",
            "start_datum": date(2025, 1, 1),
            "eind_datum": date(2030, 12, 31),
            **velden,
        },
        mijlpalen=[Mijlpaal(soort, gepland=when, plaats=HERE) for soort, when in mijlpalen],
        woningblokken=list(blokken),
        eigenschappen=eigenschappen or {},
        status=status,
        plaats=HERE,
    )


def blok(*verdelingen, aantal=10, opleveringen=(), **more):
    rows = [Verdeling(*row, plaats=HERE) for row in verdelingen]
    dates = [Oplevering(when, number, plaats=HERE) for when, number in opleveringen]
    return Woningblok("Bouw", "bouw", aantal, verdelingen=rows, opleveringen=dates, plaats=HERE, **more)


def codes(*plans, lists=LISTS, today=TODAY, create_missing=False):
    return [problem.code for problem in validate(plans, lists, today, create_missing)]


GOOD = plan(
    blok(
        ("eigendom", "koopwoning", 4, 1, 2),
        ("eigendom", "koopwoning", 2, None, None, "Starter"),
        ("woningtype", "eengezinswoning", 3),
        opleveringen=[(date(2028, 1, 1), 6), (date(2029, 1, 1), 4)],
        eigenschappen={"Lagen": 3.0, "Gasloos": True},
    ),
    mijlpalen=[
        ("fase_concept", date(2025, 1, 1)),
        ("fase_realisatie", date(2027, 1, 1)),
        ("status_2A", date(2026, 1, 1)),
    ],
    eigenschappen={"Leider": "Jan"},
    gemeente="Testdam",
    wijk="Oost",
    buurt="Kade",
)


def test_a_good_plan_has_no_problems():
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (plan(eind_datum=date(2025, 1, 1)), "project_dates_error"),
        (plan(status="NEW"), "project_dates_status_mismatch"),
        (plan(status="REALIZED"), "project_dates_status_mismatch"),
        (plan(status="ACTIVE", eind_datum=date(2026, 1, 1)), "project_dates_status_mismatch"),
        (plan(mijlpalen=[("fase_concept", date(2024, 12, 31))]), "wrong_project_phase_dates"),
        (plan(mijlpalen=[("fase_nazorg", date(2030, 12, 31))]), "wrong_project_phase_dates"),
        (
            plan(mijlpalen=[("fase_ontwerp", date(2027, 1, 1)), ("fase_nazorg", date(2027, 1, 1))]),
            "wrong_project_phase_dates",
        ),
        (
            plan(mijlpalen=[("status_1A", date(2026, 1, 1)), ("status_2A", date(2027, 1, 1))]),
            "wrong_project_plan_status_dates",
        ),
        (plan(buurt="Kade", wijk="Oost"), "incomplete_project_location"),
        (plan(wijk="Oost"), "incomplete_project_location"),
        (plan(eigenaar="wie@testdam.nl"), "project_owner_unknown"),
        (plan(eigenaar="raad@testdam.nl"), "project_owner_unknown"),
        (plan(eigenaar=None), "project_owner_unknown"),
        (plan(blok(opleveringen=[(date(2031, 1, 1), 10)])), "houseblock_delivery_date"),
        (plan(blok(aantal=0)), "houseblock_housing_number"),
        (plan(blok(opleveringen=[(date(2028, 1, 1), 9)])), "houseblock_delivery_total"),
        (plan(blok(opleveringen=[(date(2025, 1, 1), 10)])), "houseblock_delivery_phase"),
        (
            plan(blok(opleveringen=[(date(2026, 1, 1), 10)]), mijlpalen=[("fase_realisatie", date(2027, 1, 1))]),
            "houseblock_delivery_phase",
        ),
        (plan(blok(("eigendom", "koopwoning", 11))), "houseblock_ownership_total"),
        (
            plan(blok(("woningtype", "eengezinswoning", 6), ("woningtype", "meergezinswoning", 5))),
            "houseblock_house_type_total",
        ),
        (plan(blok(("fysiek_voorkomen", "Hoekwoning", 11))), "houseblock_physical_appearance_total"),
        (plan(blok(("doelgroep", "Ouderen", 11))), "houseblock_target_group_total"),
        (plan(blok(("grondpositie", "geen_toestemming", 11))), "houseblock_ground_position_total"),
        (plan(blok(("eigendom", "koopwoning", 1, None, None, "Midden"))), "unknown_price_buy_range_category"),
        (
            plan(blok(("eigendom", "huurwoning_woningcorporatie", 1, None, None, "X"))),
            "unknown_price_rent_range_category",
        ),
        (plan(blok(("doelgroep", "Marsbewoners", 1))), "unknown_property_value"),
        (plan(prioriteit="9 Ooit"), "unknown_property_value"),
        (plan(vertrouwelijkheid="geheim"), "unknown_property_value"),
        (plan(eigenschappen={"Kans": "9"}), "unknown_property_value"),
        (plan(eigenschappen={"Wat": "x"}), "unknown_project_property"),
        (plan(eigenschappen={"Lagen": 3.0}), "unknown_project_property"),
        (plan(blok(eigenschappen={"Wat": "x"})), "unknown_houseblock_property"),
        (plan(blok(eigenschappen={"Lagen": "drie"})), "not_numeric"),
        (plan(blok(eigenschappen={"Lagen": math.inf})), "not_numeric"),
        (plan(blok(eigenschappen={"Gasloos": "ja"})), "not_boolean"),
        (plan(eigenschappen={"Leider": ("Jan", "Piet")}), "one_value_only"),
        (plan(blok(oppervlakte_min=math.nan)), "not_numeric"),
        (plan(blok(oppervlakte_min=9.0, oppervlakte_max=8.0)), "invalid_numeric_range"),
        (plan(blok(("eigendom", "koopwoning", 1, 2, 1))), "invalid_numeric_range"),
        (plan(blok(("eigendom", "koopwoning", 1, None, 1))), "invalid_numeric_range"),
        (plan(blok(aantal=100_000_000)), "amount_too_large"),
        (plan(contour_brondatum=date(1899, 12, 31)), "date_out_of_range"),
        (plan(contour_brondatum=date(2200, 1, 1)), "date_out_of_range"),
        (plan(opmerkingen="x" * 4001), "text_too_long"),
        (dataclasses.replace(plan(), uuid="7"), "invalid_uuid"),
    ],
)
def test_a_broken_rule_gives_its_code_once(wrong, code):
    (problem,) = validate(
        [GOOD, dataclasses.replace(wrong, velden={**wrong.velden, "extern_id": "8"})], LISTS, TODAY, False
    )
    assert (problem.code, problem.warning, problem.plan, problem.plaats) == (code, False, "Kade", HERE)
    assert problem.message.nl and problem.expected.en and "{" not in str(problem.message) + str(problem.expected)


def test_every_offending_phase_is_named():
    starts = [
        ("fase_concept", date(2027, 1, 1)),
        ("fase_initiatief", date(2026, 1, 1)),
        ("fase_definitie", date(2025, 6, 1)),
    ]
    found = validate([plan(mijlpalen=starts)], LISTS, TODAY, False)
    assert [problem.value for problem in found] == [date(2027, 1, 1), date(2026, 1, 1)]


def test_a_breakdown_may_cover_a_part():
    assert codes(plan(blok(("doelgroep", "Ouderen", 1), ("eigendom", "koopwoning", 1)))) == []


def test_two_plans_with_one_number_are_not_guessed_at():
    assert codes(plan(), plan()) == ["duplicate_identification"] * 2
    mine = dataclasses.replace(plan(), uuid="3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f")
    assert codes(mine, mine) == ["duplicate_identification"] * 2


def test_without_a_reference_date_the_status_is_reported_as_not_checked():
    found = validate([plan(status="NEW"), plan(status="REALIZED", extern_id="8")], LISTS, None, False)
    assert [(problem.code, problem.warning) for problem in found] == [("not_checked", True)]


def test_without_users_owners_are_reported_once_as_not_checked():
    nobody = dataclasses.replace(LISTS, gebruikers={})
    found = validate([plan(), plan(extern_id="8")], nobody, TODAY, False)
    assert [(problem.code, problem.warning) for problem in found] == [("project_owner_not_checked", True)]


def test_what_can_be_made_is_a_warning_once_and_closed_lists_stay_closed():
    wrong = plan(
        blok(("doelgroep", "Nieuw", 1), ("eigendom", "koopwoning", 1, None, None, "Midden"), ("woningtype", "Tent", 1)),
        blok(("doelgroep", "Nieuw", 1), eigenschappen={"Wat": 1.0}),
        eigenaar="wie@testdam.nl",
    )
    found = validate([wrong], LISTS, TODAY, True)
    assert [(problem.code, problem.value, problem.warning) for problem in found] == [
        ("will_be_created", "wie@testdam.nl", True),
        ("will_be_created", "Nieuw", True),
        ("price_class_without_limits", "Midden", True),
        ("unknown_property_value", "Tent", False),
        ("will_be_created", "Wat", True),
    ]


def test_rules_of_content_only_warn_about_what_a_register_held():
    wrong = dataclasses.replace(plan(blok(("doelgroep", "Ouderen", 11)), wijk="Oost"), volledig=True)
    assert {(problem.code, problem.warning) for problem in validate([wrong], LISTS, TODAY, False)} == {
        ("houseblock_target_group_total", True),
        ("incomplete_project_location", True),
    }
