"""Opening a register, wherever it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Optional, Union

from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import admit
from diwi_qgis.store.geopackage_register import GeoPackageRegister
from diwi_qgis.store.past import PastRegister
from diwi_qgis.store.register import Register
from diwi_qgis.store.write_lock import claim


def open_register(
    address: Union[str, Path, PostgisAddress], write: bool = False, known_at: Optional[datetime] = None
) -> Register:
    """Open an existing register: a file, or a schema in a PostgreSQL database.

    With `known_at` (UTC when it has no zone) its tables are read as they were known at that moment, and nothing is written,
    whatever `write` says: see `past.PastRegister`.

    Raises RegisterError when it is absent, not a register, made by a newer version of the plugin, of an older schema (then
    `upgrade_register` is needed), damaged, locked (after waiting some five seconds), on a server that cannot be reached or
    does not let in, or, with `write`, read-only; OneWriterError when somebody else
    writes in it on a shared folder (see `write_lock`). With `write` it first applies the milestones that took effect since
    (`Register.follow_calendar`).
    """
    register = _admitted(address, write and known_at is None)
    try:
        if known_at is not None:
            return PastRegister(register, known_at)
        if write and register.snapshot_mark is None:
            register.follow_calendar()
    except BaseException:
        register.close()
        raise
    return register


def _admitted(address: Union[str, Path, PostgisAddress], write: bool) -> Register:
    if isinstance(address, PostgisAddress):
        from diwi_qgis.store.postgis.admission import admit as admit_postgis
        from diwi_qgis.store.postgis.register import PostgisRegister

        return PostgisRegister(admit_postgis(address, write), write)
    path = Path(address)
    file = admit(path, write)
    try:
        return GeoPackageRegister(file, write, claimed=write and claim(path))
    except BaseException:
        file.close()
        raise
