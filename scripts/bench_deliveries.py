"""Deliveries to both provinces beside merely writing the same rows with the bare library (registers: bench_register.py).

The references get everything ready made and write it: `json` all features in one call, GDAL all rows of the geodatabase
in the province's layout, which is not zipped. Ours make the same from the frames of the register; found is the number of
year rows. `deliver()` is the whole: reading the register, comparing with the previous round, receipt, hash.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bench_register
from bench import Case, Measured

PROFILES = {"Zuid-Holland": "zuid_holland", "Gelderland": "gelderland"}
BARE = {
    "Zuid-Holland": ("json: write the same features", "bare_json"),
    "Gelderland": ("GDAL: write the same rows", "bare_gdal"),
}

#: The largest serves to see the memory; one province is enough for that.
_GROWTH = {"Zuid-Holland": (1_000, 10_000), "Gelderland": (1_000, 10_000, 50_000)}


def cases(folder: Path, quick: bool) -> Iterator[Case]:
    """See bench.py."""
    count = 1_000 if quick else 10_000
    for provincie, (bare, function) in BARE.items():
        subject = f"delivery to {provincie}, {count:,} plans"
        place = (str(folder), count, provincie)
        yield Case(subject, bare, __name__, function, place, reference=True)
        yield Case(subject, "compile and write", __name__, "make", (*place, True, True))
        yield Case(subject, "… of which compile", __name__, "make", (*place, True, False))
        yield Case(subject, "… of which write", __name__, "make", (*place, False, True))
        yield Case(subject, "read the register", __name__, "read", place)
        yield Case(subject, "deliver() in full, the first", __name__, "whole", (*place, False))
        yield Case(subject, "deliver() in full, the next", __name__, "whole", (*place, True))
        for size in (1_000,) if quick else _GROWTH[provincie]:
            arguments = (str(folder), size, provincie, True, True)
            growth = f"growth: delivery to {provincie}"
            yield Case(growth, f"compile and write, {size:,} plans", __name__, "make", arguments, size == 1_000)


def bare_json(folder: str, count: int, provincie: str) -> Measured:
    """All features of the delivery, as objects, written by `json` in one call."""
    from diwi_qgis.exchange.delivery.zuidholland import write_zuid_holland

    content = _content(folder, count, provincie)
    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "zh.geojson"
        write_zuid_holland(content, path)
        features = json.loads(path.read_text(encoding="utf8"))
        start = time.perf_counter()
        path.write_text(json.dumps(features, ensure_ascii=False), encoding="utf8")
        return Measured(content.rijen, time.perf_counter() - start)


def bare_gdal(folder: str, count: int, provincie: str) -> Measured:
    """All rows of the delivery in a new geodatabase of the same layout, fields set by number."""
    from osgeo import gdal, ogr

    from diwi_qgis.exchange.delivery.gelderland import FOLDER, write_gelderland
    from diwi_qgis.exchange.delivery.gelderland_schema import create_geodatabase

    content = _content(folder, count, provincie)
    with TemporaryDirectory(dir=folder) as place:
        write_gelderland(content, Path(place) / "g.gdb.zip")
        source = gdal.OpenEx(f"/vsizip/{place}/g.gdb.zip/{FOLDER}")
        rows = {name: _rows(source.GetLayerByName(name)) for name in ("Planregistratie", "DetailPlanning")}
        del source
        start = time.perf_counter()
        database = Path(place) / "bare.gdb"
        create_geodatabase(database)
        dataset = gdal.OpenEx(str(database), gdal.OF_VECTOR | gdal.OF_UPDATE)
        for name, found in rows.items():
            layer = dataset.GetLayerByName(name)
            definition = layer.GetLayerDefn()
            for values, wkb in found:
                feature = ogr.Feature(definition)
                for at, value in values:
                    feature.SetField(at, value)
                if wkb:
                    feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
                layer.CreateFeature(feature)
        del layer, dataset
        return Measured(len(rows["DetailPlanning"]), time.perf_counter() - start)


def _rows(layer: Any) -> list[tuple[list[tuple[int, Any]], Any]]:
    """Of every feature the fields that have a value, by number, and the geometry as WKB."""
    found = []
    for feature in layer:
        values = [
            (at, feature.GetField(at)) for at in range(feature.GetFieldCount()) if feature.IsFieldSetAndNotNull(at)
        ]
        shape = feature.GetGeometryRef()
        found.append((values, bytes(shape.ExportToWkb()) if shape else None))
    return found


def make(folder: str, count: int, provincie: str, compile_: bool, write: bool) -> Measured:
    """Compile the content, write it, or both."""
    from diwi_qgis.exchange.delivery.content import compile_content
    from diwi_qgis.model.profiles import load_profile

    profile = load_profile(PROFILES[provincie])
    frames, _ = _frames(folder, count, provincie)
    content = None if compile_ else compile_content(frames, profile, bench_register.REFERENCE)
    start = time.perf_counter()
    if content is None:
        content = compile_content(frames, profile, bench_register.REFERENCE)
    if write:
        with TemporaryDirectory(dir=folder) as place:
            _writer(provincie)(content, Path(place) / "delivery")
    return Measured(content.rijen, time.perf_counter() - start)


def read(folder: str, count: int, provincie: str) -> Measured:
    """Read what a delivery needs."""
    frames, seconds = _frames(folder, count, provincie)
    return Measured(len(frames["oplevering"]), seconds)


def whole(folder: str, count: int, provincie: str, again: bool) -> Measured:
    """`deliver()` on a register of its own; `again`: when there was a round before."""
    from diwi_qgis.exchange.delivery.deliver import deliver
    from diwi_qgis.store import open_register

    _writer(provincie)
    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "register.gpkg"
        shutil.copyfile(bench_register.make(Path(folder), count, provincie), path)
        with open_register(path, write=True) as register:
            arguments = (register, PROFILES[provincie], bench_register.REFERENCE, Path(place) / "delivery", True)
            if again:
                deliver(*arguments)
            start = time.perf_counter()
            done = deliver(*arguments)
            return Measured(done.content.rijen, time.perf_counter() - start)


def _writer(provincie: str) -> Any:
    if provincie == "Gelderland":
        from diwi_qgis.exchange.delivery.gelderland import write_gelderland

        return write_gelderland
    from diwi_qgis.exchange.delivery.zuidholland import write_zuid_holland

    return write_zuid_holland


def _content(folder: str, count: int, provincie: str) -> Any:
    from diwi_qgis.exchange.delivery.content import compile_content
    from diwi_qgis.model.profiles import load_profile

    frames, _ = _frames(folder, count, provincie)
    return compile_content(frames, load_profile(PROFILES[provincie]), bench_register.REFERENCE)


def _frames(folder: str, count: int, provincie: str) -> tuple[dict[str, Any], float]:
    """The frames of a delivery, with the seconds that reading took; imports and making the register are not counted."""
    from diwi_qgis.libraries import require
    from diwi_qgis.store import open_register

    require("pandas", "shapely")
    from diwi_qgis.exchange.delivery.content import TABLES

    with open_register(bench_register.make(Path(folder), count, provincie)) as register:
        register.read("codelijst")
        start = time.perf_counter()
        frames = {table: register.read(table, columns, geometry=columns is None) for table, columns in TABLES.items()}
        return frames, time.perf_counter() - start
