"""What the register demands of several fields of a row together, looked at before it is stored."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import Any

from diwi_qgis.model.schema import Table
from diwi_qgis.rules.merging import Row
from diwi_qgis.store.sql import identifier, sql


def stands_together(table: Table, row: Row) -> bool:
    """Whether a row fulfils what the register demands of several of its fields together."""
    if not table.checks:
        return True
    values = {column.name: _plain(row.get(column.name)) for column in table.all_columns}
    query = sql(
        "SELECT {checks} FROM (SELECT {values})",
        checks=", ".join(f"({check})" for check in table.checks),
        values=", ".join(f":{name} AS {identifier(name)}" for name in values),
    )
    with closing(sqlite3.connect(":memory:")) as engine:
        return all(held is None or held for held in engine.execute(query, values).fetchone())


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


# -- what comes out otherwise than in the field ---------------------------------------------------------------------------
