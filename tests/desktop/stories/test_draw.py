"""A planner draws with a hand that is metres off, and the plan has the borders of the parcels exactly."""

from __future__ import annotations

import math

import numpy as np
import shapely
from map_hands import (
    Ground,
    choose,
    corners,
    fill_in,
    look_at,
    plans,
    press,
    press_in_bar,
    save,
    select_plan,
    stored,
    union,
)
from qgis.core import QgsRectangle
from qgis.PyQt.QtTest import QTest

#: How far from a corner a click may be (m), the worst first: the worst is taken at which the corner is still the nearest.
OFF, CLEARLY = (3.0, 2.5, 2.0, 1.5, 1.0), 0.4
#: Metres on the ground of a pixel: at this scale the snapping distance of the project, 12 pixels, is 3.6 m.
PIXEL = 0.3


def plain_ground(ground):
    """Two parcels beside each other with few corners, and a click for each corner by a hand that is metres off."""
    small = ground.free(4000, away=30).to_numpy()
    everything = np.concatenate([ground.parcels["geom"].to_numpy(), ground.buildings, ground.plans["geom"].dropna()])
    points = np.unique(np.round(shapely.get_coordinates(everything), 3), axis=0)
    tree = shapely.STRtree(small)
    for number, one in enumerate(small):
        for other in tree.query(one, "touches").tolist():
            if other > number and one.intersection(small[other]).length > 5:
                both = union([one, small[other]])
                clicks = sloppy(both, points)
                if clicks:
                    return both, clicks
    raise AssertionError("no such parcels here")


def sloppy(area, points):
    """The clicks on the corners of an area with at most fourteen; empty when one of them cannot be told from what is near it."""
    ring = shapely.get_coordinates(area)[:-1]
    if len(area.geoms) > 1 or area.geoms[0].interiors or len(ring) > 14:
        return []
    near = points[np.hypot(*(points - ring.mean(axis=0)).T) < 150]
    clicks = [_beside(corner, near) for corner in ring]
    return clicks if all(clicks) else []


def _beside(corner, points):
    others = points[np.hypot(*(points - corner).T) > 0.01]
    for off in OFF:
        for direction in range(12):
            click = corner + off * np.array([math.cos(direction * 0.52), math.sin(direction * 0.52)])
            if np.hypot(*(others - click).T).min() > off + CLEARLY:
                return tuple(click)
    return None


def go_to(iface, area):
    """Show an area in the middle of the map, at the scale of the story."""
    canvas, middle = iface.mapCanvas(), area.centroid
    wide, high = canvas.width() * PIXEL / 2, canvas.height() * PIXEL / 2
    canvas.setExtent(QgsRectangle(middle.x - wide, middle.y - high, middle.x + wide, middle.y + high))
    canvas.refresh()
    QTest.qWait(100)
    canvas.waitWhileRendering()


def test_sloppy_clicks_give_exact_borders(town, iface, mouse, shoot):
    ground = Ground(town)
    wanted, clicks = plain_ground(ground)
    go_to(iface, wanted)
    choose("diwiDraw", "diwiDrawPlan", lambda: shoot("draw_menu"))
    assert not set(clicks) & corners(wanted)
    for place in clicks:
        mouse.map(*place)
    shoot("draw")
    mouse.outline(clicks[-1:])
    fill_in("Met losse hand")
    assert stored(town, "SELECT 1 FROM project WHERE naam = 'Met losse hand'") == []  # not before it is saved
    save()
    shoot("draw_saved")
    after = Ground(town)
    assert corners(after.area("Met losse hand")) == corners(wanted)
    assert after.area("Met losse hand").equals(wanted)
    linked = after.linked("Met losse hand")
    assert len(linked) == 2
    query = "SELECT contour_herkomst, contour_brondatum FROM project WHERE naam = 'Met losse hand'"
    dates = after.parcels.loc[sorted(linked), "brondatum"]
    assert stored(town, query) == [("percelen", str(dates.min().date()))]
    others = after.shapes()
    del others[after.plans.loc["Met losse hand", "uuid"]]
    assert others == ground.shapes()


def test_what_is_drawn_over_a_neighbour_is_cut_told_and_can_be_undone(town, iface, mouse, shoot):
    ground = Ground(town)
    neighbour = ground.area("Havenmeester")
    xmin = neighbour.bounds[0]
    middle = neighbour.centroid
    drawn = shapely.box(xmin - 25, middle.y - 10, middle.x, middle.y + 10)
    look_at([neighbour], 60)
    for number in range(2):
        choose("diwiDraw", "diwiDrawPlan")
        mouse.outline(shapely.get_coordinates(drawn)[:-1].tolist())
        fill_in("Over de grens")
        if number == 0:
            shoot("draw_cut")
            press_in_bar("diwiUndoCut")
            assert not plans().isModified()
    save()
    after = Ground(town)
    area = after.area("Over de grens")
    assert shapely.intersection(area, neighbour).area < 1e-6 and 0 < area.area < drawn.area
    assert area.distance(neighbour) < 1e-6
    assert after.area("Havenmeester").wkb == neighbour.wkb


def test_a_part_is_drawn_in_a_plan_and_gets_its_code(town, iface, mouse, shoot):
    ground = Ground(town)
    mother = ground.area("Vloedstraat")
    look_at([mother])
    select_plan(mouse, mother)
    choose("diwiDraw", "diwiDrawPart")
    inner = shapely.point_on_surface(mother)
    xmax = mother.bounds[2]
    drawn = shapely.box(inner.x, inner.y - 50, xmax + 40, inner.y + 50)  # sticks out: is cut off
    mouse.outline(shapely.get_coordinates(drawn)[:-1].tolist())
    fill_in("Vloedstraat oost")
    shoot("draw_part")
    save()
    after = Ground(town)
    part, whole = after.plans.loc["Vloedstraat oost"], after.plans.loc["Vloedstraat"]
    assert part["hoofdplan_uuid"] == whole["uuid"] and part["code"] == f"{whole['code']}.01"
    assert part["geom"].difference(mother).area < 1e-6 and part["geom"].area > 1000
    assert whole["geom"].wkb == mother.wkb


def test_a_corner_is_dragged_with_the_tool_of_qgis(town, iface, mouse, shoot):
    """A free corner moves, a shared one takes the neighbour along only when that has it too: nobody else gets a vertex."""
    ground = Ground(town)
    plan = ground.area("Helmduin")
    look_at([plan], 40)
    select_plan(mouse, plan)
    press("mActionToggleEditing")
    press("mActionVertexToolActiveLayer")
    ring = shapely.get_coordinates(plan)[:-1]
    corner = ring[np.argmin(ring.sum(axis=1))]
    middle = shapely.point_on_surface(plan)
    target = (corner[0] + (middle.x - corner[0]) / 3, corner[1] + (middle.y - corner[1]) / 3)
    for place in (corner, target):
        mouse.hover(*place)
        mouse.map(*place)
    shoot("draw_vertex")
    save()
    after = Ground(town)
    area = after.area("Helmduin")
    assert area.area < plan.area - 10 and len(corners(area)) == len(corners(plan))
    assert tuple(np.round(corner, 3)) not in corners(area)
    before, now = ground.shapes(), after.shapes()
    assert {what for what in before if before[what] != now[what]} == {ground.plans.loc["Helmduin", "uuid"]}
