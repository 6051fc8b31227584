"""A shapely from PyPI works inside a program that is linked with another GEOS, as `qgis` and `qgis_process` are."""

from __future__ import annotations

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

WORK = """
import shapely
left, right = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
print(len(shapely.to_wkb(left)), shapely.union_all([left, right]).area)
"""


@pytest.mark.skipif(not hasattr(os, "RTLD_DEEPBIND"), reason="only Linux looks names up in the program first")
def test_two_versions_of_geos_in_one_program_are_kept_apart():
    """Preloaded, the GEOS of the system stands where it stands in qgis_process: before everything else."""
    system = ctypes.util.find_library("geos_c")
    if system is None:
        pytest.skip("no GEOS of the system")
    done = subprocess.run(
        [sys.executable, "-c", "from diwi_qgis.libraries import require\nrequire('shapely')\n" + WORK],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": system},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["93", "2.0"], done.stderr
