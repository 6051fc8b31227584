"""Tickets (table `verwacht`): what is about to be stored was made on top of one version of a row, and of no other.

QGIS stores edits of a layer by itself, in several statements that we cannot be part of. So who is about to store hands in
tickets first, and the triggers refuse a row that moved on since, whoever moved it. A ticket is good for one write of its
row; in a file QGIS writes area and fields of one row apart, first the area, so there it may be good for these two. A file
knows no users: every ticket holds for whoever writes, so that a write in between is refused or uses up what was meant for
ours, which is refused then. In a database it holds for the one who handed it in. Those of others stay when a window clears
its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import uuid4

from diwi_qgis.model.schema import Table
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.sql import literal, sql

#: Seconds that a ticket holds: who hands it in stores at once, or was killed.
VALID = 60

#: This program, among those that have the register open.
OURSELVES = uuid4().hex

#: A version that no row has: what is not to be stored at all.
_NOT_NOW = 0

_AT_ONCE = 400


@dataclass(frozen=True)
class Ticket:
    """A row that is about to be written when it still has this version: once, or first its area and then its fields."""

    table: str
    uuid: str
    version: int
    area_first: bool = False

    @property
    def left(self) -> str:
        """What may still be written."""
        if self.version == _NOT_NOW:
            return "niets"
        return "vlak" if self.area_first else "rij"


def not_now(table: str, uuid: str = "") -> Ticket:
    """Refuses to store a row; without uuid: new rows of the table. For a commit that must not go on."""
    return Ticket(table, uuid, _NOT_NOW)


# -- in the triggers ----------------------------------------------------------------------------------------------------------


def held_up(table: Table, dialect: Dialect, uuid: str) -> str:
    """Condition that a row (SQL for its uuid; '' for a new one) is not to be stored now."""
    return _exists(table, dialect, uuid, f"k.versie = {_NOT_NOW}")


def moved_on(table: Table, dialect: Dialect, area_changed: str = "") -> str:
    """Condition that the row OLD is not what the ticket says, or is written otherwise than that allows.

    `area_changed` is the condition that this write changes the area, where area and fields are written apart.
    """
    turn = f" OR (k.nog = 'vlak' AND NOT ({area_changed})) OR (k.nog = 'velden' AND ({area_changed}))"
    return _exists(
        table, dialect, "OLD.uuid", f"(k.versie <> OLD.versie OR k.nog = 'niets'{turn if area_changed else ''})"
    )


def used(table: Table, dialect: Dialect) -> str:
    """The statement by which tickets go along with the row OLD that is being changed."""
    return sql(
        "UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = {table} AND {mine}",
        table=literal(table.name),
        mine=dialect.mine("gebruiker"),
    )


def _exists(table: Table, dialect: Dialect, uuid: str, condition: str) -> str:
    return sql(
        "EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = {uuid} AND k.tabel = {table} AND {mine} AND k.tijd > {since} "
        "AND {condition})",
        uuid=uuid,
        table=literal(table.name),
        mine=dialect.mine("k.gebruiker"),
        since=dialect.ago(VALID),
        condition=condition,
    )


# -- by who stores ------------------------------------------------------------------------------------------------------------


_TICKETS = "INSERT INTO verwacht (gebruiker, sessie, tabel, uuid, versie, nog, tijd) VALUES {values}"


def hand_in(file: Connection, tickets: Iterable[Ticket]) -> None:
    """Write tickets, instead of what we handed in before and of what expired. To be run in a transaction."""
    own = sql("sessie = {own}", own=literal(OURSELVES))
    file.execute(sql("DELETE FROM verwacht WHERE {own} OR tijd < {old}", own=own, old=file.dialect.ago(VALID)))
    for values in _portions(file.dialect, tickets):
        file.execute(sql(_TICKETS, values=values))


def _portions(dialect: Dialect, tickets: Iterable[Ticket]) -> Iterator[str]:
    rows = [
        f"({dialect.user}, {literal(OURSELVES)}, {literal(each.table)}, {literal(each.uuid)}, {each.version}, {literal(each.left)}, {dialect.now})"
        for each in tickets
    ]
    for start in range(0, len(rows), _AT_ONCE):
        yield ", ".join(rows[start : start + _AT_ONCE])
