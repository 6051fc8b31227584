"""Where a register is: a file, or a schema in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, Union

#: The schema of a register when none is given.
DEFAULT_SCHEMA = "diwi"

#: Parameters of libpq that stand in nothing that we write; an authentication of QGIS holds more of them.
_SECRET = frozenset({"password", "sslpassword"})
_OF_AUTHENTICATION = _SECRET | {"user", "sslcert", "sslkey", "sslrootcert"}


@dataclass(frozen=True, eq=False)
class PostgisAddress:
    """A schema in a PostgreSQL database, and how libpq gets there (`service`, `host`, `dbname`, `user`, `password` …).

    `authcfg` is the id of the authentication in QGIS that name and password came from, when they did. The parameters live in
    memory only: no text of an address shows them, save where the database is. Two addresses are equal when they lead to the
    same schema as the same user, whether the password is known or not.
    """

    parameters: Mapping[str, str] = field(repr=False)
    schema: str = DEFAULT_SCHEMA
    authcfg: str = ""

    @property
    def name(self) -> str:
        """What messages call it: database on server (or the service), and schema."""
        given = self.parameters
        place = given.get("dbname") or given.get("service") or given.get("user") or "PostgreSQL"
        host = given.get("host") or given.get("hostaddr")
        port = given.get("port")
        at = f"@{host}{f':{port}' if port else ''}" if host else ""
        return f"{place}{at}/{self.schema}"

    @property
    def public(self) -> dict[str, str]:
        """The parameters that may stand in a file."""
        hidden = _OF_AUTHENTICATION if self.authcfg else _SECRET
        return {name: value for name, value in self.parameters.items() if name not in hidden}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PostgisAddress) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[object, ...]:
        return self.schema, self.authcfg, frozenset(self.public.items())

    def __str__(self) -> str:
        return self.name


Address = Union[Path, PostgisAddress]


def file_of(address: Optional[Address]) -> Optional[Path]:
    """The file of a register; None of one on a server, or of none."""
    return None if isinstance(address, PostgisAddress) else address


def address_of(given: Union[str, Path, PostgisAddress]) -> Address:
    """What was given as an address; a text is the path of a file."""
    return given if isinstance(given, PostgisAddress) else Path(given)
