"""A register on a server: copying one beside `ogr2ogr` of the same tables, and storing a municipality's programme beside the file.

A server of its own for each measurement, as the tests have. The copy is proved (every table read back and compared) and complete
with triggers and rights; `ogr2ogr` (GDAL's VectorTranslate, which is that program) copies the bare tables.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import bench_register
from bench import Case, Measured

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

PLANS, PLANS_QUICK = 10_000, 1_000
STORED, STORED_QUICK = 2_000, 200
_PROVINCE = "Zuid-Holland"


def cases(folder: Path, quick: bool) -> Iterator[Case]:
    """See bench.py."""
    plans, stored = (PLANS_QUICK, STORED_QUICK) if quick else (PLANS, STORED)
    subject = f"copy of a register of {plans:,} plans, from a file to a server"
    yield Case(subject, "ogr2ogr of the same tables", __name__, "bare_copy", (str(folder), plans), reference=True)
    yield Case(subject, "diwi:copyregister, compared", __name__, "copy", (str(folder), plans))
    subject = f"storing {stored:,} plans with their programme"
    yield Case(subject, "in a file", __name__, "store_in_file", (str(folder), stored), reference=True)
    yield Case(subject, "on a server", __name__, "store_on_server", (stored,))


@contextmanager
def _database() -> Iterator:
    """(parameters of libpq) of a database with nothing but PostGIS."""
    import postgis_server

    with postgis_server.running() as server, server.database() as name:
        yield server.parameters(name)


def copy(folder: str, plans: int) -> Measured:
    """Found: rows copied."""
    from diwi_qgis.store import PostgisAddress, copy_register

    source = bench_register.make(Path(folder), plans, _PROVINCE)
    with _database() as parameters:
        start = time.perf_counter()
        rows = copy_register(source, PostgisAddress(parameters))
        return Measured(rows, time.perf_counter() - start)


def bare_copy(folder: str, plans: int) -> Measured:
    """Found: rows copied."""
    from osgeo import gdal

    from diwi_qgis.store import open_register
    from diwi_qgis.store.gdal_file import exceptions
    from diwi_qgis.store.transfer import copied_tables

    source, names = bench_register.make(Path(folder), plans, _PROVINCE), [table.name for table in copied_tables()]
    with open_register(source) as register:
        rows = sum(register.connection.query(f'SELECT count(*) FROM "{name}"')[0][0] for name in names)
    with _database() as parameters, exceptions():
        place = "PG:" + " ".join(f"{name}={value}" for name, value in parameters.items())
        start = time.perf_counter()
        # Without defaults: ogr2ogr gives those of yes/no in a way that PostgreSQL refuses.
        options = ["-f", "PostgreSQL", "-lco", "FID=fid", "-unsetDefault", *names]
        gdal.VectorTranslate(place, str(source), options=options)
        return Measured(rows, time.perf_counter() - start)


def store_in_file(folder: str, plans: int) -> Measured:
    """Found: rows stored."""
    path = Path(folder) / "opslaan.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return _store(path, plans)


def store_on_server(plans: int) -> Measured:
    """Found: rows stored."""
    from diwi_qgis.store import PostgisAddress

    with _database() as parameters:
        return _store(PostgisAddress(parameters), plans)


def _store(address, plans: int) -> Measured:
    from diwi_qgis.store import create_register

    gemeentecode, gemeente, regio, _ = bench_register.PLACES[_PROVINCE]
    settings = {"gemeentecode": gemeentecode, "gemeente": gemeente, "provincie": _PROVINCE, "regio": regio}
    with create_register(address, **settings) as register:
        programme = [(table, list(rows)) for table, rows in bench_register.rows(register, plans, _PROVINCE)]
        programme = [(table, rows) for table, rows in programme if table != "perceel"]
        start = time.perf_counter()
        with register.transaction(user="bench") as write:
            for table, rows in programme:
                write.insert(table, rows)
        return Measured(sum(len(rows) for _, rows in programme), time.perf_counter() - start)
