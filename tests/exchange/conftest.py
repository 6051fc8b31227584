"""Fixtures of the exchange tests."""

from __future__ import annotations

import shutil

import pytest

from diwi_qgis.store import open_register


@pytest.fixture
def fresh(_empty_register, tmp_path):
    """Opens an empty register; may be called many times."""
    opened = []

    def make():
        path = tmp_path / f"leeg{len(opened)}.gpkg"
        shutil.copyfile(_empty_register, path)
        opened.append(open_register(path, write=True))
        return opened[-1]

    yield make
    for register in opened:
        register.close()
