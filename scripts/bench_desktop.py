"""Bench of the window: how long a user waits. Seconds are per start, per click, per union; `found` is what was counted.

No one else's engine does the same, so there are no ratios here: the limits are those of the people who wait (30 ms more
start, 50 ms for a click, 0.3 s for a thousand parcels). `QGIS' own union` is what the last one is compared with.
"""

from __future__ import annotations

import statistics
import sys
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import bench_data
from bench import QGIS_PLUGINS, Case, Measured

ROOT = Path(__file__).resolve().parents[1]
PARCELS, CLICKS, UNION = 200_000, 300, 1_000
#: Application and window, which must outlive what is measured: the process ends with them.
_KEPT: list = []
HEAVY = {"pandas", "geopandas", "matplotlib", "shapely", "openpyxl", "scipy"}


def cases(folder: Path, quick: bool) -> list[Case]:
    """All rows, in the order of the table."""
    count = PARCELS // 10 if quick else PARCELS
    ground = (str(folder), count)
    return [
        Case("start of QGIS (initGui)", "ours", __name__, "start_window"),
        Case("first moment after the start", "ours", __name__, "fill_window"),
        Case(f"a click on {count:,} parcels, median of {CLICKS}", "ours", __name__, "click", ground),
        Case(f"area of {UNION:,} parcels picked at once", "QGIS' own union", __name__, "native_union", ground, True),
        Case(f"area of {UNION:,} parcels picked at once", "ours", __name__, "union", ground),
        Case(f"a parcel by designation among {count:,}", "ours", __name__, "search", ground),
    ]


def start_window() -> Measured:
    """`initGui` while QGIS starts; `found` is the number of heavy libraries that it loaded (0)."""
    return _start(False)


def fill_window() -> Measured:
    """What comes when the window is there: the provider with all algorithms, and all parts."""
    return _start(True)


def _start(fill: bool) -> Measured:
    with _desk(shown=False) as desk:
        import diwi_qgis

        known = set(sys.modules)
        plugin = diwi_qgis.classFactory(desk)
        start = time.process_time()
        plugin.initGui()
        started = time.process_time()
        desk.window.show()
        completed = time.process_time()
        desk.initializationCompleted.emit()
        filled = time.process_time()
        loaded = {name.split(".")[0] for name in set(sys.modules) - known}
        plugin.unload()
    return Measured(len(HEAVY & loaded), filled - completed if fill else started - start)


def click(folder: str, count: int) -> Measured:
    """From a click to the new area in the panel, `CLICKS` neighbouring parcels one after another."""
    with _picking(folder, count) as (part, middle):
        from diwi_qgis.gui.pick.tool import How

        seconds = []
        for place in _around(middle, CLICKS):
            start = time.perf_counter()
            part._pointed(place, How.ADD)
            seconds.append(time.perf_counter() - start)
        return Measured(len(part._picked), statistics.median(seconds))


def union(folder: str, count: int) -> Measured:
    """A thousand parcels added at once: their area, with the parcels already read."""
    with _picking(folder, count) as (part, middle):
        from diwi_qgis.gui.pick.selection import Picked

        percelen, picked = _parcels(part, middle), Picked()
        start = time.perf_counter()
        picked.add(percelen)
        return Measured(len(picked), time.perf_counter() - start)


def native_union(folder: str, count: int) -> Measured:
    """The same by `QgsGeometry.unaryUnion`."""
    with _picking(folder, count) as (part, middle):
        from qgis.core import QgsGeometry

        areas = [perceel.geometry for perceel in _parcels(part, middle)]
        start = time.perf_counter()
        QgsGeometry.unaryUnion(areas).area()
        return Measured(len(areas), time.perf_counter() - start)


def search(folder: str, count: int) -> Measured:
    """One question of the search box."""
    from diwi_qgis.store.search import find_parcels

    register = _register(folder, count)
    start = time.perf_counter()
    found = find_parcels(register, "", "A", 12_345)
    return Measured(len(found), time.perf_counter() - start)


def _parcels(part, middle):
    from qgis.core import QgsGeometry

    side = bench_data.PITCH * (UNION**0.5 / 2 + 1)
    box = QgsGeometry.fromPointXY(middle).boundingBox().buffered(side)
    return part._parcels.under(QgsGeometry.fromRect(box))[:UNION]


def _around(middle, count: int):
    """The middles of `count` parcels around a place, in rows that go to and fro, so that each touches the one before."""
    from qgis.core import QgsPointXY

    wide = int(count**0.5) + 1
    for number in range(count):
        row, column = divmod(number, wide)
        column = column if row % 2 == 0 else wide - 1 - column
        yield QgsPointXY(middle.x() + column * bench_data.PITCH, middle.y() + row * bench_data.PITCH)


def _register(folder: str, count: int) -> Path:
    """A register with that many parcels of some seventeen vertices, made once."""
    from diwi_qgis.store import create_register, open_register

    path = Path(folder) / f"window_{count}.gpkg"
    if path.exists():
        return path
    import shapely

    path.parent.mkdir(parents=True, exist_ok=True)
    half_made = path.with_suffix(".part.gpkg")
    half_made.unlink(missing_ok=True)
    create_register(half_made, gemeentecode="9999", gemeente="Testdam", provincie="Utrecht", regio="").close()
    rows = [
        {
            "identificatie": f"{number:014}",
            "aanduiding": f"TST00-A-{number + 1}",
            "akr_gemeentecode": "TST00",
            "sectie": "A",
            "perceelnummer": number + 1,
            "brondatum": date(2026, 1, 1),
            "geom": shapely.MultiPolygon([area]),
        }
        for number, area in enumerate(bench_data.parcels(count, extra=3)[:count])
    ]
    with open_register(half_made, write=True) as register, register.transaction("bench") as write:
        write.insert("perceel", rows)
    half_made.rename(path)
    return path


@contextmanager
def _picking(folder: str, count: int):
    """The part that picks, at work on a register; gives it with a place to begin."""
    path = _register(folder, count)
    with real_window() as (window, _):
        from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

        from diwi_qgis.gui.pick.part import PickPart
        from diwi_qgis.workspace.layers import new_layer

        project = window.session.project
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        project.addMapLayers([new_layer(path, table, table) for table in ("perceel", "project")])
        window.iface.mapCanvas().setDestinationCrs(project.crs())
        part = PickPart(window)
        part.install()
        part._start()
        place = QgsPointXY(*(corner + 80.5 * bench_data.PITCH for corner in (bench_data.LEFT, bench_data.BELOW)))
        yield part, place
        part.remove()


@contextmanager
def real_window():
    """Our window on the open project, without parts, and what lets Qt paint."""
    with _desk() as desk:
        from qgis.core import QgsProject
        from qgis.PyQt.QtWidgets import QApplication

        from diwi_qgis.gui.session import RegisterSession
        from diwi_qgis.gui.window import Window

        window = Window(desk, RegisterSession(QgsProject.instance()))
        yield window, QApplication.processEvents
        window.remove()
        window.session.stop()
        window.session.project.clear()


@contextmanager
def _desk(shown: bool = True):
    """A window of real widgets, as the tests of the window have it."""
    sys.path += [str(ROOT / "tests" / "gui"), QGIS_PLUGINS]
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    from conftest import Desk
    from processing.core.Processing import Processing

    Processing.initialize()
    desk = Desk()
    desk.window.setVisible(shown)
    application.processEvents()
    _KEPT.extend((application, desk))
    yield desk
