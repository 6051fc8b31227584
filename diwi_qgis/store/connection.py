"""What a register asks of the database that it is in, whichever engine that is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from diwi_qgis.store.ddl import Dialect


class Connection(Protocol):
    """An open database: `gdal_file.GeoPackageFile` or `postgis.database.PostgisDatabase`. Every failure is a `RegisterError`."""

    @property
    def dialect(self) -> Dialect:
        """What its engine says in its own way."""

    @property
    def name(self) -> str:
        """What messages call it: a file, or server, database and schema; never with a password."""

    def execute(self, statement: str) -> object:
        """Run one statement that gives no rows (or whose rows don't matter)."""

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """Run one SELECT; small results only (no geometry)."""

    def query_many(self, statements: Sequence[str]) -> list[list[tuple[Any, ...]]]:
        """The rows of several SELECTs of plain columns with names of their own; of a server asked as one question.

        Dates and moments may come as the text that JSON has for them.
        """

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing: committed at the end, rolled back on any exception."""

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is all of one moment."""

    def close(self) -> None:
        """Close it; may be called again."""
