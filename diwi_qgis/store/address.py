"""Where a register is: a file, or a schema in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

#: The schema of a register when none is given.
DEFAULT_SCHEMA = "diwi"


@dataclass(frozen=True)
class PostgisAddress:
    """A schema in a PostgreSQL database, and how libpq gets there (`service`, `host`, `dbname`, `user`, `password` …).

    The parameters live in memory only: no text of an address shows them, save where the database is.
    """

    parameters: Mapping[str, str] = field(repr=False, hash=False)
    schema: str = DEFAULT_SCHEMA

    @property
    def name(self) -> str:
        """What messages call it: database on server (or the service), and schema."""
        given = self.parameters
        place = given.get("dbname") or given.get("service") or given.get("user") or "PostgreSQL"
        host = given.get("host") or given.get("hostaddr")
        port = given.get("port")
        at = f"@{host}{f':{port}' if port else ''}" if host else ""
        return f"{place}{at}/{self.schema}"

    def __str__(self) -> str:
        return self.name


Address = Union[Path, PostgisAddress]


def address_of(given: Union[str, Path, PostgisAddress]) -> Address:
    """What was given as an address; a text is the path of a file."""
    return given if isinstance(given, PostgisAddress) else Path(given)
