"""What a file is to the window, before anything is opened or asked."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.store.admission import check_file, check_version, schema_version
from diwi_qgis.store.gdal_file import GeoPackageFile


class Standing(Enum):
    """How a register can be used."""

    GOOD = "good"
    READ_ONLY = "read-only"  # may be looked at
    OLDER = "older"  # must be upgraded first


def standing(path: Path) -> Standing:
    """How the file can be used. Raises RegisterError: not there, no register, damaged, locked, or of a newer plugin."""
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
