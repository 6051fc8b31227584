"""Fixtures that all tests share: real registers, real data, algorithms run as QGIS runs them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"

#: The fictional municipality of most tests.
TESTDAM = {"gemeentecode": "9999", "gemeente": "Testdam", "provincie": "Zuid-Holland", "regio": "Testregio"}


def pytest_sessionstart(session):
    """QGIS owns the package name `processing`: its folder must be known before any test module is imported."""
    if Path(QGIS_PLUGINS).is_dir() and QGIS_PLUGINS not in sys.path:
        sys.path.append(QGIS_PLUGINS)


@pytest.fixture(scope="session")
def cases() -> Path:
    """Folder with real data of others, beside the checkout; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("DIWI_CASES", ROOT.parent / "shared" / "cases"))
    if not folder.is_dir():
        pytest.skip(f"real data not present: {folder}")
    return folder


@pytest.fixture(scope="session")
def _empty_register(tmp_path_factory) -> Path:
    from diwi_qgis.store import create_register

    path = tmp_path_factory.mktemp("register") / "leeg.gpkg"
    create_register(path, **TESTDAM).close()
    return path


@pytest.fixture
def register_path(_empty_register, tmp_path) -> Path:
    """A fresh, empty register of the fictional municipality Testdam (code 9999)."""
    import shutil

    path = tmp_path / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    return path


@pytest.fixture
def register(register_path):
    """The fresh register, open for writing."""
    from diwi_qgis.store import open_register

    opened = open_register(register_path, write=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgis_server():
    """A PostgreSQL server of the tests' own (`postgis_server.Server`); skipped where none can be started."""
    import postgis_server

    reason = postgis_server.why_not()
    if reason:
        pytest.skip(reason)
    with postgis_server.running() as server:
        yield server


@pytest.fixture(scope="session")
def _register_database(postgis_server):
    """A database with an empty register of Testdam, to be copied."""
    from diwi_qgis.store import PostgisAddress, create_register

    with postgis_server.database() as name:
        address = PostgisAddress(postgis_server.parameters(name))
        create_register(address, **TESTDAM).close()
        yield name


@pytest.fixture
def postgis_address(postgis_server, _register_database):
    """Where a fresh, empty register of Testdam is, in a database of its own."""
    from diwi_qgis.store import PostgisAddress

    with postgis_server.database(_register_database) as name:
        yield PostgisAddress(postgis_server.parameters(name))


@pytest.fixture
def run_algorithm(qgis_app, qgis_processing):
    """Run one of our algorithms as Processing does: `run_algorithm(CreateRegister, {...})` gives its outputs.

    Raises QgsProcessingException as `processing.run` does.
    """
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    def run(algorithm_class, parameters, feedback=None):
        algorithm = algorithm_class().create()
        context = QgsProcessingContext()
        outputs, ok = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        assert ok
        return outputs

    return run
