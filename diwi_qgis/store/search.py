"""Finding a few plans or parcels while somebody types: from any thread, by a connection of its own, reading only."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.sql import sql

#: Whoever types does not wait for a register that is being written.
_WAIT = 1.0

#: Every engine's LIKE that makes no difference between capitals and small letters is filled in, and its kind of `:values`.
_PLANS = r"""
SELECT fid, uuid, naam, code, coalesce(extern_id, ''), coalesce(ruimtelijk_plan, '') FROM project
WHERE naam {like} :part ESCAPE '\' OR code {like} :part ESCAPE '\' OR extern_id {like} :part ESCAPE '\'
   OR ruimtelijk_plan {like} :part ESCAPE '\'
ORDER BY naam {like} :start ESCAPE '\' DESC, naam, code LIMIT :most
"""

_PARCELS = """
SELECT fid, identificatie, aanduiding, coalesce(kadastrale_gemeente, '') FROM perceel
WHERE sectie = :sectie AND CAST(perceelnummer AS TEXT) LIKE :nummer
  AND (:gemeente = '' OR upper(akr_gemeentecode) = upper(:gemeente) OR upper(kadastrale_gemeente) = upper(:gemeente))
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


def find_plans(register: Address, text: str, most: int = 20) -> list[FoundPlan]:
    """Plans with the text in name, code, number of origin or spatial plan (IMRO, AKN); names that start with it first.

    Nothing for an empty text, or when the register cannot be read now.
    """
    words = " ".join(text.split())
    plain = words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    values = {"part": f"%{plain}%", "start": f"{plain}%", "most": most}
    return [FoundPlan(*row) for row in _ask(register, _PLANS, values)] if words else []


def find_parcels(register: Address, gemeente: str, sectie: str, nummer: int, most: int = 20) -> list[FoundParcel]:
    """Parcels of a section whose number starts with `nummer`, the number itself first.

    `gemeente` is the AKR code or the name of the cadastral municipality; empty: any. Nothing when the register cannot be
    read now.
    """
    values = {"gemeente": gemeente, "sectie": sectie, "nummer": f"{nummer}%", "most": most}
    return [FoundParcel(*row) for row in _ask(register, _PARCELS, values)]


def parcel_called(register: Address, aanduiding: str) -> Optional[FoundParcel]:
    """The parcel with this designation; None when there is none, or the register cannot be read now."""
    found = _ask(register, _DESIGNATED, {"aanduiding": aanduiding})
    return FoundParcel(*found[0]) if found else None


def _ask(register: Address, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    if isinstance(register, PostgisAddress):
        return _ask_server(register, sql(statement, like="ILIKE"), values)
    try:
        with closing(sqlite3.connect(_read_only(register), _WAIT, uri=True)) as connection:
            return connection.execute(sql(statement, like="LIKE"), values).fetchall()
    except sqlite3.Error:
        return []


def _ask_server(register: PostgisAddress, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    from diwi_qgis.store.postgis.database import PostgisDatabase

    try:
        with closing(PostgisDatabase(register, write=False)) as database:
            return database.query(re.sub(r":(\w+)", r"%(\1)s", statement), values)
    except RegisterError:
        return []


def _read_only(path: Path) -> str:
    """The file as SQLite wants it in a URI, on a Windows share too: a server is a part of the path, not a host."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode=ro"
