"""Which plans of the table are shown: a search in all columns, and conditions on single ones. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

#: Kinds of condition, in the order in which they are offered.
CONTAINS, IS, IS_NOT, AT_LEAST, AT_MOST, EMPTY, FILLED = (
    "contains",
    "is",
    "is_not",
    "at_least",
    "at_most",
    "empty",
    "filled",
)

#: What is compared with "at least" and "at most".
Comparable = (int, float, date)


@dataclass(frozen=True)
class Cell:
    """A value with the text that is shown of it."""

    value: Any
    text: str

    @property
    def folded(self) -> str:
        """The text as one searches in it."""
        return self.text.casefold()


@dataclass(frozen=True)
class Condition:
    """On one column: `value` is a text for `contains`, `is` and `is_not` (that of the cell), a number or day for bounds."""

    column: str
    kind: str
    value: Any = None


def test_of(condition: Condition) -> Callable[[Cell], bool]:
    """The condition as a question about a cell."""
    value = condition.value.casefold() if isinstance(condition.value, str) else condition.value
    tests: dict[str, Callable[[Cell], bool]] = {
        CONTAINS: lambda cell: value in cell.folded,
        IS: lambda cell: cell.folded == value,
        IS_NOT: lambda cell: cell.folded != value,
        AT_LEAST: lambda cell: cell.value is not None and cell.value >= value,
        AT_MOST: lambda cell: cell.value is not None and cell.value <= value,
        EMPTY: lambda cell: cell.value is None,
        FILLED: lambda cell: cell.value is not None,
    }
    return tests[condition.kind]


def shown(
    haystacks: Sequence[str],
    columns: Mapping[str, Sequence[Cell]],
    search: str = "",
    conditions: Iterable[Condition] = (),
) -> list[int]:
    """The places of the plans that have every word of `search` somewhere and meet all conditions, in their order.

    `haystacks` are all texts of a plan in one, folded; `columns` the cells of every column that a condition is about.
    """
    words = search.casefold().split()
    places = [place for place, text in enumerate(haystacks) if all(word in text for word in words)]
    for condition in conditions:
        test, cells = test_of(condition), columns[condition.column]
        places = [place for place in places if test(cells[place])]
    return places


def sort_key(cell: Cell) -> tuple[bool, Any]:
    """Numbers and days by size, texts by letter, empty ones last."""
    if cell.value is None:
        return (True, 0)
    return (False, cell.value if isinstance(cell.value, Comparable) else cell.folded)


def total(cells: Sequence[Cell], places: Iterable[int]) -> int:
    """Sum of a column over plans."""
    return sum(cells[place].value or 0 for place in places)
