"""Opening the project of a register in the QGIS window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Union

from qgis.core import QgsProject

from diwi_qgis.errors import OneWriterError
from diwi_qgis.store import open_register
from diwi_qgis.workspace.stored import has_project, read_project


def open_workspace(register: Union[str, Path]) -> bool:
    """Read the project of a register into the open QGIS project, whose changes are lost: ask before.

    False when the register has no project yet (make it with `diwi:createworkspace`). Milestones that took effect since are
    applied first, where the file may be changed. Raises RegisterError.
    """
    path = Path(register).resolve()
    try:
        open_register(path, write=os.access(path, os.W_OK)).close()
    except OneWriterError:  # somebody else is writing on a shared folder: it can be looked at
        open_register(path).close()
    if not has_project(path):
        return False
    read_project(QgsProject.instance(), path)
    return True
