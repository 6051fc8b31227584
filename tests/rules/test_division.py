"""A programme divided over parts: nothing is lost, nothing is made, nothing becomes negative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwi_qgis.rules.division import Blok, apportion, divide, divide_rows

KENMERKEN = ("eigendom", "woningtype", "doelgroep")
weights = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=5)


@st.composite
def bloks(draw, sound=True):
    """A block whose breakdowns and deliveries are (when sound) at most its number."""
    aantal = draw(st.integers(0, 500))
    rows = []
    for kenmerk in draw(st.sets(st.sampled_from(KENMERKEN))):
        left = aantal
        for _ in range(draw(st.integers(0, 4))):
            amount = draw(st.integers(0, left if sound else 500))
            rows.append((kenmerk, amount))
            left -= amount if sound else 0
    rows = draw(st.permutations(rows))
    deliveries, left = [], aantal
    for _ in range(draw(st.integers(0, 4))):
        deliveries.append(draw(st.integers(0, left if sound else 500)))
        left -= deliveries[-1] if sound else 0
    return Blok(aantal, tuple(rows), tuple(deliveries))


@given(st.integers(0, 10_000), weights)
def test_shares_add_up_and_are_within_one_of_exact(total, shares):
    parts = apportion(total, shares)
    assert sum(parts) == total and min(parts) >= 0
    whole = sum(shares)
    if whole > 0:
        assert all(abs(part - total * share / whole) < 1 + 1e-6 for part, share in zip(parts, shares))


@given(bloks(), weights)
def test_every_sum_stays_and_no_part_has_more_of_a_kenmerk_than_dwellings(blok, shares):
    parts = divide(blok, apportion(blok.aantal, shares))
    assert sum(part.aantal for part in parts) == blok.aantal
    assert [sum(row) for row in zip(*(part.verdeling for part in parts))] == [amount for _, amount in blok.verdeling]
    assert [sum(row) for row in zip(*(part.oplevering for part in parts))] == list(blok.oplevering)
    for part in parts:
        assert min((part.aantal, *part.verdeling, *part.oplevering)) >= 0
        assert sum(part.oplevering) <= part.aantal
        for kenmerk in KENMERKEN:
            own = sum(amount for (name, _), amount in zip(blok.verdeling, part.verdeling) if name == kenmerk)
            assert own <= part.aantal


@given(bloks(sound=False), weights)
def test_a_block_that_is_wrong_stays_as_wrong_as_it_was(blok, shares):
    parts = divide(blok, apportion(blok.aantal, shares))
    assert [sum(row) for row in zip(*(part.verdeling for part in parts))] == [amount for _, amount in blok.verdeling]
    assert [sum(row) for row in zip(*(part.oplevering for part in parts))] == list(blok.oplevering)
    assert all(amount >= 0 for part in parts for amount in (*part.verdeling, *part.oplevering))


def test_a_fully_specified_block_stays_fully_specified():
    parts = divide(Blok(10, (("eigendom", 7), ("eigendom", 3)), (4, 6)), [7, 3])
    assert [part.verdeling for part in parts] == [(5, 2), (2, 1)]
    assert [part.oplevering for part in parts] == [(3, 4), (1, 2)]


def test_ties_go_to_the_first():
    assert apportion(1, [1, 1, 1]) == [1, 0, 0]
    assert divide_rows([1, 1], [1, 1]) == [[1, 0], [0, 1]]
    assert apportion(5, [0, 0]) == [5, 0]


def test_what_is_no_division_is_refused():
    with pytest.raises(ValueError, match="no division"):
        divide(Blok(10), [4, 5])
    with pytest.raises(ValueError, match="no division"):
        divide(Blok(10), [11, -1])
    with pytest.raises(ValueError, match="weights"):
        apportion(1, [1, -1])
