"""What stands in the sheet that we write of plans, as a reader finds it there; how it looks is `style`'s."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from diwi_qgis.exchange.excel.grid import Row
from diwi_qgis.exchange.excel.layout import (
    FIRST_DATA_ROW,
    GROUP_ROW,
    HEADER_ROW,
    SECTION_ROW,
    SUBHEADER_ROW,
    Kolom,
)
from diwi_qgis.exchange.excel.rows import Rij, columns_of, key_of


def written_rows(rows: Sequence[Rij]) -> Iterator[Row]:
    """The rows of DIWI's layout, without the control columns and our own behind them."""
    columns = columns_of(rows)
    yield Row(SECTION_ROW, {first - 1: word for first, _, word in runs(columns, section)})
    yield Row(GROUP_ROW, {first - 1: word.partition("\n")[2] for first, _, word in runs(columns, group)})
    yield Row(HEADER_ROW, {column.nummer - 1: column.kop.tekst for column in columns})
    under = {column.nummer - 1: column.onderkop for column in columns if column.onderkop is not None}
    yield Row(SUBHEADER_ROW, under)
    places = {key_of(column): column.nummer - 1 for column in columns}
    for number, row in enumerate(rows, start=FIRST_DATA_ROW):
        yield Row(number, {places[key]: value for key, value in row.cellen.items() if value is not None})


def section(column: Kolom) -> str:
    """The word over a column in the row of sections."""
    return column.sectie.tekst


def group(column: Kolom) -> str:
    """The same in the row of groups, behind that of its section: each section has its own groups."""
    return f"{column.sectie.tekst}\n{column.groep.tekst}"


def runs(columns: Sequence[Kolom], key: Callable[[Kolom], str]) -> list[tuple[int, int, str]]:
    """First and last column number of neighbours that belong together."""
    found: list[tuple[int, int, str]] = []
    for column in columns:
        word = key(column)
        if found and found[-1][2] == word and found[-1][1] == column.nummer - 1:
            found[-1] = (found[-1][0], column.nummer, word)
        else:
            found.append((column.nummer, column.nummer, word))
    return found
