"""Data for the bench: deterministic parcels and plans at any size, in a GeoPackage.

Parcels are a lattice with shaken shared corners. Plans come in two kinds: `squares` (turned, 20 to 210 m across), and
`shapes` of some fifty vertices like real contours, on parcels with as many vertices as real ones (about seventeen).
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

LEFT, BELOW = 150_000, 450_000
PITCH = 25.0


def parcels(count: int, extra: int = 0, seed: int = 1) -> np.ndarray:
    """At least `count` contiguous parcels of some 25 m square; `extra` more vertices on every side."""
    rng = np.random.default_rng(seed)
    side = math.ceil(math.sqrt(count))
    place = np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1), indexing="ij"), axis=-1)
    corner = place * PITCH + [LEFT, BELOW] + rng.uniform(-4, 4, place.shape)
    flat = _sides(corner[:-1], corner[1:], extra, rng)
    steep = _sides(corner[:, :-1], corner[:, 1:], extra, rng)
    below, above = flat[:, :-1], flat[:, 1:, ::-1]
    right, left = steep[1:], steep[:-1, :, ::-1]
    rings = np.concatenate([below[..., :-1, :], right[..., :-1, :], above[..., :-1, :], left], axis=2)
    return shapely.polygons(np.round(rings.reshape(side * side, -1, 2), 3))


def _sides(start: np.ndarray, end: np.ndarray, extra: int, rng: np.random.Generator) -> np.ndarray:
    """Points along sides, ends included; those between are shaken, the same for both neighbours."""
    part = np.linspace(0, 1, extra + 2)[:, None]
    points = start[..., None, :] * (1 - part) + end[..., None, :] * part
    points[..., 1:-1, :] += rng.uniform(-0.7, 0.7, points[..., 1:-1, :].shape)
    return points


def plans(count: int, extent: float, shapes: bool = False, seed: int = 2) -> np.ndarray:
    """`count` plans spread over a square of `extent` m."""
    rng = np.random.default_rng(seed)
    corners = 50 if shapes else 4
    centre = np.array([LEFT, BELOW]) + rng.uniform(0, extent, (count, 1, 2))
    radius = 15 * 10 ** rng.uniform(0, 1, (count, 1))
    angle = rng.uniform(0, np.pi / 2, (count, 1)) + np.linspace(0, 2 * np.pi, corners, endpoint=False)
    if shapes:
        wave = rng.uniform(0, 2 * np.pi, (count, 1))
        radius = radius * (1 + 0.25 * np.sin(3 * angle + wave) + 0.03 * rng.uniform(-1, 1, (count, corners)))
    ring = centre + (radius * np.stack([np.cos(angle), np.sin(angle)], axis=0)).transpose(1, 2, 0)
    return shapely.polygons(np.round(ring, 3))


def make(folder: Path, plan_count: int, parcel_count: int, shapes: bool = False) -> Path:
    """A GeoPackage with layers `plan` and `perceel` (field `nummer`), made once."""
    path = folder / f"{'shapes' if shapes else 'squares'}_{plan_count}_{parcel_count}.gpkg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half_made = path.with_suffix(".part.gpkg")
        half_made.unlink(missing_ok=True)
        ground = parcels(parcel_count, extra=3 if shapes else 0)
        extent = math.sqrt(len(ground)) * PITCH
        _write(half_made, {"plan": plans(plan_count, extent, shapes), "perceel": ground[:parcel_count]})
        half_made.rename(path)
    return path


def _write(path: Path, layers: dict[str, np.ndarray]) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(28992)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, areas in layers.items():
        layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon, ["GEOMETRY_NAME=geom"])
        layer.CreateField(ogr.FieldDefn("nummer", ogr.OFTInteger))
        layer.StartTransaction()
        for number, wkb in enumerate(shapely.to_wkb(areas).tolist()):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["nummer"] = number
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    del layer, dataset


def read(path: Path, layer: str) -> np.ndarray:
    """The geometries of a layer."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    blobs = [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in dataset.GetLayerByName(layer)]
    return shapely.from_wkb(blobs)
