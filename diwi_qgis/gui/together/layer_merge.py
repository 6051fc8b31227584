"""Edits of a layer on top of what others stored meanwhile: base, mine and theirs as one, with the questions that remain."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Optional

from diwi_qgis.exchange.row_checks import stands_together
from diwi_qgis.gui.together.edits import GEOMETRY, Edits
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict, Key, Row, Side, fields_of, merge
from diwi_qgis.store import Register

Rows = dict[str, Row]


class Known(NamedTuple):
    """A row as it was when the edit began."""

    uuid: str
    version: int


class Unknown:
    """What a field was, when the history does not tell: it differs from whatever it is now."""

    def __str__(self) -> str:
        return "?"


#: What asks for the choices: it gives None when the user does not want to save now.
Ask = Callable[["Meeting", list[Conflict]], Optional[Mapping[Key, Side]]]


@dataclass
class Meeting:
    """The rows of a table that both I and others changed since my edit began, by uuid; all columns, geometry as WKB."""

    table: str
    base: Rows
    mine: Rows
    theirs: Rows
    fids: dict[str, int]

    def settle(self, ask: Ask) -> Optional[Rows]:
        """The rows as they are to be (one that is not to be is not there); None when the user does not want to save now."""
        table, choices = model_table(self.table), dict[Key, Side]()
        fields = fields_of(table)
        base, mine, theirs = (
            {self.table: {uuid: {name: row[name] for name in fields} for uuid, row in rows.items()}}
            for rows in (self.base, self.mine, self.theirs)
        )
        while True:
            merged = merge([table], base, mine, theirs, choices, same, stands_together)
            open_questions = [each for each in merged.conflicts if each.key not in choices]
            if not open_questions:
                return merged.result[self.table]
            answers = ask(self, merged.conflicts)
            if answers is None:
                return None
            choices = dict(answers)

    def edits(self, result: Rows, edits: Edits) -> tuple[Edits, Rows]:
        """My edits as they are to be stored, and what is to be changed in rows that others removed and that are to come back."""
        wanted, back = edits.without(self.fids.values()), {}
        for uuid, fid in self.fids.items():
            row, their = result.get(uuid), self.theirs.get(uuid)
            if row is None and their is not None:
                wanted.gone.add(fid)
            elif row is not None and their is None:
                where = self.base[uuid].get(GEOMETRY)
                back[uuid] = {**({GEOMETRY: where} if isinstance(where, str) else {}), **edits.changed[fid]}
            elif row is not None and their is not None:
                changed = {name: value for name, value in row.items() if not same(their.get(name), value)}
                if changed:
                    wanted.changed[fid] = changed
        return wanted, back


def meet(register: Register, table: str, edits: Edits, known: Mapping[int, Known]) -> Optional[Meeting]:
    """The rows that moved on since the edit began; None when there are none."""
    mine = {known[fid].uuid: fid for fid in edits.fids if fid in known}
    now = register.versions(table, mine)
    moved = {uuid: fid for uuid, fid in mine.items() if now.get(uuid) != known[fid].version}
    if not moved:
        return None
    theirs = register.rows_now(table, moved)
    told = register.rows_then(table, {uuid: known[fid].version for uuid, fid in moved.items()})
    unknown = dict.fromkeys((*(each.name for each in model_table(table).all_columns), GEOMETRY), Unknown())
    base = {uuid: told.get(uuid, {**unknown, "uuid": uuid}) for uuid in moved}
    changed = {
        uuid: {**(told.get(uuid) or theirs.get(uuid) or base[uuid]), **edits.changed.get(fid, {})}
        for uuid, fid in moved.items()
        if fid not in edits.gone
    }
    return Meeting(table, base, changed, theirs, moved)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same; the history has reals in 15 digits."""
    if isinstance(one, float) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-14)
    return bool(one == other)
