"""A register that was lived in; a database in which one may be made."""

from __future__ import annotations

import lived_in_world
import pytest

from diwi_qgis.store import PostgisAddress


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
