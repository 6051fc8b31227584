"""Drawing with real mouse clicks on a real map: sloppy clicks get exact corners, neighbours stay as they are."""

from __future__ import annotations

import pytest
import shapely
from drawing_world import Answers, area, box, click, fill, local, named, settle, show

WEIDE = box(50, 0, 100, 100)


@pytest.fixture
def plans():
    return {"Weide": WEIDE, "Kade": box(200, 50, 300, 150)}


@pytest.fixture
def part(desk, window, register_path, plans):
    from diwi_qgis.gui.drawing.draw_tools import DrawPart
    from diwi_qgis.gui.drawing.links import AreaLinks
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard
    from diwi_qgis.workspace import editing

    fill(register_path, plans)
    parts = [OverlapGuard(window), AreaLinks(window), DrawPart(window)]
    for each in parts:
        each.install()
    show(desk, window, register_path)
    editing.furnish(window.session.project)
    desk.canvas.snappingUtils().setConfig(window.session.project.snappingConfig())
    desk.canvas.snappingUtils().setMapSettings(desk.canvas.mapSettings())
    for layer in window.session.project.mapLayers().values():
        desk.canvas.snappingUtils().locatorForLayer(layer).init()
    yield parts[-1]
    for each in parts:
        each.remove()


@pytest.fixture
def layer(part):
    return part.layer


def press(desk, name):
    from qgis.PyQt.QtWidgets import QAction

    action = desk.window.findChild(QAction, name)
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def draw(desk, *points):
    for x, y in points:
        click(desk.canvas, x, y)
    click(desk.canvas, *points[-1], button="right")


def fill_form(desk, naam="Nieuw"):
    """Fill in QGIS' form of a new plan and accept it."""
    from qgis.gui import QgsAttributeDialog
    from qgis.PyQt.QtCore import QDate
    from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox

    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QgsAttributeDialog)]
    form = dialog.attributeForm()
    for name, value in (
        ("naam", naam), ("start_datum", QDate(2025, 1, 1)), ("eind_datum", QDate(2030, 1, 1)),
        ("vertrouwelijkheid", "intern_ambtelijk"),
    ):  # fmt: skip
        form.changeAttribute(name, value)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    settle()


def choose_plan(window, layer, naam):
    window.session.choose_plan(named(layer, naam)["uuid"])


def everything(layer, but=()):
    return {each["naam"]: bytes(each.geometry().asWkb()) for each in layer.getFeatures() if each["naam"] not in but}


def test_sloppy_clicks_get_exact_corners_and_are_clipped_to_the_neighbour(part, layer, desk, window):
    before = everything(layer)
    parcels = everything_of_parcels(window)
    press(desk, "diwiDrawPlan")
    draw(desk, (2, 2), (99, 2), (98, 98), (1, 99))
    fill_form(desk)
    made = local(area(layer, "Nieuw"))
    assert made.equals(shapely.box(0, 0, 50, 100))
    assert set(map(tuple, shapely.get_coordinates(made))) <= {(0, 0), (50, 0), (50, 50), (50, 100), (0, 100), (0, 50)}
    assert "Weide" in desk.said()[0] and "5" in desk.said()[0]
    assert everything(layer, ["Nieuw"]) == before and everything_of_parcels(window) == parcels
    layer.undoStack().undo()
    settle()
    assert everything(layer) == before and not layer.isModified()


def everything_of_parcels(window):
    return [bytes(each.geometry().asWkb()) for each in window.session.layer("perceel").getFeatures()]


def test_nothing_is_stored_before_it_is_saved_and_then_with_its_parcels(part, layer, desk, window):
    press(desk, "diwiDrawPlan")
    draw(desk, (2, 2), (48, 2), (48, 98), (1, 99))
    fill_form(desk)
    with window.session.read() as register:
        assert "Nieuw" not in set(register.read("project")["naam"])
    assert layer.commitChanges(), layer.commitErrors()
    settle()
    with window.session.read() as register:
        plan = register.read("project").set_index("naam").loc["Nieuw"]
        links = register.read("perceel_koppeling")
    assert plan["contour_herkomst"] == "percelen" and plan["contour_brondatum"].date().year == 2026
    assert sorted(links["aanduiding"]) == ["TST00-A-1", "TST00-A-7"] and set(links["aandeel"]) == {1.0}


def test_closing_the_form_adds_nothing(part, layer, desk):
    from qgis.gui import QgsAttributeDialog
    from qgis.PyQt.QtWidgets import QApplication

    press(desk, "diwiDrawPlan")
    draw(desk, (2, 2), (48, 2), (48, 98))
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QgsAttributeDialog)]
    dialog.reject()
    settle()
    assert not layer.isModified()


def test_a_part_is_drawn_within_its_main_plan_and_the_cover_is_told(part, layer, desk, window):
    choose_plan(window, layer, "Kade")
    mother = named(layer, "Kade")["uuid"]
    press(desk, "diwiDrawPart")
    draw(desk, (202, 52), (298, 52), (330, 75), (299, 99), (201, 99))
    fill_form(desk)
    assert local(area(layer, "Nieuw")).equals(shapely.box(200, 50, 300, 100))
    assert named(layer, "Nieuw")["hoofdplan_uuid"] == mother
    assert any("50 %" in said for said in desk.said())
    assert layer.commitChanges(), layer.commitErrors()
    with window.session.read() as register:
        plans = register.read("project").set_index("naam")
    assert plans.loc["Nieuw", "code"] == plans.loc["Kade", "code"] + ".01"


def test_a_line_cuts_the_smaller_side_off_and_the_other_side_is_one_click_away(part, layer, desk, window):
    from qgis.PyQt.QtWidgets import QPushButton

    choose_plan(window, layer, "Kade")
    press(desk, "diwiDrawCut")
    draw(desk, (180, 78), (310, 78))
    bounds = local(area(layer, "Kade")).bounds
    assert bounds[3] == 150 and 77 < bounds[1] < 79
    desk.bar.findChild(QPushButton, "diwiOtherwise").click()
    settle()
    bounds = local(area(layer, "Kade")).bounds
    assert bounds[1] == 50 and 77 < bounds[3] < 79
    layer.undoStack().undo()
    assert local(area(layer, "Kade")).bounds == (200, 50, 300, 150)


def test_a_line_that_ends_inside_cuts_nothing_and_says_so(part, layer, desk, window):
    choose_plan(window, layer, "Kade")
    press(desk, "diwiDrawCut")
    draw(desk, (180, 80), (225, 80))
    assert not layer.isModified() and "across" in desk.said()[0]


def test_a_strip_along_a_border_is_added_and_stops_at_the_neighbour(part, layer, desk, window):
    from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QDoubleSpinBox

    def answer(dialog):
        dialog.findChild(QDoubleSpinBox, "diwiStripWidth").setValue(20)
        dialog.findChild(QComboBox, "diwiStripSide").setCurrentIndex(1)
        dialog.findChild(QComboBox, "diwiStripUse").setCurrentIndex(1)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    choose_plan(window, layer, "Kade")
    before = everything(layer, ["Kade"])
    press(desk, "diwiDrawStrip")
    answers = Answers(answer)
    draw(desk, (99, 101), (201, 101))  # on the border between two rows of parcels, eastwards: right is south
    answers.stop()
    made = local(area(layer, "Kade"))
    assert made.equals(shapely.union(shapely.box(200, 50, 300, 150), shapely.box(100, 80, 200, 100)))
    assert everything(layer, ["Kade"]) == before


def test_buttons_say_why_they_cannot_be_used(part, layer, desk, window):
    from qgis.PyQt.QtWidgets import QAction

    cut = desk.window.findChild(QAction, "diwiDrawCut")
    assert not cut.isEnabled() and "select one plan first" in cut.toolTip()
    choose_plan(window, layer, "Kade")
    assert cut.isEnabled()
    window.session.project.removeMapLayer(layer.id())
    assert not cut.isEnabled() and "no" in cut.toolTip()


def test_what_qgis_itself_cuts_off_while_drawing_is_told(part, layer, desk, window):
    from qgis.core import QgsVectorLayerUtils
    from qgis.gui import QgsMapToolDigitizeFeature
    from qgis.PyQt.QtCore import QDate

    tool = QgsMapToolDigitizeFeature(desk.canvas, desk.cad)
    tool.setLayer(layer)

    def add(feature):
        index = layer.fields().indexOf
        known = {index("naam"): "QGIS", index("start_datum"): QDate(2025, 1, 1), index("eind_datum"): QDate(2030, 1, 1)}
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, feature.geometry(), known))

    tool.digitizingCompleted.connect(add)
    desk.canvas.setMapTool(tool)
    draw(desk, (2, 2), (99, 2), (98, 98), (1, 99))
    settle()
    assert local(area(layer, "QGIS")).area == pytest.approx(5000)
    assert "Weide" in desk.said()[0] and "5,000" in desk.said()[0].replace(".", ",")
    desk.canvas.unsetMapTool(tool)
