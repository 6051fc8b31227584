"""Opening a workbook of unknown origin: what is not a plain .xlsx is refused before openpyxl sees it, with one message.

Nothing in a workbook is ever executed: macros are refused, formulas are read by the result that Excel saved.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.progress import Progress, silent

Row = tuple[int, tuple[Any, ...]]

#: An honest workbook of 50,000 rows unpacks to about 600 MB, some 20 times what it takes packed.
MAX_UNPACKED = 1_500_000_000
MAX_RATIO = 250
RATIO_FROM = 50_000_000
MAX_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_OVERLAP = 200
_DTD = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
#: The element of a formula, with or without a namespace prefix.
_FORMULA = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


class Merged(NamedTuple):
    """A merged range of cells, by column letters and row numbers."""

    first: str
    top: int
    last: str
    bottom: int


@dataclass
class _Part:
    formulas: bool = False
    merged: set[Merged] = field(default_factory=set)


@dataclass
class Sheet:
    """The first sheet of an opened workbook. `rows` may be read once; `others` are the names of the further sheets."""

    file: str
    name: str
    others: tuple[str, ...]
    merged: frozenset[Merged]
    height: int
    formulas: dict[int, set[int]]
    _worksheet: Any

    def rows(self) -> Iterator[Row]:
        """Row number from 1 and the values of its cells from column A; only as wide and as far as cells were saved.

        Dates arrive as `datetime` (the date system of the workbook applied), formulas as their saved result.
        """
        rows = enumerate(self._worksheet.iter_rows(values_only=True), start=1)
        while True:
            try:
                row = next(rows, None)
            # The parsers under openpyxl raise whatever a damaged part makes them raise; the user needs one message.
            except Exception as error:
                raise _damaged(self.file, error) from error
            if row is None:
                return
            if row[1]:
                yield row

    def formula_columns(self, row: int) -> set[int]:
        """Positions (from 0) of the cells in a row that hold a formula."""
        return self.formulas.get(row, set())


@contextmanager
def open_sheet(path: Path, progress: Optional[Progress] = None) -> Iterator[Sheet]:
    """The first sheet of a workbook. InputError when the file is not a plain, whole, harmless .xlsx workbook."""
    require("openpyxl")
    parts = _examine(path, silent(progress))
    with _opened(path, data_only=True) as workbook:
        worksheets = workbook.worksheets
        if not worksheets:
            raise _refused(path, "de werkmap heeft geen werkblad", "the workbook has no worksheet")
        first = worksheets[0]
        # Private, but there since openpyxl 2.6: which part of the package the sheet is.
        part = parts.get(str(getattr(first, "_worksheet_path", "")).lstrip("/"), _Part(formulas=True))
        height = first.max_row or 0
        first.reset_dimensions()  # what the file says of its size may be a million empty rows
        yield Sheet(
            file=path.name,
            name=first.title,
            others=tuple(sheet.title for sheet in worksheets[1:]),
            merged=frozenset(part.merged),
            height=height,
            formulas=_formulas(path) if part.formulas else {},
            _worksheet=first,
        )


def first_rows(path: Path, sheet: str, count: int) -> list[tuple[Any, ...]]:
    """The first rows of a named sheet of a workbook that was opened before."""
    with _opened(path, data_only=True) as workbook:
        worksheet = workbook[sheet]
        worksheet.reset_dimensions()
        return [row for _, row in zip(range(count), worksheet.iter_rows(values_only=True))]


@contextmanager
def _opened(path: Path, data_only: bool) -> Iterator[Any]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on extensions that openpyxl does not keep, and dates it cannot read
        try:
            workbook = load_workbook(path, read_only=True, data_only=data_only, keep_links=False)
        # See Sheet.rows.
        except Exception as error:
            raise _damaged(path.name, error) from error
        try:
            yield workbook
        finally:
            workbook.close()


def _formulas(path: Path) -> dict[int, set[int]]:
    """Positions of the formulas on the first sheet: columns (from 0) by row."""
    found: dict[int, set[int]] = {}
    with _opened(path, data_only=False) as workbook:
        worksheet = workbook.worksheets[0]
        worksheet.reset_dimensions()
        for number, row in enumerate(worksheet.iter_rows(), start=1):
            columns = {index for index, cell in enumerate(row) if cell.data_type == "f"}
            if columns:
                found[number] = columns
    return found


def _examine(path: Path, progress: Progress) -> dict[str, _Part]:
    """What stands in each worksheet part; InputError when the file should not be opened at all."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except FileNotFoundError as error:
        raise _refused(path, "het bestand bestaat niet", "the file does not exist") from error
    except OSError as error:
        raise _refused(
            path,
            "het bestand is niet te openen (nog open in Excel, of geen rechten)",
            "the file cannot be opened (still open in Excel, or no rights)",
        ) from error
    if start == _OLE:
        raise _ole(path)
    if not start.startswith(b"PK"):
        raise _refused(
            path,
            "dit is geen Excel-werkmap (.xlsx); open het in Excel en kies Opslaan als > Excel-werkmap",
            "this is not an Excel workbook (.xlsx); open it in Excel and choose Save as > Excel workbook",
        )
    try:
        with zipfile.ZipFile(path) as package:
            _check_package(path, package)
            return {info.filename: _scan(path, package, info, progress) for info in package.infolist() if _is_xml(info)}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error) as error:
        raise _refused(
            path,
            "het bestand is half geschreven of beschadigd; sla de werkmap opnieuw op en kopieer haar helemaal",
            "the file is half-written or damaged; save the workbook again and copy all of it",
        ) from error


def _ole(path: Path) -> InputError:
    """Which of the two old containers this is: a workbook with a password, or an .xls."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return _refused(
            path,
            "de werkmap is met een wachtwoord versleuteld; haal het wachtwoord eraf en sla opnieuw op",
            "the workbook is encrypted with a password; remove the password and save it again",
        )
    return _refused(
        path,
        "dit is een oud Excel-bestand (.xls); kies in Excel Opslaan als > Excel-werkmap (.xlsx)",
        "this is an old Excel file (.xls); choose Save as > Excel workbook (.xlsx) in Excel",
    )


def _check_package(path: Path, package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    names = {info.filename for info in infos}
    unpacked = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    if any(info.flag_bits & 1 for info in infos):
        raise _refused(path, "het bestand is met een wachtwoord beveiligd", "the file is protected by a password")
    if unpacked > MAX_UNPACKED or len(infos) > MAX_PARTS or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed):
        raise _refused(
            path,
            f"uitgepakt is het bestand {unpacked // 1_000_000} MB ({len(infos)} delen); dat is geen gewone werkmap",
            f"unpacked the file is {unpacked // 1_000_000} MB ({len(infos)} parts); that is no ordinary workbook",
        )
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in _content_types(package):
        raise _refused(
            path,
            "de werkmap bevat macro's; kies in Excel Opslaan als > Excel-werkmap (.xlsx), zonder macro's",
            "the workbook contains macros; choose Save as > Excel workbook (.xlsx) in Excel, without macros",
        )
    if "xl/workbook.bin" in names:
        raise _refused(
            path,
            "dit is een binaire werkmap (.xlsb); kies Opslaan als > Excel-werkmap (.xlsx)",
            "this is a binary workbook (.xlsb); choose Save as > Excel workbook (.xlsx)",
        )
    if b"spreadsheetml" not in _content_types(package):
        raise _refused(
            path,
            "dit is geen Excel-werkmap (.xlsx), maar een ander soort document",
            "this is not an Excel workbook (.xlsx), but another kind of document",
        )


def _content_types(package: zipfile.ZipFile) -> bytes:
    try:
        with package.open("[Content_Types].xml") as part:
            return part.read(_CHUNK)
    except KeyError:
        return b""


def _is_xml(info: zipfile.ZipInfo) -> bool:
    return info.filename.lower().endswith((".xml", ".rels", ".vml"))


def _scan(path: Path, package: zipfile.ZipFile, info: zipfile.ZipInfo, progress: Progress) -> _Part:
    """Read a part once, as bytes: refuse document types (entity bombs), note formulas and merged cells."""
    found = _Part()
    tail = b""
    with package.open(info) as part:
        while chunk := part.read(_CHUNK):
            progress.check()
            block = tail + chunk
            if any(word in block for word in _DTD):
                raise _refused(
                    path,
                    f"deel '{info.filename}' bevat een documenttype; Excel schrijft dat nooit",
                    f"part '{info.filename}' contains a document type; Excel never writes that",
                )
            found.formulas = found.formulas or any(word in block for word in _FORMULA)
            if b"mergeCell" in block:
                for first, top, last, bottom in _MERGED.findall(block):
                    found.merged.add(Merged(first.decode(), int(top), last.decode(), int(bottom)))
            tail = block[-_OVERLAP:]
    return found


def _refused(path: Path, nl: str, en: str) -> InputError:
    return InputError(f"'{path.name}' is niet te lezen: {nl}.", f"'{path.name}' cannot be read: {en}.")


def _damaged(file: str, error: Exception) -> InputError:
    reason = f"{type(error).__name__}: {error}"[:200]
    return InputError(
        f"'{file}' is niet te lezen: de werkmap is beschadigd ({reason}). Open haar in Excel en sla opnieuw op.",
        f"'{file}' cannot be read: the workbook is damaged ({reason}). Open it in Excel and save it again.",
    )
