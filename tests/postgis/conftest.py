"""The world of the tests of rights: made once, never changed (every session of it is rolled back); a register that was lived in."""

from __future__ import annotations

import lived_in_world
import pytest
import rights_world

from diwi_qgis.store import PostgisAddress


@pytest.fixture(scope="session")
def world(postgis_server):
    with postgis_server.database() as name:
        yield rights_world.build(postgis_server, name)


@pytest.fixture
def lived_in(place):
    """A register in which much has happened; its address."""
    lived_in_world.live_in(place)
    return place


@pytest.fixture
def bare_database(postgis_server):
    """The address of a register that may be made, in a database with PostGIS and nothing else."""
    with postgis_server.database() as name:
        yield PostgisAddress(postgis_server.parameters(name))
