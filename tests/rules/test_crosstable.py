"""The 33 cells per plan and year: exact where it can be, whole numbers, never one dwelling more or less."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from programme import blocks, breakdown, deliveries, projects

from diwi_qgis.rules.crosstable import CELLEN, GEPOOLD, KLASSEN, PER_BLOK, cross_table, margins, totals
from diwi_qgis.rules.figures import dwellings, parts

DAY = date(2026, 1, 1)
PLAN = projects(("P", "2030-06-30"))


def block(name, aantal, types=(), classes=(), mutatie="bouw"):
    """A block with numbers per type (E, M) and per class; the classes are given, not derived from prices."""
    kinds = {"M": "meergezinswoning", "E": "eengezinswoning"}
    rows = [(name, "woningtype", kinds[kind], number) for kind, number in dict(types).items()]
    rows += [(name, "eigendom", klasse, number) for klasse, number in dict(classes).items()]
    return blocks((name, "P", mutatie, aantal)), breakdown(*rows)


def table(*parts_of_plan, phasing=(), methode=PER_BLOK):
    woningblok = pd.concat([rows for rows, _ in parts_of_plan], ignore_index=True)
    verdeling = pd.concat([rows for _, rows in parts_of_plan], ignore_index=True)
    categorie = verdeling["categorie"].where(verdeling["kenmerk"] == "eigendom")
    marges = margins(woningblok, verdeling, categorie)
    delen = parts(PLAN, woningblok, deliveries(*phasing), DAY)
    return cross_table(delen, marges, methode), marges, delen


def cells(row):
    return {name: int(row[name]) for name in CELLEN if row[name]}


WORKED = [
    (
        (17, {"M": 10, "E": 7}, {"koop1": 3, "koop2": 5, "huur2": 9}),
        {
            "meergezins_koop1": 2,
            "meergezins_koop2": 3,
            "meergezins_huur2": 5,
            "eengezins_koop1": 1,
            "eengezins_koop2": 2,
            "eengezins_huur2": 4,
        },
    ),
    (
        (25, {"M": 11, "E": 7}, {"koop2": 9, "koop4": 2, "huur1": 5, "huur3": 4}),
        {
            f"{kind}_{klasse}": number
            for kind, numbers in {
                "meergezins": (4, 1, 2, 2, 2),
                "eengezins": (3, 1, 1, 1, 1),
                "onbekend": (3, 1, 1, 1, 1),
            }.items()
            for klasse, number in zip(("koop2", "koop4", "huur1", "huur3", "onbekend"), numbers)
        },
    ),
    ((7, {"M": 7}, {"koop1": 3, "huur2": 4}), {"meergezins_koop1": 3, "meergezins_huur2": 4}),
    (
        (10, {"M": 6, "E": 3}, {"koop1": 5, "huur1": 3}),
        # The tenth dwelling: eengezins_koop1 and onbekend_koop1 tie; the first column has it.
        {
            "meergezins_koop1": 3,
            "meergezins_huur1": 2,
            "meergezins_onbekend": 1,
            "eengezins_koop1": 2,
            "eengezins_huur1": 1,
            "eengezins_onbekend": 1,
        },
    ),
]


@pytest.mark.parametrize("methode", [PER_BLOK, GEPOOLD])
@pytest.mark.parametrize(("programme", "expected"), WORKED)
def test_the_worked_examples(programme, expected, methode):
    found, _, _ = table(block("B", *programme), methode=methode)
    assert cells(found.iloc[0]) == expected


def test_unlike_blocks_are_not_mixed_unless_pooled():
    flats = block("A", 10, {"M": 10}, {"huur1": 10})
    houses = block("B", 10, {"E": 10}, {"koop4": 10})
    exact, _, _ = table(flats, houses)
    assert cells(exact.iloc[0]) == {"meergezins_huur1": 10, "eengezins_koop4": 10}
    pooled, _, _ = table(flats, houses, methode=GEPOOLD)
    assert cells(pooled.iloc[0]) == {
        "meergezins_koop4": 5,
        "meergezins_huur1": 5,
        "eengezins_koop4": 5,
        "eengezins_huur1": 5,
    }


def test_a_partly_realised_year_gives_two_rows():
    phasing = [("B", "2025-03-01", 3, True), ("B", "2025-11-01", 4, False)]
    found, _, _ = table(block("B", 7, {"M": 7}, {"koop1": 3, "huur2": 4}), phasing=phasing)
    assert found[["jaar", "gerealiseerd"]].values.tolist() == [[2025, False], [2025, True]]
    assert found[list(CELLEN)].sum(axis=1).tolist() == [4, 3]


def test_pooled_counts_a_block_in_the_year_of_its_last_delivery():
    phasing = [("B", "2025-03-01", 3, True), ("B", "2027-11-01", 4, False)]
    found, _, _ = table(block("B", 7, {"M": 7}), phasing=phasing, methode=GEPOOLD)
    assert found[["jaar", "gerealiseerd"]].values.tolist() == [[2027, False]]


def test_too_much_in_a_breakdown_is_a_problem_never_a_negative_cell():
    found, marges, _ = table(block("B", 5, {"M": 4, "E": 3}, {"koop1": 5}))
    assert marges.te_veel[["woningblok_uuid", "kenmerk", "som", "aantal"]].values.tolist() == [
        ["B", "woningtype", 7, 5]
    ]
    assert found[list(CELLEN)].to_numpy().min() >= 0
    assert found[list(CELLEN)].to_numpy().sum() == 5


def test_demolition_stands_apart():
    found, _, _ = table(block("A", 3), block("S", 2, {"E": 2}, mutatie="sloop"))
    assert {row["mutatie"]: cells(row) for _, row in found.iterrows()} == {
        "bouw": {"onbekend_onbekend": 3},
        "sloop": {"eengezins_onbekend": 2},
    }


def test_a_million_dwellings_do_not_overflow():
    most = 99_999_999
    found, _, _ = table(block("B", most, {"M": most // 2, "E": most // 3}, {"koop1": most // 2, "huur1": most // 5}))
    assert found[list(CELLEN)].to_numpy().sum() == most
    assert found[list(CELLEN)].to_numpy().min() >= 0


numbers = st.integers(0, 60)
programmes = st.lists(
    st.tuples(
        st.sampled_from(["bouw", "sloop"]),
        numbers,
        st.dictionaries(st.sampled_from("ME"), numbers, max_size=2),
        st.dictionaries(st.sampled_from(KLASSEN[:-1]), numbers, max_size=4),
        st.lists(st.tuples(st.integers(2023, 2029), st.integers(1, 30), st.booleans()), max_size=4),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(programmes, st.sampled_from([PER_BLOK, GEPOOLD]))
def test_cells_add_up_per_year_and_per_block_whatever_the_breakdown(programme, methode):
    whole = [
        block(str(at), aantal, kinds, classes, kind) for at, (kind, aantal, kinds, classes, _) in enumerate(programme)
    ]
    phasing = [
        (str(at), f"{year}-05-05", number, done)
        for at, (*_, rows) in enumerate(programme)
        for year, number, done in rows
    ]
    found, _, delen = table(*whole, phasing=phasing, methode=methode)
    values = found[list(CELLEN)].to_numpy()
    assert (values >= 0).all()
    assert (values == values.astype("int64")).all()
    for kind in ("bouw", "sloop"):
        own = found["mutatie"] == kind
        assert values[own].sum() == sum(aantal for mutatie, aantal, *_ in programme if mutatie == kind)
    if methode == PER_BLOK:
        per = ["project_uuid", "jaar", "gerealiseerd"]
        expected = dwellings(delen, per)
        for kind in ("bouw", "sloop"):
            sums = found[found["mutatie"] == kind].set_index(per)[list(CELLEN)].sum(axis=1)
            assert {k: v for k, v in expected[kind].items() if v} == sums.to_dict()


@settings(max_examples=60, deadline=None)
@given(programmes)
def test_the_parts_of_a_block_add_up_to_the_table_of_the_whole_block(programme):
    kind, aantal, kinds, classes, rows = programme[0]
    one = block("B", aantal, kinds, classes, kind)
    phased, _, _ = table(one, phasing=[("B", f"{year}-05-05", number, done) for year, number, done in rows])
    whole, _, _ = table(one)
    assert np.array_equal(phased[list(CELLEN)].sum(), whole[list(CELLEN)].sum())


@settings(max_examples=60, deadline=None)
@given(programmes)
def test_totals_add_up_to_the_dwellings(programme):
    whole = [
        block(str(at), aantal, kinds, classes, kind) for at, (kind, aantal, kinds, classes, _) in enumerate(programme)
    ]
    phasing = [
        (str(at), f"{year}-05-05", number, done)
        for at, (*_, rows) in enumerate(programme)
        for year, number, done in rows
    ]
    _, marges, delen = table(*whole, phasing=phasing)
    sums = totals(delen, marges).loc["P"]
    figures = dwellings(delen, per=()).iloc[0]
    types = ("meergezins_resterend", "eengezins_resterend", "type_onbekend_resterend")
    assert sum(sums[name] for name in types) == figures["bouw_resterend"]
    markets = ("koop_resterend", "huur_resterend", "eigendom_onbekend_resterend")
    assert sum(sums[name] for name in markets) == figures["netto_resterend"]
    assert sum(sums[name] for name in (*KLASSEN[:-1], "eigendom_onbekend")) == figures["netto"]
