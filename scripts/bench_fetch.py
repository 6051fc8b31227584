"""Bench of fetching: a register of parcels from a WFS on loopback, against the bare transfer of the same pages.

The server is a real MapServer, which works as hard as we do and on the same cores; `bare transfer` asks the same pages and
throws them away. `rows` is until all parcels are checked and typed, `register` until they are stored. The refresh
compares what is stored with parcels of which some were split.
"""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench import Case, Measured

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "sources"))

#: Vertices on one side of a parcel, so that it has as many as real ones (seventeen).
POINTS = 13
ENGINES = (("bare transfer", "bare", True), ("ours, rows", "rows", False), ("ours, register", "stored", False))


def cases(folder: Path, quick: bool) -> list[Case]:
    """All rows, in the order of the table."""
    few, many, ground = (2_000, 6_000, 20_000) if quick else (20_000, 60_000, 200_000)
    found = [
        Case(f"fetch {few:,} parcels (WFS)", engine, __name__, function, (str(_grid(folder, few)), 50_000), reference)
        for engine, function, reference in ENGINES
    ]
    farthest = many * 5 // 6  # less than there are: the extent must be split
    found += [
        Case(f"fetch {many:,}, split", engine, __name__, function, (str(_grid(folder, many)), farthest), reference)
        for engine, function, reference in ENGINES[:2]
    ]
    found += [
        Case(f"parcel changes, {ground:,}", "compare bytes only", __name__, "bytes_only", (ground,), True),
        Case(f"parcel changes, {ground:,}", "ours", __name__, "changes", (ground,)),
    ]
    return found


def bare(path: str, farthest: int) -> Measured:
    """Every page of 1,000, thrown away."""
    import requests

    with _server(path, 10**9) as server, requests.Session() as session:
        question = {
            "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": "kadastralekaart:Perceel",
            "outputFormat": "application/json", "srsName": "EPSG:28992", "count": "1000",
            "bbox": "0,300000,300000,630000,urn:ogc:def:crs:EPSG::28992",
        }  # fmt: skip
        start, count, got = time.perf_counter(), 0, 1
        while got:
            got = session.get(server.url, params={**question, "startIndex": str(count)}).content.count(b'"Feature"')
            count += got
            if got < 1000:
                break
        return Measured(count, time.perf_counter() - start)


def rows(path: str, farthest: int) -> Measured:
    """Until there is a table of checked rows."""
    _warm_up()
    with _server(path, farthest) as server:
        start = time.perf_counter()
        gelezen = _fetch(server, farthest)
        return Measured(len(gelezen.rows), time.perf_counter() - start)


def stored(path: str, farthest: int) -> Measured:
    """Until they are in a register."""
    from diwi_qgis.sources.load import load
    from diwi_qgis.store import create_register

    _warm_up()
    folder = Path(tempfile.mkdtemp())
    try:
        with (
            _server(path, farthest) as server,
            create_register(
                folder / "r.gpkg", gemeentecode="9999", gemeente="Testdam", provincie="Utrecht"
            ) as register,
        ):
            start = time.perf_counter()
            outcome = load(register, _fetch(server, farthest))
            return Measured(outcome.totaal, time.perf_counter() - start)
    finally:
        shutil.rmtree(folder)


def bytes_only(count: int) -> Measured:
    """What a comparison costs at least."""
    import shapely

    old, new = _two_dates(count)
    start = time.perf_counter()
    before, after = (shapely.to_wkb(frame["geom"].to_numpy()) for frame in (old, new))
    known = dict(zip(new["identificatie"], after))
    differing = sum(known.get(name) != shape for name, shape in zip(old["identificatie"], before))
    return Measured(differing, time.perf_counter() - start)


def changes(count: int) -> Measured:
    """What became of all parcels."""
    from diwi_qgis.rules.parcel_changes import parcel_changes

    old, new = _two_dates(count)
    start = time.perf_counter()
    return Measured(len(parcel_changes(old, new)), time.perf_counter() - start)


def _warm_up() -> None:
    """Loading libraries is not what is measured: QGIS did that long before."""
    import pandas  # noqa: F401
    import requests  # noqa: F401
    import shapely  # noqa: F401

    from diwi_qgis.rules import coverage, repair  # noqa: F401


def _fetch(server, farthest):
    import shapely

    from diwi_qgis.sources import services, wfs
    from diwi_qgis.sources.fetching import Waar, fetch_parcels
    from diwi_qgis.sources.http import Web

    wfs.FARTHEST = farthest
    dienst = replace(services.service("percelen_wfs"), sjabloon=server.url)
    with Web() as web:
        return fetch_parcels(web, dienst, Waar(shapely.box(0, 300_000, 300_000, 630_000)))


def _server(path: str, farthest: int):
    from ogc_mapserver import MapServer

    folder = Path(path).parent / "mapserver"
    folder.mkdir(exist_ok=True)
    return MapServer(folder, Path(path), farthest=farthest)


def _grid(folder: Path, count: int) -> Path:
    from ogc_mapserver import write_grid

    side = math.isqrt(count - 1) + 1
    path = folder / f"wfs_{side * side}.gpkg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_grid(path, side, side, POINTS)
    return path


def _two_dates(count: int):
    """Parcels, and the same with every four hundredth split in two."""
    import numpy
    import pandas
    import shapely

    import bench_data

    shapes = bench_data.parcels(count, 3)
    names = numpy.array([f"{number:014}" for number in range(len(shapes))], dtype=object)
    chosen = numpy.arange(0, len(shapes), 400)
    west, south, _, north = shapely.bounds(shapes[chosen]).T
    halves = shapely.box(west - 1, south - 1, west + 12, north + 1)
    parts = [shapely.intersection(shapes[chosen], halves), shapely.difference(shapes[chosen], halves)]
    left = numpy.delete(numpy.arange(len(shapes)), chosen)
    new = numpy.concatenate([shapes[left], *parts])
    new_names = numpy.concatenate([names[left], *([f"{name}{side}" for name in names[chosen]] for side in "lr")])
    old = pandas.DataFrame({"identificatie": names, "geom": shapes})
    return old, pandas.DataFrame({"identificatie": new_names, "geom": new})
