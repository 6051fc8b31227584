"""DIWI for QGIS: municipal housing plans, from parcel to provincial delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diwi_qgis.plugin import DiwiPlugin


def classFactory(iface: Any) -> DiwiPlugin:
    """Called by QGIS; `iface` is None in `qgis_process`."""
    from diwi_qgis.plugin import DiwiPlugin

    return DiwiPlugin(iface)
