"""What QGIS' own tools cut off at a neighbour is told in m², by the name of the neighbour, and is one click or one Ctrl+Z to
take back.
"""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely
from map_hands import Ground, answer_choice, look_at, plans, press, press_in_bar, save, wait_for

MINE, OTHER = "Binnenduin", "Havenmeester"


@pytest.fixture
def neighbours(town, plugin, iface):
    """My plan beside the other, on ground of nobody else: both a square of 60 by 60 m, 20 m apart."""
    middle = Ground(town).free(1, away=150.0).iloc[0].centroid
    mine = shapely.box(middle.x - 100, middle.y - 30, middle.x - 40, middle.y + 30)
    other = shapely.box(middle.x - 20, middle.y - 30, middle.x + 40, middle.y + 30)
    uuids = Ground(town).plans["uuid"]
    with plugin.session.write("test") as write:
        areas = [(MINE, mine), (OTHER, other)]
        write.update("project", [{"uuid": uuids[naam], "geom": shapely.MultiPolygon([area])} for naam, area in areas])
    look_at([mine, other], 40)
    select_plan_of(town, MINE)
    iface.setActiveLayer(plans())
    press("mActionToggleEditing")
    return mine, other


def select_plan_of(town, naam):
    plans().selectByExpression(f"\"naam\" = '{naam}'")


def area(naam):
    found = next(each for each in plans().getFeatures() if each["naam"] == naam)
    return shapely.from_wkb(bytes(found.geometry().asWkb()))


def said(iface):
    return [item.text() for item in iface.messageBar().items()]


def check_told(iface, town, before, other, lost, shoot, name):
    """Told, of the right size, and one click makes all as it was before."""
    text = wait_for(lambda: next((text for text in said(iface) if OTHER in text and "m²" in text), None), "the telling")
    size = float(re.search(r"([\d.]+) m²", text)[1].replace(".", ""))
    assert abs(size - lost) < 0.15 * lost, (text, lost)  # a click snaps to what is near
    shoot(name)
    assert shapely.intersection(area(MINE), area(OTHER)).area < 1e-6
    press_in_bar("diwiUndoCut")
    stack = plans().undoStack()
    assert area(MINE).equals(before) and not plans().isModified(), (
        stack.index(), [stack.text(each) for each in range(stack.count())], said(iface)
    )  # fmt: skip
    assert area(OTHER).equals(other)


def test_a_corner_dragged_over_a_neighbour(neighbours, town, iface, mouse, shoot):
    mine, other = neighbours
    before, others = area(MINE), Ground(town).shapes()
    press("mActionVertexToolActiveLayer")
    corner, target = (mine.bounds[2], mine.bounds[3]), (other.centroid.x, other.centroid.y)
    meant = shapely.Polygon([(x, y) if (x, y) != corner else target for x, y in shapely.get_coordinates(mine)])
    for place in (corner, target):
        mouse.hover(*place)
        mouse.map(*place)
    check_told(iface, town, before, other, meant.intersection(other).area, shoot, "clip_vertex")
    mouse.hover(*corner), mouse.map(*corner)
    mouse.hover(*target), mouse.map(*target)
    save()
    after = Ground(town)
    now = after.shapes()
    assert {what for what in others if others[what] != now[what]} == {after.plans.loc[MINE, "uuid"]}
    assert np.isclose(after.area(MINE).area, meant.difference(other).area, rtol=0.05)


def test_one_ctrl_z_takes_a_dragged_corner_back_and_one_more_key_does_it_again(neighbours, mouse):
    mine, other = neighbours
    before, stack = area(MINE), plans().undoStack()
    press("mActionVertexToolActiveLayer")
    for place in ((mine.bounds[2], mine.bounds[3]), (other.centroid.x, other.centroid.y)):
        mouse.hover(*place)
        mouse.map(*place)
    wait_for(lambda: not area(MINE).equals(before), "the corner to move")
    cut, steps = area(MINE), stack.index()
    press("mActionUndo")
    wait_for(lambda: stack.index() == 0, "one step back")
    assert area(MINE).equals(before) and area(OTHER).equals(other)
    press("mActionRedo")
    wait_for(lambda: stack.index() == steps, "one step forward")
    assert area(MINE).equals(cut)


def test_a_plan_reshaped_over_a_neighbour(neighbours, iface, mouse, shoot):
    """QGIS 3.22 cuts nothing off here: the user is asked. Later ones do, and tell."""
    mine, other = neighbours
    iface.advancedDigitizeToolBar().show()
    press("mActionReshapeFeatures")
    y1, y2, inside = mine.bounds[1] + 12, mine.bounds[3] - 12, other.centroid.x
    answer_choice("trim", shoot=lambda: shoot("clip_reshape_asked"))
    mouse.outline([(mine.bounds[2] - 10, y1), (inside, y1), (inside, y2), (mine.bounds[2] - 10, y2)])
    wait_for(lambda: any(OTHER in text and "m²" in text for text in said(iface)), "the telling")
    shoot("clip_reshape")
    iface.advancedDigitizeToolBar().hide()
    assert shapely.intersection(area(MINE), area(OTHER)).area < 1e-6
    assert area(MINE).area > mine.area + 300 and area(OTHER).equals(other)
