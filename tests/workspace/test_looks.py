"""How the project looks: legends from the code lists, every theme draws its plans, what the user changed stays."""

from __future__ import annotations

from datetime import date

import pytest

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.paths import resource

MINIMUM = "3.22"


def plans_of(project):
    from diwi_qgis.workspace.layers import find_layer

    return find_layer(project, "project")


def picture(project, theme):
    """The plans of Testdam under a map theme."""
    from qgis.core import (
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsMapRendererParallelJob,
        QgsMapSettings,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QSize

    themes = project.mapThemeCollection()
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in themes.mapThemeVisibleLayers(theme) if layer.providerType() == "ogr"])
    settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(theme))
    settings.setDestinationCrs(project.crs())
    settings.setExtent(QgsRectangle(50, 50, 350, 250))
    settings.setOutputSize(QSize(600, 400))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert job.errors() == []
    return job.renderedImage()


def colour_of(image, x, y):
    """Colour at a place of Testdam."""
    return image.pixelColor(int((x - 50) * 2), int((250 - y) * 2)).name()


def test_every_value_of_a_list_is_in_the_legend_under_its_label(project):
    plans = plans_of(project)
    for style, lijst in (("Status", "planstatus"), ("Fase", "fase"), ("Vertrouwelijkheid", "vertrouwelijkheid")):
        plans.styleManager().setCurrentStyle(style)
        shown = {category.value(): category.label() for category in plans.renderer().categories()}
        for value in codelijst(lijst).waarden:
            hardness = f" ({'hard' if value.hard else 'zacht'})" if lijst == "planstatus" else ""
            assert shown.pop(value.code) == value.label + hardness
        assert shown == {"": "Niet ingevuld"}


def test_every_style_loads_in_the_oldest_version():
    files = sorted(resource("styles").glob("*.qml"))
    assert len(files) > 12
    assert [file.name for file in files if f'version="{MINIMUM}' not in file.read_text(encoding="utf8")[:600]] == []


def test_every_theme_draws_the_plans_in_their_own_colour(project):
    seen = {}
    for theme in ("Status", "Fase", "Woningen", "Vertraging", "Vertrouwelijkheid", "Bevindingen"):
        image = picture(project, theme)
        seen[theme] = colour_of(image, 120, 120)
        assert seen[theme] != "#ffffff", theme
    assert seen["Woningen"] != seen["Vertrouwelijkheid"] != seen["Bevindingen"]


@pytest.mark.both_engines
def test_delay_is_measured_from_the_first_forecast(stored, project):
    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.queries import DELAY, find_query

    layer = find_query(project, DELAY)
    classes = {category.value() for category in layer.renderer().categories()}

    def shown():
        return {row["naam"]: row["vertraging"] for row in layer.getFeatures()}

    assert shown() == {"Weide": "op_tijd", "Haven": "onbekend"}
    for moved_to, expected in (
        (date(2026, 5, 1), "halfjaar"),
        (date(2026, 9, 1), "jaar"),
        (date(2027, 6, 1), "meer"),
        (date(2025, 6, 1), "eerder"),
    ):
        with open_register(stored, write=True) as register:
            uuid = register.read("mijlpaal")["uuid"].iloc[0]
            with register.transaction("test") as write:
                write.update("mijlpaal", [{"uuid": uuid, "gepland": moved_to}])
        assert shown() == {"Weide": expected, "Haven": "onbekend"}
        assert set(shown().values()) <= classes


def test_the_legend_of_a_print_follows_the_theme(project):
    """What the map does not show is not in the legend; the delays are when they are in the map."""
    from qgis.core import QgsLayoutExporter

    from diwi_qgis.workspace.layers import find_layer
    from diwi_qgis.workspace.queries import DELAY, find_query

    layout = project.layoutManager().layoutByName("Kaart A4")
    shown = layout.itemById("Kaart")
    texts = {}
    for theme in ("Status", "Vertraging"):
        shown.setFollowVisibilityPreset(True)
        shown.setFollowVisibilityPresetName(theme)
        QgsLayoutExporter(layout).renderPageToImage(0, dpi=50)
        model = layout.itemById("Legenda").model()
        texts[theme] = [
            node.data(0)
            for layer in (find_query(project, DELAY), find_layer(project, "project"))
            for node in model.layerLegendNodes(model.rootGroup().findLayer(layer))
        ]
    assert texts["Vertraging"][:2] == ["Op tijd (binnen een maand)", "Geen mijlpaal voor bouw of oplevering"]
    assert not set(texts["Vertraging"][:2]) & set(texts["Status"]) and "Niet ingevuld" in texts["Status"]


def test_a_fact_sheet_shows_no_other_plan(project):
    from qgis.core import QgsExpressionContextScope, QgsRenderContext

    plans = plans_of(project)
    plans.styleManager().setCurrentStyle("Factsheet")
    weide, haven = sorted(plans.getFeatures(), key=lambda row: row["naam"], reverse=True)
    context = QgsRenderContext()
    scope = QgsExpressionContextScope()
    scope.setVariable("atlas_feature", weide)
    context.expressionContext().appendScope(scope)
    renderer = plans.renderer()
    renderer.startRender(context, plans.fields())
    drawn = []
    for plan in (weide, haven):
        context.expressionContext().setFeature(plan)
        drawn.append(renderer.willRenderFeature(plan, context))
    renderer.stopRender(context)
    assert drawn == [True, False]


def test_changing_the_style_changes_nothing_but_the_look(project):
    plans = plans_of(project)

    def rest():
        return (
            plans.customProperty("diwi/table"),
            [tab.name() for tab in plans.editFormConfig().tabs()],
            [plans.attributeAlias(index) for index in range(len(plans.fields()))],
            [plans.editorWidgetSetup(index).config() for index in range(len(plans.fields()))],
            plans.temporalProperties().startField(),
        )

    before = rest()
    assert before[1] and before[4] == "start_datum"
    for name in plans.styleManager().styles():
        plans.styleManager().setCurrentStyle(name)
        assert rest() == before, name


@pytest.mark.slow
def test_what_the_user_made_of_it_stays(stored, read):
    from qgis.core import QgsFillSymbol, QgsMapThemeCollection, QgsSingleSymbolRenderer

    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.layers import find_layer
    from diwi_qgis.workspace.stored import write_project

    project = read(stored)
    own = QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"}))
    find_layer(project, "perceel").setRenderer(own.clone())
    plans_of(project).setRenderer(own)
    themes = project.mapThemeCollection()
    themes.insert("Raad", QgsMapThemeCollection.MapThemeRecord())
    themes.removeMapTheme("Fase")
    project.layoutManager().layoutByName("Kaart A4").setName("Kaart raad")
    write_project(project, stored)

    build_workspace(stored)
    again = read(stored)
    for layer in (plans_of(again), find_layer(again, "perceel")):
        assert layer.renderer().symbol().color().name() == "#123456"
    assert {"Raad", "Status"} <= set(again.mapThemeCollection().mapThemes())
    assert again.layoutManager().layoutByName("Kaart raad") is not None


def test_the_time_slider_knows_plans_and_moments(project):
    from diwi_qgis.workspace.layers import find_layer

    plans = plans_of(project).temporalProperties()
    assert plans.isActive() and (plans.startField(), plans.endField()) == ("start_datum", "eind_datum")
    for table in ("mijlpaal", "oplevering"):
        assert find_layer(project, table).temporalProperties().isActive()
    span = project.timeSettings().temporalRange()
    assert (span.begin().date().year(), span.end().date().year()) == (2024, 2030)


def test_the_project_opens_as_its_first_theme(project):
    from diwi_qgis.workspace.layers import find_layer

    visible = {
        table: project.layerTreeRoot().findLayer(find_layer(project, table)).isVisible()
        for table in ("project", "perceel", "gebied", "bevinding", "woningblok")
    }
    assert visible == {"project": True, "perceel": True, "gebied": True, "bevinding": False, "woningblok": False}
    assert plans_of(project).styleManager().currentStyle() == "Status"
