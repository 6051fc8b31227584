"""2,000 plans as they were known at a moment, out of 100,000 lines of history, beside reading as many plans of now.

On both engines; of a server (its own, as the tests have) also as a user of the register, for whom rights count. What is
timed is `read("project")`, geometry included, of a register that is open: the best of three in a row, since people look at
more than one moment.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import Case, Measured

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

PLANS, TURNS = 2_000, 50
LOGIN = "lezer"

#: Every plan again and again, a millisecond later each time, one in ten times with its area.
_AGAIN = """INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb{copies})
  WITH RECURSIVE beurt(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM beurt WHERE n < {turns})
  SELECT h.tabel, h.uuid, 'U', {moment}, 'bench', h.rij, CASE WHEN beurt.n % 10 = 0 THEN h.geom_wkb END{copies}
  FROM beurt CROSS JOIN historie AS h WHERE h.tabel = 'project' AND h.op = 'I' ORDER BY beurt.n, h.fid"""
_SQLITE = {
    "moment": "strftime('%Y-%m-%dT%H:%M:%fZ', h.tijd, '+0.' || substr('00' || beurt.n, -3) || ' seconds')",
    "copies": "",
}
_POSTGRES = {"moment": "h.tijd + beurt.n * interval '1 millisecond'", "copies": ", _plan, _ander, _niveau"}


def cases(folder: Path, quick: bool) -> Iterator[Case]:
    """See bench.py."""
    turns = TURNS // 10 if quick else TURNS
    subject = f"looking back: {PLANS:,} plans out of {PLANS * turns:,} lines of history"
    for engine, user in (("GeoPackage", False), ("PostgreSQL", False), ("PostgreSQL", True)):
        words = f"{engine}{', a user' if user else ''}"
        place = (engine, user, turns)
        yield Case(subject, f"{words}: of now", __name__, "read", (*place, False), reference=engine == "GeoPackage")
        yield Case(subject, f"{words}: as known then", __name__, "read", (*place, True))


def read(engine: str, user: bool, turns: int, past: bool) -> Measured:
    """Read the plans."""
    from diwi_qgis.store import open_register
    from diwi_qgis.store.plan_rows import moment

    with _place(engine, user) as (place, reader):
        first = moment(_fill(place, turns))
        time.sleep(0.2)  # what is still to come cannot be looked back at
        known_at = first + timedelta(milliseconds=turns // 2) if past else None
        with open_register(reader, known_at=known_at) as register:
            times = [_read(register) for _ in range(3)]
    return Measured(times[0][0], min(seconds for _, seconds in times))


def _read(register: Any) -> tuple[int, float]:
    start = time.perf_counter()
    return len(register.read("project")), time.perf_counter() - start


@contextmanager
def _place(engine: str, user: bool) -> Iterator[tuple[Any, Any]]:
    """Where to make the register, and how who reads gets there."""
    from diwi_qgis.store import PostgisAddress

    if engine == "GeoPackage":
        with TemporaryDirectory() as folder:
            yield Path(folder, "register.gpkg"), Path(folder, "register.gpkg")
        return
    import postgis_server

    with postgis_server.running() as server, server.database() as name:
        server.run(f"CREATE ROLE {LOGIN} LOGIN")
        parameters = server.parameters(name)
        yield PostgisAddress(parameters), PostgisAddress({**parameters, "user": LOGIN} if user else parameters)


def _fill(place: Any, turns: int) -> Any:
    """Make the register; gives the moment at which its plans came."""
    import shapely

    from diwi_qgis.store import create_register
    from diwi_qgis.store.people import set_user

    words = _SQLITE if isinstance(place, Path) else _POSTGRES
    period = {"start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}
    with create_register(place, gemeentecode="9999", gemeente="Testdam") as register:
        set_user(register, LOGIN, "Lezer", "gebruiker")
        with register.transaction() as write:
            shapes = [shapely.Point(100_000 + 100 * n, 400_000).buffer(40, quad_segs=8) for n in range(PLANS)]
            rows = [{**period, "naam": f"Plan {n}", "geom": shape} for n, shape in enumerate(shapes)]
            write.insert("project", rows)
        register.connection.execute(_AGAIN.format(turns=turns - 1, **words))
        if not isinstance(place, Path):
            register.connection.execute("VACUUM ANALYZE historie")  # as the server itself does in time
        return register.connection.query("SELECT max(tijd) FROM historie WHERE op = 'I' AND tabel = 'project'")[0][0]
