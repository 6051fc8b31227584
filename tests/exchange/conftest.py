"""Fixtures of the exchange tests."""

from __future__ import annotations

import pytest

from diwi_qgis.store import open_register


@pytest.fixture
def fresh(fresh_place):
    """Opens an empty register; may be called many times."""
    opened = []

    def make():
        opened.append(open_register(fresh_place(), write=True))
        return opened[-1]

    yield make
    for register in opened:
        register.close()
