"""Print layouts of the project: a map on A3 and on A4, and the fact sheets (`factsheet`)."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from diwi_qgis.workspace import factsheet
from diwi_qgis.workspace.layers import find_layer, find_register
from diwi_qgis.workspace.lists import Lists
from diwi_qgis.workspace.print_items import (
    ACCENT,
    PAPER,
    SOFT,
    Box,
    band,
    label,
    legend,
    map_item,
    north_arrow,
    scale_bar,
)
from diwi_qgis.workspace.queries import DELAY, find_query

#: Name of a layout and the width and height of its paper in millimetres.
MAPS = {"Kaart A4": (297.0, 210.0), "Kaart A3": (420.0, 297.0)}


def furnish(project: QgsProject) -> None:
    """Add the layouts that the project does not have; those of the user stay."""
    manager = project.layoutManager()
    missing = [name for name in (*MAPS, factsheet.NAME) if manager.layoutByName(name) is None]
    for name in missing:
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        layout.setName(name)
        QgsExpressionContextUtils.setLayoutVariable(layout, "gemeente", _municipality(project))
        if name in MAPS:
            _map(layout, *MAPS[name])
        else:
            factsheet.fill(layout)
        manager.addLayout(layout)


def _map(layout: QgsPrintLayout, width: float, height: float) -> None:
    """The map as it stands in the window, with the whole municipality at first; the legend on the right."""
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))
    margin, top, side, foot = 10.0, 20.0, 78.0, 9.0
    band(layout, Box(0, 0, width, top - 4), "Balk", ACCENT)
    title = "Woningbouwplannen [% @gemeente %]"
    label(layout, Box(margin, 2, width - 90, 12), "Titel", title, 18, PAPER, bold=True)
    today = "[% format_date(now(), 'd MMMM yyyy', 'nl') %]"
    label(layout, Box(width - 80, 2, 80 - margin, 12), "Datum", today, 10, PAPER, align=Qt.AlignmentFlag.AlignRight)
    frame = Box(margin, top, width - 2 * margin - side, height - top - foot - 6)
    shown = map_item(layout, frame, "Kaart", _whole(layout.project()))
    scale_bar(layout, shown, frame.x + 3, frame.y + frame.height - 2)
    north_arrow(layout, shown, Box(frame.x + frame.width - 12, frame.y + 3, 9, 13))
    right = frame.x + frame.width + 5
    label(layout, Box(right, top, side - 5, 6), "Legenda kop", "Legenda", 11, bold=True)
    key = legend(layout, shown, Box(right, top + 8, side - 5, 100), _legend_layers(layout.project()))
    # Only what the map shows: which layers those are is up to the theme in the window.
    key.setLegendFilterByMapEnabled(True)
    scale = "Schaal 1:[% format_number(map_get(item_variables('Kaart'), 'map_scale'), 0, 'nl') %]"
    label(layout, Box(right, height - foot - 12, side - 5, 5), "Schaal", scale, 8, SOFT)
    sources = "Bronnen: woningbouwregister [% @gemeente %]; [% array_to_string(map_credits('Kaart'), '; ') %]"
    label(layout, Box(margin, height - foot - 3, width - 2 * margin, 8), "Bronnen", sources, 7, SOFT)


def _legend_layers(project: QgsProject) -> list[tuple[Optional[QgsMapLayer], str]]:
    titles = {"project": "Plannen", "gebied": "Grenzen", "perceel": "Kadastraal perceel", "pand": "Pand (BAG)"}
    delays = (find_query(project, DELAY), "Vertraging")
    return [delays, *((find_layer(project, table), title) for table, title in titles.items())]


def _whole(project: QgsProject) -> QgsRectangle:
    """All that the register's areas and plans cover, with a margin."""
    extent = QgsRectangle()
    for table in ("gebied", "project"):
        layer = find_layer(project, table)
        if layer is not None and not layer.extent().isEmpty():
            extent.combineExtentWith(layer.extent())
    extent.scale(1.05)
    return extent


def _municipality(project: QgsProject) -> str:
    register = find_register(project)
    return (Lists(register).setting("gemeente") if register is not None else None) or ""
