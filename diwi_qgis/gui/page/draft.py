"""Rows of tables as somebody is changing them: what was read, what they are now, and what has to be written. Knows no Qt.

Rows are never changed in place, only replaced; so one step back is the dictionary of before.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Optional
from uuid import uuid4

from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Changes

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]

#: Key of the geometry in rows that have it.
GEOMETRY = "geom"


class Draft:
    """Tables being changed."""

    def __init__(self, rows: Mapping[str, Iterable[Row]], names: Iterable[str]) -> None:
        self.names: tuple[str, ...] = tuple(names)
        self.base: Tables = by_uuid(rows, self.names)
        self._now: Tables = {name: dict(found) for name, found in self.base.items()}
        self._before: list[Tables] = []
        self._in_step = False
        self._typing: Optional[Hashable] = None

    @property
    def parents(self) -> dict[str, str]:
        """What a new row is part of when nothing else is said."""
        return {}

    # -- looking ------------------------------------------------------------------------------------------------------

    def rows(self, table: str, **parents: str) -> list[Row]:
        """The rows of a table in order, of one parent when that is given (``woningblok_uuid=…``)."""
        return [row for row in self._now[table].values() if all(row[name] == uuid for name, uuid in parents.items())]

    def row(self, table: str, uuid: str) -> Row:
        """One row; KeyError when there is none."""
        return self._now[table][uuid]

    @property
    def by_table(self) -> Tables:
        """All rows as they are now, by table and uuid; not to be changed."""
        return self._now

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
        """Take a row away."""
        with self.step():
            del self._now[table][uuid]

    def duplicate(self, table: str, uuid: str) -> str:
        """A copy of a row, at the end; gives its uuid."""
        content = writable(table, self._now[table][uuid])
        content.pop(GEOMETRY, None)  # two things on one spot are never meant
        return self.add(table, **{**content, "uuid": None})

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


def by_uuid(rows: Mapping[str, Iterable[Row]], names: Iterable[str]) -> Tables:
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
