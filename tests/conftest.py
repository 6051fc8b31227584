"""Fixtures that all tests share: real registers, real data, algorithms run as QGIS runs them."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"

#: The fictional municipality of most tests.
TESTDAM = {"gemeentecode": "9999", "gemeente": "Testdam", "provincie": "Zuid-Holland", "regio": "Testregio"}

#: How long an example takes says what else the machine does, not whether the code is right.
settings.register_profile("diwi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("diwi")


def pytest_sessionstart(session):
    """QGIS owns the package name `processing`: its folder must be known before any test module is imported."""
    if Path(QGIS_PLUGINS).is_dir() and QGIS_PLUGINS not in sys.path:
        sys.path.append(QGIS_PLUGINS)


def pytest_addoption(parser):
    parser.addoption(
        "--engines",
        default="",
        help="where registers of tests are: geopackage, postgis, or both with a comma; else both in tests/store and tests marked so",
    )


def pytest_generate_tests(metafunc):
    """Tests with a register of their own run once for each engine that was asked for."""
    if "engine" not in metafunc.fixturenames or any(
        "engine" in str(mark.args[0]).split(",") for mark in metafunc.definition.iter_markers("parametrize")
    ):
        return
    asked = metafunc.config.getoption("--engines")
    both = "store" in metafunc.definition.path.parts or metafunc.definition.get_closest_marker("both_engines")
    if metafunc.definition.get_closest_marker("of_file"):
        metafunc.parametrize("engine", ["geopackage"], indirect=True)
    elif asked or both:
        metafunc.parametrize("engine", (asked or "geopackage,postgis").split(","), indirect=True)


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
    path = tmp_path / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    return path


@pytest.fixture
def engine(request) -> str:
    """The engine of this turn: "geopackage" or "postgis" (see `--engines`)."""
    return getattr(request, "param", "geopackage")


@pytest.fixture
def fresh_place(engine, request, tmp_path):
    """A function that gives the address of one more fresh register of Testdam."""
    from diwi_qgis.store import PostgisAddress

    with ExitStack() as databases:
        if engine == "geopackage":
            empty, numbers = request.getfixturevalue("_empty_register"), iter(range(100))
            yield lambda: shutil.copyfile(empty, tmp_path / f"vers{next(numbers)}.gpkg")
        else:
            server, template = (request.getfixturevalue(name) for name in ("postgis_server", "_register_database"))
            yield lambda: PostgisAddress(server.parameters(databases.enter_context(server.database(template))))


@pytest.fixture
def place(engine, request):
    """Where a fresh register of Testdam is."""
    return (
        request.getfixturevalue("register_path") if engine == "geopackage" else request.getfixturevalue("fresh_place")()
    )


@pytest.fixture
def register(place):
    """The fresh register, open for writing."""
    from diwi_qgis.store import open_register

    opened = open_register(place, write=True)
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
def world(postgis_server):
    """The world of the tests of rights: made once, never changed (every session of it is rolled back)."""
    import rights_world

    with postgis_server.database() as name:
        yield rights_world.build(postgis_server, name)


@pytest.fixture(scope="session")
def _register_database(postgis_server):
    """A database with an empty register of Testdam, to be copied."""
    from diwi_qgis.store import PostgisAddress, create_register

    with postgis_server.database() as name:
        address = PostgisAddress(postgis_server.parameters(name))
        create_register(address, **TESTDAM).close()
        yield name


@pytest.fixture(scope="session")
def _stored_once(qgis_app, _empty_register, tmp_path_factory):
    from stored_world import fill

    from diwi_qgis.workspace.build import build_workspace

    path = tmp_path_factory.mktemp("workspace") / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    fill(path)
    build_workspace(path)
    return path


@pytest.fixture(scope="session")
def _stored_database(qgis_app, postgis_server, _register_database):
    from stored_world import fill

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
def keep_connection(qgis_app):
    """A function that keeps a PostgreSQL connection in QGIS under a name; they are gone afterwards."""
    from qgis.core import QgsProviderRegistry

    metadata, kept = QgsProviderRegistry.instance().providerMetadata("postgres"), []

    def keep(name, uri, **configuration):
        metadata.saveConnection(metadata.createConnection(uri, configuration), name)
        kept.append(name)

    yield keep
    for name in set(kept) & set(metadata.connections(False)):
        metadata.deleteConnection(name)


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
