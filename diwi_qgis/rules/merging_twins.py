"""The same thing entered on both sides is one row: known by what the register demands to be unique."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from diwi_qgis.model.schema import Role, Table

Row = dict[str, Any]
State = Mapping[str, Mapping[str, Row]]


def same_identity(tables: Sequence[Table], base: State, mine: State, theirs: State) -> tuple[State, State]:
    """Base and mine, in which a row of mine that is unknown to them has the uuid of their row with the same unique values.

    Such rows were entered on both sides (a category, a link to one parcel), or removed and made anew on one of them. A row
    of theirs that mine knows too is never taken: those are two rows of which one was changed.
    """
    names: dict[str, dict[str, str]] = {}
    for table in tables:
        mine_here, theirs_here = mine.get(table.name, {}), theirs.get(table.name, {})
        strange = {uuid: row for uuid, row in mine_here.items() if uuid not in theirs_here}
        if not strange:
            continue
        for columns in _unique(table):
            known = {
                _values(row, columns, table, {}): uuid for uuid, row in theirs_here.items() if uuid not in mine_here
            }
            for uuid, row in strange.items():
                values = _values(row, columns, table, names)
                if None not in values and values in known:
                    names.setdefault(table.name, {}).setdefault(uuid, known[values])
    return (_renamed(tables, base, names), _renamed(tables, mine, names)) if names else (base, mine)


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    yield from table.unique
    yield from ((column.name,) for column in table.columns if column.unique and column.role is Role.USER)


def _values(row: Row, columns: Sequence[str], table: Table, names: Mapping[str, Mapping[str, str]]) -> tuple[Any, ...]:
    return tuple(_renamed_reference(table, column, row.get(column), names) for column in columns)


def _renamed_reference(table: Table, column: str, value: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    target = table.column(column).references if column != "geom" else None
    return names.get(target.table, {}).get(value, value) if target is not None else value


def _renamed(tables: Sequence[Table], state: State, names: Mapping[str, Mapping[str, str]]) -> State:
    result: dict[str, Mapping[str, Row]] = {}
    for table in tables:
        own = names.get(table.name, {})
        columns = [c.name for c in table.parents if c.references and c.references.table in names]
        rows = state.get(table.name, {})
        if own or columns:
            rows = {
                own.get(uuid, uuid): _pointing(table, row, columns, names) if columns else row
                for uuid, row in rows.items()
            }
        result[table.name] = rows
    return result


def _pointing(table: Table, row: Row, columns: Sequence[str], names: Mapping[str, Mapping[str, str]]) -> Row:
    return {**row, **{column: _renamed_reference(table, column, row.get(column), names) for column in columns}}
