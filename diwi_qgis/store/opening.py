"""Opening a register, wherever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Union

from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import admit
from diwi_qgis.store.geopackage_register import GeoPackageRegister
from diwi_qgis.store.register import Register


def open_register(address: Union[str, Path, PostgisAddress], write: bool = False) -> Register:
    """Open an existing register: a file, or a schema in a PostgreSQL database.

    Raises RegisterError when it is absent, not a register, made by a newer version of the plugin, of an older schema (then
    `upgrade_register` is needed), damaged, locked (after waiting some five seconds), on a server that cannot be reached or
    does not let in, or, with `write`, read-only. With `write` it first applies the milestones that took effect since
    (`Register.follow_calendar`).
    """
    register = _admitted(address, write)
    if write:
        try:
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
    return GeoPackageRegister(admit(Path(address), write), write)
