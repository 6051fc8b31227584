"""The programme of a plan divided over parts: whole dwellings, and every sum stays what it was.

Largest remainder (Hamilton): everybody gets the whole dwellings of his exact share, and who misses most gets the next one.
A breakdown is divided with the dwellings of the blocks that result as its margins, so that a part never has more dwellings
in a breakdown than in its block. Ties go to the first. All in integers and fractions: no float decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Blok:
    """What is divided of a block: its number, its breakdowns (kenmerk, aantal) and its deliveries, as rows in order."""

    aantal: int
    verdeling: Sequence[tuple[str, int]] = ()
    oplevering: Sequence[int] = ()


@dataclass(frozen=True)
class Deel:
    """What one part gets of a block: its number, and of each row of the block how many."""

    aantal: int
    verdeling: tuple[int, ...]
    oplevering: tuple[int, ...]


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """`total` whole things over shares in proportion to `weights` (0 or more; all 0: everything to the first)."""
    exact = [Fraction(weight) for weight in weights]
    if not exact or min(exact) < 0:
        raise ValueError(f"weights of a division: {weights}")
    whole = sum(exact)
    if not whole:
        return [total, *[0] * (len(exact) - 1)]
    return _largest_remainder([total * weight / whole for weight in exact])


def divide(blok: Blok, counts: Sequence[int]) -> list[Deel]:
    """The block over parts that get `counts` of its dwellings. ValueError when those do not add up to its number."""
    if sum(counts) != blok.aantal or min(counts) < 0:
        raise ValueError(f"{list(counts)} is no division of {blok.aantal}")
    rows = [[0] * len(blok.verdeling) for _ in counts]
    for kenmerk in dict.fromkeys(kenmerk for kenmerk, _ in blok.verdeling):
        places = [place for place, (other, _) in enumerate(blok.verdeling) if other == kenmerk]
        for part, amounts in enumerate(divide_rows([blok.verdeling[place][1] for place in places], counts)):
            for place, amount in zip(places, amounts):
                rows[part][place] = amount
    deliveries = divide_rows(blok.oplevering, counts)
    return [Deel(count, tuple(rows[part]), tuple(deliveries[part])) for part, count in enumerate(counts)]


def divide_rows(amounts: Sequence[int], counts: Sequence[int]) -> list[list[int]]:
    """Per part how many of each row, for rows that together are at most the block (the rest of it is unknown).

    Rows that are more than the block together (a fault that a check finds) stay so: no row loses a dwelling.
    """
    total = sum(counts)
    left = [*amounts, max(0, total - sum(amounts))]
    margins = list(counts) if sum(left) == total else apportion(sum(left), [float(count) for count in counts])
    parts = []
    for margin in margins[:-1]:
        whole = sum(left)
        taken = _largest_remainder([Fraction(row * margin, whole) for row in left]) if whole else [0] * len(left)
        left = [row - part for row, part in zip(left, taken)]
        parts.append(taken[:-1])
    return [*parts, left[:-1]]


def _largest_remainder(exact: Sequence[Fraction]) -> list[int]:
    """Whole numbers with the same (whole) sum, none farther than 1 from its exact share."""
    whole = [share.numerator // share.denominator for share in exact]
    missing = int(sum(exact)) - sum(whole)
    for place in sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])[:missing]:
        whole[place] += 1
    return whole
