"""A workbook as a package of parts: which worksheets there are, its shared strings, and which styles show dates."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from diwi_qgis.exchange.excel.grid import Row
from diwi_qgis.exchange.excel.markup import (
    RELATIONSHIPS,
    SPREADSHEET,
    CellTexts,
    Irregular,
    elements,
    pattern,
    read_root,
    rich_text,
)
from diwi_qgis.exchange.excel.serials import shows_date, shows_duration
from diwi_qgis.exchange.excel.sheet import CellReader, Dates
from diwi_qgis.progress import Progress

#: A shared string, plain or with more in it, or (last group) something else.
_ITEMS = rb'<@si>(?:<@t(?: xml:space="preserve")?>([^<]*)</@t></@si>\s*|(.*?)</@si>\s*)|<@si/>\s*|(.+)'


class _Relation(NamedTuple):
    id: str
    kind: str
    part: str


class Package:
    """An opened workbook. `sheets` has the part of every worksheet by its name, in the order of the workbook.

    Everything raises `Irregular` when the workbook is not written as spreadsheet programs write it.
    """

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)
        try:
            self._names = {name.casefold(): name for name in self._zip.namelist()}
            workbook = next((one.part for one in self._relations("") if one.kind == "officeDocument"), "")
            self._related = self._relations(workbook)
            self._from_1904 = False
            self.sheets = self._worksheets(workbook)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def rows(self, sheet: str, progress: Progress) -> Iterator[Row]:
        """The rows of a sheet; see `CellReader.rows`."""
        reader, name = self._reader, self.sheets[sheet]
        with self._zip.open(name) as part:
            yield from reader.rows(part, self._zip.getinfo(name).file_size, progress)

    def _worksheets(self, workbook: str) -> dict[str, str]:
        parts = {one.id: one.part for one in self._related if one.kind == "worksheet"}
        found = {}
        for path, attributes in elements(self._read(workbook), b"workbook", SPREADSHEET, "workbookPr", "sheets/sheet"):
            if path == "workbookPr":
                self._from_1904 = attributes.get("date1904") in ("1", "true")
            elif "name" in attributes and parts.get(attributes.get("id", ""), "").casefold() in self._names:
                found[attributes["name"]] = self._name(parts[attributes["id"]])
        if not found:
            raise Irregular("workbook")
        return found

    def _relations(self, part: str) -> list[_Relation]:
        """What a part (of the package itself: "") refers to inside the package; kinds without their namespace."""
        folder, name = posixpath.split(part)
        data = self._read(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for _, one in elements(data, b"Relationships", RELATIONSHIPS, "Relationship"):
            if not {"Id", "Type", "Target"} <= set(one):
                raise Irregular("Relationship")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one["Target"])).lstrip("/")
                found.append(_Relation(one["Id"], posixpath.basename(one["Type"]), target))
        return found

    def _name(self, part: str) -> str:
        """The name in the zip: names of parts do not differ by case only."""
        try:
            return self._names[part.casefold()]
        except KeyError as error:
            raise Irregular(part) from error

    def _read(self, part: str) -> bytes:
        return self._zip.read(self._name(part))

    def _part(self, kind: str) -> bytes:
        """A part that the workbook refers to; nothing when it does not have it."""
        part = next((one.part for one in self._related if one.kind == kind), "")
        return self._read(part) if part else b""

    @cached_property
    def _reader(self) -> CellReader:
        return CellReader(_strings(self._part("sharedStrings")), _dates(self._part("styles"), self._from_1904))


def _strings(data: bytes) -> list[str]:
    """The shared strings, by their number."""
    if not data:
        return []
    prefix, start = read_root(data, b"sst", SPREADSHEET)
    if data.startswith(b"/>", start - 2):
        return []
    data, end = data.rstrip(), b"</" + prefix + b"sst>"
    if not data.endswith(end):
        raise Irregular("sharedStrings")
    items = pattern(_ITEMS, prefix).findall(data[start : -len(end)].lstrip())
    if items and items[-1][2]:
        raise Irregular("sharedStrings")
    texts = CellTexts()
    return [rich_text(rich, prefix) if rich else texts[plain] for plain, rich, _ in items]


def _dates(data: bytes, from_1904: bool) -> dict[bytes, Dates]:
    """What a number under a style stands for, by the number of the style, for styles that show dates."""
    if not data:
        return {}
    dates, durations = Dates(from_1904, duration=False), Dates(from_1904, duration=True)
    codes: dict[int, str] = {}
    found: dict[bytes, Dates] = {}
    style = 0
    for path, attributes in elements(data, b"styleSheet", SPREADSHEET, "numFmts/numFmt", "cellXfs/xf"):
        stated = attributes.get("numFmtId", "0" if path == "cellXfs/xf" else "")
        if not stated.isdecimal():
            raise Irregular(path)
        number = int(stated)
        if path == "numFmts/numFmt":
            codes[number] = attributes.get("formatCode", "")
            continue
        code = codes.get(number)
        if shows_date(number, code):
            found[str(style).encode()] = durations if shows_duration(number, code) else dates
        style += 1
    if b"0" in found:
        found[b""] = found[b"0"]  # a cell without a style has the first
    return found
