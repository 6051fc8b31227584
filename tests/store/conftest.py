"""Every behaviour is tried on both engines: `place` is a fresh register in a GeoPackage, and then one in PostgreSQL."""

from __future__ import annotations

import shutil
from contextlib import ExitStack

import pytest

from diwi_qgis.store import PostgisAddress, open_register


@pytest.fixture(params=["geopackage", "postgis"])
def engine(request):
    """The engine of this turn."""
    return request.param


@pytest.fixture
def fresh(engine, request, tmp_path):
    """A function that gives the address of one more fresh register of Testdam."""
    with ExitStack() as databases:
        if engine == "geopackage":
            empty, numbers = request.getfixturevalue("_empty_register"), iter(range(100))
            yield lambda: shutil.copyfile(empty, tmp_path / f"register{next(numbers)}.gpkg")
        else:
            server, template = (request.getfixturevalue(name) for name in ("postgis_server", "_register_database"))
            yield lambda: PostgisAddress(server.parameters(databases.enter_context(server.database(template))))


@pytest.fixture
def place(fresh):
    """Where a fresh register of Testdam is."""
    return fresh()


@pytest.fixture
def register(place):
    """The fresh register, open for writing."""
    with open_register(place, write=True) as opened:
        yield opened
