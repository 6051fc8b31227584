"""The words in which the tables of the register are declared: `Table`, `Column`, and what they may say.

Nothing here knows a database. `store` makes DDL from it, `workspace` makes forms, `exchange` checks input,
`docs/datamodel.md` is written from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Optional, Union


class Kind(Enum):
    """What a column holds. Dates carry no time; timestamps are UTC; geometry is EPSG:28992."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"


class Role(Enum):
    """Who fills a column."""

    USER = "user"  # people and imports
    SYSTEM = "system"  # the database: identity, version, who and when
    DERIVED = "derived"  # the database, from other rows; kept for forms and styles


class OnDelete(Enum):
    """What happens to a row when the row it points at is deleted."""

    CASCADE = "CASCADE"  # a part dies with the whole
    RESTRICT = "RESTRICT"  # the whole cannot go while this stands
    SET_NULL = "SET NULL"


@dataclass(frozen=True)
class Reference:
    """A foreign key: always to the `uuid` of the other table, so that rows keep their parents in every copy."""

    table: str
    on_delete: OnDelete


@dataclass(frozen=True)
class Column:
    """One column. `label` and `help` are Dutch, as in forms and template.

    `required` is demanded by the database; what a province demands is in its profile (`resources/profielen`).
    `codelijst` names a code list (`model.codelists`); the column holds the code, never the label.
    `unit` is for the reader: "cent", "m²", "woningen".
    """

    name: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = False
    length: Optional[int] = None
    minimum: Optional[Union[int, float]] = None
    maximum: Optional[Union[int, float]] = None
    default: Optional[Union[str, int, bool]] = None
    codelijst: Optional[str] = None
    references: Optional[Reference] = None
    role: Role = Role.USER
    unit: str = ""
    unique: bool = False


@dataclass(frozen=True)
class Table:
    """One table. Every table has an integer key `fid`.

    `tracked` tables also have `uuid`, `versie`, `aangemaakt(_door)`, `gewijzigd(_door)`, kept by triggers, and every
    change of them is logged in `historie`; with `logged_columns` only changes of those columns are, for rows that a
    program makes and removes by the thousand. `geometry` is "MultiPolygon", "Geometry" (any) or None; its column is `geom`.
    `checks` are conditions over several columns in SQL that SQLite and PostgreSQL both understand.
    `append_only` tables refuse UPDATE and DELETE.
    """

    name: str
    label: str
    help: str
    columns: tuple[Column, ...]
    geometry: Optional[str] = None
    tracked: bool = True
    logged_columns: Optional[tuple[str, ...]] = None
    append_only: bool = False
    unique: tuple[tuple[str, ...], ...] = ()
    checks: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    #: Indexes of the rows for which a condition (SQL) holds: (columns, condition).
    indexes_of_some: tuple[tuple[tuple[str, ...], str], ...] = ()
    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        columns = _KEY + (TRACKING if self.tracked else ()) + self.columns
        object.__setattr__(self, "_by_name", {column.name: column for column in columns})

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Key, tracking columns and own columns, in the order in which they stand in the database (without `geom`)."""
        return tuple(self._by_name.values())

    @cached_property
    def user_columns(self) -> tuple[Column, ...]:
        """The columns that people and imports may write."""
        return tuple(column for column in self.columns if column.role is Role.USER)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return self._by_name[name]

    @property
    def parents(self) -> tuple[Column, ...]:
        """The columns that point at another table."""
        return tuple(column for column in self.columns if column.references)


def _system(name: str, kind: Kind, label: str, help: str, unique: bool = False) -> Column:
    return Column(name, kind, label, help, role=Role.SYSTEM, unique=unique)


_KEY = (_system("fid", Kind.INTEGER, "Nummer", "Volgnummer in dit bestand; verandert bij kopiëren."),)

TRACKING = (
    _system("uuid", Kind.TEXT, "UUID", "Wereldwijd unieke identiteit; blijft gelijk in elke kopie.", unique=True),
    _system("versie", Kind.INTEGER, "Versie", "Gaat bij elke wijziging door een gebruiker één omhoog."),
    _system("aangemaakt", Kind.TIMESTAMP, "Aangemaakt", "Moment van invoeren (UTC)."),
    _system("aangemaakt_door", Kind.TEXT, "Aangemaakt door", "Wie het invoerde."),
    _system("gewijzigd", Kind.TIMESTAMP, "Gewijzigd", "Moment van de laatste wijziging (UTC)."),
    _system("gewijzigd_door", Kind.TEXT, "Gewijzigd door", "Wie het laatst wijzigde."),
)


def text(name: str, label: str, help: str = "", **more: object) -> Column:
    """A text column."""
    return Column(name, Kind.TEXT, label, help, **more)  # type: ignore[arg-type]


def code(name: str, codelijst: str, label: str, help: str = "", **more: object) -> Column:
    """A column that holds a code of a code list."""
    return Column(name, Kind.TEXT, label, help, codelijst=codelijst, **more)  # type: ignore[arg-type]


def integer(name: str, label: str, help: str = "", **more: object) -> Column:
    """A whole number."""
    return Column(name, Kind.INTEGER, label, help, **more)  # type: ignore[arg-type]


def real(name: str, label: str, help: str = "", **more: object) -> Column:
    """A number with decimals."""
    return Column(name, Kind.REAL, label, help, **more)  # type: ignore[arg-type]


def boolean(name: str, label: str, help: str = "", **more: object) -> Column:
    """Yes, no, or (when empty) unknown."""
    return Column(name, Kind.BOOLEAN, label, help, **more)  # type: ignore[arg-type]


def date(name: str, label: str, help: str = "", **more: object) -> Column:
    """A calendar date without time."""
    return Column(name, Kind.DATE, label, help, **more)  # type: ignore[arg-type]


def timestamp(name: str, label: str, help: str = "", **more: object) -> Column:
    """A moment, UTC."""
    return Column(name, Kind.TIMESTAMP, label, help, **more)  # type: ignore[arg-type]


def part_of(table: str, label: str, required: bool = True, **more: object) -> Column:
    """Foreign key to the whole this row is a part of: it goes when the whole goes."""
    reference = Reference(table, OnDelete.CASCADE)
    return Column(f"{table}_uuid", Kind.TEXT, label, references=reference, required=required, **more)  # type: ignore[arg-type]
