"""The world of the tests of rights: made once, never changed (every session of it is rolled back)."""

from __future__ import annotations

import pytest
import rights_world


@pytest.fixture(scope="session")
def world(postgis_server):
    with postgis_server.database() as name:
        yield rights_world.build(postgis_server, name)
