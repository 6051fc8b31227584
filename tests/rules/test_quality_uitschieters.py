"""How well the outlier rules find a zero too many, on simulated registers with the spread that real ones have.

Densities and sizes per plan type are lognormal with heavy tails; larger plans are less dense. The limits asserted here are
the promise to users; the figures behind them are printed with ``pytest -s``.
"""

from __future__ import annotations

import numpy as np
import pytest
from quality_world import World, square

from diwi_qgis.rules.quality.finding import State

#: plan type: share, dwellings per ha (median, spread of the logarithm), ha (median, spread)
KINDS = {
    "pand_transformatie": (0.12, 120, 0.40, 0.3, 0.8),
    "transformatiegebied": (0.12, 70, 0.40, 1.5, 0.9),
    "herstructurering": (0.15, 55, 0.35, 1.2, 0.9),
    "verdichting": (0.40, 45, 0.42, 0.35, 1.0),
    "uitbreiding_uitleg": (0.12, 25, 0.30, 6.0, 0.9),
    "uitbreiding_overig": (0.09, 15, 0.35, 0.4, 0.6),
}


def register(seed, number, typos):
    """A register of `number` plans, of which the first `typos` have ten times the dwellings they should have."""
    random = np.random.default_rng(seed)
    world = World()
    kinds = random.choice(list(KINDS), number, p=[share for share, *_ in KINDS.values()])
    uuids = []
    for place, kind in enumerate(kinds):
        _, density, density_spread, size, size_spread = KINDS[kind]
        hectare = size * np.exp(size_spread * random.standard_t(8))
        dense = density * (hectare / size) ** -0.15 * np.exp(density_spread * random.standard_t(6))
        dwellings = max(2, round(hectare * dense)) * (10 if place < typos else 1)
        geom = square(5_000 * (place % 20) - 50_000, 5_000 * (place // 20) - 50_000, side=100 * hectare**0.5)
        plan = world.plan(geom=geom, plantype=kind, status=None)
        world.block(plan, dwellings)
        uuids.append(plan)
    return world, uuids


def rates(rule, number, typos, seeds=range(8)):
    """Share of the typing errors that the rule found, and share of the other plans that it found too."""
    hits = false = 0
    for seed in seeds:
        world, uuids = register(seed, number, typos)
        found = {finding.project_uuid for finding in world.found(rule)}
        hits += len(found & set(uuids[:typos]))
        false += len(found - set(uuids[:typos]))
    return hits / (typos * len(seeds)), false / ((number - typos) * len(seeds))


@pytest.mark.parametrize("number, typos", [(80, 2), (300, 6)])
def test_a_zero_too_many_is_nearly_always_found_with_few_false_alarms(number, typos):
    hit, false = rates("dichtheid_uitschieter", number, typos)
    print(f"dichtheid_uitschieter, {number} plannen: {hit:.0%} gevonden, {false:.1%} vals alarm")
    assert hit >= 0.9
    assert false <= 0.04


def test_the_number_alone_finds_less_but_seldom_cries_wolf():
    hit, false = rates("aantal_uitschieter", 300, 6)
    print(f"aantal_uitschieter, 300 plannen: {hit:.0%} gevonden, {false:.1%} vals alarm")
    assert false <= 0.02
    assert hit > 5 * false


def test_2000_instead_of_200_is_found_by_both_and_named_with_what_is_usual():
    world = World()
    for number in range(40):
        world.plan(bouw=100 + 5 * number, geom=square(1_000 * number, 0, side=200 + number))
    typo = world.plan("Kade", bouw=2000, geom=square(0, 5_000, side=210))
    for rule in ("aantal_uitschieter", "dichtheid_uitschieter"):
        (finding,) = world.found(rule)
        assert finding.project_uuid == typo
        assert "2.000" in finding.message.nl
        assert finding.expected.nl.startswith("gebruikelijk")


def test_a_zero_too_few_is_found_too():
    world = World()
    for number in range(40):
        world.plan(bouw=100 + 5 * number)
    typo = world.plan(bouw=2)
    (finding,) = world.found("aantal_uitschieter")
    assert finding.project_uuid == typo
    assert "weinig" in finding.message.nl and "few" in finding.message.en


def test_many_errors_do_not_become_the_norm():
    world, uuids = register(1, 120, 12)  # one in ten is wrong
    found = {finding.project_uuid for finding in world.found("dichtheid_uitschieter")}
    assert len(found & set(uuids[:12])) >= 8
    assert len(found - set(uuids[:12])) <= 4


def test_equal_plans_and_small_differences_are_no_outliers():
    world = World()
    for number in range(30):
        world.plan(bouw=100 + number % 3)
    world.plan(bouw=140)
    assert world.found("aantal_uitschieter") == world.found("dichtheid_uitschieter") == ()


def test_too_few_plans_to_compare_are_not_checked():
    world = World()
    for number in range(9):
        world.plan(bouw=10 ** (number % 4))
    outcome = world.outcome("aantal_uitschieter")
    assert outcome.state is State.NIET_GECONTROLEERD
    assert "9 plannen" in outcome.not_checked.nl


def test_plans_without_area_are_judged_on_their_number_only():
    world = World()
    for _ in range(20):
        world.plan(bouw=50)
    world.plan(bouw=5000, geom=None)
    assert len(world.found("aantal_uitschieter")) == 1
    outcome = world.outcome("dichtheid_uitschieter")
    assert outcome.findings == ()
    assert outcome.not_checked.nl == "1 plan zonder plangebied"
