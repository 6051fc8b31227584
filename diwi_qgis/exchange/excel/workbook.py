"""A workbook of unknown origin, opened: its sheets by name and the rows of each.

We read it ourselves (`package`), because openpyxl is slower and not everywhere. What is not written as spreadsheet programs
write it goes to openpyxl where that is installed, from the first row on that we could not read.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional, Protocol

from diwi_qgis.errors import InputError, MissingLibraryError
from diwi_qgis.exchange.excel.container import examine
from diwi_qgis.exchange.excel.grid import Merged, Row
from diwi_qgis.exchange.excel.markup import Irregular
from diwi_qgis.exchange.excel.openpyxl_book import OpenpyxlBook
from diwi_qgis.exchange.excel.package import Package
from diwi_qgis.libraries import require
from diwi_qgis.progress import Progress, silent

_UNREADABLE = (Irregular, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class _Reader(Protocol):
    sheets: dict[str, str]

    def rows(self, sheet: str, progress: Progress) -> Iterator[Row]: ...

    def close(self) -> None: ...


class Workbook:
    """See `open_workbook`."""

    def __init__(self, path: Path, merged: dict[str, frozenset[Merged]]) -> None:
        self.file = path.name
        self._path, self._merged = path, merged
        try:
            self._reader: _Reader = Package(path)
        except _UNREADABLE as why:
            self._reader = self._otherwise(why)

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the worksheets, hidden ones too."""
        return tuple(self._reader.sheets)

    def merged(self, sheet: str) -> frozenset[Merged]:
        """The merged ranges of a sheet."""
        return self._merged.get(self._reader.sheets[sheet], frozenset())

    def rows(self, sheet: str, progress: Optional[Progress] = None) -> Iterator[Row]:
        """The rows of a sheet that hold something. InputError when it is damaged."""
        progress, done = silent(progress), 0
        try:
            for row in self._reader.rows(sheet, progress):
                done = row.number
                yield row
            return
        except _UNREADABLE as why:
            self._reader.close()
            self._reader = self._otherwise(why)
        yield from (row for row in self._reader.rows(sheet, progress) if row.number > done)

    def close(self) -> None:
        """Let go of the file."""
        self._reader.close()

    def _otherwise(self, why: Exception) -> OpenpyxlBook:
        try:
            require("openpyxl")
        except MissingLibraryError as error:
            raise InputError(
                f"'{self.file}' is niet te lezen: de werkmap is beschadigd, of anders geschreven dan Excel en LibreOffice "
                f"doen ({why}). Open haar in Excel of LibreOffice en sla opnieuw op als Excel-werkmap (.xlsx).",
                f"'{self.file}' cannot be read: the workbook is damaged, or written otherwise than Excel and LibreOffice "
                f"do ({why}). Open it in Excel or LibreOffice and save it again as Excel workbook (.xlsx).",
            ) from error
        return OpenpyxlBook(self._path)


@contextmanager
def open_workbook(path: Path, progress: Optional[Progress] = None) -> Iterator[Workbook]:
    """A workbook. InputError when the file is not a plain, whole, harmless .xlsx workbook with a worksheet."""
    workbook = Workbook(path, examine(path, silent(progress)))
    try:
        yield workbook
    finally:
        workbook.close()
