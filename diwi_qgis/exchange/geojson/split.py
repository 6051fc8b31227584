"""A block of ours as blocks of DIWI's import format, which know one ownership, one house type and one date each.

The dwellings of a block are thought in a row, and every characteristic divides that row in the order in which it is
recorded. Wherever ownership (with its price), house type or date changes, a new part begins; so it does where physical
appearance, target group or ground position stop being known, because DIWI wants those complete or absent. Every total
per category therefore stays exactly what it was; which combinations occur is an assumption (as it is in any cross table).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.plan import Plan, Verdeling, Woningblok

#: Characteristics that DIWI's format gives as lists within one block.
LIJSTEN = ("fysiek_voorkomen", "doelgroep", "grondpositie")

_Segments = list[tuple[int, int, Any]]


@dataclass
class Deel:
    """A part of a block that DIWI's format can hold; `verdelingen` has categories by characteristic of `LIJSTEN`."""

    naam: str
    aantal: int
    datum: Optional[date] = None
    eigendom: Optional[Verdeling] = None
    woningtype: Optional[str] = None
    verdelingen: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def split_all(plan: Plan) -> list[list[Deel]]:
    """The parts of every block of a plan."""
    return [split(blok) for blok in plan.woningblokken]


def split(blok: Woningblok) -> list[Deel]:
    """The parts, together as many dwellings as the block; none for a block without dwellings."""
    naam, total = blok.naam.strip(), blok.aantal
    rows = {
        kenmerk: [v for v in blok.verdelingen if v.kenmerk == kenmerk]
        for kenmerk in (*LIJSTEN, "eigendom", "woningtype")
    }
    eigendom = _segments(((v, v.aantal) for v in rows["eigendom"]), total)
    woningtype = _segments(((v.categorie, v.aantal) for v in rows["woningtype"]), total)
    dates = _segments(((o.datum, o.aantal) for o in sorted(blok.opleveringen, key=lambda o: o.datum)), total)
    lists = {kenmerk: _segments(((v.categorie, v.aantal) for v in rows[kenmerk]), total) for kenmerk in LIJSTEN}
    borders = {0, total}
    for segments in (eigendom, woningtype, dates):
        borders.update(end for _, end, _ in segments)
    borders.update(segments[-1][1] for segments in lists.values() if segments)
    ordered = sorted(borders)
    spans = list(zip(ordered, ordered[1:]))
    return [
        Deel(
            naam if len(spans) == 1 else f"{naam} ({number}/{len(spans)})",
            end - start,
            _at(dates, start),
            _at(eigendom, start),
            _at(woningtype, start),
            {kenmerk: within for kenmerk, segments in lists.items() if (within := _within(segments, start, end))},
        )
        for number, (start, end) in enumerate(spans, start=1)
    ]


def _segments(parts: Iterable[tuple[Any, int]], total: int) -> _Segments:
    """From–to of every part in the row of dwellings; what is more than there are dwellings falls off the end."""
    found: _Segments = []
    start = 0
    for value, aantal in parts:
        end = min(start + aantal, total)
        if end > start:
            if found and found[-1][2] == value:
                found[-1] = (found[-1][0], end, value)
            else:
                found.append((start, end, value))
        start = end
    return found


def _at(segments: _Segments, place: int) -> Any:
    return next((value for start, end, value in segments if start <= place < end), None)


def _within(segments: _Segments, start: int, end: int) -> list[tuple[str, int]]:
    overlaps = [(value, min(end, to) - max(start, begin)) for begin, to, value in segments]
    return [(value, aantal) for value, aantal in overlaps if aantal > 0]
