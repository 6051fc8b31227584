"""Sizes as people read them."""

from __future__ import annotations

from diwi_qgis.notation import area
from diwi_qgis.translation import locale


def square_metres(size: float) -> str:
    """An area in m² in the notation of the user's language."""
    return area(size, locale())
