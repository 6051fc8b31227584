"""A register of a few plans, and its QGIS project, stored and read back."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

START, END = date(2024, 1, 1), date(2030, 1, 1)


@pytest.fixture
def plans_place(place):
    """Testdam with the boundary of the municipality and two districts, and two plans, one with a programme."""
    fill(place)
    return place


def fill(place):
    from diwi_qgis.store import open_register

    with open_register(place, write=True) as register, register.transaction("test") as write:
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


@pytest.fixture(scope="session")
def _stored_database(qgis_app, postgis_server, _register_database):
    from diwi_qgis.store import PostgisAddress
    from diwi_qgis.workspace.build import build_workspace

    with postgis_server.database(_register_database) as name:
        address = PostgisAddress(postgis_server.parameters(name))
        fill(address)
        build_workspace(address)
        close_idle(postgis_server, name)
        yield name


def close_idle(server, database):
    """QGIS keeps its connections for a minute; a database with connections cannot be copied."""
    server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")


@pytest.fixture
def stored(engine, request, register_path):
    """Where a register is with its project in it."""
    if engine == "geopackage":
        shutil.copyfile(request.getfixturevalue("_stored_once"), register_path)
        yield register_path
        return
    from diwi_qgis.store import PostgisAddress

    server, template = (request.getfixturevalue(name) for name in ("postgis_server", "_stored_database"))
    with server.database(template) as name:
        yield PostgisAddress(server.parameters(name))


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
