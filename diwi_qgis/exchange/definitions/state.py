"""The definitions of a register as they stand, and how often each is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.model.settings import is_kept_by_manager
from diwi_qgis.model.tables import table
from diwi_qgis.rules.definitions import DEFINITIONS, Use
from diwi_qgis.rules.merging import Row, fields_of

if TYPE_CHECKING:
    from diwi_qgis.store import Register

Tables = dict[str, dict[str, Row]]


@dataclass(frozen=True)
class Known:
    """What is stored: rows by table and uuid, and `use` of their values (see `store.code_use`)."""

    rows: Tables
    use: Use = field(default_factory=dict)


def read_state(register: Register) -> Tables:
    """All definitions of a register."""
    return {name: _rows(register, name) for name in DEFINITIONS}


def read_definitions(register: Register) -> Known:
    """All definitions of a register with their use. Raises RegisterError for who may not change lists."""
    return Known(read_state(register), register.code_use())


def _rows(register: Register, name: str) -> dict[str, Row]:
    fields = fields_of(table(name))
    rows = read_rows(register, name, tracking=False)
    if name == "instelling":
        rows = [row for row in rows if is_kept_by_manager(row["sleutel"])]
    return {row["uuid"]: {column: row[column] for column in fields} for row in rows}
