"""What tells that a file is a snapshot: a register as it was known at a moment, to look at in the window. Nothing is changed in it.

The mark is a row of `instelling`; triggers refuse every change, whatever program makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Optional
from uuid import uuid4

from diwi_qgis.model.schema import Table
from diwi_qgis.store.sql import identifier, literal, sql

#: Key in table `instelling`; its value is the JSON of a `Snapshot`.
SETTING = "momentopname"

REFUSAL = "momentopname: het register zoals het was, alleen om te bekijken / the register as it was, only to look at"


@dataclass(frozen=True)
class Snapshot:
    """Of which register (as messages call it), and as it was known when (ISO 8601, UTC)."""

    van: str
    moment: str

    @property
    def known_at(self) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(self.moment)


def parse(setting: Optional[str]) -> Optional[Snapshot]:
    """What the setting says; None when there is none."""
    return Snapshot(**json.loads(setting)) if setting else None


def closing(snapshot: Snapshot, tables: Iterable[Table]) -> Iterator[str]:
    """The statements that make a filled file a snapshot, in whose `tables` nothing is changed."""
    yield sql(
        "INSERT INTO instelling (uuid, versie, sleutel, waarde) VALUES ({uuid}, 1, {key}, {value})",
        uuid=literal(str(uuid4())),
        key=literal(SETTING),
        value=literal(json.dumps(asdict(snapshot), ensure_ascii=False)),
    )
    for table in tables:
        for operation in ("INSERT", "UPDATE", "DELETE"):
            yield sql(
                "CREATE TRIGGER {name} BEFORE {operation} ON {table} BEGIN SELECT RAISE(ABORT, {text}); END",
                name=identifier(f"{table.name}_snapshot_{operation.lower()}"),
                operation=operation,
                table=identifier(table.name),
                text=literal(REFUSAL),
            )
