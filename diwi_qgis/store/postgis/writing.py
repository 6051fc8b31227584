"""Rows into PostgreSQL: COPY into a temporary table, and one statement from there, in which the triggers do their work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.model.tables import EPSG
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts
from diwi_qgis.store.feature_rows import Row, is_missing, whole_number, wkb
from diwi_qgis.store.postgis import access
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.messages import about_rows
from diwi_qgis.store.sql import identifier, sql
from diwi_qgis.store.writing import Writer, parents_first, refused

#: Name of the table in which rows lie before they are stored, and of the column that keeps their order.
_LOAD, _NUMBER = "lading", "volgnummer"


class PostgisWriter(Writer):
    """See `writing.Writer`."""

    _file: PostgisDatabase

    def hold(self, plans: Optional[Iterable[str]] = None) -> None:
        """See `Writer`. In one order, so that nobody waits in a circle."""
        if plans is None:
            self._file.execute("LOCK TABLE project IN SHARE ROW EXCLUSIVE MODE")
            return
        self._file.query("SELECT fid FROM project WHERE uuid = ANY (%s) ORDER BY fid FOR NO KEY UPDATE", [list(plans)])

    def load(self, table: str, rows: Sequence[Row]) -> None:
        """See `Writer`. Only the owner may."""
        declared = model_table(table)
        names = [column.name for column in declared.all_columns] + (["geom"] if declared.geometry else [])
        parts = {"table": identifier(table), "columns": ", ".join(map(identifier, names))}
        if not declared.append_only:
            self._file.execute(sql("DELETE FROM {table}", **parts))
        self._file.execute(sql("ALTER TABLE {table} DISABLE TRIGGER USER", **parts))
        for name in access.while_loading(declared):
            self._file.execute(sql("ALTER TABLE {table} ENABLE TRIGGER {name}", name=identifier(name), **parts))
        self._file.copy_in(
            sql("COPY {table} ({columns}) FROM STDIN", **parts), _lines(declared, rows, names, numbered=False)
        )
        self._file.execute(sql("ALTER TABLE {table} ENABLE TRIGGER USER", **parts))
        highest = max((row["fid"] for row in rows), default=None)
        self._file.execute(
            "SELECT setval(pg_get_serial_sequence(%s, 'fid'), coalesce(%s, 1), %s)", [table, highest, bool(rows)]
        )

    def _add(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        if not rows:
            return
        names = _given(declared, rows)
        ordered = [{**rows[n], "uuid": uuids[n]} if uuids else rows[n] for n in parents_first(declared, rows, uuids)]
        self._load(declared, ordered, (["uuid"] if uuids else []) + names)
        columns = ", ".join(identifier(name) for name in (["uuid"] if uuids else []) + names)
        statement = sql(
            "INSERT INTO {table} ({columns}) SELECT {columns} FROM {load}",
            table=identifier(declared.name),
            columns=columns,
            load=_LOAD,
        )
        self._take(declared, ordered, statement + " WHERE {rows} ORDER BY " + _NUMBER)

    def update(self, table: str, rows: Sequence[Row]) -> None:
        """See `Writer`."""
        declared = model_table(table)
        for names, group in _by_columns(rows):
            self._load(declared, group, ["uuid", *names])
            sets = ", ".join(f"{identifier(name)} = l.{identifier(name)}" for name in names)
            statement = sql(
                "UPDATE {table} AS t SET {sets} FROM {load} AS l WHERE l.uuid = t.uuid",
                table=identifier(declared.name),
                sets=sets or "uuid = t.uuid",
                load=_LOAD,
            )
            if self._take(declared, group, statement + " AND {rows}") < len({row["uuid"] for row in group}):
                raise self._absent(declared, self._first_absent(declared))

    def _first_absent(self, declared: Table) -> str:
        query = (
            "SELECT l.uuid FROM {load} AS l WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.uuid = l.uuid) LIMIT 1"
        )
        found = self._file.query(sql(query, load=_LOAD, table=identifier(declared.name)))
        return str(found[0][0]) if found else ""

    def _remove(self, declared: Table, levels: Sequence[Sequence[str]]) -> None:
        statement = sql("DELETE FROM {table} WHERE uuid = ANY(%s)", table=identifier(declared.name))
        for level in levels:
            with self._file.savepoint():
                done = self._file.execute(statement, [list(level)]) if level else 0
            if done < len(set(level)):
                query = "SELECT u FROM unnest(%s) AS u WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE uuid = u) LIMIT 1"
                there = self._file.query(sql(query, table=identifier(declared.name)), [list(level)])
                raise self._absent(declared, str(there[0][0]) if there else level[0])

    def _load(self, declared: Table, rows: Sequence[Row], names: Sequence[str]) -> None:
        """Put rows in the temporary table. Raises RegisterError, which names the column, for a value that is not of its kind."""
        names = sorted(names, key=lambda name: name == "geom")  # last, as in the lines
        columns = ", ".join(identifier(name) for name in names)
        make = sql(
            "DROP TABLE IF EXISTS pg_temp.{load}; CREATE TEMP TABLE {load} ON COMMIT DROP AS SELECT 0 AS {number}, {columns} "
            "FROM {table} WITH NO DATA",
            load=_LOAD,
            number=_NUMBER,
            columns=columns,
            table=identifier(declared.name),
        )
        with self._file.savepoint():
            self._file.execute(make)
            self._file.copy_in(sql("COPY pg_temp.{load} FROM STDIN", load=_LOAD), _lines(declared, rows, names))

    def _take(self, declared: Table, rows: Sequence[Row], statement: str) -> int:
        """All rows of the load in one statement. When it is refused the message says which row was, and the statement is undone."""
        try:
            with self._file.savepoint():
                return self._file.execute(sql(statement, rows="true"))
        except RegisterError as refusal:
            if not about_rows(refusal):
                raise
            with self._file.savepoint():
                raise self._first_refused(declared, rows, statement, refusal) from refusal

    def _first_refused(
        self, declared: Table, rows: Sequence[Row], statement: str, refusal: RegisterError
    ) -> RegisterError:
        """What is wrong with which row: halves are tried until one row is left; what was taken stays meanwhile."""
        first, end = 0, len(rows)
        while end - first > 1:
            middle = (first + end) // 2
            try:
                with self._file.savepoint():
                    self._file.execute(sql(statement, rows=f"{_NUMBER} >= {first} AND {_NUMBER} < {middle}"))
            except RegisterError as error:
                refusal, end = error, middle
            else:
                first = middle
        if len(rows) > 1:
            try:
                self._file.execute(sql(statement, rows=f"{_NUMBER} = {first}"))
            except RegisterError as error:
                refusal = error
        return refused(declared, rows[first], refusal)

    def _begin_act(self) -> int:
        return int(self._file.query("SELECT begin_handeling()")[0][0])

    def _close_act(self, plan: str, row: str) -> None:
        self._file.execute("SELECT sluit_handeling(%s, %s)", [plan, row])

    def _replace_code(self, lijst: str, old: str, new: str) -> None:
        self._file.execute("SELECT vervang_code(%s, %s, %s)", [lijst, old, new])

    def _restore(self, declared: Table, rows: Sequence[acts.Past]) -> None:
        self._file.execute("SELECT zet_terug(%s)", [[past.before_line for past in rows]])


def _given(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The columns that any row has a value for, in the order of the table, the geometry last; others get their default."""
    given = {name for row in rows for name, value in row.items() if value is not None}
    known = {column.name for column in declared.all_columns} | {"geom"}
    if given - known:
        raise KeyError(f"{declared.name} has no column {sorted(given - known)[0]}")
    names = [
        column.name
        for column in declared.columns
        if column.name in given or (column.default is not None and column.name in set().union(*rows))
    ]
    return names + (["geom"] if declared.geometry and "geom" in given else [])


def _by_columns(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """The rows that change the same columns together, in the order in which they came."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(name for name in row if name != "uuid"), []).append(row)
    yield from groups.items()


# -- COPY's text format -----------------------------------------------------------------------------------------------------

_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _lines(declared: Table, rows: Sequence[Row], names: Sequence[str], numbered: bool = True) -> Iterator[str]:
    """The rows in the order of the names, each behind its number."""
    columns = [declared.column(name) for name in names if name != "geom"]
    texts = [_texts(declared, column, rows) for column in columns]
    if "geom" in names:
        shapes = wkb(declared, rows) or [None] * len(rows)
        # EWKB in hexadecimal: the reference system stands behind the kind of geometry.
        texts.append([_NULL if shape is None else _ewkb(shape) for shape in shapes])
    for number, values in enumerate(zip(*texts)):
        yield (f"{number}\t" if numbered else "") + "\t".join(values) + "\n"


def _ewkb(shape: bytes) -> str:
    kind = int.from_bytes(shape[1:5], "little") | 0x2000_0000
    return (shape[:1] + kind.to_bytes(4, "little") + EPSG.to_bytes(4, "little") + shape[5:]).hex()


def _texts(declared: Table, column: Column, rows: Sequence[Row]) -> list[str]:
    name, default, convert = column.name, column.default, _CONVERTERS[column.kind]
    texts = []
    for row in rows:
        value = row.get(name, default)
        try:
            texts.append(_NULL if is_missing(value) else convert(value))
        except (ValueError, TypeError, AttributeError) as error:
            reason = RegisterError(f"{name}: {error}.", f"{name}: {error}.")
            raise refused(declared, row, reason) from error
    return texts


def _moment(value: datetime) -> str:
    return (value.astimezone(timezone.utc) if value.tzinfo else value).isoformat()[:26] + "+00"


def _day(value: date) -> str:
    return value.isoformat()[:10]


def _text(value: Any) -> str:
    return str(value).translate(_ESCAPES)


_CONVERTERS: dict[Kind, Callable[[Any], str]] = {
    Kind.TEXT: _text,
    Kind.INTEGER: lambda value: str(whole_number(value)),
    Kind.REAL: lambda value: repr(float(value)),
    Kind.BOOLEAN: lambda value: "t" if value else "f",
    Kind.DATE: _day,
    Kind.TIMESTAMP: _moment,
}
