"""What a file or a schema on a server is to the window, before anything is opened or asked."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.admission import check_file, check_version, schema_version
from diwi_qgis.store.gdal_file import GeoPackageFile


class Standing(Enum):
    """How a register can be used."""

    GOOD = "good"
    READ_ONLY = "read-only"  # may be looked at
    OLDER = "older"  # must be upgraded first


def standing(address: Address) -> Standing:
    """How the register can be used.

    Raises RegisterError: not there, no register, damaged, locked, or of a newer plugin; on a server also not reachable, or not
    for this user. SignInError when the server wants another name or password.
    """
    return _on_server(address) if isinstance(address, PostgisAddress) else _in_file(address)


def _in_file(path: Path) -> Standing:
    check_file(path, write=False)
    file = GeoPackageFile(path, write=False)
    try:
        version = schema_version(file)
    finally:
        file.close()
    if version < SCHEMA_VERSION:
        return Standing.OLDER
    check_version(path, version)
    try:
        check_file(path, write=True)
    except RegisterError:
        return Standing.READ_ONLY
    return Standing.GOOD


def _on_server(address: PostgisAddress) -> Standing:
    from diwi_qgis.store.postgis.admission import check_server, schema_version, why_read_only
    from diwi_qgis.store.postgis.database import PostgisDatabase

    database = PostgisDatabase(address, write=False)
    try:
        check_server(database)
        version = schema_version(database)
        if version < SCHEMA_VERSION:
            return Standing.OLDER
        check_version(database.name, version)
        return Standing.READ_ONLY if why_read_only(database) else Standing.GOOD
    finally:
        database.close()
