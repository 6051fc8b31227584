"""A town of parcels, true plan areas on it, and the same areas as people draw them: deterministic for each seed.

The set-up is that of the experiment behind the method: plans of some parcels that mostly touch another plan, a third of
them with a part of a parcel (a straight cut, of which the other side often belongs to a neighbour plan), some in several
parts or with holes; then drawn at five levels of sloppiness, A (digitised with care) to E (by hand on a small-scale map).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from osgeo import gdal
from shapely.ops import split

from diwi_qgis.rules.coverage import coverage_union, on_grid

#: level: noise of the vertices, simplification, shift of the whole plan, swelling or shrinking (all m)
LEVELS = {
    "A": (0.5, 0.5, 0.5, 0.0),
    "B": (1.0, 1.0, 1.0, 0.5),
    "C": (2.0, 1.5, 2.0, 1.0),
    "D": (3.0, 2.0, 3.0, 1.5),
    "E": (5.0, 3.0, 3.0, 1.5),
}


@dataclass
class World:
    """`whole` and `part` hold per plan the positions of the parcels in it; `areas` the exact plan areas."""

    parcels: np.ndarray
    areas: np.ndarray
    whole: list[set[int]]
    part: list[set[int]]

    def exact(self, plan: int, whole: set[int], part: set[int]) -> bool:
        """Whether that plan was found again, parcel by parcel."""
        return self.whole[plan] == whole and self.part[plan] == part


def fabric(columns: int = 40, rows: int = 40, seed: int = 1) -> np.ndarray:
    """Contiguous parcels of 100 to 3,000 m² with bent borders that share every vertex; streets run between the blocks."""
    rng = np.random.default_rng(seed)
    widths = [6.0 if column % 7 == 0 else rng.uniform(9, 22) for column in range(columns)]
    heights = [6.0 if row % 5 == 0 else rng.uniform(16, 32) for row in range(rows)]
    x = np.concatenate([[0], np.cumsum(widths)]) + 207_000
    y = np.concatenate([[0], np.cumsum(heights)]) + 447_000
    corner = np.stack(np.meshgrid(x, y, indexing="ij"), axis=-1) + rng.uniform(-1.5, 1.5, (columns + 1, rows + 1, 2))
    across = (corner[1:, :] + corner[:-1, :]) / 2 + rng.uniform(-0.8, 0.8, (columns, rows + 1, 2))
    along = (corner[:, 1:] + corner[:, :-1]) / 2 + rng.uniform(-0.8, 0.8, (columns + 1, rows, 2))
    cells = {}
    for i in range(columns):
        for j in range(rows):
            ring = [corner[i, j], across[i, j], corner[i + 1, j], along[i + 1, j], corner[i + 1, j + 1]]
            ring += [across[i, j + 1], corner[i, j + 1], along[i, j]]
            cells[i, j] = on_grid(shapely.Polygon(ring))
    return np.array(_merged(cells, rng), dtype=object)


def real_parcels(cases) -> np.ndarray:
    """The parcels of Doesburg in the folder with real data."""
    dataset = gdal.OpenEx(str(cases / "geodata" / "doesburg.gpkg"), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName("perceel")
    return shapely.from_wkb([bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer])


def _merged(cells, rng):
    """Some cells joined into larger parcels; pieces of street into longer ones."""
    taken, parcels = set(), []
    for i, j in cells:
        if (i, j) in taken:
            continue
        street = i % 7 == 0 or j % 5 == 0
        size = int(rng.integers(3, 7)) if street else int(rng.choice([1, 1, 1, 2, 3]))
        group = [(i, j)]
        while len(group) < size:
            a, b = group[int(rng.integers(len(group)))]
            step = [(a + 1, b), (a, b + 1), (a, b - 1)][int(rng.integers(3))]
            alike = (step[0] % 7 == 0 or step[1] % 5 == 0) == street
            if step not in cells or step in taken or step in group or not alike:
                break
            group.append(step)
        taken.update(group)
        parcels.append(coverage_union([cells[key] for key in group]))
    return [part for parcel in parcels for part in shapely.get_parts(parcel)]


def make_world(parcels: np.ndarray, count: int, seed: int) -> World:
    """`count` plans (or as many as fit) on the parcels."""
    rng = np.random.default_rng(seed)
    first, second = shapely.STRtree(parcels).query(parcels, predicate="touches")
    border = shapely.length(shapely.intersection(parcels[first], parcels[second])) > 0.5
    next_to = [set() for _ in parcels]
    for a, b in zip(first[border].tolist(), second[border].tolist()):
        next_to[a].add(b)
    centres = shapely.get_coordinates(shapely.centroid(parcels))
    free, whole = set(range(len(parcels))), []
    small = {i for i, area in enumerate(shapely.area(parcels)) if area < 6000}
    free &= small
    while len(whole) < count and free:
        near = sorted({n for plan in whole for p in plan for n in next_to[p]} & free) if rng.random() < 0.9 else []
        whole.append(_grown(near or sorted(free), free, next_to, centres, rng))
    part = [set() for _ in whole]
    areas = [coverage_union(parcels[sorted(plan)]) for plan in whole]
    cut = set()
    for plan in rng.permutation(len(whole))[: len(whole) // 3].tolist():
        _cut_one(plan, parcels, areas, whole, part, next_to, cut, rng)
    return World(parcels, np.array(areas, dtype=object), whole, part)


def _grown(starts, free, next_to, centres, rng):
    size = int(np.clip(rng.lognormal(1.5, 1.1), 1, 77))
    plan = set()
    for _ in range(2 if rng.random() < 0.13 else 1):
        start = starts[int(rng.integers(len(starts)))]
        if start not in free:
            continue
        plan.add(start)
        free.discard(start)
        while len(plan) < size:
            edge = sorted({n for p in plan for n in next_to[p]} & free)
            if not edge:
                break
            some = [edge[i] for i in rng.integers(len(edge), size=3)]
            chosen = min(some, key=lambda p, at=centres[start]: np.hypot(*(centres[p] - at)))
            plan.add(chosen)
            free.discard(chosen)
    return plan or {starts[0]} & free or {free.pop()}


def _cut_one(plan, parcels, areas, whole, part, next_to, cut, rng):
    """Give the plan one side of a parcel that it borders on; the other side goes to a neighbour plan or to nobody."""
    owner = {p: number for number, plan_parcels in enumerate(whole) for p in plan_parcels}
    around = sorted({n for p in whole[plan] for n in next_to[p]} - whole[plan])
    rng.shuffle(around)
    for parcel in around:
        other = owner.get(parcel)
        if parcel in cut or shapely.area(parcels[parcel]) < 150 or (other is not None and len(whole[other]) < 2):
            continue
        pieces = _halves(parcels[parcel], rng)
        if pieces is None:
            continue
        mine, theirs = sorted(pieces, key=lambda piece: -shapely.length(shapely.intersection(piece, areas[plan])))
        if shapely.length(shapely.intersection(mine, areas[plan])) < 3:
            continue
        cut.add(parcel)
        part[plan].add(parcel)
        areas[plan] = shapely.union_all([areas[plan], mine], grid_size=0.001)
        if other is not None:
            whole[other].discard(parcel)
            areas[other] = shapely.difference(areas[other], parcels[parcel], grid_size=0.001)
            if rng.random() < 0.6:
                part[other].add(parcel)
                areas[other] = shapely.union_all([areas[other], theirs], grid_size=0.001)
        return


def _halves(parcel, rng):
    """A parcel cut straight in two pieces that are both at least 6 m wide; None when that cannot be."""
    centre = np.array(parcel.centroid.coords[0]) + rng.uniform(-4, 4, 2)
    angle = rng.uniform(0, np.pi)
    step = 500 * np.array([np.cos(angle), np.sin(angle)])
    pieces = shapely.get_parts(split(parcel, shapely.LineString([centre - step, centre + step])))
    if len(pieces) != 2 or shapely.is_empty(shapely.buffer(pieces, -3)).any():
        return None
    return list(pieces) if min(shapely.area(pieces)) > 0.2 * parcel.area else None


def drawn(world: World, level: str, seed: int) -> np.ndarray:
    """The plan areas as drawn by hand at that level."""
    noise, simplify, shift, swell = LEVELS[level]
    rng = np.random.default_rng(seed)
    return np.array([_sloppy(area, noise, simplify, shift, swell, rng) for area in world.areas], dtype=object)


def _sloppy(area, noise, simplify, shift, swell, rng):
    moved = _anywhere(rng, 1, shift)

    def shaken(ring):
        points = shapely.get_coordinates(ring)[:-1]
        points = points + _anywhere(rng, len(points), noise) + moved
        return np.vstack([points, points[:1]])

    parts = []
    for part in shapely.get_parts(shapely.simplify(area, simplify)):
        holes = [shaken(ring) for ring in part.interiors]
        parts.append(shapely.Polygon(shaken(part.exterior), holes))
    rough = shapely.union_all(shapely.make_valid(parts, method="structure", keep_collapsed=False))
    return shapely.buffer(rough, rng.uniform(-swell, swell), join_style="mitre")


def _anywhere(rng, count, radius):
    """Vectors in any direction, of any length up to the radius."""
    angle, length = rng.uniform(0, 2 * np.pi, count), rng.uniform(0, radius, count)
    return np.stack([length * np.cos(angle), length * np.sin(angle)], axis=1)


@dataclass
class Score:
    """Per plan whether it was found again exactly, and whether it was asked about."""

    exact: np.ndarray
    asked: np.ndarray
    wrong_area: float


def score(world: World, snapped) -> Score:
    """How well plans were found again; `wrong_area` is a share of the area of all plans."""
    count = len(world.whole)
    whole, part = ([set() for _ in range(count)] for _ in range(2))
    for plan, parcel, share in zip(snapped.uses["plan"], snapped.uses["parcel"], snapped.uses["share"]):
        (whole if share == 1.0 else part)[plan].add(parcel)
    exact = np.array([world.exact(plan, whole[plan], part[plan]) for plan in range(count)])
    asked = np.isin(np.arange(count), snapped.doubts["plan"])
    found = np.array([area or shapely.Polygon() for area in snapped.plans["geom"]], dtype=object)
    wrong = shapely.area(shapely.symmetric_difference(found, world.areas)).sum()
    return Score(exact, asked, wrong / shapely.area(world.areas).sum())
