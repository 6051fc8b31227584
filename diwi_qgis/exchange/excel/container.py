"""What a file is before anything in it is read: all but a plain, whole, harmless .xlsx is refused with one message.

Nothing in a workbook is ever executed: macros are refused, formulas are read by the result that Excel saved.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.excel.grid import Merged
from diwi_qgis.progress import Progress

#: An honest workbook of 50,000 rows unpacks to about 600 MB, some 20 times what it takes packed.
MAX_UNPACKED = 1_500_000_000
MAX_RATIO = 250
RATIO_FROM = 50_000_000
MAX_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_OVERLAP = 200
#: How a document type or a comment begins, in UTF-8 and in both kinds of UTF-16: looked for first, it is seldom there.
_DECLARES = (b"<!", b"<\0!")
_DTD = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


def examine(path: Path, progress: Progress) -> dict[str, frozenset[Merged]]:
    """The merged ranges in each part; InputError when the file should not be opened at all."""
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


def _scan(path: Path, package: zipfile.ZipFile, info: zipfile.ZipInfo, progress: Progress) -> frozenset[Merged]:
    """Read a part once, as bytes: refuse document types (entity bombs), note merged cells."""
    found: set[Merged] = set()
    tail = b""
    with package.open(info) as part:
        while chunk := part.read(_CHUNK):
            progress.check()
            block = tail + chunk
            if any(word in block for word in _DECLARES) and any(word in block for word in _DTD):
                raise _refused(
                    path,
                    f"deel '{info.filename}' bevat een documenttype; Excel schrijft dat nooit",
                    f"part '{info.filename}' contains a document type; Excel never writes that",
                )
            if b"mergeCell" in block:
                for first, top, last, bottom in _MERGED.findall(block):
                    found.add(Merged(first.decode(), int(top), last.decode(), int(bottom)))
            tail = block[-_OVERLAP:]
    return frozenset(found)


def _refused(path: Path, nl: str, en: str) -> InputError:
    return InputError(f"'{path.name}' is niet te lezen: {nl}.", f"'{path.name}' cannot be read: {en}.")
