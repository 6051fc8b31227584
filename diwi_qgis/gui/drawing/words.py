"""Sizes as people read them."""

from __future__ import annotations

from diwi_qgis.reports.html import dutch_number

#: Below this size (m²) a decimal says something.
_SMALL = 10.0


def square_metres(area: float) -> str:
    """An area in m², written as everywhere in the window; with a decimal when it is small."""
    return f"{dutch_number(area, 1 if area < _SMALL else 0)} m²"
