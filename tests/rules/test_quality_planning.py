"""Milestones and deliveries at the reference date 1 July 2026, and what plans say of themselves."""

from __future__ import annotations

from datetime import date

import pytest
from quality_world import World

from diwi_qgis.rules.quality.finding import State


@pytest.fixture
def world():
    world = World()
    world.plan(bouw=10)
    return world


@pytest.mark.parametrize(
    "steps, wrong",
    [
        ([("fase_initiatief", "2020-01-01"), ("fase_ontwerp", "2022-01-01")], []),
        ([("fase_initiatief", "2023-01-01"), ("fase_ontwerp", "2022-01-01")], ["fase_ontwerp<fase_initiatief"]),
        ([("status_4A", "2020-01-01"), ("status_3", "2021-01-01"), ("status_2A", "2022-01-01")], []),
        ([("status_3", "2024-01-01"), ("status_2A", "2022-01-01")], ["status_2A<status_3"]),
        ([("status_4B", "2024-01-01"), ("status_4A", "2022-01-01")], []),  # alternatives
        ([("vergunning_verleend", "2024-01-01"), ("start_bouw", "2024-01-01")], []),
        ([("vergunning_verleend", "2024-01-01"), ("start_bouw", "2023-01-01")], ["start_bouw<vergunning_verleend"]),
        (
            [("vergunning_verleend", "2026-01-01"), ("start_bouw", "2025-01-01"), ("laatste_oplevering", "2025-06-01")],
            ["laatste_oplevering<vergunning_verleend", "start_bouw<vergunning_verleend"],
        ),
    ],
)
def test_steps_must_be_in_order(world, steps, wrong):
    plan = world.plan(status=None)
    for soort, datum in steps:
        world.step(plan, soort, datum)
    found = world.found("mijlpaal_volgorde")
    assert sorted(finding.key for finding in found) == wrong
    assert all(finding.project_uuid == plan for finding in found)


def test_steps_of_different_plans_have_nothing_to_do_with_each_other(world):
    world.step(world.plan(), "start_bouw", "2024-01-01")
    world.step(world.plan(), "vergunning_verleend", "2025-01-01")
    assert world.outcome("mijlpaal_volgorde").state is State.GOED


def test_the_realised_date_counts_above_the_planned_one(world):
    plan = world.plan()
    world.step(plan, "vergunning_verleend", "2024-01-01", gerealiseerd="2025-06-01")
    world.step(plan, "start_bouw", "2024-06-01")
    (finding,) = world.found("mijlpaal_volgorde")
    assert "01-06-2025" in finding.message.nl
    assert "2025-06-01" in finding.message.en


def test_a_milestone_outside_the_project_is_found(world):
    plan = world.plan(start_datum="2020-01-01", eind_datum="2030-01-01")
    world.step(plan, "grond_verworven", "2019-12-31")
    world.step(plan, "principebesluit", "2020-01-01")
    world.step(plan, "afgerond", "2130-01-01")
    assert {finding.key for finding in world.found("mijlpaal_buiten_looptijd")} == {"grond_verworven", "afgerond"}


@pytest.mark.parametrize(
    "datum, wrong",
    [
        ("2029-12-31", False),  # "in 2029", the last year of the plan
        ("2029-07-01", True),
        ("2030-12-31", True),
        ("2019-12-31", True),
        ("2029-06-30", False),
    ],
)
def test_deliveries_fall_within_the_project(world, datum, wrong):
    block = world.block(world.plan(start_datum="2020-01-01", eind_datum="2029-06-30"), 10)
    world.delivery(block, 10, datum)
    found = world.found("oplevering_buiten_looptijd")
    assert [finding.woningblok_uuid for finding in found] == [block] * wrong


def test_nothing_is_delivered_before_its_permit(world):
    plan = world.plan(bouw=10)  # delivered in 2034
    world.step(plan, "vergunning_verleend", "2035-01-01")
    (finding,) = world.found("oplevering_voor_vergunning")
    assert (finding.project_uuid, finding.key) == (plan, "vergunning_verleend")
    assert finding.measure == (date(2035, 1, 1) - date(2034, 6, 1)).days


def test_demolition_may_come_before_the_permit(world):
    plan = world.plan()
    world.delivery(world.block(plan, 4, mutatie="sloop"), 4, "2027-01-01")
    world.step(plan, "vergunning_verleend", "2030-01-01")
    assert world.outcome("oplevering_voor_vergunning").state is State.GOED


@pytest.mark.parametrize(
    "status, permit, datum, key",
    [
        ("3", None, "2028-01-01", "planstatus"),  # 18 months is too soon for status 3
        ("3", None, "2031-01-01", None),
        ("1A", None, "2028-01-01", None),
        ("1A", None, "2026-12-31", "planstatus"),
        ("3", "2026-01-01", "2026-06-30", "vergunning"),
        ("3", "2026-01-01", "2028-01-01", None),  # with a permit the status no longer matters
    ],
)
def test_a_delivery_must_be_possible_in_the_time_that_is_left(world, status, permit, datum, key):
    plan = world.plan(status=status)
    world.delivery(world.block(plan, 10), 10, datum)
    if permit:
        world.step(plan, "vergunning_verleend", permit)
    assert [finding.key for finding in world.found("oplevering_te_snel")] == ([key] if key else [])


def test_plans_without_status_are_not_judged_on_it(world):
    world.delivery(world.block(world.plan(status=None), 10), 10, "2027-01-01")
    outcome = world.outcome("oplevering_te_snel")
    assert outcome.state is State.NIET_GECONTROLEERD


def test_the_future_is_not_realised_and_the_past_not_planned(world):
    plan = world.plan(status=None)
    block = world.block(plan, 40)
    world.delivery(block, 10, "2027-03-01", gerealiseerd=True)
    world.delivery(block, 10, "2026-12-31", gerealiseerd=True)  # "in 2026"
    world.delivery(block, 10, "2025-12-31", gerealiseerd=False)
    world.delivery(block, 10, "2026-06-30", gerealiseerd=True)
    world.step(plan, "start_bouw", None, gerealiseerd="2026-08-01")
    assert {finding.key for finding in world.found("gerealiseerd_in_toekomst")} == {"2027-03-01", "start_bouw"}
    assert [finding.key for finding in world.found("gepland_in_verleden")] == ["2025-12-31"]


def test_findings_follow_the_reference_date(world):
    block = world.block(world.plan(), 10)
    world.delivery(block, 10, "2030-06-01")
    assert world.found("gepland_in_verleden") == ()
    assert len(world.found("gepland_in_verleden", today=date(2031, 1, 1))) == 1


# -- status, confidentiality, type -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status, level, wrong",
    [
        ("2A", "intern_ambtelijk", True),
        ("1B", "extern_woonregio", True),
        ("1A", "extern_mede_overheden", False),
        ("1A", "openbaar", False),
        ("2C", "prive", False),  # soft
        ("3", "prive", False),
    ],
)
def test_only_soft_plans_may_be_confidential(world, status, level, wrong):
    plan = world.plan(status=status, vertrouwelijkheid=level)
    assert [finding.project_uuid for finding in world.found("vertrouwelijk_hard")] == [plan] * wrong


def test_the_status_is_that_of_the_reference_date(world):
    plan = world.plan(status="3", vertrouwelijkheid="prive")
    world.step(plan, "status_2A", "2027-01-01")
    assert world.found("vertrouwelijk_hard") == ()
    assert len(world.found("vertrouwelijk_hard", today=date(2027, 1, 1))) == 1


def test_a_started_plan_without_phase_or_status_is_told(world):
    plan = world.plan(status=None)
    world.plan(status=None, start_datum="2027-01-01")
    found = world.found("stand_ontbreekt")
    assert {(finding.project_uuid, finding.key) for finding in found} == {(plan, "peilfase"), (plan, "peilstatus")}
    assert world.outcome("vertrouwelijk_hard").not_checked.nl.startswith("2 plan")


@pytest.mark.parametrize(
    "kind, number, wrong",
    [
        ("uitbreiding_uitleg", 11, True),
        ("uitbreiding_uitleg", 12, False),
        ("uitbreiding_overig", 11, False),
        ("uitbreiding_overig", 12, True),
        ("verdichting", 3, False),
    ],
)
def test_extensions_have_the_type_of_their_size(world, kind, number, wrong):
    plan = world.plan(bouw=number, plantype=kind)
    assert [finding.project_uuid for finding in world.found("plantype_omvang")] == [plan] * wrong
