"""How many dwellings there are, when, and which of them are there already."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from programme import blocks, deliveries, kinds, milestones, projects

from diwi_qgis.rules.figures import CIJFERS, dwellings, parts
from diwi_qgis.rules.state import first_date, state_at

DAY = date(2026, 1, 1)


def counted(delen, **choices):
    return dwellings(delen, per=(), **choices).iloc[0].to_dict()


def test_a_block_is_realised_as_far_as_its_deliveries_were_on_the_reference_date():
    delen = parts(
        projects(("P", "2030-06-30")),
        blocks(("B", "P", "bouw", 20), ("S", "P", "sloop", 4)),
        deliveries(("B", "2025-03-01", 8, True), ("B", "2026-05-01", 7, True), ("S", "2024-12-31", 4, True)),
        DAY,
    )
    figures = counted(delen)
    assert (figures["bouw"], figures["bouw_gerealiseerd"], figures["bouw_resterend"]) == (20, 8, 12)
    assert (figures["sloop"], figures["sloop_gerealiseerd"], figures["sloop_resterend"]) == (4, 4, 0)
    assert (figures["netto"], figures["netto_gerealiseerd"], figures["netto_resterend"]) == (16, 4, 12)


def test_dwellings_without_a_delivery_come_at_the_end_of_the_plan():
    delen = parts(projects(("P", "2030-06-30")), blocks(("B", "P", "bouw", 20)), deliveries(), DAY)
    assert delen[["jaar", "aantal", "gerealiseerd", "gefaseerd"]].values.tolist() == [[2030, 20, False, False]]


def test_a_planned_date_that_has_passed_is_still_to_be_delivered():
    delen = parts(
        projects(("P", "2030-06-30")),
        blocks(("B", "P", "bouw", 5)),
        deliveries(("B", "2020-01-01", 5, False)),
        DAY,
    )
    assert counted(delen)["bouw_resterend"] == 5


def test_deliveries_beyond_the_number_of_the_block_do_not_count_the_last_ones_first():
    delen = parts(
        projects(("P", "2030-06-30")),
        blocks(("B", "P", "bouw", 10)),
        deliveries(("B", "2028-01-01", 6, False), ("B", "2025-01-01", 7, True)),
        DAY,
    )
    assert delen[["jaar", "aantal"]].values.tolist() == [[2025, 7], [2028, 3]]


def test_counting_per_year_and_only_what_is_in_the_programme():
    woningblok = blocks(("A", "P", "bouw", 3), ("B", "P", "bouw", 4))
    woningblok["in_programmering"] = pd.array([True, None], dtype="boolean")
    delen = parts(projects(("P", "2030-06-30")), woningblok, deliveries(("A", "2027-01-01", 3, False)), DAY)
    per_year = dwellings(delen, per=("jaar",))["bouw"]
    assert per_year.to_dict() == {2027: 3, 2030: 4}
    assert counted(delen, alleen_in_programmering=True)["bouw"] == 3


def test_an_empty_register_counts_nothing():
    delen = parts(projects(), blocks(), deliveries(), DAY)
    assert set(counted(delen).values()) == {0}


programmes = st.lists(
    st.tuples(
        st.sampled_from(["bouw", "sloop"]),
        st.integers(0, 300),
        st.lists(st.tuples(st.integers(2020, 2032), st.integers(0, 150), st.booleans()), max_size=4),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(programmes)
def test_parts_add_up_to_the_blocks_and_standings_to_the_whole(programme):
    woningblok = blocks(*((str(at), "P", kind, number) for at, (kind, number, _) in enumerate(programme)))
    oplevering = deliveries(
        *(
            (str(at), f"{year}-07-01", number, done)
            for at, (_, _, rows) in enumerate(programme)
            for year, number, done in rows
        )
    )
    delen = parts(projects(("P", "2033-01-01")), woningblok, oplevering, DAY)
    per_block = delen.groupby("woningblok_uuid")["aantal"].sum().to_dict()
    assert per_block == {str(at): number for at, (_, number, _) in enumerate(programme) if number}
    figures = counted(delen)
    for kind in ("bouw", "sloop", "netto"):
        assert figures[kind] == figures[f"{kind}_gerealiseerd"] + figures[f"{kind}_resterend"]
    assert figures["netto"] == figures["bouw"] - figures["sloop"]
    for per in (("woningblok_uuid",), ("jaar",), ("project_uuid", "jaar"), ("project_uuid",)):
        assert dwellings(delen, per)[list(CIJFERS)].sum().to_dict() == figures


# -- phase and plan status at a date -----------------------------------------------------------------------------


def state(plan, *rows, on=DAY, end="2035-01-01"):
    return state_at(projects((plan, end)), milestones(*rows), kinds(), on).loc[plan]


@pytest.mark.parametrize(
    ("on", "fase"), [("2019-12-31", None), ("2020-01-01", "initiatief"), ("2022-06-01", "ontwerp")]
)
def test_the_phase_is_that_of_the_last_milestone_on_or_before_the_date(on, fase):
    rows = [("P", "fase_ontwerp", "2022-06-01", None), ("P", "fase_initiatief", "2020-01-01", None)]
    assert state("P", *rows, on=date.fromisoformat(on))["fase"] == fase


def test_the_realised_date_goes_before_the_planned_one():
    late = ("P", "status_2A", "2025-01-01", "2026-03-01")
    assert state("P", late)["planstatus"] is None
    assert state("P", late, on=date(2026, 3, 1))["planstatus"] == "2A"


def test_of_two_milestones_on_one_day_the_later_row_counts():
    rows = [("P", "status_2A", "2025-01-01", None), ("P", "status_1A", "2025-01-01", None)]
    assert state("P", *rows)["planstatus"] == "1A"
    assert state("P", *rows[::-1])["planstatus"] == "2A"


def test_a_plan_is_finished_when_its_end_has_passed_or_a_milestone_says_so():
    assert state("P", end="2025-12-31")["afgerond"]
    assert not state("P", end="2026-01-01")["afgerond"]
    assert state("P", ("P", "afgerond", None, "2025-05-05"))["afgerond"]
    assert state("P", ("P", "afgebroken", None, "2025-05-05"))["afgebroken"]


def test_first_dates_look_ahead_too():
    rows = milestones(("P", "fase_realisatie", "2029-02-01", None), ("P", "fase_realisatie", "2028-02-01", None))
    assert str(first_date(rows, kinds(), fase=["realisatie"])["P"].date()) == "2028-02-01"
