"""All quality checks beside merely reading the tables that they need, on a whole register (see bench_register.py).

`check` is the checks alone; found is the number of findings. The reference reads the same tables with the same code: the
floor, since everything has to be read once.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bench_register
from bench import Case, Measured

PROVINCIE = "Gelderland"


def cases(folder: Path, quick: bool) -> Iterator[Case]:
    """See bench.py."""
    count = 1_000 if quick else 10_000
    place = (str(folder), count)
    size = f"{count:,} plans, {count * bench_register.BLOCKS:,} blocks"
    for title, parcels in (("no parcels", False), (f"{min(20 * count, bench_register.MOST_PARCELS):,} parcels", True)):
        subject = f"quality: all rules on {size}, {title}"
        yield Case(subject, "read the tables", __name__, "read", (*place, parcels), reference=True)
        yield Case(subject, "all rules", __name__, "check", (*place, parcels, False))
        yield Case(subject, "all rules, with a profile", __name__, "check", (*place, parcels, True))
    subject = f"quality: diwi:checkquality on {size}, all of it"
    yield Case(subject, "read the tables", __name__, "read", (*place, True), reference=True)
    yield Case(subject, "read, check, keep all findings", __name__, "keep", (*place, False))
    yield Case(subject, "the same again: nothing changes", __name__, "keep", (*place, True))
    for size in (1_000,) if quick else (1_000, 10_000, 50_000):
        arguments = (str(folder), size, False, True)
        yield Case("quality: growth", f"all rules, {size:,} plans", __name__, "check", arguments, size == 1_000)


def read(folder: str, count: int, parcels: bool) -> Measured:
    """Read what the checks need."""
    frames, seconds = _read(folder, count, parcels)
    return Measured(sum(len(frame) for frame in frames.values()), seconds)


def check(folder: str, count: int, parcels: bool, profile: bool) -> Measured:
    """All rules on frames that were read."""
    from diwi_qgis.model.profiles import profile_of_province
    from diwi_qgis.rules.quality.run import run_checks

    frames, _ = _read(folder, count, parcels)
    profiles = (profile_of_province(PROVINCIE),) if profile else ()
    start = time.perf_counter()
    result = run_checks(frames, bench_register.REFERENCE, profiles)
    return Measured(len(result.findings), time.perf_counter() - start)


def keep(folder: str, count: int, again: bool) -> Measured:
    """The whole check of a register, findings stored; `again`: when they stand there already."""
    from diwi_qgis.exchange.quality import check_register
    from diwi_qgis.store import open_register

    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "register.gpkg"
        shutil.copyfile(bench_register.make(Path(folder), count, PROVINCIE), path)
        with open_register(path, write=True) as register:
            if again:
                check_register(register, bench_register.REFERENCE)
            start = time.perf_counter()
            done = check_register(register, bench_register.REFERENCE)
            return Measured(len(done.result.findings), time.perf_counter() - start)


def _read(folder: str, count: int, parcels: bool) -> tuple[dict[str, Any], float]:
    """The frames, with the seconds that it took; importing libraries and making the register are not counted."""
    from diwi_qgis.exchange.quality import read_for_checks
    from diwi_qgis.libraries import require
    from diwi_qgis.store import open_register

    require("pandas", "shapely")
    from diwi_qgis.rules.quality.context import TABLES

    path = bench_register.make(Path(folder), count, PROVINCIE)
    tables = [table for table in TABLES if parcels or table != "perceel"]
    with open_register(path) as register:
        register.read("codelijst")
        start = time.perf_counter()
        frames = read_for_checks(register, tables=tables)
        return frames, time.perf_counter() - start
