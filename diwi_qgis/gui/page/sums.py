"""Whether the parts of a block add up: what is given out, what is unknown, what is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from diwi_qgis.translation import tr


@dataclass(frozen=True)
class SumCheck:
    """Dwellings of one block over one characteristic (or over its deliveries)."""

    label: str
    total: int
    given: int

    @property
    def unknown(self) -> int:
        """Dwellings of which it is not known; 0 when too many are given."""
        return max(self.total - self.given, 0)

    @property
    def excess(self) -> int:
        """Dwellings given beyond those of the block."""
        return max(self.given - self.total, 0)

    @property
    def text(self) -> str:
        """In words; that it is too much is said, not only coloured."""
        words = tr("{label}: {given} of {total} given").format(label=self.label, given=self.given, total=self.total)
        if self.excess:
            return f"{words}, {tr('{number} too many').format(number=self.excess)}"
        if self.unknown:
            return f"{words}, {tr('{number} unknown').format(number=self.unknown)}"
        return words


def sum_checks(
    total: Optional[int],
    verdeling: Iterable[Mapping[str, Any]],
    oplevering: Iterable[Mapping[str, Any]],
    kenmerken: Mapping[str, str],
) -> Iterator[SumCheck]:
    """One check per characteristic that has rows, in order of `kenmerken` (code -> label), then that of the phasing."""
    given: dict[str, int] = {}
    for row in verdeling:
        given[row["kenmerk"] or ""] = given.get(row["kenmerk"] or "", 0) + (row["aantal"] or 0)
    order = [code for code in kenmerken if code in given] + [code for code in given if code not in kenmerken]
    for code in order:
        yield SumCheck(kenmerken.get(code, code) or tr("(no characteristic)"), total or 0, given[code])
    deliveries = [row["aantal"] or 0 for row in oplevering]
    if deliveries:
        yield SumCheck(tr("Phasing"), total or 0, sum(deliveries))
