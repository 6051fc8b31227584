"""A planner picks parcels with everything the tool has, and makes or changes a plan with them."""

from __future__ import annotations

import shapely
from map_hands import (
    CONTROL,
    SHIFT,
    Ground,
    action,
    child,
    fill_in,
    key,
    look_at,
    plans,
    press,
    save,
    select_plan,
    stored,
    undo,
    union,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QToolButton


class Picking:
    """The tool at work; keeps by rules of its own which parcels must be picked by now."""

    def __init__(self, mouse, iface, parcels):
        self.mouse, self.parcels, self.expected = mouse, parcels, []
        press("diwiPickParcels")
        self.panel = child(iface.mainWindow(), QDockWidget, "diwiPickPanel")

    def click(self, name, keys=Qt.KeyboardModifier.NoModifier):
        place = shapely.point_on_surface(self.parcels[name])
        self.mouse.map(place.x, place.y, keys=keys)
        if name in self.expected and keys != SHIFT:
            self.expected.remove(name)
        elif name not in self.expected and keys != CONTROL:
            self.expected.append(name)
        self.agree()

    def draw(self, button, points, meant):
        """Drag with one of the shapes; `meant` tells of a parcel whether the shape means it."""
        QTest.mouseClick(child(self.panel, QToolButton, f"{button}Button"), Qt.MouseButton.LeftButton)
        self.mouse.drag(points)
        self.add(meant)

    def add(self, meant):
        new = [name for name, area in self.parcels.items() if name not in self.expected and meant(area)]
        assert new
        self.expected += new
        self.agree()

    def agree(self):
        count = child(self.panel, QLabel, "diwiPickCount").text()
        assert count == str(len(self.expected)), self.expected


def test_twelve_parcels_become_a_plan(town, iface, plugin, mouse, shoot):
    """Click, box, lasso and line, Shift, Ctrl and Esc: twelve parcels, and a plan on exactly those."""
    ground = Ground(town)
    near = ground.free(12)
    areas = ground.parcels["geom"]
    look_at(near)
    a, b = near.index[:2]
    picking = Picking(mouse, iface, areas)
    picking.click(a)
    picking.click(b)
    picking.click(b)  # a second click leaves it out
    picking.click(b, SHIFT)
    picking.click(b, SHIFT)  # Shift never does
    picking.click(a, CONTROL)
    box = shapely.box(*shapely.union(near.iloc[2], near.iloc[3]).bounds).buffer(-0.5)
    corner = box.bounds
    picking.draw("diwiPickRectangle", [corner[:2], box.centroid.coords[0], corner[2:]], inside(box))
    left = next(area for each, area in near.items() if each not in picking.expected)
    ring = shapely.point_on_surface(left).buffer(6, quad_segs=4)
    picking.draw("diwiPickLasso", list(ring.exterior.coords), inside(ring))
    QTest.mouseClick(child(picking.panel, QToolButton, "diwiPickLineButton"), Qt.MouseButton.LeftButton)
    left = next(area for each, area in near.items() if each not in picking.expected)
    ends = [shapely.point_on_surface(area) for area in (near.iloc[0], left)]
    line = shapely.LineString(ends)
    mouse.outline([(end.x, end.y) for end in ends])
    before = list(picking.expected)
    picking.add(lambda area: area.intersects(line) and not area.touches(line))
    key(Qt.Key.Key_Escape)
    picking.expected = before
    picking.agree()  # the line is taken back
    QTest.mouseClick(child(picking.panel, QToolButton, "diwiPickRectangleButton"), Qt.MouseButton.LeftButton)
    for each in [each for each in before if each not in near.index]:
        picking.click(each, CONTROL)
    for each in near.index.difference(picking.expected):
        picking.click(each)
    assert sorted(picking.expected) == sorted(near.index)
    shoot("pick")
    key(Qt.Key.Key_Return)
    fill_in("Twaalf percelen", lambda: shoot("pick_form"))
    query = "SELECT contour_herkomst, contour_brondatum, code, gemeentecode FROM project WHERE naam = ?"
    assert stored(town, query, "Twaalf percelen") == []  # not before it is saved
    save()
    shoot("pick_saved")
    after = Ground(town)
    ((origin, source_date, code, municipality),) = stored(town, query, "Twaalf percelen")
    assert origin == "percelen" and source_date == str(ground.parcels.loc[near.index, "brondatum"].min().date())
    assert code.startswith(f"{municipality}-")
    assert after.linked("Twaalf percelen") == set(near.index)
    assert after.area("Twaalf percelen").equals(union(near))
    assert plugin.session.plan == after.plans.loc["Twaalf percelen", "uuid"]


def test_a_plan_gets_a_parcel_more_and_ctrl_z_takes_it_back(town, iface, plugin, mouse, shoot):
    ground = Ground(town)
    plan = ground.area("Kokkelstraat fase 2")
    others = shapely.union_all(ground.plans["geom"].dropna().to_numpy())
    beside = ground.parcels["geom"][lambda areas: [
        area.area < 900 and area.intersection(plan).length > 5 and area.intersection(others).area < 1 for area in areas
    ]]  # fmt: skip
    look_at([plan])
    select_plan(mouse, plan)
    fid = plans().selectedFeatureIds()[0]

    def extend():
        picking = Picking(mouse, iface, ground.parcels["geom"])
        picking.click(beside.index[0])
        shoot("pick_extend")
        QTest.mouseClick(child(picking.panel, QToolButton, "diwiPickExtendButton"), Qt.MouseButton.LeftButton)
        assert abs(plans().getFeature(fid).geometry().area() - plan.area - beside.iloc[0].area) < 0.01

    extend()
    undo()
    assert abs(plans().getFeature(fid).geometry().area() - plan.area) < 0.01 and not plans().isModified()
    extend()
    assert Ground(town).area("Kokkelstraat fase 2").equals(plan)
    save()
    after = Ground(town)
    assert after.area("Kokkelstraat fase 2").equals(union([plan, beside.iloc[0]]))
    assert after.linked("Kokkelstraat fase 2") == ground.linked("Kokkelstraat fase 2") | {beside.index[0]}
    assert not action("diwiPickParcels").isChecked()


def inside(shape):
    """Whether a drawn area means a parcel: it has the parcel's inner point, or lies in it."""
    return lambda area: shape.intersects(shapely.point_on_surface(area)) or shape.within(area)
