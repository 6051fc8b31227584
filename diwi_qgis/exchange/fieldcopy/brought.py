"""A field copy as it comes back: read whole, once, from a copy of its own, so that nothing there is written or locked."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.exchange import documents
from diwi_qgis.exchange.fieldcopy.folder import Folder
from diwi_qgis.exchange.fieldcopy.mark import FieldCopy, mark_of
from diwi_qgis.exchange.fieldcopy.states import Tables, read_findings, read_state
from diwi_qgis.exchange.rows import Row, read_rows
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store import open_register, upgrade_register
from diwi_qgis.store.copying import back_up, check_sound, strip

if TYPE_CHECKING:
    from diwi_qgis.store import Register


@dataclass(frozen=True)
class Writing:
    """Who last changed a row in the field, and when (UTC)."""

    user: str
    moment: datetime


@dataclass
class Brought:
    """What a field copy holds: both states, who changed what, and what is added without being compared.

    `line` is the last line of its history, `codes` the plan codes by uuid, `forecasts` the new dates of milestones in the
    order in which they were kept. Its snapshot lies in `scratch` and becomes the next base once all is stored.
    """

    folder: Folder
    copy: FieldCopy
    base: Tables
    mine: Tables
    findings: tuple[list[Row], list[Row]]
    line: int
    codes: dict[str, str]
    forecasts: list[Row]
    written: dict[tuple[str, str], Writing]
    scratch: tempfile.TemporaryDirectory[str]

    @property
    def snapshot(self) -> Path:
        """The copy as it was read, without parcels and history."""
        return Path(self.scratch.name) / "veldkopie.gpkg"


def read_copy(folder: Folder, progress: Optional[Progress] = None) -> Brought:
    """Read a field copy, brought up to this version of the plugin where it is older: in a copy, the files stay as they are.

    Raises InputError when it is none, RegisterError when it is damaged or of a newer version, Cancelled.
    """
    progress = silent(progress)
    scratch = tempfile.TemporaryDirectory(prefix="diwi-")
    mine_path, base_path = Path(scratch.name) / "veldkopie.gpkg", Path(scratch.name) / "basis.gpkg"
    back_up(folder.register, mine_path, progress.part(0.0, 0.3))
    back_up(folder.base, base_path)
    for path, original in ((mine_path, folder.register), (base_path, folder.base)):
        _prepare(path, original)
    progress.check(0.5)
    with open_register(mine_path) as register:
        copy = _mark(register, folder)
        history = register.read("historie", columns=["fid", "tabel", "uuid", "tijd", "gebruiker"])
        mine, found_mine = read_state(register), read_findings(register)
        codes = {row["uuid"]: row["code"] for row in read_rows(register, "project", geometry=False)}
        forecasts = _forecasts(register)
    strip(mine_path)
    progress.check(0.8)
    with open_register(base_path) as register:
        _check_base(register, folder)
        base, found_base = read_state(register), read_findings(register)
        known = {tuple(row.values()) for row in _forecasts(register)}
    _fingerprint(folder, base, mine)
    later = history[history["fid"] > copy.regel]
    return Brought(
        folder,
        copy,
        base,
        mine,
        (found_base, found_mine),
        int(history["fid"].max()) if len(history) else 0,
        codes,
        [row for row in forecasts if tuple(row.values()) not in known],
        {
            (row.tabel, row.uuid): Writing(row.gebruiker or "", row.tijd.to_pydatetime().replace(tzinfo=timezone.utc))
            for row in later.itertuples(index=False)
        },
        scratch,
    )


def _prepare(path: Path, original: Path) -> None:
    """Sound and of our schema; what is wrong is told of the file that the user knows."""
    try:
        check_sound(path)
        upgrade_register(path)
    except RegisterError as error:
        words = [text.replace(str(path), str(original)) for text in (error.text.nl, error.text.en)]
        raise RegisterError(*words) from error


def _mark(register: Register, folder: Folder) -> FieldCopy:
    copy = mark_of(register)
    if copy is None:
        raise InputError(
            f"'{folder.register}' is geen veldkopie: het is niet meegenomen met 'Veldkopie meenemen'.",
            f"'{folder.register}' is not a field copy: it was not taken along with 'Take field copy along'.",
        )
    return copy


def _check_base(register: Register, folder: Folder) -> None:
    """Nobody works in the base; its history, empty when it was made, would tell."""
    if len(register.read("historie", columns=["fid"])):
        raise InputError(
            f"'{folder.base}' is gewijzigd. Zonder dat bestand, zoals het bij het meenemen werd gemaakt, is niet te zien wat waar is "
            "gewijzigd. Zet het terug uit een reservekopie.",
            f"'{folder.base}' was changed. Without that file as it was made at the start nobody can tell what was changed "
            "where. Put it back from a backup copy.",
        )


def _forecasts(register: Register) -> list[Row]:
    return [
        {name: value for name, value in row.items() if name != "fid"}
        for row in read_rows(register, "mijlpaal_prognose")
    ]


def _fingerprint(folder: Folder, base: Tables, mine: Tables) -> None:
    """A document that was changed in the field where it lies is a changed row, though nobody looked at its fingerprint."""
    for uuid, row in mine["document"].items():
        file = documents.copy_of(folder.register, row["pad"])
        if file is None or not row["sha256"] or base["document"].get(uuid, row)["sha256"] != row["sha256"]:
            continue
        found = documents.sha256(file)
        if found != row["sha256"]:
            mine["document"][uuid] = {**row, "sha256": found}
