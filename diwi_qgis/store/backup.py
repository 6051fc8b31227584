"""Backups: a whole register in one file that is kept, with the checksum that tells whether it is still what it was."""

from __future__ import annotations

import hashlib
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Optional, Union

from diwi_qgis.errors import RegisterError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import check_file, check_register, refusal
from diwi_qgis.store.copying import back_up, check_sound
from diwi_qgis.store.create import new_file
from diwi_qgis.store.gdal_file import failure
from diwi_qgis.store.migrate import upgrade_register
from diwi_qgis.store.migration import MIGRATIONS, Migration
from diwi_qgis.store.transfer import copy_register
from diwi_qgis.texts import Text

_AT_ONCE = 1 << 22


def back_up_register(
    source: Union[str, Path, PostgisAddress], target: Path, progress: Optional[Progress] = None
) -> None:
    """Write all of a register, as it is at one moment while others go on writing, to a new file.

    The backup is itself a register, a GeoPackage, that may only be read. Beside it comes `<name>.sha256` with its checksum,
    in the form of `sha256sum`. Raises RegisterError when the register cannot be used or is not seen as a whole (a part is no
    backup), or the target exists or cannot be written; Cancelled when the user stops it. Then nothing is left of it.
    """
    progress = silent(progress)
    with new_file(target) as draft:
        if isinstance(source, PostgisAddress):
            copy_register(source, draft, progress.part(0.0, 0.9))
        else:
            check_file(Path(source), write=False)
            check_register(Path(source))
            back_up(Path(source), draft, progress.part(0.0, 0.8))
            check_sound(draft)
        found = checksum(draft, progress.part(0.9, 1.0))
    # A program that opens it for writing would change it, even when its user only looks.
    target.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
    try:
        _beside(target).write_text(f"{found}  {target.name}\n", encoding="utf8")
    except OSError as error:
        raise failure(target, error) from error


def restore_register(
    backup: Path,
    target: Union[str, Path, PostgisAddress],
    progress: Optional[Progress] = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Make a register out of a backup, at a place where there is none, in a file or in a database.

    The backup stays as it is. What was made of it is compared with it, whole, before it is kept; one of an older version of
    the plugin is brought up to date on the way. Raises RegisterError when the backup is damaged, was changed after it was
    made, or is newer than this version of the plugin, and when the target exists or cannot be made; Cancelled when the user
    stops it. Then nothing is left of the target.
    """
    progress = silent(progress)
    found = _check_backup(backup, progress.part(0.0, 0.2))
    if isinstance(target, PostgisAddress):
        with tempfile.TemporaryDirectory(prefix="diwi-") as folder:
            draft = Path(folder) / "register.gpkg"
            _fetch(backup, draft, found, progress.part(0.2, 0.4), migrations)
            copy_register(draft, target, progress.part(0.4, 1.0))
    else:
        with new_file(Path(target)) as draft:
            _fetch(backup, draft, found, progress.part(0.2, 1.0), migrations)


def checksum(path: Path, progress: Optional[Progress] = None) -> str:
    """SHA-256 of a file. Raises RegisterError when it cannot be read, Cancelled when the user stops it."""
    progress, digest, done = silent(progress), hashlib.sha256(), 0
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            while part := stream.read(_AT_ONCE):
                digest.update(part)
                done += len(part)
                progress.check(done / max(1, size))
    except OSError as error:
        raise failure(path, error) from error
    return digest.hexdigest()


def _check_backup(backup: Path, progress: Progress) -> str:
    """The checksum of a backup that can be relied on; else RegisterError."""
    check_file(backup, write=False)
    if any(Path(f"{backup}{rest}").exists() for rest in ("-wal", "-journal")):
        raise refusal(
            backup,
            "is als register in gebruik en is geen reservekopie. Neem 'Register kopiëren'",
            "is in use as a register and is no backup. Use 'Copy register'",
        )
    found, kept = checksum(backup, progress), _beside(backup)
    if not kept.exists():
        progress.say(
            Text(
                f"Naast de reservekopie ontbreekt '{kept.name}': of zij na het maken veranderd is, valt niet te zien.",
                f"'{kept.name}' is missing beside the backup: whether it was changed after it was made cannot be told.",
            )
        )
    elif kept.read_text(encoding="utf8").split()[:1] != [found]:
        raise RegisterError(
            f"Reservekopie '{backup}' is beschadigd of na het maken veranderd: het controlegetal in '{kept.name}' klopt niet. "
            "Er is niets teruggezet; neem een andere reservekopie.",
            f"Backup '{backup}' is damaged or was changed after it was made: the checksum in '{kept.name}' does not fit. "
            "Nothing was restored; take another backup.",
        )
    check_sound(backup)
    check_register(backup)
    return found


def _fetch(backup: Path, draft: Path, expected: str, progress: Progress, migrations: Sequence[Migration]) -> None:
    """The backup as a register of this version of the plugin."""
    try:
        shutil.copyfile(backup, draft)
    except OSError as error:
        raise failure(draft, error) from error
    if checksum(draft, progress.part(0.0, 0.5)) != expected:
        raise RegisterError(
            f"'{backup}' kon niet zonder fouten worden gelezen; er is niets teruggezet.",
            f"'{backup}' could not be read without errors; nothing was restored.",
        )
    upgrade_register(draft, progress.part(0.5, 1.0), migrations)


def _beside(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.sha256")
