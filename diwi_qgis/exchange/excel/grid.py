"""The cells of a sheet: rows as they come, columns by letter and by index, merged ranges."""

from __future__ import annotations

from typing import Any, NamedTuple


class Row(NamedTuple):
    """A row that was saved: its number from 1 and the cells that hold something, by column index from 0.

    Dates are `datetime` (the date system of the workbook applied), formulas their saved result. `unsaved` are the
    columns of formulas of which the result was never saved.
    """

    number: int
    cells: dict[int, Any]
    unsaved: frozenset[int] = frozenset()


class Merged(NamedTuple):
    """A merged range of cells, by column letters and row numbers."""

    first: str
    top: int
    last: str
    bottom: int


def column_letter(index: int) -> str:
    """The letters of a column by its index from 0: A, …, Z, AA, …, XFD."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index from 0 of a column by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class ColumnIndexes(dict[bytes, int]):
    """Column indexes by letters as they stand in a file, each worked out once."""

    def __missing__(self, letters: bytes) -> int:
        index = self[letters] = column_index(letters.decode("ascii"))
        return index
