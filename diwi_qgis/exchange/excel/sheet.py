"""The cells of one worksheet part, as they stream out of the package.

A row is split into its filled cells by one pattern; the many cells that have a format and nothing in them go by at the
speed of the engine for regular expressions. Whatever is not in that shape raises `Irregular`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any, Union

from diwi_qgis.exchange.excel.grid import ColumnIndexes, Row
from diwi_qgis.exchange.excel.markup import SPREADSHEET, CellTexts, Irregular, pattern, read_root, rich_text
from diwi_qgis.exchange.excel.serials import Moment, from_iso, to_moment
from diwi_qgis.progress import Progress

_CHUNK = 1 << 20

_EMPTY = rb'(?:<@c r="[A-Z0-9]+"(?: s="[0-9]+")?(?: t="[a-zA-Z]+")?(?:></@c>|/>)\s*)'
#: A filled cell and the empty ones after it, the empty ones a row begins with, or (last group) something else.
_CELLS = (
    rb'<@c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?(?: (?:cm|vm|ph)="[0-9]+")*>\s*(?!</@c>)'
    rb"(?:(<@f(?:[\s/][^<>]*)?>(?:(?<=/>)|[^<]*</@f>)\s*)?"
    rb'(?:<@v/>|<@v(?: xml:space="preserve")?>([^<]*)</@v>)?'
    rb'|<@is>(?:<@t(?: xml:space="preserve")?>([^<]*)</@t>|((?:[^<]|<(?!@c |/@is>))*))</@is>)\s*</@c>\s*'
    + _EMPTY
    + rb"*|"
    + _EMPTY
    + rb"+|(.+)"
)
_BOOLEANS = {b"1": True, b"true": True, b"0": False, b"false": False}
_ROW = re.compile(rb'((?:\s+[\w.:-]+="[^"<>]*")*)\s*(/?)>\s*')
_ROW_NUMBER = re.compile(rb'\sr="([^"]*)"')


class Dates(dict[bytes, Moment]):
    """What numbers under one date format stand for, by their bytes, each worked out once."""

    def __init__(self, from_1904: bool, duration: bool) -> None:
        super().__init__()
        self._options = from_1904, duration

    def __missing__(self, raw: bytes) -> Moment:
        found = self[raw] = to_moment(_number(raw), *self._options)
        return found


class CellReader:
    """Reads the sheets of one workbook: its shared strings, and which styles (numbers as bytes) show dates."""

    def __init__(self, strings: Sequence[str], dates: Mapping[bytes, Dates]) -> None:
        self._strings, self._dates = strings, dates
        self._columns, self._texts = ColumnIndexes(), CellTexts()

    def rows(self, part: IO[bytes], size: int, progress: Progress) -> Iterator[Row]:
        """Rows that hold something, in the order of the sheet. `size` is how many bytes the part has.

        Raises:
            Irregular: not written as spreadsheet programs write it; rows before that place have been given.
        """
        prefix, pieces = _pieces(_Stream(part, size, progress))
        cells, end = pattern(_CELLS, prefix), b"</" + prefix + b"row>"
        number = 0
        for piece in pieces:
            head = _ROW.match(piece)
            stated = _ROW_NUMBER.search(head[1]) if head else None
            if not head or (stated and not stated[1].isdigit()):
                raise Irregular(f"row after {number}")
            before, number = number, int(stated[1]) if stated else number + 1
            if number <= before:
                raise Irregular(f"row {number} after {before}")
            body = piece[head.end() :].rstrip()
            if head[2] and not body:
                continue
            if head[2] or not body.endswith(end):
                raise Irregular(f"row {number}")
            row = self._row(number, cells.findall(body, 0, len(body) - len(end)), prefix)
            if row.cells or row.unsaved:
                yield row

    def _row(self, number: int, found: list[tuple[bytes, ...]], prefix: bytes) -> Row:
        cells: dict[int, Any] = {}
        unsaved = set()
        columns, texts, strings, dates = self._columns, self._texts, self._strings, self._dates
        try:
            for letters, style, kind, formula, value, inline, rich, unknown in found:
                if unknown:
                    raise Irregular(f"row {number}")
                if kind == b"inlineStr":
                    cells[columns[letters]] = rich_text(rich, prefix) if rich else texts[inline]
                elif value:
                    if kind == b"s":
                        cells[columns[letters]] = strings[int(value)]
                    elif kind not in (b"", b"n"):
                        cells[columns[letters]] = self._other(kind, value)
                    elif style in dates:
                        cells[columns[letters]] = dates[style][value]
                    else:
                        cells[columns[letters]] = int(value) if value.isdigit() else _number(value)
                elif formula and kind != b"str":  # with that kind the saved result is an empty text
                    unsaved.add(columns[letters])
        except (ValueError, IndexError) as error:
            raise Irregular(f"row {number}: {error}") from error
        return Row(number, cells, frozenset(unsaved))

    def _other(self, kind: bytes, value: bytes) -> Any:
        if kind in (b"str", b"e"):
            return self._texts[value]
        if kind == b"b" and value in _BOOLEANS:
            return _BOOLEANS[value]
        if kind == b"d":
            return from_iso(self._texts[value])
        raise Irregular(f"cell type {kind.decode('ascii')}")


def _number(raw: bytes) -> Union[int, float]:
    """A number as it stands in a cell: whole when it is written so. ValueError when it is none."""
    if b"." in raw or b"e" in raw or b"E" in raw:
        return float(raw)
    return int(raw)


class _Stream:
    """A part as it is unpacked: `held` is what has been read and not yet used."""

    def __init__(self, part: IO[bytes], size: int, progress: Progress) -> None:
        self._part, self._size, self._progress, self._done = part, max(1, size), progress, 0
        self.held = b""

    def more(self) -> bool:
        """Read on, twice as much when a row does not fit; False when there is nothing more."""
        self._progress.check(min(1.0, self._done / self._size))
        chunk = self._part.read(max(_CHUNK, len(self.held)))
        self._done += len(chunk)
        self.held += chunk
        return bool(chunk)


def _pieces(stream: _Stream) -> tuple[bytes, Iterator[bytes]]:
    """The prefix of the elements, and the rows: of each what follows on ``<row``."""
    stream.more()
    prefix, start = read_root(stream.held, b"worksheet", SPREADSHEET)
    opening = pattern(rb"<@sheetData\s*(/?)>", prefix)
    while not (data := opening.search(stream.held, start)):
        if not stream.more():
            raise Irregular("sheetData")
    before = stream.held[start : data.start()]
    if b"<!" in before or b"<?" in before:
        raise Irregular("sheetData")
    stream.held = stream.held[data.end() :]
    return prefix, iter(()) if data[1] else _rows(stream, prefix)


def _rows(stream: _Stream, prefix: bytes) -> Iterator[bytes]:
    row, end, root_end = (name.replace(b"@", prefix) for name in (b"<@row", b"</@sheetData>", b"</@worksheet>"))
    while True:
        last = stream.held.find(end)
        cut = last if last >= 0 else max(0, stream.held.rfind(row))
        between, *pieces = stream.held[:cut].split(row)
        if between.strip():
            raise Irregular("sheetData")
        yield from pieces
        stream.held = stream.held[cut:]
        if last >= 0:
            break
        if not stream.more():
            raise Irregular("end of sheetData")
    while stream.more():
        stream.held = stream.held[-_CHUNK:]
    if not stream.held.rstrip().endswith(root_end):
        raise Irregular("end")
