"""The QGIS project of a register, made by code from the model and kept in the register itself.

A second run brings it up to date and leaves what a user changed: layers, relations, columns and lists that the project
does not have are added; layers that are there keep name, style, form and place. Each step sees to that by itself: it
marks what it furnished (`layers.to_furnish` for layers, `layers.first_time` for the project) and passes over what is marked.
"""

from __future__ import annotations

from importlib import import_module

from qgis.core import QgsProject

from diwi_qgis.store import open_register
from diwi_qgis.store.address import Address
from diwi_qgis.workspace import relations, tree
from diwi_qgis.workspace.form_relations import lent_to_open_project
from diwi_qgis.workspace.stored import has_project, read_project, write_project

#: Modules with `furnish(project)`, in the order in which they need each other.
STEPS = (
    "fields",
    "forms",
    "view",
    "temporal",
    "queries",
    "findings",
    "background",
    "styles",
    "themes",
    "layouts",
    "editing",
)


def build_workspace(register: Address, reset: bool = False) -> None:
    """Make the project of a register, or bring it up to date; with `reset` made anew, whatever the user had changed.

    The open project is not touched. Sources are relative to the register's file, so that can be moved; on a server they have
    no password. Raises RegisterError when it is not a register of this version or cannot be written.
    """
    open_register(register, write=True).close()
    project = QgsProject()
    try:
        if not reset and has_project(register):
            read_project(project, register)
        tree.furnish(project, register)
        relations.furnish(project)
        with lent_to_open_project() as lend:
            lend(project.relationManager().relations().values())
            for step in STEPS:
                import_module(f"diwi_qgis.workspace.{step}").furnish(project)
            write_project(project, register)
    finally:
        project.clear()
