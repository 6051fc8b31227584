"""What somebody meant an area to become, reconstructed from what he did and what is left after it was cut off.

Nothing is taken on trust: `explains` tells whether an area that was meant, without what is of others, is the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import shapely

from diwi_qgis.rules.drawn_area import polygons

#: By less than this (m²) two areas differ through rounding and through the points where outlines cross.
_LEDGER = 1.0

#: So many corners are tried: of an outline that lost more than this nobody moved just one.
_FEW = 50


def with_corner(before: Any, after: Any, place: tuple[float, float]) -> Iterator[Any]:
    """An area with one corner moved to a place, or one added there: those that can have led to `after`.

    A corner that stands in `after` was not moved, and a stretch that stands there got no corner.
    """
    tried = (meant for meant in _with_corner(before, after, place) if meant.is_valid)
    yield from islice(tried, _FEW)


def _with_corner(before: Any, after: Any, place: tuple[float, float]) -> Iterator[Any]:
    kept, stretches = set(map(tuple, shapely.get_coordinates(after))), _stretches(after)
    for part, ring, corners in _rings(before):
        for number, (corner, following) in enumerate(zip(corners[:-1], corners[1:])):
            if corner not in kept:
                yield _replaced(before, part, ring, [*corners[:number], place, *corners[number + 1 : -1]])
            elif following in kept and frozenset((corner, following)) not in stretches:
                yield _replaced(before, part, ring, [*corners[: number + 1], place, *corners[number + 1 : -1]])


def moved(before: Any, start: tuple[float, float], end: tuple[float, float]) -> Any:
    """The area as a whole moved from one place to another."""
    return shapely.transform(before, lambda points: points + np.subtract(end, start))


def explains(meant: Any, taken: Any, after: Any) -> bool:
    """Whether an area that was meant, without what was taken by others, is what there is now.

    Of an area that falls apart QGIS may leave parts away.
    """
    rest = polygons(shapely.difference(meant, taken))
    if rest.is_empty or after.difference(rest).area > _LEDGER:
        return False
    common = [part.intersection(after).area for part in rest.geoms]
    return all(min(inside, part.area - inside) < _LEDGER for inside, part in zip(common, rest.geoms))


def _rings(area: Any) -> Iterator[tuple[int, int, list[Any]]]:
    for number, part in enumerate(polygons(area).geoms):
        for place, ring in enumerate((part.exterior, *part.interiors)):
            yield number, place, list(map(tuple, shapely.get_coordinates(ring)))


def _stretches(area: Any) -> set[frozenset[Any]]:
    return {frozenset(pair) for _, _, corners in _rings(area) for pair in zip(corners[:-1], corners[1:])}


def _replaced(area: Any, part: int, ring: int, corners: list[Any]) -> Any:
    """The area with other corners in one of its rings."""
    parts = list(polygons(area).geoms)
    rings = [shapely.get_coordinates(each) for each in (parts[part].exterior, *parts[part].interiors)]
    rings[ring] = corners
    parts[part] = shapely.Polygon(rings[0], rings[1:])
    return shapely.MultiPolygon(parts)
