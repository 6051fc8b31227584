"""The fact sheets: an atlas with one A4 per plan, that shows nothing of any other plan."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from diwi_qgis.workspace.layers import find_layer
from diwi_qgis.workspace.print_items import (
    ACCENT,
    INK,
    PAPER,
    SOFT,
    Box,
    Field,
    band,
    label,
    legend,
    map_item,
    north_arrow,
    related_table,
    scale_bar,
)
from diwi_qgis.workspace.queries import relation_to_plans

#: Name of the layout, of the map theme and of the style of the plans.
NAME = "Factsheet"

#: Scales of the map: the first at which the plan fits.
SCALES = (500.0, 1000.0, 2500.0, 5000.0, 10000.0, 25000.0, 50000.0)

_LEFT, _WIDTH, _RIGHT = 15.0, 180.0, Qt.AlignmentFlag.AlignRight


def _or_dash(expression: str) -> str:
    return f"[% coalesce(nullif(to_string({expression}), ''), '–') %]"


def _day(column: str) -> str:
    return f"format_date(\"{column}\", 'dd-MM-yyyy')"


_FACTS = (
    ("Projectfase", _or_dash('represent_value("fase")')),
    ("Planstatus", _or_dash('represent_value("planstatus")')),
    ("Vertrouwelijkheid", _or_dash('represent_value("vertrouwelijkheid")')),
    ("Plansoort", _or_dash('represent_value("plantype")')),
    (
        "Ligging",
        "[% coalesce(nullif(array_to_string(array_filter(array(\"buurt\", \"wijk\"), @element <> ''), ', '), ''), '–') %]",
    ),
    ("Looptijd", "[% format_date(\"start_datum\", 'MM-yyyy') %] tot [% format_date(\"eind_datum\", 'MM-yyyy') %]"),
    ("Oppervlakte", "[% format_number($area / 10000, 2, 'nl') %] ha"),
    ("Rol gemeente", _or_dash('represent_value("rol_gemeente")')),
)

_FIGURES = (
    Field("bruto", "Bruto", 34.4, True),
    Field("sloop", "Sloop", 34.4, True),
    Field("netto", "Netto", 34.4, True),
    Field("gerealiseerd", "Gerealiseerd (netto)", 34.4, True),
    Field("resterend", "Resterend (netto)", 34.4, True),
)
_PROGRAMME = (
    Field("naam", "Woningblok", 39),
    Field("mutatie", "Soort", 14),
    Field("opleveringen", "Oplevering", 22),
    Field("aantal", "Aantal", 14, True),
    Field("eengezins", "Eengezins", 16, True),
    Field("meergezins", "Meergezins", 18, True),
    Field("koop", "Koop", 12, True),
    Field("corporatie", "Huur corp.", 16, True),
    Field("particulier", "Huur part.", 15, True),
)
_MILESTONES = (
    Field("mijlpaal", "Mijlpaal", 32),
    Field(_day("eerste_prognose"), "Eerst verwacht", 16),
    Field(f"coalesce({_day('gerealiseerd')} || ' ✓', {_day('gepland')})", "Nu (✓ gereed)", 19),
)


def fill(layout: QgsPrintLayout) -> None:
    """Make an empty layout the atlas of fact sheets of its project."""
    project = layout.project()
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    _turn_pages(layout, find_layer(project, "project"))
    _head(layout)
    shown = _map(layout)
    _figures(layout, project)
    _foot(layout, shown)


def _turn_pages(layout: QgsPrintLayout, plans: Optional[QgsMapLayer]) -> None:
    atlas = layout.atlas()
    atlas.setCoverageLayer(plans)
    atlas.setEnabled(plans is not None)
    atlas.setPageNameExpression('"code"')
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"naam" || \' \' || "code"')
    atlas.setFilenameExpression('"code"')
    layout.renderContext().setPredefinedScales(list(SCALES))


def _head(layout: QgsPrintLayout) -> None:
    band(layout, Box(0, 0, 210, 24), "Balk", ACCENT)
    label(layout, Box(_LEFT, 3, 130, 12), "Naam", '[% "naam" %]', 18, PAPER, bold=True)
    label(layout, Box(_LEFT, 14, 130, 6), "Hoofdplan", _PARENT, 9, PAPER)
    label(layout, Box(145, 3, 50, 12), "Code", '[% "code" %]', 12, PAPER, bold=True, align=_RIGHT)
    label(layout, Box(145, 14, 50, 6), "Gemeente", "[% @gemeente %]", 9, PAPER, align=_RIGHT)
    for index, (caption, value) in enumerate(_FACTS):
        row, column = divmod(index, 4)
        box = Box(_LEFT + column * 45, 28 + row * 12, 43, 4)
        label(layout, box, f"{caption} kop", caption, 7, SOFT)
        label(layout, box._replace(y=box.y + 4, height=8), caption, value, 8, INK, bold=True, top=True)


_PARENT = (
    "[% if(\"hoofdplan_uuid\" is null, 'Woningbouwplan', "
    "'Deelplan van ' || attribute(get_feature(@layer, 'uuid', \"hoofdplan_uuid\"), 'naam')) %]"
)


def _map(layout: QgsPrintLayout) -> QgsLayoutItemMap:
    project = layout.project()
    frame = Box(_LEFT, 52, 104, 100)
    plans = find_layer(project, "project")
    shown = map_item(layout, frame, "Kaart", plans.extent() if plans is not None else QgsRectangle(0, 0, 100, 100))
    shown.setFollowVisibilityPreset(True)
    shown.setFollowVisibilityPresetName(NAME)
    shown.setAtlasDriven(True)
    shown.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Predefined)
    scale_bar(layout, shown, frame.x + 2, frame.y + frame.height - 1)
    north_arrow(layout, shown, Box(frame.x + frame.width - 9, frame.y + 2, 7, 10))
    scale = "Schaal 1:[% format_number(map_get(item_variables('Kaart'), 'map_scale'), 0, 'nl') %]"
    label(layout, Box(_LEFT, 154, 30, 4), "Schaal", scale, 7, SOFT)
    titles = {"project": "", "perceel": "Kadastraal perceel", "pand": "Pand (BAG)"}
    layers = [(find_layer(project, table), title) for table, title in titles.items()]
    key = legend(layout, shown, Box(50, 152.5, 69, 5), layers)
    key.setColumnCount(len(layers))
    key.setBoxSpace(0)
    key.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperRight)
    return shown


def _figures(layout: QgsPrintLayout, project: QgsProject) -> None:
    _table(layout, project, Box(123, 58, 72, 94), "mijlpalen", "Planning", _MILESTONES, 7.5, "Geen mijlpalen ingevoerd")
    _table(layout, project, Box(_LEFT, 169, _WIDTH, 13), "cijfers", "Woningen", _FIGURES, 13, "–")
    _table(
        layout,
        project,
        Box(_LEFT, 193, _WIDTH, 86),
        "programma",
        "Programma",
        _PROGRAMME,
        8,
        "Geen woningblokken ingevoerd",
    )


def _table(
    layout: QgsPrintLayout,
    project: QgsProject,
    box: Box,
    view: str,
    title: str,
    fields: tuple[Field, ...],
    size: float,
    empty: str,
) -> None:
    label(layout, Box(box.x, box.y - 6, box.width, 5), f"{title} kop", title, 11, ACCENT, bold=True)
    relation = relation_to_plans(project, view)
    if relation is not None:
        related_table(layout, box, title, relation, fields, size, empty)


def _foot(layout: QgsPrintLayout, shown: QgsLayoutItemMap) -> None:
    source = "Bron: woningbouwregister [% @gemeente %], stand [% format_date(now(), 'd MMMM yyyy', 'nl') %]"
    label(layout, Box(_LEFT, 282, 120, 4), "Bron", source, 7, SOFT)
    credits = "Kaart: [% array_to_string(map_credits('Kaart'), '; ') %]"
    label(layout, Box(_LEFT, 286, _WIDTH, 7), "Bronnen", credits, 6.5, SOFT, top=True)
    page = '[% "code" %]  ·  [% @atlas_featurenumber %] van [% @atlas_totalfeatures %]'
    label(layout, Box(135, 282, 60, 4), "Bladzijde", page, 7, SOFT, align=_RIGHT)
