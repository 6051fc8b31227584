"""Numbers of dwellings, breakdowns, phasing and prices."""

from __future__ import annotations

import pytest
from quality_world import World

from diwi_qgis.model.amounts import prijsklasse_rows
from diwi_qgis.model.profiles import load_profile
from diwi_qgis.rules.quality.finding import State


@pytest.fixture
def world():
    return World()


def test_plans_and_blocks_without_dwellings_are_found(world):
    world.plan(bouw=10)
    mother = world.plan()
    world.plan(bouw=5, hoofdplan_uuid=mother)
    empty = world.plan("Leeg")
    nought = world.block(world.plan(bouw=3), 0)
    found = world.found("plan_zonder_woningen")
    assert {
        (finding.project_uuid if not finding.woningblok_uuid else finding.woningblok_uuid) for finding in found
    } == {
        empty,
        nought,
    }


def test_a_breakdown_larger_than_its_block_is_found_per_characteristic(world):
    block = world.block(world.plan(), 10)
    world.part(block, "eigendom", "koopwoning", 6)
    world.part(block, "eigendom", "huurwoning_woningcorporatie", 5)
    world.part(block, "woningtype", "eengezinswoning", 10)
    world.part(block, "doelgroep", "Regulier", 4)
    (finding,) = world.found("verdeling_te_groot")
    assert (finding.woningblok_uuid, finding.key, finding.measure) == (block, "eigendom", 1)
    assert "Eigendom" in finding.message.nl and "11" in finding.message.nl


def test_much_unknown_is_told_per_plan(world):
    plan = world.plan()
    block = world.block(plan, 10)
    world.part(block, "eigendom", "koopwoning", 4)
    world.part(block, "woningtype", "eengezinswoning", 9)
    world.block(plan, 4, mutatie="sloop")  # what is demolished needs no breakdown
    (finding,) = world.found("verdeling_onbekend")
    assert (finding.key, finding.measure, finding.severity) == ("eigendom", 6, "info")


@pytest.mark.parametrize("delivered, wrong", [((10, 10), False), ((10, 12), True), ((19,), True)])
def test_phasing_must_add_up(world, delivered, wrong):
    block = world.block(world.plan(), 20)
    for year, number in enumerate(delivered):
        world.delivery(block, number, f"{2031 + year}-12-31")
    found = world.found("fasering_som")
    assert [finding.woningblok_uuid for finding in found] == ([block] if wrong else [])
    assert [finding.measure for finding in found] == ([abs(sum(delivered) - 20)] if wrong else [])


def test_a_block_without_delivery_is_found(world):
    world.plan(bouw=3)
    block = world.block(world.plan(), 20)
    assert [finding.woningblok_uuid for finding in world.found("fasering_ontbreekt")] == [block]


def priced(world, low, high, categorie="koopwoning", jaar="2026-06-01"):
    block = world.block(world.plan(), 10)
    world.delivery(block, 10, jaar)
    world.part(block, "eigendom", categorie, 10, prijs_min=low, prijs_max=high)
    return block


@pytest.fixture
def classes(world):
    for row in prijsklasse_rows():
        world.add("prijsklasse", **row)
    return world


@pytest.mark.parametrize(
    "low, high, jaar, wrong",
    [
        (30_000_000, 42_000_000, "2026-06-01", False),  # up to and including the limit of 2026
        (30_000_000, 42_000_001, "2026-06-01", False),  # only touches the next class
        (30_000_000, 43_000_000, "2026-06-01", True),
        (30_000_000, 42_000_000, "2025-06-01", True),  # the limit of 2025 is lower
        (45_000_000, None, "2026-06-01", False),  # the highest class has no end
        (40_000_000, None, "2026-06-01", True),
        (30_000_000, 30_000_000, "1999-06-01", False),
    ],
)
def test_a_price_in_two_classes_of_its_year_is_found(classes, low, high, jaar, wrong):
    block = priced(classes, low, high, jaar=jaar)
    assert [finding.woningblok_uuid for finding in classes.found("prijsklasse_onduidelijk")] == [block] * wrong


def test_rents_have_their_own_classes_and_a_delivery_its_own_scheme(classes):
    rent = priced(classes, 85_000, 90_000, categorie="huurwoning_woningcorporatie")  # one national class
    assert classes.found("prijsklasse_onduidelijk") == ()
    found = classes.found("prijsklasse_onduidelijk", profiles=[load_profile("zuid_holland")])  # 879,99 divides
    assert [finding.woningblok_uuid for finding in found] == [rent]
    assert "€ 850 – € 900" in found[0].message.nl


def test_without_prices_the_rule_is_not_checked(classes):
    classes.plan(bouw=10)
    assert classes.outcome("prijsklasse_onduidelijk").state is State.NIET_GECONTROLEERD


def test_a_price_class_that_nobody_set_is_found(classes):
    block = classes.block(classes.plan(), 10)
    classes.part(block, "eigendom", "koopwoning", 6, prijsklasse="betaalbaar")
    classes.part(block, "eigendom", "koopwoning", 4, prijsklasse="spotgoedkoop")
    (finding,) = classes.found("prijsklasse_onduidelijk")
    assert (finding.woningblok_uuid, finding.value) == (block, "spotgoedkoop")
