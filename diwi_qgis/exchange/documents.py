"""Documents of a plan: where they lie, whether they are still what they were, and copies in the register's own folder.

A document is an address (`https://…`), a path anywhere, or a path relative to the folder of the register. Copies lie in
`<register>_documenten/<plancode>/`, so that register and documents move as one.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.errors import InputError

Row = dict[str, Any]

#: What stands before the path of a document that becomes a copy when the plan is saved.
TO_COPY = "kopie van: "

_CHUNK = 1 << 20


class State(Enum):
    """What can be said of a document."""

    PRESENT = "present"
    MISSING = "missing"
    CHANGED = "changed"
    ADDRESS = "address"
    TO_COPY = "to copy"


def folder(register: Path) -> Path:
    """The folder of a register's documents."""
    return register.with_name(f"{register.stem}_documenten")


def is_address(pad: str) -> bool:
    """Whether it is an address on the web and not a file."""
    return pad.casefold().startswith(("http://", "https://"))


def located(register: Optional[Path], pad: str) -> Path:
    """The file, wherever it lies. A register on a server (None) has no folder: there only a whole path leads to one."""
    path = Path(pad.removeprefix(TO_COPY))
    return register.parent / path if register else path


def copy_of(register: Path, pad: Optional[str]) -> Optional[Path]:
    """The file of a document that lies in the register's own folder; None when it lies elsewhere, or is not there."""
    if not pad or is_address(pad):
        return None
    path = located(register, pad)
    inside = folder(register).resolve() in path.resolve().parents
    return path if inside and path.is_file() else None


def sha256(path: Path) -> str:
    """Hash of a file, in hexadecimals. Raises InputError when it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(
            f"Bestand '{path.name}' kan niet worden gelezen.", f"File '{path.name}' cannot be read."
        ) from error
    return digest.hexdigest()


def state(register: Optional[Path], pad: Optional[str], kept_hash: Optional[str], read_it: bool = False) -> State:
    """What can be said of a document; that it changed only with `read_it`, which takes time for large files."""
    if not pad:
        return State.MISSING
    if is_address(pad):
        return State.ADDRESS
    path = located(register, pad)
    if not path.is_file() or (register is None and not path.is_absolute()):
        return State.MISSING
    if pad.startswith(TO_COPY):
        return State.TO_COPY
    if read_it and kept_hash and sha256(path) != kept_hash:
        return State.CHANGED
    return State.PRESENT


@contextmanager
def copied_in(register: Optional[Path], plancode: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[list[Row]]:
    """The rows with files copied to the register's folder and paths to match; taken away again when what is inside fails.

    Raises InputError when a file is no longer there, or there is no folder or it cannot be written.
    """
    made: list[Path] = []
    try:
        yield [_copied(register, plancode, row, made) for row in rows]
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def _copied(register: Optional[Path], plancode: str, row: Mapping[str, Any], made: list[Path]) -> Row:
    pad = row.get("pad") or ""
    if not pad.startswith(TO_COPY):
        return dict(row)
    source = located(register, pad)
    if register is None:
        raise InputError(
            f"Document '{source.name}' kan niet worden gekopieerd: een register op een server heeft geen map. Koppel het bestand "
            "waar het staat, op een plek die iedereen kan lezen.",
            f"Document '{source.name}' cannot be copied: a register on a server has no folder. Link to the file where it is, in a "
            "place that everybody can read.",
        )
    target = _free(folder(register) / plancode / source.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.append(target)
        shutil.copy2(source, target)
    except OSError as error:
        raise InputError(
            f"Document '{source.name}' kan niet worden gekopieerd naar '{target.parent.name}'.",
            f"Document '{source.name}' cannot be copied to '{target.parent.name}'.",
        ) from error
    return {**row, "pad": target.relative_to(register.parent).as_posix(), "sha256": sha256(target)}


def _free(path: Path) -> Path:
    """The path, or with a number when there is a file already: nothing is overwritten."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
