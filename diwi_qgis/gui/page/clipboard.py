"""Cells out of a spreadsheet, as the clipboard gives them, into rows of a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Callable

from diwi_qgis.model.schema import Column
from diwi_qgis.translation import tr

#: Reads one cell: column, text and what of the row was read before it (a category needs its characteristic).
Read = Callable[[Column, str, dict[str, Any]], Any]


@dataclass(frozen=True)
class Unreadable:
    """A cell that does not fit its column; `row` counts from 1 in what was pasted."""

    row: int
    label: str
    text: str
    expected: str

    def __str__(self) -> str:
        return tr("row {row}, {label}: “{text}”: {expected}").format(
            row=self.row, label=self.label, text=self.text, expected=self.expected
        )


def cells(text: str) -> list[list[str]]:
    """Tab-separated lines; a cell with tabs, line ends or quotes in it stands between quotes, as Excel does."""
    if not text.strip("\r\n"):
        return []
    return list(csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), dialect="excel-tab"))


def values(
    table: Sequence[Sequence[str]], columns: Sequence[Column], read: Read, befores: Sequence[dict[str, Any]] = ()
) -> tuple[list[dict[str, Any]], list[Unreadable]]:
    """The pasted cells as values by column, one dictionary per row, and what could not be read.

    The first line may hold the labels of the columns: then it says which cell belongs where. Otherwise cells follow
    `columns` from the left; what stands beyond the last column is unreadable, for it would be lost. `befores` are the
    rows that are overwritten.
    """
    order, body = _order(table, columns)
    rows: list[dict[str, Any]] = []
    wrong: list[Unreadable] = []
    for number, line in enumerate(body):
        known = dict(befores[number]) if number < len(befores) else {}
        row: dict[str, Any] = {}
        for position, text in enumerate(line):
            if position >= len(order):
                if text.strip():
                    wrong.append(Unreadable(number + 1, str(position + 1), text, tr("there is no column for it")))
                continue
            column = order[position]
            try:
                row[column.name] = read(column, text, {**known, **row})
            except ValueError as error:
                wrong.append(Unreadable(number + 1, column.label, text, str(error)))
        rows.append(row)
    return rows, wrong


def _order(
    table: Sequence[Sequence[str]], columns: Sequence[Column]
) -> tuple[Sequence[Column], Sequence[Sequence[str]]]:
    by_label = {name.casefold(): column for column in columns for name in (column.label, column.name)}
    if table and table[0] and all(text.strip().casefold() in by_label for text in table[0]):
        return [by_label[text.strip().casefold()] for text in table[0]], table[1:]
    return columns, table
