"""Finding a few plans or parcels while somebody types: from any thread, by a connection of its own, reading only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote

#: Whoever types does not wait for a register that is being written.
_WAIT = 1.0

_PLANS = r"""
SELECT fid, uuid, naam, code, coalesce(extern_id, ''), coalesce(ruimtelijk_plan, '') FROM project
WHERE naam LIKE :part ESCAPE '\' OR code LIKE :part ESCAPE '\' OR extern_id LIKE :part ESCAPE '\'
   OR ruimtelijk_plan LIKE :part ESCAPE '\'
ORDER BY naam LIKE :start ESCAPE '\' DESC, naam, code LIMIT :most
"""

_PARCELS = """
SELECT fid, identificatie, aanduiding, coalesce(kadastrale_gemeente, '') FROM perceel
WHERE sectie = :sectie AND CAST(perceelnummer AS TEXT) LIKE :nummer
  AND (:gemeente = '' OR akr_gemeentecode = :gemeente COLLATE NOCASE OR kadastrale_gemeente = :gemeente COLLATE NOCASE)
ORDER BY perceelnummer, aanduiding LIMIT :most
"""

_DESIGNATED = """
SELECT fid, identificatie, aanduiding, coalesce(kadastrale_gemeente, '') FROM perceel WHERE aanduiding = :aanduiding
"""


@dataclass(frozen=True)
class FoundPlan:
    """A plan; texts are empty when it has none."""

    fid: int
    uuid: str
    naam: str
    code: str
    extern_id: str
    ruimtelijk_plan: str


@dataclass(frozen=True)
class FoundParcel:
    """A parcel; `kadastrale_gemeente` is empty when unknown."""

    fid: int
    identificatie: str
    aanduiding: str
    kadastrale_gemeente: str


def find_plans(register: Path, text: str, most: int = 20) -> list[FoundPlan]:
    """Plans with the text in name, code, number of origin or spatial plan (IMRO, AKN); names that start with it first.

    Nothing for an empty text, or when the register cannot be read now.
    """
    words = " ".join(text.split())
    plain = words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    values = {"part": f"%{plain}%", "start": f"{plain}%", "most": most}
    return [FoundPlan(*row) for row in _ask(register, _PLANS, values)] if words else []


def find_parcels(register: Path, gemeente: str, sectie: str, nummer: int, most: int = 20) -> list[FoundParcel]:
    """Parcels of a section whose number starts with `nummer`, the number itself first.

    `gemeente` is the AKR code or the name of the cadastral municipality; empty: any. Nothing when the register cannot be
    read now.
    """
    values = {"gemeente": gemeente, "sectie": sectie, "nummer": f"{nummer}%", "most": most}
    return [FoundParcel(*row) for row in _ask(register, _PARCELS, values)]


def parcel_called(register: Path, aanduiding: str) -> Optional[FoundParcel]:
    """The parcel with this designation; None when there is none, or the register cannot be read now."""
    found = _ask(register, _DESIGNATED, {"aanduiding": aanduiding})
    return FoundParcel(*found[0]) if found else None


def _ask(register: Path, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    try:
        with closing(sqlite3.connect(_read_only(register), _WAIT, uri=True)) as connection:
            return connection.execute(statement, values).fetchall()
    except sqlite3.Error:
        return []


def _read_only(path: Path) -> str:
    """The file as SQLite wants it in a URI, on a Windows share too: a server is a part of the path, not a host."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode=ro"
