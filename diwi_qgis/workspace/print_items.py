"""What print layouts are made of: labels, boxes, maps, tables, at a place on the paper in millimetres."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import NamedTuple, Optional

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from diwi_qgis import compat

INK, SOFT, LINE, ACCENT, PAPER = "#1f2933", "#52606d", "#cbd2d9", "#1f4e79", "#ffffff"

_FONTS = ["Arial", "Liberation Sans", "Open Sans"]

#: A north arrow in the layout itself, so that a project holds no path into an installation.
_NORTH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60"><path d="M20 2 36 56 20 45Z" fill="#1f2933"/>'
    '<path d="M20 2 4 56 20 45Z" fill="#ffffff" stroke="#1f2933" stroke-width="2"/></svg>'
)


class Box(NamedTuple):
    """A place on the paper: left, top, width and height in millimetres."""

    x: float
    y: float
    width: float
    height: float


class Field(NamedTuple):
    """A column of a table: expression or field name, heading, width in millimetres (0: as wide as its content)."""

    source: str
    heading: str
    width: float
    right: bool = False


def text_format(size: float, colour: str = INK, bold: bool = False) -> QgsTextFormat:
    """Letters of `size` points."""
    font = QFont(_FONTS[0])
    font.setBold(bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setFamilies(_FONTS[1:])
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(colour))
    return text


def place(layout: QgsPrintLayout, item: QgsLayoutItem, box: Box, name: str) -> None:
    """Put an item on the first page; `name` is its id, which expressions and users know it by."""
    if item.scene() is None:
        layout.addLayoutItem(item)
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(box.x, box.y))
    item.attemptResize(QgsLayoutSize(box.width, box.height))


def label(
    layout: QgsPrintLayout,
    box: Box,
    name: str,
    text: str,
    size: float = 9,
    colour: str = INK,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    top: bool = False,
) -> QgsLayoutItemLabel:
    """A text, at half height of its box or at the `top`; `[% … %]` in it is an expression."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    compat.set_text_format(item, text_format(size, colour, bold))
    item.setMarginX(0)
    item.setMarginY(0)
    item.setHAlign(align)
    item.setVAlign(Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
    place(layout, item, box, name)
    return item


def band(layout: QgsPrintLayout, box: Box, name: str, colour: str) -> QgsLayoutItemShape:
    """A filled rectangle without a line."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    symbol = item.symbol().clone()
    symbol.symbolLayer(0).setFillColor(QColor(colour))
    symbol.symbolLayer(0).setStrokeStyle(Qt.PenStyle.NoPen)
    item.setSymbol(symbol)
    place(layout, item, box, name)
    return item


def map_item(layout: QgsPrintLayout, box: Box, name: str, extent: QgsRectangle) -> QgsLayoutItemMap:
    """A map of at least the extent, with a thin frame."""
    item = QgsLayoutItemMap(layout)
    place(layout, item, box, name)
    # Not `zoomToExtent`: a map that never had an extent then gets one of NaN, and keeps it on every page.
    item.setExtent(_of_shape(extent, box))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(SOFT))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    item.setBackgroundColor(QColor(PAPER))
    return item


def _of_shape(extent: QgsRectangle, box: Box) -> QgsRectangle:
    """The extent, made larger to the proportions of a box."""
    per_mm = max(extent.width() / box.width, extent.height() / box.height, 0.1)
    return QgsRectangle.fromCenterAndSize(extent.center(), per_mm * box.width, per_mm * box.height)


def scale_bar(layout: QgsPrintLayout, shown: QgsLayoutItemMap, x: float, y: float) -> None:
    """A scale bar with its lower left corner at (x, y), as long as suits the scale."""
    item = QgsLayoutItemScaleBar(layout)
    item.setStyle("Line Ticks Up")
    item.setLinkedMap(shown)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    item.setUnitLabel("m")
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    item.setMinimumBarWidth(25)
    item.setMaximumBarWidth(50)
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setHeight(1.5)
    item.setTextFormat(text_format(7.5))
    layout.addLayoutItem(item)
    item.setId("Schaalbalk")
    item.setReferencePoint(QgsLayoutItem.ReferencePoint.LowerLeft)
    item.attemptMove(QgsLayoutPoint(x, y))


def north_arrow(layout: QgsPrintLayout, shown: QgsLayoutItemMap, box: Box) -> None:
    """An arrow to the grid north of the map."""
    item = QgsLayoutItemPicture(layout)
    item.setPicturePath("base64:" + b64encode(_NORTH.encode()).decode(), QgsLayoutItemPicture.Format.FormatSVG)
    item.setLinkedMap(shown)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
    place(layout, item, box, "Noordpijl")


def legend(
    layout: QgsPrintLayout, shown: QgsLayoutItemMap, box: Box, layers: Sequence[tuple[Optional[QgsMapLayer], str]]
) -> QgsLayoutItemLegend:
    """A legend of these (layer, title, empty for none) and nothing else: it follows neither layer tree nor page."""
    item = QgsLayoutItemLegend(layout)
    item.setTitle("")
    item.setLinkedMap(shown)
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.removeAllChildren()
    for layer, title in layers:
        if layer is not None:
            node = root.addLayer(layer)
            node.setCustomProperty("legend/title-label", title)
            if not title:
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    item.setLegendFilterByMapEnabled(False)
    for part, size, bold in (
        (QgsLegendStyle.Style.Subgroup, 8.5, True),
        (QgsLegendStyle.Style.SymbolLabel, 8, False),
    ):
        style = item.style(part)
        compat.set_text_format(style, text_format(size, INK, bold))
        item.setStyle(part, style)
    item.setSymbolHeight(3.4)
    item.setSymbolWidth(5.5)
    place(layout, item, box, "Legenda")
    return item


def related_table(
    layout: QgsPrintLayout, box: Box, name: str, relation: str, fields: Sequence[Field], size: float, empty: str
) -> None:
    """The rows that belong to the plan of the page along a relation; `empty` is what stands there when there are none."""
    table = QgsLayoutItemAttributeTable.create(layout)
    table.setSource(QgsLayoutItemAttributeTable.ContentSource.RelationChildren)
    table.setRelationId(relation)
    table.setMaximumNumberOfFeatures(50)
    table.setColumns([_column(field) for field in fields])
    table.setHeaderTextFormat(text_format(7, SOFT, bold=True))
    table.setContentTextFormat(text_format(size))
    table.setShowGrid(True)
    table.setVerticalGrid(False)
    table.setGridColor(QColor(LINE))
    table.setGridStrokeWidth(0.15)
    table.setCellMargin(0.7)
    table.setWrapBehavior(QgsLayoutItemAttributeTable.WrapBehavior.WrapText)
    table.setEmptyTableBehavior(QgsLayoutItemAttributeTable.EmptyTableMode.ShowMessage)
    table.setEmptyTableMessage(empty)
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    table.addFrame(frame)
    place(layout, frame, box, name)


def _column(field: Field) -> QgsLayoutTableColumn:
    column = QgsLayoutTableColumn()
    column.setAttribute(field.source)
    column.setHeading(field.heading)
    column.setWidth(field.width)
    column.setHAlignment(Qt.AlignmentFlag.AlignRight if field.right else Qt.AlignmentFlag.AlignLeft)
    return column
