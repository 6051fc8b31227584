"""How names and constants are written in the SQL that we generate from the model (never for values of users)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union


def identifier(name: str) -> str:
    """A quoted name of a table, column, constraint or trigger."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: Union[str, int, float, bool, None]) -> str:
    """A constant; booleans become 1 and 0."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (int, float)):
        return repr(value)
    return "'" + value.replace("'", "''") + "'"


def assignments(values: Mapping[str, str]) -> str:
    """What stands behind SET: columns and the expressions that they get."""
    return ", ".join(f"{identifier(name)} = {value}" for name, value in values.items())


def sql(template: str, **parts: object) -> str:
    """A statement of ours with its `{parts}` filled in: names, conditions, numbers of rows; never a value of a user."""
    return template.format(**parts)
