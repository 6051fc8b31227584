"""A workbook read by openpyxl: the way out when it is not written as spreadsheet programs write it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.grid import Row
from diwi_qgis.progress import Progress


class OpenpyxlBook:
    """An opened workbook. `sheets` has the part of every worksheet by its name. InputError when it is damaged."""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._results = load(path, read_only=True, data_only=True, keep_links=False)
        self._formulas = load(path, read_only=True, data_only=False, keep_links=False)
        # Private, but there since openpyxl 2.6: which part of the package a sheet is.
        self.sheets = {
            sheet.title: str(getattr(sheet, "_worksheet_path", "")).lstrip("/") for sheet in self._results.worksheets
        }

    def close(self) -> None:
        """Let go of the file."""
        self._results.close()
        self._formulas.close()

    def rows(self, sheet: str, progress: Progress) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        results, formulas = self._results[sheet], self._formulas[sheet]
        for worksheet in (results, formulas):
            worksheet.reset_dimensions()  # what the file says of its size may be a million empty rows
        pairs = zip(results.iter_rows(values_only=True), formulas.iter_rows())
        number = 0
        while True:
            with _careful(self._file):
                values, cells = next(pairs, (None, ()))
            if values is None:
                return
            number += 1
            progress.check()
            found = {index: value for index, value in enumerate(values) if value is not None}
            unsaved = {index for index, cell in enumerate(cells) if cell.data_type == "f" and index not in found}
            if found or unsaved:
                yield Row(number, found, frozenset(unsaved))


def load(path: Path, **options: bool) -> Any:
    """A workbook of openpyxl. InputError when it is damaged, or has no worksheet that openpyxl can read."""
    from openpyxl import load_workbook

    with _careful(path.name):
        workbook = load_workbook(path, **options)
    if not workbook.worksheets:
        raise InputError(
            f"'{path.name}' is niet te lezen: de werkmap heeft geen werkblad.",
            f"'{path.name}' cannot be read: the workbook has no worksheet.",
        )
    return workbook


@contextmanager
def _careful(file: str) -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on extensions that openpyxl does not keep, and dates it cannot read
        try:
            yield
        # The parsers under openpyxl raise whatever a damaged part makes them raise; the user needs one message.
        except Exception as error:
            raise _damaged(file, error) from error


def _damaged(file: str, error: Exception) -> InputError:
    reason = f"{type(error).__name__}: {error}"[:200]
    return InputError(
        f"'{file}' is niet te lezen: de werkmap is beschadigd ({reason}). Open haar in Excel en sla opnieuw op.",
        f"'{file}' cannot be read: the workbook is damaged ({reason}). Open it in Excel and save it again.",
    )
