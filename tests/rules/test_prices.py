"""Price class of an ownership row, per province and year."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from programme import breakdown, price_classes

from diwi_qgis.model.amounts import prijsklassen
from diwi_qgis.rules.prices import ONBEKENDE_KLASSE, TWEE_KLASSEN, bounds_used, classify

OPEN = None


def ownership(eigendom, minimum=None, maximum=None, prijsklasse=None):
    row = breakdown(("B", "eigendom", eigendom, 1))
    row["prijs_min"] = pd.array([minimum], dtype="Int64")
    row["prijs_max"] = pd.array([maximum], dtype="Int64")
    row["prijsklasse"] = [prijsklasse]
    return row


def category(row, stelsel, jaar=2025, classes=None, **more):
    classes = price_classes() if classes is None else classes
    return classify(row, pd.Series({"B": jaar}), classes, stelsel, **more).iloc[0]


def test_the_cases_of_diwi(cases):
    facts = json.loads((cases / "diwi" / "price_categories.json").read_text(encoding="utf8"))["ownership_category"]
    for eigendom, minimum, maximum, expected in facts["ranges"]:
        found = category(ownership(eigendom.lower(), minimum, maximum), "zuid_holland")
        assert (found["categorie"], found["fout"]) == (expected.lower(), None)
    for eigendom, _, value, ceiling, expected in facts["single_value_with_one_category"]:
        only = pd.DataFrame(
            {
                "stelsel": "x",
                "markt": ["koop", "huur"],
                "klasse": ["koop1", "huur1"],
                "vanaf_jaar": 2025,
                "minimum": 0,
                "maximum": ceiling,
                "actief": True,
            }
        )
        found = category(ownership(eigendom.lower(), value, value), "x", classes=only)
        assert (found["categorie"], found["fout"]) == (expected.lower(), None)
    limits = {klasse.klasse.upper(): klasse.minimum for klasse in prijsklassen("zuid_holland") if klasse.minimum > 0}
    assert limits == facts["limits_low_inclusive_cents"]


@pytest.mark.parametrize(
    ("eigendom", "cents", "expected"),
    [
        ("koopwoning", 40_500_000, "koop2"),
        ("koopwoning", 40_500_001, "koop4"),
        ("huurwoning_woningcorporatie", 73_100, "huur1"),
        ("huurwoning_woningcorporatie", 90_007, "huur2"),
        ("huurwoning_particuliere_verhuurder", 90_008, "huur3"),
        ("huurwoning_particuliere_verhuurder", 118_501, "huur4"),
    ],
)
def test_upper_bounds_of_gelderland_are_inclusive(eigendom, cents, expected):
    assert category(ownership(eigendom, cents, cents), "gelderland")["categorie"] == expected


@pytest.mark.parametrize(
    ("stelsel", "minimum", "maximum", "expected"),
    [
        ("zuid_holland", 0, 28_000_000, "koop1"),
        ("zuid_holland", 28_000_000, 39_000_000, "koop2"),
        ("zuid_holland", 60_000_000, OPEN, "koop4"),
        ("gelderland", 40_500_000, 60_000_000, "koop4"),
        ("gelderland", 40_500_000, OPEN, "koop4"),
        ("gelderland", 0, 40_500_000, "koop2"),
    ],
)
def test_a_range_that_only_touches_a_bound_belongs_to_the_class_in_which_it_lies(stelsel, minimum, maximum, expected):
    found = category(ownership("koopwoning", minimum, maximum), stelsel)
    assert (found["categorie"], found["fout"]) == (expected, None)


@pytest.mark.parametrize(("minimum", "maximum"), [(20_000_000, 30_000_000), (20_000_000, OPEN), (0, 70_000_000)])
def test_a_range_over_two_classes_is_unknown_and_a_problem(minimum, maximum):
    found = category(ownership("koopwoning", minimum, maximum), "zuid_holland")
    assert (found["categorie"], found["fout"]) == ("koop_onb", TWEE_KLASSEN)


def test_a_named_class_of_the_municipality_goes_by_its_bounds_of_that_year():
    own = pd.DataFrame(
        [("gemeente", "koop", "Starter", 2024, 0, 25_000_000), ("gemeente", "koop", "Starter", 2026, 0, 60_000_000)],
        columns=["stelsel", "markt", "klasse", "vanaf_jaar", "minimum", "maximum"],
    )
    classes = pd.concat([price_classes(), own.assign(actief=True)], ignore_index=True)
    row = ownership("koopwoning", prijsklasse="Starter")
    assert category(row, "zuid_holland", 2025, classes)["categorie"] == "koop1"
    assert category(row, "zuid_holland", 2027, classes)["fout"] == TWEE_KLASSEN
    chosen = category(row, "gelderland", 2025, classes, koppeling={"Starter": "koop1"})
    assert (chosen["categorie"], chosen["fout"]) == ("koop1", None)


def test_an_unknown_name_is_a_problem_and_a_class_of_the_province_is_itself():
    assert category(ownership("koopwoning", prijsklasse="?"), "zuid_holland")["fout"] == ONBEKENDE_KLASSE
    assert category(ownership("koopwoning", prijsklasse="koop3"), "gelderland")["categorie"] == "koop3"


def test_years_without_bounds_use_the_nearest_earlier_and_say_so():
    rows = ownership("koopwoning", 1_00, 1_00)
    found = classify(rows, pd.Series({"B": 2031}), price_classes(), "zuid_holland")
    assert bounds_used(found).values.tolist() == [["koop", 2031, 2024, 1]]
    exact = classify(rows, pd.Series({"B": 2025}), price_classes(), "gelderland")
    assert bounds_used(exact).empty


def test_unknown_ownership_has_no_class():
    found = category(ownership("kraakpand", 1, 1), "zuid_holland")
    assert pd.isna(found["categorie"])


def test_the_shipped_classes_of_a_scheme_leave_no_gap_and_do_not_overlap():
    for stelsel in ("zuid_holland", "gelderland", "landelijk"):
        for markt in ("koop", "huur"):
            for jaar in {klasse.vanaf_jaar for klasse in prijsklassen(stelsel)}:
                rows = [k for k in prijsklassen(stelsel) if (k.markt, k.vanaf_jaar) == (markt, jaar)]
                assert rows[0].minimum == 0 and rows[-1].maximum is None
                assert all(low.maximum + 1 == high.minimum for low, high in zip(rows, rows[1:]))
