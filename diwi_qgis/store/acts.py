"""What a user did in one transaction under one name (merging plans, say), and taking that back out of the history.

The history has a line for every row that an act changed. One line more, with `tabel` = 'handeling' and the plan under which
it is found as `uuid`, closes the act and tells where it began. Taking back compares column by column: what others changed
since stays, and what would undo their work is refused. Reals come back to the 15 digits of SQLite's JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import TABLES
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.history_sql import NOW, USER
from diwi_qgis.store.plan_rows import moment, typed
from diwi_qgis.store.sql import identifier, literal, sql

Row = dict[str, Any]

#: `tabel` of the line of history that closes an act.
TABLE = "handeling"

#: Rows that a refusal names before it says that there are more.
_NAMED = 5

_OWN_NAMES = ("naam", "titel", "soort", "onderwerp", "categorie", "identificatie")


class Kind(Enum):
    """What was done, as the history has it."""

    MERGE = "samenvoegen"
    SPLIT = "splitsen"
    DELETE = "verwijderen"
    TAKE_BACK = "ongedaan maken"
    RESTORE = "terugzetten"


@dataclass(frozen=True)
class Act:
    """One act: the lines of history after `since` and before `line`. `about` says it in words of the user."""

    line: int
    since: int
    kind: Kind
    about: str
    moment: datetime
    user: Optional[str]
    taken_back: bool


def last_line(file: Connection) -> int:
    """Number of the last line of history."""
    return int(file.query("SELECT coalesce(max(fid), 0) + 0 AS laatste FROM historie")[0][0])


def close_act(file: Connection, plan: str, row: str) -> None:
    """Write the line that closes an act of a plan; `row` is of `closing_row`."""
    values = f"{literal(TABLE)}, {literal(plan)}, 'I', {NOW}, {USER}, {literal(row)}"
    file.execute(sql("INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij) VALUES ({values})", values=values))


def closing_row(kind: Kind, about: str, since: int, of: Optional[int] = None) -> str:
    """What the line says that closes an act which began after line `since`. `of` is the act that it takes back."""
    return json.dumps({"soort": kind.value, "na": since, "over": about, "van": of}, ensure_ascii=False)


def acts(file: Connection, plan: str) -> list[Act]:
    """The acts of which a plan is the subject, oldest first, without those that take another back."""
    query = "SELECT fid + 0 AS nummer, tijd, gebruiker, rij FROM historie WHERE uuid = {plan} AND tabel = {table} ORDER BY fid"
    lines = file.query(sql(query, plan=literal(plan), table=literal(TABLE)))
    rows = [(int(number), time, user, _json(row)) for number, time, user, row in lines]
    undone = {row["van"] for *_, row in rows}
    return [
        Act(number, row["na"], Kind(row["soort"]), row["over"], moment(time), user, number in undone)
        for number, time, user, row in rows
        if row["van"] is None
    ]


@dataclass
class Past:
    """What an act did to one row: the row before and right after it, and as it is now (None: not there)."""

    table: str
    uuid: str
    before: Optional[Row] = None
    after: Optional[Row] = None
    now: Optional[Row] = None
    before_line: int = 0  #: the line of history with the row before
    moved: bool = False  #: the act changed its geometry
    moved_since: bool = False
    geom_before: str = ""  #: hexadecimal WKB; empty: none

    @property
    def changed(self) -> list[str]:
        """The columns of the user that the act changed, of a row that stayed."""
        if self.before is None or self.after is None:
            return []
        return [name for name in self._columns() if self.before.get(name) != self.after.get(name)]

    @property
    def in_the_way(self) -> list[str]:
        """Labels of what others changed since and taking back would undo."""
        columns = {column.name: column.label for column in model_table(self.table).user_columns}
        if self.after is None or self.now is None:
            return []
        watched = self.changed if self.before is not None else list(columns)
        found = [columns[name] for name in watched if self.now.get(name) != self.after.get(name)]
        return found + (["Geometrie"] if self.moved and self.moved_since else [])

    def _columns(self) -> list[str]:
        return [column.name for column in model_table(self.table).user_columns]

    def __str__(self) -> str:
        row = self.now or self.after or self.before or {}
        name = next((row[name] for name in _OWN_NAMES if row.get(name)), "")
        return f"{model_table(self.table).label} {name}".strip()


@dataclass(frozen=True)
class Way:
    """The rows to remove, to bring back (the last removed first) and to change when an act is taken back."""

    new: list[Past]
    gone: list[Past]
    changed: list[Past]


def by_table(found: Sequence[Past]) -> list[tuple[str, list[Past]]]:
    """Rows by table, parents first."""
    tables = {table.name: [past for past in found if past.table == table.name] for table in TABLES}
    return [(name, rows) for name, rows in tables.items() if rows]


def way_of(past: Sequence[Past]) -> Way:
    """What is to be done with these rows to make them what they were before."""
    return Way(
        [each for each in past if each.before is None and each.now is not None],
        # What somebody brought back by itself since stays as that is.
        [each for each in reversed(past) if each.before is not None and each.after is None and each.now is None],
        [each for each in past if each.now is not None and (each.changed or (each.before is not None and each.moved))],
    )


def way_back(file: Connection, act: Act) -> Way:
    """Raises RegisterError when the act was taken back already, or others built on it since."""
    if act.taken_back:
        raise RegisterError("Dit is al ongedaan gemaakt.", "This was undone already.")
    past = _past(file, act)
    obstacles = [f"{each} ({', '.join(each.in_the_way)})" for each in past if each.in_the_way]
    way = way_of(past)
    obstacles += _built_upon(file, way.new, {each.uuid for each in past})
    if obstacles:
        shown = some(obstacles)
        raise RegisterError(
            f"Ongedaan maken kan niet meer: daarna is gewijzigd: {shown}.",
            f"This cannot be undone any more; since then these were changed: {shown}.",
        )
    return way


def some(obstacles: Sequence[str]) -> str:
    """The first few of what is in the way, for a refusal."""
    return "; ".join(obstacles[:_NAMED]) + ("; …" if len(obstacles) > _NAMED else "")


def _past(file: Connection, act: Act) -> list[Past]:
    """The rows that an act touched, in the order in which it was done with them."""
    query = (
        "SELECT fid + 0 AS nummer, tabel, uuid, op, rij, geom_wkb FROM historie WHERE uuid IN (SELECT DISTINCT uuid FROM "
        "historie WHERE fid > {since} AND fid < {line} AND tabel <> {act}) AND tabel <> {act} ORDER BY fid"
    )
    found: dict[tuple[str, str], Past] = {}
    done: dict[tuple[str, str], None] = {}
    for number, table, uuid, op, text, geom in file.query(
        sql(query, since=act.since, line=act.line, act=literal(TABLE))
    ):
        key = (table, uuid)
        past = found.setdefault(key, Past(table, uuid))
        past.now = None if op == "D" else _json(text)
        if number <= act.since:
            past.before = past.after = past.now
            past.before_line = number if past.now is not None else 0
            past.geom_before = past.geom_before if geom is None else geom
        elif number < act.line:
            past.after = past.now
            past.moved = past.moved or geom is not None
            done.pop(key, None)
            done[key] = None
        else:
            past.moved_since = past.moved_since or geom is not None
    return [found[key] for key in done if model_table(key[0]).logged_columns is None]


def _built_upon(file: Connection, new: Sequence[Past], touched: set[str]) -> list[str]:
    """What was put since below rows that are to be removed; what the act itself put there goes back by itself."""
    wholes = ", ".join(literal(past.uuid) for past in new)
    found = []
    for table in TABLES:
        for column in table.parents if wholes and table.tracked and table.logged_columns is None else ():
            query = sql(
                "SELECT uuid, fid FROM {table} WHERE {column} IN ({wholes})",
                table=identifier(table.name),
                column=identifier(column.name),
                wholes=wholes,
            )
            found += [table.label for uuid, *_ in file.query(query) if uuid not in touched]
    return found


def deleted(file: Connection, table: str, uuids: Sequence[str]) -> list[Past]:
    """Rows that are not there any more, as they were last, in the order in which they are given; no row that never was."""
    last = sql(
        "SELECT max(fid) FROM historie WHERE tabel = {table} AND uuid IN ({uuids}) GROUP BY uuid",
        table=literal(table),
        uuids=", ".join(map(literal, uuids)),
    )
    query = sql("SELECT fid + 0 AS nummer, uuid, rij FROM historie WHERE op = 'D' AND fid IN ({last})", last=last)
    found = {uuid: Past(table, uuid, _json(row), before_line=int(line)) for line, uuid, row in file.query(query)}
    return [found[uuid] for uuid in uuids if uuid in found]


def restoration(table: str, lines: Sequence[int]) -> str:
    """The statement that brings rows back as those lines of history have them, but for their geometry."""
    columns = model_table(table).all_columns
    return sql(
        "INSERT INTO {table} ({names}) SELECT {values} FROM json_each({lines}) AS v JOIN historie AS h ON h.fid = v.value "
        "ORDER BY v.key",
        table=identifier(table),
        names=", ".join(identifier(column.name) for column in columns),
        values=", ".join(f"json_extract(h.rij, {literal('$.' + column.name)})" for column in columns),
        lines=literal(json.dumps(list(lines))),
    )


def values_before(past: Past) -> Row:
    """The row to write over one that the act changed."""
    declared = model_table(past.table)
    before: Mapping[str, Any] = past.before or {}
    row = {"uuid": past.uuid, **{name: typed(declared.column(name), before.get(name)) for name in past.changed}}
    return {**row, "geom": shape_before(past)} if past.moved else row


def shape_before(past: Past) -> Any:
    """Its geometry before the act, in shapely; None: it had none."""
    import shapely

    return shapely.from_wkb(bytes.fromhex(past.geom_before)) if past.geom_before else None


def _json(value: Any) -> Row:
    return json.loads(value) if isinstance(value, str) else value
