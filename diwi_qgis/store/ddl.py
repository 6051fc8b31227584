"""The tables of the register as SQL, made from the model.

Everything that both engines say alike is in this module; what differs is asked of a `Dialect`. Constraints have readable
names, because the name is what a user sees when a value is refused, whatever program wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, Protocol, Union

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.store.sql import identifier, literal

#: First and last date that a plan can carry; outside it a date is a typing error.
FIRST_DATE, LAST_DATE = "1900-01-01", "2199-12-31"


class Dialect(Protocol):
    """What an engine says in its own way."""

    #: The day on the wall, not in Greenwich; and the moment, as a timestamp of the register.
    today: str
    now: str

    #: Names of functions: a number per day of which the difference is in days, and the smallest of two values.
    day_number: str
    least: str

    #: Who is writing.
    user: str

    def ago(self, seconds: int) -> str:
        """The moment so many seconds before now."""

    def mine(self, column: str) -> str:
        """Condition that a column names who is writing, where the engine knows that; else whoever it is."""

    def wkb(self, geom: str) -> str:
        """Hexadecimal WKB of a geometry, as the history has it."""

    def differs(self, left: str, right: str) -> str:
        """Condition that two values are not the same; empty is a value like any other."""

    def one_if(self, condition: str) -> str:
        """1 when a condition holds, else 0."""

    def constant(self, value: Union[str, int, bool]) -> str:
        """A constant of the kind that a column of such values has."""

    def member(self, document: str, name: str) -> str:
        """A value out of a JSON object, as text."""

    def key(self) -> str:
        """Definition of the integer key `fid`."""

    def geometry(self, kind: str) -> str:
        """Definition of column `geom`."""

    def type_of(self, column: Column) -> str:
        """Name of a column's type."""

    def well_formed(self, column: Column) -> Optional[str]:
        """Condition that a value is of the column's type; None when the engine sees to that itself."""

    def constraint(self, name: str) -> str:
        """The name of a constraint as far as the engine can hold it, quoted."""

    def reference(self, table: Table, column: Column) -> str:
        """What stands behind a column that points at another table; nothing when it does not."""


def create_table(table: Table, dialect: Dialect) -> str:
    """The CREATE TABLE statement with all its constraints."""
    parts = [dialect.key()]
    if table.geometry:
        parts.append(dialect.geometry(table.geometry))
    parts += [_column(table, column, dialect) for column in table.all_columns if column.name != "fid"]
    parts += [f"UNIQUE ({_names(columns)})" for columns in table.unique]
    parts += [_check(f"{table.name}: {condition}", condition, dialect) for condition in table.checks]
    return f"CREATE TABLE {identifier(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def create_indexes(table: Table) -> Iterator[str]:
    """Every declared index, and one for every foreign key that has none yet."""
    declared = {columns[0] for columns in table.indexes}
    keys = tuple((column.name,) for column in table.parents if column.name not in declared)
    for columns in table.indexes + keys:
        name = identifier("_".join((table.name, *columns, "idx")))
        yield f"CREATE INDEX {name} ON {identifier(table.name)} ({_names(columns)})"
    for columns, condition in table.indexes_of_some:
        name = identifier("_".join((table.name, *columns, "some_idx")))
        yield f"CREATE INDEX {name} ON {identifier(table.name)} ({_names(columns)}) WHERE {condition}"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(identifier(column) for column in columns)


def _check(name: str, condition: str, dialect: Dialect) -> str:
    return f"CONSTRAINT {dialect.constraint(name)} CHECK ({condition})"


def _column(table: Table, column: Column, dialect: Dialect) -> str:
    words = [identifier(column.name), dialect.type_of(column)]
    if column.required:
        words.append("NOT NULL")
    if column.default is not None:
        words.append(f"DEFAULT {dialect.constant(column.default)}")
    if column.unique:
        words.append("UNIQUE")
    words.append(dialect.reference(table, column))
    words += [
        _check(f"{table.name}.{column.name}: {text}", condition, dialect) for text, condition in checks(column, dialect)
    ]
    return " ".join(word for word in words if word)


def points_at(column: Column) -> str:
    """The clause of a foreign key; nothing for a column that is none."""
    if column.references is None:
        return ""
    target, action = identifier(column.references.table), column.references.on_delete.value
    return f'REFERENCES {target} ("uuid") ON DELETE {action}'


def checks(column: Column, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """What must hold for a column: (in words, in SQL). A condition that is NULL holds."""
    name = identifier(column.name)
    well_formed = dialect.well_formed(column)
    if well_formed:
        yield _kind_in_words(column), well_formed
    if column.length:
        yield (
            f"hoogstens {column.length} tekens / at most {column.length} characters",
            f"length({name}) <= {column.length}",
        )
    if column.minimum is not None:
        yield f"{column.minimum} of meer / or more", f"{name} >= {literal(column.minimum)}"
    if column.maximum is not None:
        yield f"{column.maximum} of minder / or less", f"{name} <= {literal(column.maximum)}"
    if column.codelijst and codelijst(column.codelijst).gesloten:
        codes = ", ".join(literal(code) for code in codelijst(column.codelijst).codes)
        yield f"code uit lijst / code of list {column.codelijst}", f"{name} IN ({codes})"
    if column.kind is Kind.DATE:
        yield f"{FIRST_DATE} … {LAST_DATE}", f"{name} BETWEEN {literal(FIRST_DATE)} AND {literal(LAST_DATE)}"


def _kind_in_words(column: Column) -> str:
    return {
        Kind.INTEGER: "geheel getal / whole number",
        Kind.REAL: "getal / number",
        Kind.BOOLEAN: "ja of nee / yes or no",
        Kind.DATE: "bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD",
        Kind.TIMESTAMP: "tijdstip / moment (UTC)",
        Kind.TEXT: "tekst / text",
    }[column.kind]
