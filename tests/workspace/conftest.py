"""A register of a few plans, and its QGIS project, stored and read back."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

START, END = date(2024, 1, 1), date(2030, 1, 1)


@pytest.fixture
def plans_path(register_path):
    """Testdam with the boundary of the municipality and two districts, and two plans, one with a programme."""
    fill(register_path)
    return register_path


def fill(path):
    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register, register.transaction("test") as write:
        area = {"gemeentecode": "9999", "jaar": 2024, "brondatum": START}
        write.insert(
            "gebied",
            [
                {**area, "soort": "gemeente", "code": "GM9999", "naam": "Testdam", "geom": box(0, 0, 2000, 1000)},
                {**area, "soort": "wijk", "code": "WK999901", "naam": "West", "geom": box(0, 0, 1000, 1000)},
                {**area, "soort": "wijk", "code": "WK999902", "naam": "Oost", "geom": box(1000, 0, 2000, 1000)},
                {**area, "soort": "wijk", "code": "WK999901", "naam": "Oud", "jaar": 2020, "geom": box(0, 0, 9, 9)},
            ],
        )
        weide, _haven = write.insert(
            "project",
            [
                {"naam": "Weide", "start_datum": START, "eind_datum": END, "geom": box(100, 100, 200, 200)},
                {"naam": "Haven", "start_datum": START, "eind_datum": END, "geom": box(200, 100, 300, 200)},
            ],
        )
        (blok,) = write.insert("woningblok", [{"project_uuid": weide, "naam": "A", "aantal": 10}])
        write.insert(
            "verdeling",
            [{"woningblok_uuid": blok, "kenmerk": "woningtype", "categorie": "eengezinswoning", "aantal": 4}],
        )
        write.insert("oplevering", [{"woningblok_uuid": blok, "datum": date(2027, 12, 31), "aantal": 10}])
        write.insert("mijlpaal", [{"project_uuid": weide, "soort": "start_bouw", "gepland": date(2026, 1, 1)}])


def box(*bounds):
    """A rectangle, in RD."""
    import shapely

    return shapely.MultiPolygon([shapely.box(*bounds)])


@pytest.fixture(scope="session")
def _stored_once(qgis_app, _empty_register, tmp_path_factory):
    from diwi_qgis.workspace.build import build_workspace

    path = tmp_path_factory.mktemp("workspace") / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    fill(path)
    build_workspace(path)
    return path


@pytest.fixture
def stored(plans_path, _stored_once):
    """The register with its project in it."""
    shutil.copyfile(_stored_once, plans_path)
    return plans_path


@pytest.fixture
def read():
    """Read the project of a register: `read(path)` gives a QgsProject; all are cleared at the end."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.stored import read_project

    opened = []

    def open_project(path):
        project = QgsProject()
        opened.append(project)
        read_project(project, path)
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
