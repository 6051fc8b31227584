"""What tells that a register is a field copy, and what the register that it was taken from knows of it.

Both are a row of table `instelling`: in the copy under `SETTING`, in the office under `SETTING` with the copy's id behind it.
These rows are each register's own and are never merged.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.rows import read_rows

if TYPE_CHECKING:
    from diwi_qgis.store import Register
    from diwi_qgis.store.writing import Writer

SETTING = "veldkopie"

#: The setting whose uuid tells registers apart: made anew with each new register, the same in every copy of one.
_IDENTITY = "gemeentecode"


@dataclass(frozen=True)
class FieldCopy:
    """A field copy: who took it when, from which register (its identity, and where that file was), by which schema.

    Moments are ISO 8601, UTC. `regel` is the last line of history when it was taken. What was last brought back stands only
    in the office: when, by whom, up to which line of the copy's history, and what it did (see `receipt`).
    """

    id: str
    register: str
    wie: str
    sinds: str
    van: str
    schema: int
    regel: int
    teruggebracht: str = ""
    door: str = ""
    tot_regel: int = 0
    bewijs: dict[str, Any] = field(default_factory=dict)

    @property
    def since(self) -> datetime:
        """When it was taken."""
        return datetime.fromisoformat(self.sinds)

    @property
    def brought_back(self) -> Optional[datetime]:
        """When it was last brought back; None: it is still out."""
        return datetime.fromisoformat(self.teruggebracht) if self.teruggebracht else None


def now() -> str:
    """This moment as these marks keep it."""
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def identity(register: Register) -> str:
    """What is the same in a register and all its copies, and in no other register; empty when somebody took it out."""
    return next((row["uuid"] for row in _settings(register) if row["sleutel"] == _IDENTITY), "")


def mark_of(register: Register) -> Optional[FieldCopy]:
    """What a field copy says of itself; None when the register is none."""
    return _parsed(register.setting(SETTING))


def copies_of(register: Register) -> list[FieldCopy]:
    """The copies that were taken from a register, brought back or not, oldest first."""
    found = (_parsed(row["waarde"]) for row in _settings(register) if row["sleutel"].startswith(f"{SETTING}:"))
    return sorted((copy for copy in found if copy is not None), key=lambda copy: copy.sinds)


def mark(register: Register, write: Writer, copy: FieldCopy) -> None:
    """Keep in a register that it is this field copy."""
    _keep(register, write, SETTING, copy)


def note(register: Register, write: Writer, copy: FieldCopy) -> None:
    """Keep in the office what is known of a field copy."""
    _keep(register, write, f"{SETTING}:{copy.id}", copy)


def is_own(key: str) -> bool:
    """Whether a setting is about field copies."""
    return key == SETTING or key.startswith(f"{SETTING}:")


def _settings(register: Register) -> list[dict[str, Any]]:
    return read_rows(register, "instelling", tracking=False)


def _parsed(text: Optional[str]) -> Optional[FieldCopy]:
    if not text:
        return None
    try:
        values = json.loads(text)
        return FieldCopy(**{each.name: values[each.name] for each in fields(FieldCopy) if each.name in values})
    except (ValueError, TypeError):
        return None


def _keep(register: Register, write: Writer, key: str, copy: FieldCopy) -> None:
    row = {"sleutel": key, "waarde": json.dumps(asdict(copy), ensure_ascii=False)}
    known = [each["uuid"] for each in _settings(register) if each["sleutel"] == key]
    if known:
        write.update("instelling", [{"uuid": known[0], **row}])
    else:
        write.insert("instelling", [row])
