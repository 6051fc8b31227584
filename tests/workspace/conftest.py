"""A register of a few plans, and its QGIS project, stored and read back."""

from __future__ import annotations

import pytest
from stored_world import fill


@pytest.fixture
def plans_place(place):
    """Testdam with the boundary of the municipality and two districts, and two plans, one with a programme."""
    fill(place)
    return place


@pytest.fixture
def read():
    """Read the project of a register: `read(place)` gives a QgsProject; all are cleared at the end."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.stored import read_project

    opened = []

    def open_project(place):
        project = QgsProject()
        opened.append(project)
        read_project(project, place)
        return project

    yield open_project
    for project in opened:
        project.clear()


@pytest.fixture
def project(stored, read):
    """The stored project, read back."""
    return read(stored)


@pytest.fixture
def opened(stored):
    """The stored project as the open one: in QGIS 3.22 expressions find relations only there."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.stored import read_project

    project = QgsProject.instance()
    read_project(project, stored)
    yield project
    project.clear()
