"""Map themes: one click shows the plans by status, phase, dwellings, delay or confidentiality, or the findings."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsMapThemeCollection, QgsProject

from diwi_qgis.workspace.background import shown_at_first
from diwi_qgis.workspace.findings import DRAWN
from diwi_qgis.workspace.layers import find_layer
from diwi_qgis.workspace.queries import DELAY, find_query

#: Layers that every theme shows, besides the plans and the first background.
_GROUND = ("gebied", "perceel", "pand")

#: Theme, which is also the named style of the plans, and what it shows more: tables and queries.
THEMES = {
    "Status": (),
    "Fase": (),
    "Woningen": ("woningblok",),
    "Vertraging": (DELAY,),
    "Vertrouwelijkheid": (),
    "Bevindingen": ("bevinding", *DRAWN),
    "Factsheet": (),
}


def furnish(project: QgsProject) -> None:
    """Add the themes that the project does not have; those of the user stay."""
    themes = project.mapThemeCollection()
    if not themes.mapThemes():
        _hide(project, {table for more in THEMES.values() for table in more})
    for name, more in THEMES.items():
        if not themes.hasMapTheme(name):
            themes.insert(name, _theme(project, name, ("project", *more, *_GROUND)))


def _hide(project: QgsProject, tables: set[str]) -> None:
    """The project opens as its first theme."""
    for table in tables:
        layer = _find(project, table)
        node = project.layerTreeRoot().findLayer(layer) if layer is not None else None
        if node is not None:
            node.setItemVisibilityChecked(False)


def _theme(project: QgsProject, name: str, names: tuple[str, ...]) -> QgsMapThemeCollection.MapThemeRecord:
    layers = [_find(project, name) for name in names]
    records = [_record(layer, name) for layer in (*layers, shown_at_first(project)) if layer is not None]
    theme = QgsMapThemeCollection.MapThemeRecord()
    theme.setLayerRecords(records)
    return theme


def _find(project: QgsProject, name: str) -> Optional[QgsMapLayer]:
    return find_query(project, name) or find_layer(project, name)


def _record(layer: QgsMapLayer, name: str) -> QgsMapThemeCollection.MapThemeLayerRecord:
    styles = layer.styleManager()
    record = QgsMapThemeCollection.MapThemeLayerRecord(layer)
    record.isVisible = True
    record.usingCurrentStyle = True
    record.currentStyle = name if name in styles.styles() else styles.currentStyle()
    return record
