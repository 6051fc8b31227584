"""A plan as somebody is changing it: what was read, what it is now, and what has to be written. Knows no Qt.

Rows are never changed in place, only replaced; so one step back is the dictionary of before.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Optional
from uuid import uuid4

from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Changes, Conflict

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]

#: What the page changes of a plan, parents first.
EDITED = (
    "project",
    "woningblok",
    "verdeling",
    "oplevering",
    "eigenschap_waarde",
    "mijlpaal",
    "afspraak",
    "knelpunt",
    "document",
)

#: Key of the geometry in rows that have it: see `PlanDraft.widen`.
GEOMETRY = "geom"

#: What a quality check makes and takes away; on the page it is accepted, no more.
FINDINGS = "bevinding"

#: What a plan area was made on: it goes along when the area goes back to what it was.
LINKS = ("perceel_koppeling", "pand_koppeling")

#: Parts of a block, by the column that leads to it.
_PARTS_OF_BLOCK = dict.fromkeys(("verdeling", "oplevering", "eigenschap_waarde"), "woningblok_uuid")


class PlanDraft:
    """One plan being changed."""

    def __init__(self, uuid: str, rows: Mapping[str, Iterable[Row]]) -> None:
        """`rows` by table: those of `EDITED`, and of others that are to be changed along."""
        self.uuid = uuid
        self.names: tuple[str, ...] = (*EDITED, *(name for name in rows if name not in EDITED))
        self.base: Tables = by_uuid(rows, self.names)
        self._now: Tables = {name: dict(found) for name, found in self.base.items()}
        self._before: list[Tables] = []
        self._in_step = False
        self._typing: Optional[Hashable] = None

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def project(self) -> Row:
        """The plan itself."""
        return self._now["project"][self.uuid]

    def rows(self, table: str, **parents: str) -> list[Row]:
        """The rows of a table in order, of one parent when that is given (``woningblok_uuid=…``)."""
        return [row for row in self._now[table].values() if all(row[name] == uuid for name, uuid in parents.items())]

    def row(self, table: str, uuid: str) -> Row:
        """One row; KeyError when there is none."""
        return self._now[table][uuid]

    @property
    def tables(self) -> dict[str, list[Row]]:
        """All rows as they are now."""
        return {name: list(found.values()) for name, found in self._now.items()}

    def touched(self, table: str, uuid: str) -> bool:
        """Whether this row is new or changed."""
        return changed_columns(table, self.base[table].get(uuid), self._now[table][uuid]) != {}

    def changes(self) -> Changes:
        """Everything that differs from what was read."""
        changes = Changes()
        for name in self.names:
            base, now = self.base[name], self._now[name]
            inserts = [writable(name, row) for uuid, row in now.items() if uuid not in base]
            updates = [
                {"uuid": uuid, **changed}
                for uuid, row in now.items()
                if uuid in base and (changed := changed_columns(name, base[uuid], row))
            ]
            deletes = [uuid for uuid in base if uuid not in now]
            for found, kept in ((inserts, changes.inserts), (updates, changes.updates), (deletes, changes.deletes)):
                if found:
                    kept[name] = found  # type: ignore[assignment]
        return changes

    # -- changing -----------------------------------------------------------------------------------------------------

    @contextmanager
    def step(self, typing: Optional[Hashable] = None) -> Iterator[None]:
        """What is changed inside is one step back; nothing is changed when it fails.

        Steps that follow each other with the same `typing` are one: a value is typed letter by letter.
        """
        if self._in_step:
            yield
            return
        before = {name: dict(found) for name, found in self._now.items()}
        self._in_step = True
        try:
            yield
        except BaseException:
            self._now = before
            raise
        finally:
            self._in_step = False
        if before != self._now:
            if typing is None or typing != self._typing:
                self._before.append(before)
            self._typing = typing

    def set(self, table: str, uuid: str, column: str, value: Any) -> None:
        """Change one value; changing the same value again (letter by letter) is not another step."""
        row = self._now[table][uuid]
        if row.get(column) != value:
            with self.step((table, uuid, column)):
                self._now[table][uuid] = {**row, column: value}

    def add(self, table: str, **values: Any) -> str:
        """A new row at the end, with the defaults of the model; gives its uuid."""
        row = blank_row(table)
        row.update(values)
        row["uuid"] = row.get("uuid") or str(uuid4())
        with self.step():
            self._now[table][row["uuid"]] = row
        return row["uuid"]

    def remove(self, table: str, uuid: str) -> None:
        """Take a row away, and what is part of it."""
        with self.step():
            del self._now[table][uuid]
            if table == "woningblok":
                for part, column in _PARTS_OF_BLOCK.items():
                    self._now[part] = {key: row for key, row in self._now[part].items() if row[column] != uuid}

    def duplicate(self, table: str, uuid: str) -> str:
        """A copy of a row, parts of a block too, at the end; gives its uuid."""
        with self.step():
            content = writable(table, self._now[table][uuid])
            content.pop(GEOMETRY, None)  # two blocks on one spot are never meant
            copy = self.add(table, **{**content, "uuid": None})
            if table == "woningblok":
                for part, column in _PARTS_OF_BLOCK.items():
                    for row in self.rows(part, **{column: uuid}):
                        self.add(part, **{**writable(part, row), "uuid": None, column: copy})
        return copy

    def replace(self, tables: Mapping[str, Iterable[Row]]) -> None:
        """Make these tables as given (an older state, a draft that was kept): one step back."""
        with self.step():
            self._now = {**self._now, **by_uuid(tables, tables)}

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._now = self._before.pop()
            self._typing = None

    def widen(self, rows: Mapping[str, Iterable[Row]], shapes: Mapping[tuple[str, str], str]) -> None:
        """Hold more of what is stored: the rows of more tables, and geometry as `geom` (hexadecimal WKB). That is no change."""
        more = {name: found for name, found in by_uuid(rows, rows).items() if name not in self.names}
        self.names += tuple(more)
        for state in (self.base, self._now, *self._before):
            state.update({name: dict(found) for name, found in more.items()})
            for (name, uuid), shape in shapes.items():
                row = state.get(name, {}).get(uuid)
                if row is not None and GEOMETRY not in row:
                    state[name][uuid] = {**row, GEOMETRY: shape}

    @property
    def holds_shapes(self) -> bool:
        """Whether it was widened with geometry."""
        return GEOMETRY in self.base["project"].get(self.uuid, {})

    # -- others changed it too --------------------------------------------------------------------------------------------

    def conflicts(self, theirs: Mapping[str, Iterable[Row]]) -> list[Conflict]:
        """Where somebody else stored another value than mine for what I changed too."""
        stored = by_uuid(theirs, self.names)
        return [conflict for name in self.names for conflict in self._conflicts(name, stored[name])]

    def _conflicts(self, name: str, stored: dict[str, Row]) -> Iterator[Conflict]:
        for uuid, added in self._now[name].items():
            if uuid in stored and uuid not in self.base[name]:  # both gave a value that there was none of
                for column, value in changed_columns(name, stored[uuid], added).items():
                    yield Conflict(name, uuid, column, None, value, stored[uuid][column])
        for uuid, base in self.base[name].items():
            mine, their = self._now[name].get(uuid), stored.get(uuid)
            my_changes = changed_columns(name, base, mine) if mine else {}
            their_changes = changed_columns(name, base, their) if their else {}
            if mine is None and their_changes:
                yield Conflict(name, uuid, None, base, None, their)
            elif their is None and mine is not None and my_changes and name != FINDINGS:
                yield Conflict(name, uuid, None, base, mine, None)
            for column in my_changes.keys() & their_changes.keys():
                if my_changes[column] != their_changes[column]:
                    yield Conflict(name, uuid, column, base[column], my_changes[column], their_changes[column])

    def rebase(self, theirs: Mapping[str, Iterable[Row]], choose_theirs: Iterable[Conflict] = ()) -> None:
        """Put my changes on top of what is stored now; of the given conflicts theirs counts, of all others mine.

        There is no way back past this: the steps of before were steps on something that is no more.
        """
        stored = by_uuid(theirs, self.names)
        given_up = {(conflict.table, conflict.uuid, conflict.column) for conflict in choose_theirs}
        now: Tables = {name: dict(rows) for name, rows in stored.items()}
        for name in self.names:
            now[name] = self._on_top(name, stored[name], given_up)
        # What was part of a block that they removed goes with it, whoever changed it.
        for part, column in _PARTS_OF_BLOCK.items():
            wholes = {None, *now["woningblok"]}
            now[part] = {uuid: row for uuid, row in now[part].items() if row[column] in wholes}
        self.base, self._now, self._before, self._typing = stored, now, [], None

    def on_top_of(self, theirs: Mapping[str, Iterable[Row]]) -> PlanDraft:
        """A copy of this draft, rebased; this one stays as it is."""
        copy = PlanDraft(self.uuid, dict.fromkeys(self.names, ()))
        copy.base, copy._now = self.base, self._now
        copy.rebase(theirs)
        return copy

    def _on_top(
        self, name: str, stored: dict[str, Row], given_up: Collection[tuple[str, str, Optional[str]]]
    ) -> dict[str, Row]:
        result: dict[str, Row] = {}
        for uuid, their in stored.items():
            base, mine = self.base[name].get(uuid), self._now[name].get(uuid)
            if base is not None and mine is None and (name, uuid, None) not in given_up:
                continue
            changed = changed_columns(name, base or their, mine) if mine else {}
            kept = {column: value for column, value in changed.items() if (name, uuid, column) not in given_up}
            result[uuid] = {**their, **kept}
        for uuid, mine in self._now[name].items():
            if uuid in stored or name == FINDINGS:
                continue
            base = self.base[name].get(uuid)
            mine_alone = base is None or bool(changed_columns(name, base, mine))
            if mine_alone and (name, uuid, None) not in given_up:
                result[uuid] = mine
        return result


def by_uuid(rows: Mapping[str, Iterable[Row]], names: Iterable[str] = EDITED) -> Tables:
    """The rows of tables by uuid, in order."""
    return {name: {row["uuid"]: row for row in rows.get(name, ())} for name in names}


def changed_columns(table: str, base: Optional[Row], now: Row) -> Row:
    """What people may write and what differs from `base`; all of it when there is no base."""
    values = writable(table, now)
    del values["uuid"]
    if base is None:
        return values
    return {column: value for column, value in values.items() if value != base.get(column)}


def writable(table: str, row: Row) -> Row:
    """The `uuid` and what people may write of a row."""
    names = [column.name for column in model_table(table).user_columns]
    names += [GEOMETRY] if GEOMETRY in row else []
    return {"uuid": row["uuid"], **{name: row.get(name) for name in names}}


def blank_row(table: str) -> Row:
    """A row with the defaults of the model, nothing else filled."""
    return {column.name: column.default for column in model_table(table).all_columns if column.name != "fid"}
