"""Opening the project of a register in the QGIS window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Union

from qgis.core import QgsProject

from diwi_qgis.store import open_register
from diwi_qgis.workspace.form_relations import children_lost, known_when_read
from diwi_qgis.workspace.stored import has_project, read_project


def open_workspace(register: Union[str, Path]) -> bool:
    """Read the project of a register into the open QGIS project, whose changes are lost: ask before.

    False when the register has no project yet (make it with `diwi:createworkspace`). Milestones that took effect since are
    applied first, where the file may be changed. Raises RegisterError.
    """
    path = Path(register).resolve()
    open_register(path, write=os.access(path, os.W_OK)).close()
    if not has_project(path):
        return False
    project = QgsProject.instance()
    read_project(project, path)
    if children_lost(project):
        _read_again(project, path)
    return True


def _read_again(project: QgsProject, path: Path) -> None:
    """Read the project with its relations known from the start."""
    twin = QgsProject()
    try:
        read_project(twin, path)
        with known_when_read(project, twin.relationManager().relations().values()):
            read_project(project, path)
    finally:
        twin.clear()
