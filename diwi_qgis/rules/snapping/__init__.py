"""Plan areas pulled onto parcel borders: `snap_plans`. Pure functions on arrays of geometries."""

from diwi_qgis.rules.snapping.doubts import REASONS
from diwi_qgis.rules.snapping.snap import SnapOptions, Snapped, snap_plans

__all__ = ["REASONS", "SnapOptions", "Snapped", "snap_plans"]
