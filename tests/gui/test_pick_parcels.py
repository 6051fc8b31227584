"""Picking parcels on a real map: click, box, lasso and line; new plans, larger plans, and parcels of other plans."""

from __future__ import annotations

import pytest
from pick_world import Hand, fill, lay_out, square

PLANS = (
    ("Havenkwartier", square(0, 0, 2, 1), {"contour_herkomst": "percelen"}),
    ("Weide", square(4, 4, 2, 2), {"contour_herkomst": "getekend"}),
)


class World:
    """The window with the part in it, and what a user sees there."""

    def __init__(self, desk, window, path):
        from qgis.PyQt.QtCore import QDate

        from diwi_qgis.gui.pick.part import PickPart

        self.uuids = dict(zip(("Havenkwartier", "Weide"), fill(path, PLANS)))
        self.desk, self.window, self.session, self.date = desk, window, window.session, QDate
        self.parcels, self.plans = lay_out(path, desk)
        self.part = PickPart(window)
        self.part.install()
        self.hand = Hand(desk.canvas)

    def find(self, name):
        from qgis.PyQt.QtCore import QObject

        return self.desk.window.findChild(QObject, name)

    def start(self):
        self.find("diwiPickParcels").trigger()

    def picked(self):
        listed = self.find("diwiPickList")
        return {listed.item(row).text()[8:10] for row in range(listed.count())}

    def text(self, name):
        return self.find(name).text()

    def choose(self, name):
        self.session.choose_plan(self.uuids[name])

    def plan(self, name):
        return next(plan for plan in self.plans.getFeatures() if plan["naam"] == name)

    def form(self):
        return self.find("diwiNewPlanForm")

    def fill_in(self, **values):
        for name, value in values.items():
            self.form().attributeForm().changeAttribute(name, value)


@pytest.fixture
def world(desk, window, register_path):
    from qgis.PyQt.QtWidgets import QApplication

    world = World(desk, window, register_path)
    yield world
    if world.form() is not None and world.form().isVisible():
        world.form().reject()
    if world.plans is not None and world.plans.isEditable():
        world.plans.rollBack()
    world.part.remove()
    QApplication.processEvents()


def same(geometry, expected):
    from qgis.core import QgsGeometry

    return geometry.isGeosEqual(QgsGeometry.fromWkt(expected.wkt)) and geometry.isGeosValid()


def test_clicks_pick_and_a_second_click_leaves_out(world):
    world.start()
    for x in (2, 3, 4):
        world.hand.click(x + 0.5, 2.5)
    assert world.picked() == {"22", "32", "42"}
    assert world.text("diwiPickArea") == "1,875 m² (0.19 ha)"
    world.hand.click(3.5, 2.5)
    assert world.picked() == {"22", "42"}
    world.hand.click(3.5, 2.5, "Control")
    world.hand.click(2.5, 2.5, "Shift")
    assert world.picked() == {"22", "42"}
    world.hand.click(2.5, 2.5, "Control")
    assert world.picked() == {"42"} and world.text("diwiPickCount") == "1"


def test_escape_takes_steps_back_one_by_one(world):
    world.start()
    world.hand.click(2.5, 2.5)
    world.hand.drag((2.1, 3.1), (3, 4), (3.9, 4.9))
    assert world.picked() == {"22", "23", "33", "24", "34"}
    world.hand.press("Escape")
    assert world.picked() == {"22"}
    world.hand.press("Escape")
    world.hand.press("Escape")
    assert world.picked() == set()


def test_a_double_click_is_one_pick(world):
    world.start()
    world.hand.double_click(2.5, 2.5)
    assert world.picked() == {"22"}


def test_a_box_takes_parcels_whose_middle_it_holds_or_the_one_it_lies_in(world):
    world.start()
    world.hand.drag((1.6, 1.6), (3, 3), (3.4, 2.9))
    assert world.picked() == {"22"}
    world.hand.drag((0.1, 5.1), (0.2, 5.2), (0.4, 5.4))
    assert world.picked() == {"22", "05"}
    world.hand.drag((0, 2), (1, 5), (6, 6), keys=("Control",))
    assert world.picked() == set()


def test_a_lasso_around_a_corner(world):
    world.start()
    world.find("diwiPickLasso").trigger()
    world.hand.drag((0.1, 1.1), (2.9, 1.1), (2.9, 1.9), (0.9, 1.9), (0.9, 3.9), (0.1, 3.9))
    assert world.picked() == {"01", "11", "21", "02", "03"}
    world.hand.click(5.5, 1.5)
    assert world.picked() == {"01", "11", "21", "02", "03", "51"}


@pytest.mark.parametrize("ending", ["RightButton", "Return", "double"])
def test_a_line_takes_what_it_crosses_and_not_its_bounding_box(world, ending):
    world.start()
    world.find("diwiPickLine").trigger()
    world.hand.click(0.5, 1.5)
    world.hand.move(1, 1.6)
    world.hand.click(2.5, 1.5)
    if ending == "double":
        world.hand.double_click(2.5, 3.5)
    else:
        world.hand.click(2.5, 3.5)
        world.hand.press(ending) if ending == "Return" else world.hand.click(2.5, 3.5, button=ending)
    assert world.picked() == {"01", "11", "21", "22", "23"}


def test_a_line_along_a_border_touches_no_parcel(world):
    from qgis.core import QgsGeometry

    from diwi_qgis.gui.pick.ground import Parcels

    border = QgsGeometry.fromWkt("LineString(150050 450050, 150075 450050)")
    assert Parcels(world.parcels).across(border) == []


def test_picking_goes_on_after_moving_the_map(world):
    from qgis.gui import QgsMapToolPan

    world.start()
    world.hand.click(2.5, 2.5)
    pan = QgsMapToolPan(world.desk.canvas)
    world.desk.canvas.setMapTool(pan)
    assert not world.find("diwiPickParcels").isChecked()
    world.start()
    world.hand.click(3.5, 2.5)
    assert world.picked() == {"22", "32"}
    world.find("diwiPickCancel").trigger()
    assert world.desk.canvas.mapTool() is pan


def test_clicking_the_button_again_loses_nothing(world):
    world.start()
    world.hand.click(2.5, 2.5)
    world.start()
    assert world.picked() == {"22"} and world.find("diwiPickParcels").isChecked()


def test_the_map_may_have_another_reference_system(world):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    canvas, old = world.desk.canvas, QgsCoordinateReferenceSystem("EPSG:28992")
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    moved = QgsCoordinateTransform(old, web, QgsProject.instance())
    extent = moved.transformBoundingBox(canvas.extent())
    canvas.setDestinationCrs(web)
    canvas.setExtent(extent)
    world.start()
    place = canvas.getCoordinateTransform().transform(moved.transform(QgsPointXY(150_062.5, 450_062.5)))
    world.hand.at = lambda *_: place.toQPointF().toPoint()
    world.hand.click(0, 0)
    assert world.picked() == {"22"}
    assert world.part._picked.square_metres == pytest.approx(625)


def test_a_new_plan_gets_exactly_the_parcels_and_says_how_it_was_made(world):
    import shapely

    world.start()
    world.hand.drag((2.1, 1.1), (3, 3), (4.9, 3.9))
    world.hand.click(3.5, 2.5)  # a hole
    world.hand.click(0.5, 5.5)  # a second part
    world.hand.press("Return")
    world.fill_in(naam="Nieuw plan", start_datum=world.date(2025, 1, 1), eind_datum=world.date(2030, 1, 1))
    world.form().accept()
    plan = world.plan("Nieuw plan")
    ring = square(2, 1, 3, 3) - square(3, 2)
    assert same(plan.geometry(), shapely.MultiPolygon([ring, square(0, 5)]))
    assert plan["contour_herkomst"] == "percelen"
    assert plan["contour_brondatum"] == world.date(2024, 1, 1)
    assert world.plans.selectedFeatureIds() == [plan.id()] and world.picked() == set()
    assert world.plans.undoStack().count() == 1
    with world.session.read() as register:
        assert len(register.read("project")) == 2, "nothing is stored before the user saves"
    assert world.plans.commitChanges()
    with world.session.read() as register:
        stored = register.read("project").set_index("naam").loc["Nieuw plan"]
    assert stored["geom"].equals(shapely.MultiPolygon([ring, square(0, 5)])) and stored["code"]


def test_a_form_that_is_closed_leaves_everything_as_it_was(world):
    world.start()
    world.hand.click(2.5, 2.5)
    world.hand.press("Return")
    world.form().reject()
    assert world.picked() == {"22"} and not world.plans.isEditable()
    assert {plan["naam"] for plan in world.plans.getFeatures()} == {"Havenkwartier", "Weide"}


def test_parcels_of_another_plan_are_left_out_and_the_plan_is_named(world):
    world.start()
    world.hand.move(0.5, 0.5)
    assert "'Havenkwartier'" in world.text("diwiPickHover") and "TST00-A-001" in world.text("diwiPickHover")
    world.hand.drag((0.1, 0.1), (2, 1), (3.9, 0.9))
    assert world.picked() == {"20", "30"}
    warning = world.text("diwiPickWarning")
    assert "'Havenkwartier'" in warning and "TST00-A-001" in warning and "TST00-A-101" in warning
    world.hand.click(3.5, 3.5)
    assert world.text("diwiPickWarning") == ""


def test_a_part_of_a_plan_may_have_its_parcels_and_points_at_it(world):
    world.start()
    world.hand.click(0.5, 0.5)
    assert world.picked() == set()
    world.find("diwiPickPart").click()
    assert world.picked() == {"00"}
    world.hand.press("Return")
    world.fill_in(naam="Deel", start_datum=world.date(2025, 1, 1), eind_datum=world.date(2030, 1, 1))
    world.form().accept()
    assert world.plan("Deel")["hoofdplan_uuid"] == world.uuids["Havenkwartier"]
    assert not world.find("diwiPickPart").isChecked()


def test_a_part_lies_in_one_plan(world):
    world.start()
    world.find("diwiPickPart").click()
    world.hand.click(0.5, 0.5)
    world.hand.click(5.5, 5.5)
    world.find("diwiPickNew").trigger()
    assert world.form() is None
    assert "'Havenkwartier', 'Weide'" in world.text("diwiPickWarning")


def test_parcels_are_added_to_the_chosen_plan_in_one_step(world):
    import shapely

    world.choose("Havenkwartier")
    world.start()
    world.hand.click(2.5, 0.5)
    world.hand.click(0.5, 3.5)
    assert world.text("diwiPickPlan") == "2,500 m² (0.25 ha)"
    world.find("diwiPickExtend").trigger()
    plan = world.plan("Havenkwartier")
    assert same(plan.geometry(), shapely.MultiPolygon([square(0, 0, 3, 1), square(0, 3)]))
    assert (plan["contour_herkomst"], plan["contour_brondatum"]) == ("percelen", world.date(2024, 1, 1))
    world.plans.undoStack().undo()
    plan = world.plan("Havenkwartier")
    assert same(plan.geometry(), square(0, 0, 2, 1)) and not plan["contour_brondatum"]
    assert world.plans.isEditable() and not world.plans.isModified()


def test_a_drawn_plan_that_gets_parcels_is_still_a_drawn_one(world):
    world.choose("Weide")
    world.start()
    world.hand.click(3.5, 5.5)
    world.find("diwiPickExtend").trigger()
    assert world.plan("Weide")["contour_herkomst"] == "getekend"


def test_the_area_of_the_chosen_plan_is_replaced(world):
    world.choose("Weide")
    world.start()
    world.hand.click(4.5, 4.5)  # its own parcel
    world.hand.click(3.5, 4.5)
    world.find("diwiPickReplace").trigger()
    plan = world.plan("Weide")
    assert same(plan.geometry(), square(3, 4, 2, 1))
    assert (plan["contour_herkomst"], plan["contour_brondatum"]) == ("percelen", world.date(2024, 1, 4))


def test_parcels_of_the_chosen_plan_are_no_new_plan(world):
    world.choose("Havenkwartier")
    world.start()
    world.hand.click(0.5, 0.5)
    world.hand.click(2.5, 0.5)
    world.find("diwiPickNew").trigger()
    assert world.form() is None and "'Havenkwartier'" in world.text("diwiPickWarning")


def test_an_unsaved_plan_has_its_parcels_too(world):
    from qgis.core import QgsFeature, QgsGeometry

    world.plans.startEditing()
    plan = QgsFeature(world.plans.fields())
    plan["naam"] = "Vers"
    plan.setGeometry(QgsGeometry.fromWkt(square(2, 2).wkt))
    world.plans.addFeature(plan)
    world.start()
    world.hand.click(2.5, 2.5)
    assert world.picked() == set() and "'Vers'" in world.text("diwiPickWarning")


def test_dwellings_per_hectare_follow_the_area(world):
    world.start()
    world.hand.drag((2.1, 2.1), (3, 3), (3.9, 3.9))
    assert world.text("diwiPickDensity") == "–"
    world.find("diwiPickDwellings").setValue(10)
    assert world.text("diwiPickDensity") == "40.0"
    world.hand.press("Escape")
    assert world.text("diwiPickDensity") == "–"


def test_parcels_found_elsewhere_start_a_pick(world):
    world.session.parcelsOffered.emit(["22", "33", "nergens'"])
    assert world.picked() == {"22", "33"} and world.find("diwiPickParcels").isChecked()


def test_the_button_says_why_it_cannot_be_used(world):
    from qgis.core import QgsProject

    button = world.find("diwiPickParcels")
    assert button.isEnabled()
    world.start()
    world.hand.click(2.5, 2.5)
    QgsProject.instance().removeMapLayer(world.parcels.id())
    assert button.isEnabled(), "the register still has parcels"
    QgsProject.instance().removeMapLayer(world.plans.id())
    world.plans = world.parcels = None
    assert not button.isEnabled() and "register" in button.toolTip().splitlines()[1]
    assert world.picked() == set()
