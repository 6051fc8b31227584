"""Map themes: one click shows the plans by status, phase, dwellings, delay or confidentiality, or the findings."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapThemeCollection, QgsProject

from diwi_qgis.workspace.background import shown_at_first
from diwi_qgis.workspace.layers import find_layer

#: Layers that every theme shows, besides the plans and the first background.
_GROUND = ("gebied", "perceel", "pand")

#: Theme, which is also the named style of the plans, and what it shows more.
THEMES = {
    "Status": (),
    "Fase": (),
    "Woningen": ("woningblok",),
    "Vertraging": (),
    "Vertrouwelijkheid": (),
    "Bevindingen": ("bevinding",),
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
        layer = find_layer(project, table)
        node = project.layerTreeRoot().findLayer(layer) if layer is not None else None
        if node is not None:
            node.setItemVisibilityChecked(False)


def _theme(project: QgsProject, name: str, tables: tuple[str, ...]) -> QgsMapThemeCollection.MapThemeRecord:
    layers = [find_layer(project, table) for table in tables]
    records = [_record(layer, name) for layer in (*layers, shown_at_first(project)) if layer is not None]
    theme = QgsMapThemeCollection.MapThemeRecord()
    theme.setLayerRecords(records)
    return theme


def _record(layer: QgsMapLayer, name: str) -> QgsMapThemeCollection.MapThemeLayerRecord:
    styles = layer.styleManager()
    record = QgsMapThemeCollection.MapThemeLayerRecord(layer)
    record.isVisible = True
    record.usingCurrentStyle = True
    record.currentStyle = name if name in styles.styles() else styles.currentStyle()
    return record
