"""Opening the project of a register in the QGIS window."""

from __future__ import annotations

from pathlib import Path
from typing import Union

from qgis.core import QgsProject

from diwi_qgis.errors import OneWriterError
from diwi_qgis.store import PostgisAddress, open_register
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.fields import follow_lists
from diwi_qgis.workspace.stored import has_project, read_project


def open_workspace(register: Union[str, Path, PostgisAddress], write: bool = True) -> bool:
    """Read the project of a register into the open QGIS project, whose changes are lost: ask before.

    Lists follow the register: somebody may have changed them since the project was stored.

    False when the register has no project yet (make it with `diwi:createworkspace`). With `write` milestones that took effect
    since are applied first. Raises RegisterError: with `write` also when the register may only be read.
    """
    address: Address = register if isinstance(register, PostgisAddress) else Path(register).resolve()
    try:
        open_register(address, write=write).close()
    except OneWriterError:  # somebody else is writing on a shared folder: it can be looked at
        open_register(address).close()
    if not has_project(address):
        return False
    project = QgsProject.instance()
    read_project(project, address)
    if follow_lists(project):
        project.setDirty(False)  # nobody did anything yet that he would want to be asked about
    return True
