"""Checks on Python libraries that not every QGIS ships. The rest of the plugin works without them."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from diwi_qgis.errors import MissingLibraryError

# Lowest version that has what we call: shapely 2 works on whole arrays of geometries at once.
MINIMUM = {
    "shapely": (2, 0),
    "pandas": (1, 5),
    "openpyxl": (3, 0),
    "numpy": (1, 20),
    "requests": (2, 20),
    "psycopg2": (2, 8),
}


def require(*names: str) -> None:
    """Raise `MissingLibraryError`, naming the library and the remedy, unless all of `names` can be imported."""
    for name in names:
        try:
            with _own_libraries_first():
                module = importlib.import_module(name)
        except ImportError as error:
            raise _missing(name, "ontbreekt", "is missing") from error
        if _is_too_old(name, module):
            raise _missing(name, f"is te oud ({module.__version__})", f"is too old ({module.__version__})")
        if name == "shapely":
            _check_one_geos(module)


@contextmanager
def _own_libraries_first() -> Iterator[None]:
    """While a library is loaded, let it find its own GEOS before the one that the QGIS program is linked with.

    A shapely from PyPI brings a newer GEOS than a Linux distribution's QGIS. In `qgis` and `qgis_process` the loader
    would mix the two ("WKB output dimension must be 2 or 3", then a crash); RTLD_DEEPBIND keeps them apart.
    """
    deep = getattr(os, "RTLD_DEEPBIND", 0)  # Linux; Windows and macOS do not look names up in the program first
    if not deep:
        yield
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(flags)


def _check_one_geos(shapely: Any) -> None:
    """A shapely that brings its own GEOS (a wheel from PyPI, on Linux) is answered by that of QGIS, and goes wrong."""
    try:
        shapely.to_wkb(shapely.Point(0, 0))
    except Exception as error:
        raise MissingLibraryError(
            f"De Python-bibliotheek 'shapely' ({shapely.__version__}) gebruikt een andere GEOS dan QGIS. Gebruik shapely "
            "van uw distributie of van de QGIS-installatie, of bouw haar met: pip install --no-binary shapely shapely.",
            f"The Python library 'shapely' ({shapely.__version__}) uses another GEOS than QGIS does. Use shapely of your "
            "distribution or of the QGIS installation, or build it with: pip install --no-binary shapely shapely.",
        ) from error


def _is_too_old(name: str, module: Any) -> bool:
    """Whether the version is known and below ours; Debian builds shapely as "0+unknown", which says nothing."""
    if "unknown" in str(getattr(module, "__version__", "")):
        return False
    return _version(module) < MINIMUM.get(name, (0,))


def _version(module: Any) -> tuple[int, ...]:
    digits = str(getattr(module, "__version__", "0")).split(".")[:2]
    return tuple(int(part) for part in digits if part.isdigit())


def _missing(name: str, nl: str, en: str) -> MissingLibraryError:
    minimum = ".".join(str(part) for part in MINIMUM.get(name, ()))
    return MissingLibraryError(
        f"De Python-bibliotheek '{name}' {nl}. Deze functie heeft '{name}' {minimum} of hoger nodig; vraag uw "
        f"systeembeheerder om een actuele QGIS-installatie. De overige functies werken wel.",
        f"The Python library '{name}' {en}. This feature needs '{name}' {minimum} or newer; ask your system "
        f"administrator for a current QGIS installation. Everything else keeps working.",
    )
