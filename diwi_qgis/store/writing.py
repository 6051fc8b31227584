"""Rows into the register, inside one transaction that `Register.transaction` opened: what both engines do alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Optional
from uuid import uuid4

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.identity import counting_uuids, is_uuid
from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts, derived_sql, refusals
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.feature_rows import Row
from diwi_qgis.store.sql import identifier, literal, sql

#: Rows after which is asked in one question.
_ASKED_AT_ONCE = 500


class Writer(ABC):
    """Insert, update and delete rows; nothing is kept unless the transaction around it ends well."""

    def __init__(self, file: Connection) -> None:
        self._file = file
        self._refusal: Optional[BaseException] = None

    def confirm(self) -> None:
        """To be called before all is kept: raises again what went wrong halfway, if somebody caught that."""
        if self._refusal is not None:
            raise self._refusal

    @contextmanager
    def _no_way_back(self) -> Iterator[None]:
        """Rows may be half completed when this fails."""
        try:
            yield
        except BaseException as error:
            self._refusal = error
            raise

    @abstractmethod
    def hold(self, plans: Optional[Iterable[str]] = None) -> None:
        """Have these plans (uuids) to oneself until the transaction ends, among all who hold what they store; waits for them.

        For who looks at what is stored and then writes on top of it. Without `plans` it is all of them, and nobody else adds
        one: for who must know which there are. In a file it is so of itself: who writes there is alone.
        """

    def insert(self, table: str, rows: Sequence[Row]) -> list[str]:
        """Add rows; gives their uuids in the order of `rows` (an empty list for tables that have none).

        Values are str, int, float, bool, date, datetime (UTC when it has no zone) or None; `geom` is shapely. A column
        that a row leaves out gets its default. Raises RegisterError, which names row and column, when one is refused;
        then nothing of the transaction can be kept.
        """
        declared = model_table(table)
        uuids = _identities(declared, rows) if declared.tracked else []
        with self._no_way_back():
            self._add(declared, rows, uuids)
        return uuids

    @abstractmethod
    def load(self, table: str, rows: Sequence[Row]) -> None:
        """Rows complete with key and system columns, as they are, instead of what stands in the table.

        Only for a register that is being made: nothing follows from them, no history is written.
        """

    @abstractmethod
    def _add(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        """Add rows with these uuids (none: the table has none)."""

    @abstractmethod
    def update(self, table: str, rows: Sequence[Row]) -> None:
        """Change rows: each has `uuid` and only the columns to change. Raises RegisterError for an unknown uuid."""

    def delete(self, table: str, uuids: Iterable[str]) -> None:
        """Remove rows and what is part of them. Raises RegisterError for an unknown uuid or when others depend on it."""
        declared = model_table(table)
        wanted = list(uuids)
        self._delete_parts(declared, wanted)
        self._remove(declared, self._daughters_first(declared, wanted))

    @abstractmethod
    def _remove(self, declared: Table, levels: Sequence[Sequence[str]]) -> None:
        """Remove rows by their uuids, one level after the other."""

    def _delete_parts(self, declared: Table, wholes: Sequence[str]) -> None:
        """What people put below rows that are to go: the register refuses to take it along (`refusals.of_delete`)."""
        for child, column in refusals.parts(declared):
            found: list[str] = []
            for start in range(0, len(wholes), _ASKED_AT_ONCE):
                asked = ", ".join(literal(uuid) for uuid in wholes[start : start + _ASKED_AT_ONCE])
                query = sql(
                    "SELECT uuid FROM {child} WHERE {column} IN ({asked})",
                    child=identifier(child.name),
                    column=identifier(column.name),
                    asked=asked,
                )
                found += [uuid for (uuid,) in self._file.query(query)]
            if found:
                self.delete(child.name, found)

    def replace_code(self, lijst: str, old: str, new: str) -> None:
        """Put one value of a list in the place of another in all rows that use it, whoever's plan they are of.

        Raises RegisterError when the list is closed or does not have the new value, see `code_use`.
        """
        with self._no_way_back():
            self._replace_code(lijst, old, new)

    @abstractmethod
    def _replace_code(self, lijst: str, old: str, new: str) -> None: ...

    def clear(self, table: str) -> None:
        """Empty a table that is filled anew as a whole: source tables and findings."""
        declared = model_table(table)
        if declared.append_only or (declared.tracked and table != "bevinding"):
            raise ValueError(f"{table} is never emptied as a whole")
        self._file.execute(sql("DELETE FROM {table}", table=identifier(table)))

    @contextmanager
    def act(self, kind: acts.Kind, plan: str, about: str) -> Iterator[None]:
        """What is written inside is one act: found under a plan (uuid) by `Register.acts`, taken back by `take_back`."""
        since = self._begin_act()
        yield
        self._close_act(plan, acts.closing_row(kind, about, since))

    def _begin_act(self) -> int:
        """The line of history after which the act begins."""
        return acts.last_line(self._file)

    def _close_act(self, plan: str, row: str) -> None:
        acts.close_act(self._file, plan, row)

    def take_back(self, plan: str, act: acts.Act) -> None:
        """Make what an act of a plan did undone: every row as it was before, with uuid, code and who made it when.

        Raises RegisterError when the act was taken back already, or when that would undo what others did since.
        """
        since = self._begin_act()
        self._go(acts.way_back(self._file, act))
        self._close_act(plan, acts.closing_row(acts.Kind.TAKE_BACK, act.about, since, of=act.line))

    def put_back(self, plan: str, about: str, way: acts.Way) -> None:
        """Make rows of a plan what they were before (see `restoring`); an act like others, which can be taken back."""
        with self.act(acts.Kind.RESTORE, plan, about):
            self._go(way)

    def _go(self, way: acts.Way) -> None:
        wholes = ("project", "woningblok")  # other rows may stand below these until they are moved back
        for table, rows in reversed(acts.by_table(way.new)):
            if table not in wholes:
                self.delete(table, [past.uuid for past in rows])
        with self._no_way_back():
            for table, rows in acts.by_table(way.gone):
                self._restore(model_table(table), rows)
        for table, rows in acts.by_table(way.changed):
            for past in rows:
                self.update(table, [acts.values_before(past)])
        for table, rows in reversed(acts.by_table(way.new)):
            if table in wholes:
                self.delete(table, [past.uuid for past in rows])
        self._file.execute(derived_sql.refresh_totals(self._file.dialect, "1 = 1"))
        self._file.execute(derived_sql.refresh_states(self._file.dialect))  # the calendar went on

    def bring_back(self, table: str, uuids: Sequence[str]) -> list[str]:
        """Deleted rows as they were, but for their geometry: a plan with its code, and who made it when.

        Gives the uuids of those that are there now; a row that never was, or that is part of one that is gone, is not.
        """
        declared, own = model_table(table), _own_parent(model_table(table))
        rows = acts.deleted(self._file, table, uuids)
        if own is not None:
            there = {uuid for (uuid,) in self._file.query(sql("SELECT uuid FROM {table}", table=identifier(table)))}
            there |= {past.uuid for past in rows}
            rows = [past for past in rows if past.before and past.before.get(own) in {None, *there}]
        if rows:
            with self._no_way_back():
                self._restore(declared, rows)
        return [past.uuid for past in rows]

    @abstractmethod
    def _restore(self, declared: Table, rows: Sequence[acts.Past]) -> None:
        """Removed rows, completely as they were: no trigger gives them another code or version."""

    def _daughters_first(self, declared: Table, wanted: Iterable[str]) -> list[list[str]]:
        """The rows to delete in levels, those that others of the same table point at last."""
        own = _own_parent(declared)
        if own is None:
            return [list(wanted)]
        above = dict(
            self._file.query(
                sql(
                    "SELECT uuid, {own} FROM {declared} WHERE {own} IS NOT NULL",
                    own=own,
                    declared=identifier(declared.name),
                )
            )
        )
        levels: dict[int, list[str]] = {}
        for uuid in wanted:
            depth, current = 0, above.get(uuid)
            while current is not None:
                depth, current = depth + 1, above.get(current)
            levels.setdefault(depth, []).append(uuid)
        return [levels[depth] for depth in sorted(levels, reverse=True)]

    def _absent(self, declared: Table, uuid: str) -> RegisterError:
        return RegisterError(
            f"{declared.label} {uuid} staat niet (meer) in register '{self._file.name}'.",
            f"{declared.label} {uuid} is not in register '{self._file.name}' (any more).",
        )


def refused(declared: Table, row: Row, reason: RegisterError) -> RegisterError:
    """Why a row was not stored, with the row's name."""
    who = row.get("naam") or row.get("code") or row.get("uuid") or ""
    return RegisterError(
        f"{declared.label} {who} is niet opgeslagen. {reason.text.nl}",
        f"{declared.label} {who} was not stored. {reason.text.en}",
    )


def _identities(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The uuids that rows bring, in their usual spelling, or new ones for what is none."""
    new = (str(uuid4()) for _ in rows) if declared.name == "project" else counting_uuids()
    given = [str(row.get("uuid") or "").lower() for row in rows]
    return [uuid if is_uuid(uuid) else next(new) for uuid in given]


def parents_first(declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> list[int]:
    """Order of insertion: a row after the row of the same table that it points at (hoofdplan before deelplan)."""
    own = _own_parent(declared)
    if own is None:
        return list(range(len(rows)))
    place = {uuid: number for number, uuid in enumerate(uuids)}
    order: dict[int, None] = {}
    for number in range(len(rows)):
        chain: list[int] = []
        current: Optional[int] = number
        while current is not None and current not in order and current not in chain:
            chain.append(current)
            current = place.get(rows[current].get(own) or "")
        order.update(dict.fromkeys(reversed(chain)))
    return list(order)


def _own_parent(declared: Table) -> Optional[str]:
    """The column that points at a row of the same table, if there is one."""
    own = [column.name for column in declared.parents if column.references and column.references.table == declared.name]
    return own[0] if own else None
