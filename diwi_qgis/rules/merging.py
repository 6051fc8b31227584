"""Two sides changed copies of the same rows: one state out of both, and where only a person can choose.

*Base* is what both sides began with, *mine* what is brought (a field copy, an open page), *theirs* what is stored now. Rows
are known by their uuid; a row is compared field by field. What only one side changed counts, what both changed alike too;
everything else is a conflict, and until somebody chooses theirs stands: nothing that is stored is overwritten in silence.

A state gives, by table and uuid, the values of the fields that people write. Tables come parents first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import eq
from typing import Any, Optional

from diwi_qgis.model.schema import OnDelete, Role, Table
from diwi_qgis.rules.merging_twins import same_identity

Row = dict[str, Any]
State = Mapping[str, Mapping[str, Row]]
Key = tuple[str, str, Optional[str]]
_Place = tuple[str, str]
Same = Callable[[Any, Any], bool]


class Side(Enum):
    """Whose value is to stand."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Conflict:
    """Mine and theirs changed the same: a field, or (`column` None) the row as a whole; values are None when it is not there.

    As a whole: one side deleted the row while the other changed it or what is part of it, or what both wrote in different
    fields cannot stand together.
    """

    table: str
    uuid: str
    column: Optional[str]
    base: Any
    mine: Any
    theirs: Any

    @property
    def key(self) -> Key:
        """What tells it from other conflicts."""
        return (self.table, self.uuid, self.column)


@dataclass(frozen=True)
class Loose:
    """A row that pointed at one that is no more: `column` was emptied, or (`left_out`) the row could not come along."""

    table: str
    uuid: str
    column: str
    left_out: bool


@dataclass
class Changes:
    """What has to be written, by table: whole new rows, changed fields (both with `uuid`), uuids of removed rows."""

    inserts: dict[str, list[Row]] = field(default_factory=dict)
    updates: dict[str, list[Row]] = field(default_factory=dict)
    deletes: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.inserts, self.updates, self.deletes))


@dataclass
class Merged:
    """The state that both sides make together, with theirs wherever nobody chose yet.

    `mine` is what was brought, with the identities that rows have on the other side (see `merging_twins`).
    """

    result: dict[str, dict[str, Row]]
    mine: State
    conflicts: list[Conflict] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)


def merge(
    tables: Sequence[Table],
    base: State,
    mine: State,
    theirs: State,
    choices: Optional[Mapping[Key, Side]] = None,
    same: Same = eq,
    holds: Callable[[Table, Row], bool] = lambda _table, _row: True,
) -> Merged:
    """Both sides as one.

    `choices` answers conflicts by their key, `same` tells whether two values are one, `holds` whether the fields of a row
    can stand together. The conflicts that come back are all there are, chosen or not.
    """
    base, mine = same_identity(tables, base, mine, theirs)
    return _Merge(tables, base, mine, theirs, choices or {}, same, holds).run()


def changes(tables: Sequence[Table], before: State, after: State, same: Same = eq) -> Changes:
    """What must be written to make one state of the other."""
    found = Changes()
    for table in tables:
        old, new = before.get(table.name, {}), after.get(table.name, {})
        inserts = [{"uuid": uuid, **row} for uuid, row in new.items() if uuid not in old]
        updates = [
            {"uuid": uuid, **different}
            for uuid, row in new.items()
            if uuid in old and row is not old[uuid] and (different := _different(old[uuid], row, same))
        ]
        deletes = [uuid for uuid in old if uuid not in new]
        for rows, kept in ((inserts, found.inserts), (updates, found.updates), (deletes, found.deletes)):
            if rows:
                kept[table.name] = rows  # type: ignore[assignment]
    return found


def _different(old: Row, new: Row, same: Same) -> Row:
    return {name: value for name, value in new.items() if not same(old.get(name), value)}


class _Merge:
    """One merge; see `merge`."""

    def __init__(
        self,
        tables: Sequence[Table],
        base: State,
        mine: State,
        theirs: State,
        choices: Mapping[Key, Side],
        same: Same,
        holds: Callable[[Table, Row], bool],
    ) -> None:
        self._tables = {table.name: table for table in tables}
        self._base, self._sides = base, {Side.MINE: mine, Side.THEIRS: theirs}
        self._choices, self._same, self._holds = choices, same, holds
        self._merged = Merged({}, mine)
        #: Rows that stand or fall with a deleted one, and the side that has the say.
        self._ruled: dict[_Place, Side] = {}

    def run(self) -> Merged:
        """Deletions first: what was part of a deleted row is not looked at by itself."""
        self._rule_deletions(Side.MINE, Side.THEIRS)
        self._rule_deletions(Side.THEIRS, Side.MINE)
        for name in self._tables:
            self._merged.result[name] = dict(self._rows(name))
        self._tie_up()
        return self._merged

    # -- deletions ----------------------------------------------------------------------------------------------------

    def _rule_deletions(self, deleter: Side, keeper: Side) -> None:
        gone, kept = self._sides[deleter], self._sides[keeper]
        lost = [
            (name, uuid)
            for name in self._tables
            for uuid in self._base.get(name, {})
            if uuid not in gone.get(name, {}) and uuid in kept.get(name, {})
        ]
        if not lost:
            return
        below, pointing = self._links(kept)
        subtrees: dict[_Place, dict[_Place, None]] = defaultdict(dict)
        for place in lost:
            root = self._root(place, gone, kept)
            subtrees[root].update(dict.fromkeys(_with_parts(place, below, gone)))
        for root, places in subtrees.items():
            contested = any(self._touched(place, kept) for place in places) or any(
                self._points_anew(*pointer, kept) for place in places for pointer in pointing.get(place, ())
            )
            verdict = self._judge(root, deleter) if contested else deleter
            self._ruled.update(dict.fromkeys(places, verdict))

    def _links(self, state: State) -> tuple[dict[_Place, list[_Place]], dict[_Place, list[tuple[_Place, str]]]]:
        """For every row its parts, and all rows, with the column, that point at it."""
        below: dict[_Place, list[_Place]] = defaultdict(list)
        pointing: dict[_Place, list[tuple[_Place, str]]] = defaultdict(list)
        for name, column, target, action in self._references():
            for uuid, row in state.get(name, {}).items():
                if row.get(column) is None:
                    continue
                pointing[target, row[column]].append(((name, uuid), column))
                if action is OnDelete.CASCADE:
                    below[target, row[column]].append((name, uuid))
        return below, pointing

    def _references(self) -> Iterator[tuple[str, str, str, OnDelete]]:
        for table in self._tables.values():
            for column in table.parents:
                if column.references and column.references.table in self._tables:
                    yield table.name, column.name, column.references.table, column.references.on_delete

    def _root(self, place: _Place, gone: State, kept: State) -> _Place:
        """The topmost row that was deleted with it, and of which the other side still has it as a part."""
        name, uuid = place
        row = self._base[name][uuid]
        for column in self._tables[name].parents:
            target = column.references
            above = row.get(column.name)
            if above is None or target is None or target.on_delete is not OnDelete.CASCADE:
                continue
            if above != kept[name][uuid].get(column.name):
                continue
            known = above in self._base.get(target.table, {}) and above in kept.get(target.table, {})
            if known and above not in gone.get(target.table, {}):
                return self._root((target.table, above), gone, kept)
        return place

    def _touched(self, place: _Place, state: State) -> bool:
        name, uuid = place
        old = self._base.get(name, {}).get(uuid)
        return old is None or bool(_different(old, state[name][uuid], self._same))

    def _points_anew(self, place: _Place, column: str, state: State) -> bool:
        name, uuid = place
        return self._base.get(name, {}).get(uuid, {}).get(column) != state[name][uuid][column]

    def _judge(self, root: _Place, deleter: Side) -> Side:
        """One side deleted it, the other changed it or something in it: that is for a person to decide."""
        name, uuid = root
        rows = {side: state.get(name, {}).get(uuid) for side, state in self._sides.items()}
        conflict = Conflict(name, uuid, None, self._base[name][uuid], rows[Side.MINE], rows[Side.THEIRS])
        self._merged.conflicts.append(conflict)
        return self._choices.get(conflict.key, Side.THEIRS)

    # -- rows and their fields ----------------------------------------------------------------------------------------

    def _rows(self, name: str) -> Iterator[tuple[str, Row]]:
        mine, theirs = (self._sides[side].get(name, {}) for side in (Side.MINE, Side.THEIRS))
        for uuid in [*theirs, *(uuid for uuid in mine if uuid not in theirs)]:
            side = self._ruled.get((name, uuid))
            if side is not None:
                row = self._sides[side].get(name, {}).get(uuid)
            elif uuid in mine and uuid in theirs:
                row = self._together(name, uuid, mine[uuid], theirs[uuid])
            else:
                row = theirs.get(uuid) or mine.get(uuid)
            if row is not None:
                yield uuid, row

    def _together(self, name: str, uuid: str, mine: Row, theirs: Row) -> Row:
        """A row that both have, field by field."""
        if mine == theirs:  # as most rows are
            return theirs
        base = self._base.get(name, {}).get(uuid)
        changed: Row = {}
        taken_over = kept_apart = False
        for column, value in _different(theirs, mine, self._same).items():
            if base is not None and self._same(base.get(column), value):
                kept_apart = True  # only they changed it
                continue
            if base is None or not self._same(base.get(column), theirs.get(column)):
                conflict = Conflict(name, uuid, column, base and base.get(column), value, theirs.get(column))
                self._merged.conflicts.append(conflict)
                choice = self._choices.get(conflict.key)
                if choice is not Side.MINE:
                    kept_apart = kept_apart or choice is Side.THEIRS
                    continue
            changed[column] = value
            taken_over = True
        result = {**theirs, **changed} if changed else theirs
        if not (taken_over and kept_apart) or self._holds(self._tables[name], result):
            return result
        conflict = Conflict(name, uuid, None, base, mine, theirs)
        self._merged.conflicts.append(conflict)
        return mine if self._choices.get(conflict.key) is Side.MINE else theirs

    # -- references ---------------------------------------------------------------------------------------------------

    def _tie_up(self) -> None:
        """No row points at one that is not there: the field is emptied, or the row cannot stand."""
        result = self._merged.result
        for name, column, target, action in self._references():
            empty = action is not OnDelete.CASCADE and not self._tables[name].column(column).required
            for uuid, row in list(result[name].items()):
                if row.get(column) is None or row[column] in result[target]:
                    continue
                self._merged.loose.append(Loose(name, uuid, column, not empty))
                if empty:
                    result[name][uuid] = {**row, column: None}
                else:
                    del result[name][uuid]


def _with_parts(place: _Place, below: Mapping[_Place, Iterable[_Place]], gone: State) -> Iterator[_Place]:
    """A row and what is below it; not what the side that deleted it has put elsewhere."""
    yield place
    for name, uuid in below.get(place, ()):
        if uuid not in gone.get(name, {}):
            yield from _with_parts((name, uuid), below, gone)


def fields_of(table: Table) -> list[str]:
    """The fields of a table that are compared: what people write, and the geometry."""
    names = [column.name for column in table.columns if column.role is Role.USER]
    return [*names, "geom"] if table.geometry else names
