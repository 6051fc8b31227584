"""Taking a register along: everything in one new folder, and a note in the register that it is out."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Optional
from uuid import uuid4

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.exchange import documents
from diwi_qgis.exchange.fieldcopy.folder import Folder, size_of
from diwi_qgis.exchange.fieldcopy.mark import FieldCopy, identity, mark, mark_of, note, now
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store import open_register
from diwi_qgis.store.copying import back_up, strip
from diwi_qgis.texts import Text


def take_along(
    register: Path, target: Path, who: str, with_documents: bool, progress: Optional[Progress] = None
) -> Folder:
    """Make a field copy of a register in folder `target`, which must not be there yet or be empty.

    The copy is made beside its place and moved there when whole; only then the register notes that it is out. Others may go
    on working. Raises InputError or RegisterError, which say why there is no copy, and Cancelled; then nothing is left.
    """
    progress = silent(progress)
    _check_target(target)
    documents_folder = documents.folder(register)
    _check_space(register, target, size_of(documents_folder)[1] if with_documents else 0)
    try:
        draft = Path(tempfile.mkdtemp(prefix=".diwi-", dir=target.parent))
        draft.chmod(0o755)  # a temporary folder is for its maker only
    except OSError as error:
        raise _not_written(target, error) from error
    try:
        made = Folder(draft, draft / register.name)
        progress.say(Text("Register kopiëren…", "Copying the register…"))
        back_up(register, made.register, progress.part(0.0, 0.6))
        copy = _mark_copy(made.register, register, who)
        made.base.parent.mkdir()
        back_up(made.register, made.base)
        strip(made.base)
        made.base.chmod(0o444)
        if with_documents and documents_folder.is_dir():
            progress.check(0.7)
            progress.say(Text("Documenten kopiëren…", "Copying documents…"))
            _copy_documents(documents_folder, made.documents, progress.part(0.7, 0.95))
        progress.check(0.95)
        with open_register(register, write=True) as office, office.transaction(who) as write:
            note(office, write, copy)
            if target.is_dir():
                target.rmdir()
            draft.rename(target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Folder(target, target / register.name)


def _mark_copy(path: Path, register: Path, who: str) -> FieldCopy:
    """Let the copy know what it is. Refused for a copy of a copy: that could not be brought back where it belongs."""
    with open_register(path, write=True) as copied:
        if mark_of(copied) is not None:
            raise RegisterError(
                f"'{register}' is zelf een veldkopie. Neem een kopie mee van het register op kantoor.",
                f"'{register}' is a field copy itself. Take a copy along from the register in the office.",
            )
        lines = copied.read("historie", columns=["fid"])["fid"]
        copy = FieldCopy(
            id=str(uuid4()),
            register=identity(copied),
            wie=who,
            sinds=now(),
            van=str(register.absolute()),
            schema=SCHEMA_VERSION,
            regel=int(lines.max()) if len(lines) else 0,
        )
        with copied.transaction(who) as write:
            mark(copied, write, copy)
    return copy


def _copy_documents(source: Path, target: Path, progress: Progress) -> None:
    files = [each for each in source.rglob("*") if each.is_file()]
    for file in progress.track(files, len(files)):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)


def _check_target(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InputError(
            f"'{target}' bestaat al. Kies een nieuwe of lege map voor de veldkopie.",
            f"'{target}' exists already. Choose a new or empty folder for the field copy.",
        )
    if not target.parent.is_dir():
        raise InputError(f"De map '{target.parent}' bestaat niet.", f"The folder '{target.parent}' does not exist.")


def _check_space(register: Path, target: Path, of_documents: int) -> None:
    """The base is first a copy of the whole register."""
    if not register.is_file():
        return  # whoever opens it says so
    needed, free = 2 * register.stat().st_size + of_documents, shutil.disk_usage(target.parent).free
    if needed > free:
        megabytes = {"needed": needed // 2**20, "free": free // 2**20}
        raise InputError(
            "Op '{place}' is te weinig ruimte: nodig {needed} MB, vrij {free} MB.".format(
                place=target.parent, **megabytes
            ),
            "There is too little space at '{place}': {needed} MB needed, {free} MB free.".format(
                place=target.parent, **megabytes
            ),
        )


def _not_written(target: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(
        f"De veldkopie kan niet in '{target}' worden gemaakt: {reason}.",
        f"The field copy cannot be made in '{target}': {reason}.",
    )
