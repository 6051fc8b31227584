"""A field copy on disk: one folder with the register, its documents and, out of the way, its base."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diwi_qgis.errors import InputError
from diwi_qgis.exchange import documents

#: The register as it was taken, without parcels and history; nobody works in it.
_BASE = Path("basis", "niet_wijzigen.gpkg")


@dataclass(frozen=True)
class Folder:
    """The parts of a field copy: its folder, and the register in it."""

    path: Path
    register: Path

    @property
    def base(self) -> Path:
        """What both sides began with."""
        return self.path / _BASE

    @property
    def documents(self) -> Path:
        """Documents of the register."""
        return documents.folder(self.register)


def find_folder(path: Path) -> Folder:
    """The field copy in a folder; the register in it may be given as well.

    Raises InputError when it is no folder of a field copy, or not whole.
    """
    folder = path.parent if path.is_file() else path
    registers = sorted(folder.glob("*.gpkg")) if folder.is_dir() else []
    if len(registers) > 1 and path in registers:
        registers = [path]
    if len(registers) != 1:
        raise InputError(
            f"'{folder}' is niet de map van een veldkopie: daarin staat precies één register (.gpkg).",
            f"'{folder}' is not the folder of a field copy: there is exactly one register (.gpkg) in that.",
        )
    found = Folder(folder, registers[0])
    if not found.base.is_file():
        raise InputError(
            f"De veldkopie in '{folder}' is niet compleet: '{_BASE.as_posix()}' ontbreekt. Zonder dat bestand is niet te zien wat "
            "waar is gewijzigd. Kopieer de hele map.",
            f"The field copy in '{folder}' is not whole: '{_BASE.as_posix()}' is missing. Without that file nobody can tell what "
            "was changed where. Copy the whole folder.",
        )
    return found


def size_of(folder: Path) -> tuple[int, int]:
    """How many files stand in a folder and below, and their bytes."""
    sizes = [each.stat().st_size for each in folder.rglob("*") if each.is_file()] if folder.is_dir() else []
    return len(sizes), sum(sizes)


def receipt_path(register: Path, who: str, day: date) -> Path:
    """Where the receipt of a copy that is brought back goes, beside the register: a file that is not there yet."""
    plain = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in who)
    folder = register.with_name(f"{register.stem}_veldkopieen")
    names = (f"{day:%Y-%m-%d} {plain}{number}.html" for number in ("", *(f" ({again})" for again in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
