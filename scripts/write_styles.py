"""Write resources/styles/*.qml: how every table looks, one file per way of looking, labels from the code lists.

Run with the oldest QGIS that the plugin supports: a newer one reads its files, not the other way round.
Colours keep apart for the colour-blind: blue against orange (status), viridis (fase), single hues by lightness (woningen),
ColorBrewer PRGn (vertrouwelijkheid); what is firm has a closed outline as well, what is soft a dashed one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order at each run

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLabeling,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

from diwi_qgis.model.codelists import codelijst  # noqa: E402

TARGET = ROOT / "resources" / "styles"

INK, PAPER, GREY = "#1f2933", "#ffffff", "#7b8794"
NO_VALUE = "Niet ingevuld"

PLANSTATUS = {
    "1A": "#08306b", "1B": "#2171b5", "2A": "#4292c6", "2B": "#9ecae1",
    "1C": "#7f2704", "2C": "#a63603", "3": "#d94801", "4A": "#f16913", "4B": "#fdae6b", "5A": "#c9b8a6", "5B": "#8c7b6b",
}  # fmt: skip
FASE = {
    "concept": "#fde725", "initiatief": "#8fd744", "definitie": "#35b779", "ontwerp": "#21908d",
    "voorbereiding": "#31688e", "realisatie": "#443a83", "nazorg": "#440154",
}  # fmt: skip
VERTROUWELIJKHEID = {
    "prive": "#40004b", "intern_ambtelijk": "#762a83", "intern_bestuurlijk": "#9970ab", "intern_raad": "#c2a5cf",
    "extern_woonregio": "#a6dba0", "extern_mede_overheden": "#5aae61", "openbaar": "#1b7837",
}  # fmt: skip

#: What is drawn by a style of anything but areas.
SHAPES = {"bevinding_punt": "MultiPoint", "bevinding_lijn": "MultiLineString"}

ERNST = {"fout": "#c0392b", "waarschuwing": "#d68910", "info": "#2471a3"}

#: (from, to, label, colour, circle in mm) of the net number of dwellings.
WONINGEN = (
    (-1e9, -0.5, "Minder woningen (sloop)", "#b2182b", 3.0),
    (-0.5, 0.5, "Geen verschil", "#bdbdbd", 2.2),
    (0.5, 25.5, "1 – 25", "#c7e9b4", 3.0),
    (25.5, 50.5, "26 – 50", "#7fcdbb", 4.0),
    (50.5, 100.5, "51 – 100", "#41b6c4", 5.2),
    (100.5, 250.5, "101 – 250", "#1d91c0", 6.8),
    (250.5, 1e9, "Meer dan 250", "#0c2c84", 8.8),
)

#: Classes of query `vertraging` (resources/sql).
VERTRAGING = (
    ("eerder", "Eerder dan eerst verwacht", "#2166ac"),
    ("op_tijd", "Op tijd (binnen een maand)", "#92c5de"),
    ("halfjaar", "Tot een half jaar later", "#fdd49e"),
    ("jaar", "Een half jaar tot een jaar later", "#ef6548"),
    ("meer", "Meer dan een jaar later", "#7f0000"),
    ("onbekend", "Geen mijlpaal voor bouw of oplevering", "#d9d9d9"),
)

#: A plan smaller than this on the map (mm²) gets a dot, so that it is seen on a map of the whole municipality.
SMALL = "coalesce(try($area * 1000000 / (@map_scale * @map_scale) < 14, false), false)"


def main() -> int:
    """Write all files."""
    application = QgsApplication([], False)
    application.initQgis()
    written = [_save(name, *style) for name, style in sorted(dict(_styles()).items())]
    for name in written:
        print(name)
    application.exitQgis()
    return 0


def _styles() -> Iterator[tuple[str, tuple]]:
    """(file, (renderer, labeling, smallest scale at which the layer shows))."""
    names = _plan_labels()
    yield "project_status", (_status(), names, None)
    yield "project_fase", (_listed("fase", "fase", FASE), names, None)
    yield "project_woningen", (_dwellings(), names, None)
    yield "project_vertraging", (QgsSingleSymbolRenderer(_outline(INK, 0.3)), names, None)
    yield "vertraging", (_delay(), None, None)
    yield (
        "project_vertrouwelijkheid",
        (_listed("vertrouwelijkheid", "vertrouwelijkheid", VERTROUWELIJKHEID), names, None),
    )
    yield "project_bevindingen", (QgsSingleSymbolRenderer(_fill(GREY, GREY, alpha=50, width=0.3)), names, None)
    yield "project_factsheet", (_this_plan(), None, None)
    yield "bevinding_punt", (_findings(_finding_dot), None, None)
    yield "bevinding_lijn", (_findings(_finding_line), None, None)
    yield "woningblok", (_blocks(), _labels('"naam" || \'\\n\' || "aantal"', 7, INK, 5000), 25000)
    yield (
        "perceel",
        (QgsSingleSymbolRenderer(_outline("#6b7280", 0.12)), _labels('"perceelnummer"', 6.5, "#52606d", 2000), 12000),
    )
    yield "perceel_koppeling", (QgsSingleSymbolRenderer(_outline("#b45309", 0.35, "dot")), None, 12000)
    yield "pand", (QgsSingleSymbolRenderer(_fill("#cfc8bd", "#a39a8c", alpha=150, width=0.08)), None, 30000)
    yield (
        "gebied",
        (
            _areas(),
            _labels(
                'if("soort" = \'gemeente\', NULL, "naam")', 8, "#52606d", 40000, italic=True, priority=1, largest=4000
            ),
            None,
        ),
    )


def _status() -> QgsCategorizedSymbolRenderer:
    """Blue and closed is firm, orange and dashed is soft; the firmest first."""
    categories = []
    for hard in (True, False):
        for value in sorted(codelijst("planstatus").waarden, key=lambda value: value.code):
            if value.hard is not hard:
                continue
            colour = PLANSTATUS[value.code]
            symbol = _plan(colour, outline="solid" if hard else "dash")
            label = f"{value.label} ({'hard' if hard else 'zacht'})"
            categories.append(QgsRendererCategory(value.code, symbol, label))
    return _categorized("planstatus", categories)


def _listed(column: str, lijst: str, colours: dict[str, str]) -> QgsCategorizedSymbolRenderer:
    categories = [
        QgsRendererCategory(value.code, _plan(colours[value.code]), value.label) for value in codelijst(lijst).waarden
    ]
    return _categorized(column, categories)


def _delay() -> QgsCategorizedSymbolRenderer:
    categories = [QgsRendererCategory(code, _plan(colour), label) for code, label, colour in VERTRAGING]
    return QgsCategorizedSymbolRenderer("vertraging", categories)


def _this_plan() -> QgsCategorizedSymbolRenderer:
    """Only the plan of the page: what lies beside it may be confidential."""
    symbol = _fill("#d94801", "#7f2704", alpha=70, width=0.8)
    return QgsCategorizedSymbolRenderer(
        "\"uuid\" = attribute(@atlas_feature, 'uuid')", [QgsRendererCategory(1, symbol, "Plangebied")]
    )


def _categorized(column: str, categories: list[QgsRendererCategory]) -> QgsCategorizedSymbolRenderer:
    return QgsCategorizedSymbolRenderer(
        column, [*categories, QgsRendererCategory("", _plan("#d9d9d9", outline="dot"), NO_VALUE)]
    )


def _dwellings() -> QgsGraduatedSymbolRenderer:
    """A circle per plan that grows with its number, on a plan area of the same colour."""
    ranges = []
    for lower, upper, label, colour, size in WONINGEN:
        symbol = _fill(colour, _darker(colour), alpha=90, width=0.3)
        symbol.appendSymbolLayer(_dot(colour, size))
        ranges.append(QgsRendererRange(lower, upper, symbol, label))
    return QgsGraduatedSymbolRenderer("aantal_netto", ranges)


def _blocks() -> QgsCategorizedSymbolRenderer:
    symbols = {"bouw": _fill("#5e3c99", "#3c2366", alpha=60, width=0.35), "sloop": _hatched("#b2182b")}
    categories = [
        QgsRendererCategory(value.code, symbols[value.code], value.label) for value in codelijst("mutatie").waarden
    ]
    return QgsCategorizedSymbolRenderer("mutatie", categories)


def _areas() -> QgsCategorizedSymbolRenderer:
    lines = {
        "gemeente": ("#3e4c59", 0.7, "dash dot"),
        "wijk": ("#52606d", 0.4, "dash"),
        "buurt": ("#7b8794", 0.25, "dash"),
    }
    categories = [
        QgsRendererCategory(value.code, _outline(*lines[value.code]), value.label)
        for value in codelijst("gebiedsoort").waarden
    ]
    return QgsCategorizedSymbolRenderer("soort", categories)


def _findings(symbol: Callable[[str], QgsSymbol]) -> QgsCategorizedSymbolRenderer:
    """By severity, in the colours of findings that are areas (bevinding.qml)."""
    categories = [
        QgsRendererCategory(value.code, symbol(ERNST[value.code]), value.label) for value in codelijst("ernst").waarden
    ]
    return QgsCategorizedSymbolRenderer("ernst", categories)


def _finding_dot(colour: str) -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": colour, "outline_color": PAPER, "outline_width": "0.4", "size": "3.4"}
    )


def _finding_line(colour: str) -> QgsLineSymbol:
    return QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.9", "capstyle": "round"})


def _plan(colour: str, outline: str = "solid") -> QgsFillSymbol:
    """Half see-through, so that parcels and aerial photo stay visible; a dot where the plan would be too small to see."""
    symbol = _fill(colour, _darker(colour), alpha=125, width=0.5, outline=outline)
    dot = _dot(colour, 2.6)
    dot.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression(SMALL))
    symbol.appendSymbolLayer(dot)
    return symbol


def _fill(colour: str, line: str, alpha: int, width: float, outline: str = "solid") -> QgsFillSymbol:
    fill = QColor(colour)
    fill.setAlpha(alpha)
    symbol = QgsFillSymbol.createSimple({"outline_style": outline, "outline_width": str(width), "joinstyle": "miter"})
    symbol.symbolLayer(0).setFillColor(fill)
    symbol.symbolLayer(0).setStrokeColor(QColor(line))
    return symbol


def _outline(colour: str, width: float, outline: str = "solid") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": colour, "outline_style": outline, "outline_width": str(width)}
    )


def _hatched(colour: str) -> QgsFillSymbol:
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.6)
    hatch.subSymbol().setColor(QColor(colour))
    hatch.subSymbol().setWidth(0.25)
    symbol = _outline(colour, 0.35)
    symbol.insertSymbolLayer(0, hatch)
    return symbol


def _dot(colour: str, size: float) -> QgsCentroidFillSymbolLayer:
    layer = QgsCentroidFillSymbolLayer()
    layer.setPointOnSurface(True)
    layer.setPointOnAllParts(False)
    layer.setSubSymbol(
        QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": colour,
                "outline_color": PAPER,
                "outline_width": "0.3",
                "size": str(size),
                "size_unit": "MM",
            }
        )
    )
    return layer


def _darker(colour: str) -> str:
    return QColor(colour).darker(150).name()


def _plan_labels() -> QgsVectorLayerSimpleLabeling:
    """Name, nearer by with the net dwellings; the biggest plan wins where there is no room, small ones are named beside."""
    expression = (
        "\"naam\" || if(@map_scale <= 12000, '\\n' || format_number(coalesce(\"aantal_netto\", 0), 0, 'nl') || "
        "if(abs(\"aantal_netto\") = 1, ' woning', ' woningen'), '')"
    )
    labeling = _labels(expression, 8.5, INK, 40000, bold=True)
    settings = labeling.settings()
    inside_or_beside = QgsLabeling.PolygonPlacementFlags()
    inside_or_beside |= QgsLabeling.PolygonPlacementFlag.AllowPlacementInsideOfPolygon
    inside_or_beside |= QgsLabeling.PolygonPlacementFlag.AllowPlacementOutsideOfPolygon
    settings.setPolygonPlacementFlags(inside_or_beside)
    defined = settings.dataDefinedProperties()
    defined.setProperty(
        QgsPalLayerSettings.Property.Priority,
        QgsProperty.fromExpression('scale_linear(coalesce("aantal_netto", 0), 0, 300, 4, 10)'),
    )
    defined.setProperty(
        QgsPalLayerSettings.Property.Size, QgsProperty.fromExpression("if(@map_scale > 15000, 7.5, 8.5)")
    )
    settings.setDataDefinedProperties(defined)
    return QgsVectorLayerSimpleLabeling(settings)


def _labels(
    expression: str,
    size: float,
    colour: str,
    smallest: float,
    bold: bool = False,
    italic: bool = False,
    priority: int = 3,
    largest: float = 1,
) -> QgsVectorLayerSimpleLabeling:
    """Dark letters with a light halo, upright, inside the polygon where they fit, from scale 1:`smallest` to 1:`largest`."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor(255, 255, 255, 225))
    font = QFont("Arial")
    font.setBold(bold)
    font.setItalic(italic)
    text = QgsTextFormat()
    text.setFont(font)
    text.setFamilies(["Liberation Sans", "Open Sans"])
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(colour))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.priority = priority
    settings.scaleVisibility = True
    settings.minimumScale = smallest
    settings.maximumScale = largest
    settings.layerType = QgsWkbTypes.GeometryType.PolygonGeometry
    return QgsVectorLayerSimpleLabeling(settings)


def _save(
    name: str, renderer: object, labeling: Optional[QgsVectorLayerSimpleLabeling], smallest: Optional[float]
) -> str:
    layer = QgsVectorLayer(f"{SHAPES.get(name, 'MultiPolygon')}?crs=EPSG:28992", name, "memory")
    layer.setRenderer(renderer)
    if labeling is not None:
        layer.setLabeling(labeling.clone())
    layer.setLabelsEnabled(labeling is not None)
    if smallest is not None:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(smallest)
    kept = QgsMapLayer.StyleCategory
    categories = QgsMapLayer.StyleCategories()
    for category in (kept.Symbology, kept.Labeling, kept.Rendering):
        categories |= category
    message, ok = layer.saveNamedStyle(str(TARGET / f"{name}.qml"), categories)
    if not ok:
        raise OSError(message)
    return name


if __name__ == "__main__":
    sys.exit(main())
