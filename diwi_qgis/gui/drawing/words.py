"""Sizes as people read them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

#: Below this size (m²) a decimal says something.
_SMALL = 10.0


def square_metres(area: float) -> str:
    """An area in m², in the user's notation; with a decimal when it is small."""
    return f"{QLocale().toString(float(area), 'f', 1 if area < _SMALL else 0)} m²"
