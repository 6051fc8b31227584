"""Which row of the register is meant by which row of a file, and what differs between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Optional

from diwi_qgis.exchange.rows import Row, same

#: What makes two rows the same one; None when a row cannot be recognised by it.
Key = Callable[[Row], Optional[Hashable]]


@dataclass
class Matched:
    """Rows that belong together (there, wanted), rows to add and rows that are gone."""

    pairs: list[tuple[Row, Row]] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)


def match(there: Sequence[Row], wanted: Sequence[Row], keys: Sequence[Key]) -> Matched:
    """Pair rows by the first key, what is left by the second, and so on; equal rows pair in order.

    A file that says what the register says, in that order, needs no keys; this is so in nearly all of the groups that
    are matched when the same file comes again.
    """
    if len(there) == len(wanted) and all(want.items() <= row.items() for row, want in zip(there, wanted)):
        return Matched(list(zip(there, wanted)))
    pairs: list[tuple[int, Row, Row]] = []
    left, open_ = list(there), list(enumerate(wanted))
    for key in keys:
        if not left or not open_:
            break
        places: dict[Hashable, list[Row]] = {}
        for row in reversed(left):
            found = key(row)
            if found is not None:
                places.setdefault(found, []).append(row)
        still = []
        for number, row in open_:
            same_rows = places.get(key(row))
            if same_rows:
                pairs.append((number, same_rows.pop(), row))
            else:
                still.append((number, row))
        paired = {id(row) for _, row, _ in pairs}
        left, open_ = [row for row in left if id(row) not in paired], still
    pairs.sort(key=lambda pair: pair[0])
    return Matched([(row, want) for _, row, want in pairs], [row for _, row in open_], left)


def by(*columns: str) -> Key:
    """A key of these columns; a row in which the first is empty is not recognised by it."""

    def key(row: Row) -> Optional[Hashable]:
        values = tuple(row.get(column) for column in columns)
        return None if values[0] is None else values

    return key


def differences(there: Row, wanted: Row) -> Row:
    """The columns of `wanted` whose value is not yet so, except its identity."""
    return {
        column: value for column, value in wanted.items() if column != "uuid" and not same(there.get(column), value)
    }
