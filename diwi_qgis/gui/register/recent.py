"""The registers that were opened lately, in the user's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

from qgis.core import QgsSettings

from diwi_qgis.store.address import Address
from diwi_qgis.workspace.connections import connection_names, postgis_address

#: Setting (docs/instellingen.md): paths of registers, connections with a schema, latest first.
KEY = "diwi/recent_registers"
_KEPT = 8
_SERVER = "postgresql:"


@dataclass(frozen=True)
class ServerRegister:
    """A schema in the database that a connection of QGIS leads to."""

    connection: str
    schema: str

    def __str__(self) -> str:
        return f"{_SERVER}{self.connection}|{self.schema}"


#: A register as it may stand in settings and menus.
Known = Union[Path, ServerRegister]


def known(text: str) -> Known:
    """What a text of the settings names."""
    if not text.startswith(_SERVER):
        return Path(text)
    connection, _, schema = text[len(_SERVER) :].rpartition("|")
    return ServerRegister(connection, schema)


def address_of(register: Known) -> Address:
    """Where it is. Raises InputError: QGIS has no such connection any more, or cannot read its password."""
    if isinstance(register, ServerRegister):
        return postgis_address(register.connection, register.schema)
    return register


def title(register: Known) -> str:
    """What it is called in menus and messages."""
    return register.schema if isinstance(register, ServerRegister) else register.name


def parameters_of(register: Known) -> dict[str, Any]:
    """The parameters with which an algorithm of ours finds it."""
    if isinstance(register, ServerRegister):
        return {"CONNECTION": register.connection, "DB_SCHEMA": register.schema}
    return {"REGISTER": str(register)}


def recent_registers() -> list[Known]:
    """Those that are still there, latest first; of a server: whose connection is."""
    kept = QgsSettings().value(KEY, [], type="QStringList") or []
    connections = set(connection_names()) if any(text.startswith(_SERVER) for text in kept) else set()
    found = [known(text) for text in kept]
    return [
        each
        for each in found
        if (each.connection in connections if isinstance(each, ServerRegister) else each.is_file())
    ]


def remember_register(register: Known) -> None:
    """This one was opened."""
    others = [other for other in recent_registers() if other != register]
    QgsSettings().setValue(KEY, [str(one) for one in [register, *others][:_KEPT]])
