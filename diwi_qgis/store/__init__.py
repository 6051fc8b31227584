"""The register: create, upgrade, read as data frames, write in one transaction."""

from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.backup import back_up_register, restore_register
from diwi_qgis.store.create import create_register
from diwi_qgis.store.migrate import upgrade_register
from diwi_qgis.store.opening import open_register
from diwi_qgis.store.register import Register
from diwi_qgis.store.transfer import copy_register, take_snapshot

__all__ = [
    "PostgisAddress",
    "Register",
    "back_up_register",
    "copy_register",
    "create_register",
    "open_register",
    "restore_register",
    "take_snapshot",
    "upgrade_register",
]
