"""A plan is moved over another with QGIS' own tool: the user is asked, and what is chosen is what is stored."""

from __future__ import annotations

import pytest
import shapely
from map_hands import Ground, answer_choice, look_at, modal, plans, press, save, select_plan, stored, undo, wait_for

MINE, OTHER = "Binnenduin", "Havenmeester"


@pytest.fixture
def moved(town, iface, mouse, shoot):
    """Moves my plan half over the other one and gives the answer; gives what was on the ground before."""
    toolbar = iface.advancedDigitizeToolBar()
    toolbar.show()
    ground = Ground(town)
    mine, other = ground.area(MINE), ground.area(OTHER)

    def move(*choices, reason=""):
        look_at([mine, other])
        select_plan(mouse, mine)
        if not plans().isEditable():
            press("mActionToggleEditing")
        press("mActionMoveFeature")
        start, target = shapely.point_on_surface(mine), other.centroid
        answer_choice(*choices, reason=reason, shoot=lambda: shoot(f"overlap_{choices[0]}_asked"))
        for place in (start, shapely.Point(target.x - 20, target.y)):
            mouse.hover(place.x, place.y)
            mouse.map(place.x, place.y)
        wait_for(lambda: modal("diwiChoiceDialog") is None and plans().undoStack().count(), "the answer")
        shoot(f"overlap_{choices[0]}")
        return ground

    yield move
    toolbar.hide()


def test_taken_back_nothing_is_changed(moved, town):
    ground = moved("back")
    assert not plans().isModified()
    assert Ground(town).area(MINE).wkb == ground.area(MINE).wkb


def test_trimmed_to_the_border_of_the_other_and_back_with_ctrl_z(moved, town):
    ground = moved("trim")
    fid = plans().selectedFeatureIds()[0]
    undo()  # the cut
    undo()  # the move
    assert shapely.from_wkb(bytes(plans().getFeature(fid).geometry().asWkb())).equals(ground.area(MINE))
    assert not plans().isModified()
    moved("trim")
    save()
    after = Ground(town)
    assert shapely.intersection(after.area(MINE), after.area(OTHER)).area < 1e-6
    assert 0 < after.area(MINE).area < ground.area(MINE).area
    assert after.area(OTHER).wkb == ground.area(OTHER).wkb
    assert after.area(MINE).distance(after.area(OTHER)) < 1e-6


def test_kept_with_a_reason_that_is_recorded(moved, town):
    moved("keep", reason="Tijdelijk, tot de grens vaststaat")
    save()
    after = Ground(town)
    assert shapely.intersection(after.area(MINE), after.area(OTHER)).area > 100
    uuid = after.plans.loc[MINE, "uuid"]
    ((explained,),) = stored(town, "SELECT contour_toelichting FROM project WHERE uuid = ?", uuid)
    assert "Tijdelijk, tot de grens vaststaat" in explained
    query = "SELECT reden, geaccepteerd FROM bevinding WHERE regel = 'overlap' AND project_uuid IN (?, ?)"
    pair = uuid, after.plans.loc[OTHER, "uuid"]  # a finding about two plans stands with one of them
    assert ("Tijdelijk, tot de grens vaststaat", 1) in stored(town, query, *pair)


def test_made_a_part_of_the_other(moved, town):
    """What sticks out of the other is asked about as well, and cut off."""
    ground = moved("part", "trim")
    save()
    after = Ground(town)
    assert after.plans.loc[MINE, "hoofdplan_uuid"] == ground.plans.loc[OTHER, "uuid"]
    assert after.area(MINE).difference(after.area(OTHER)).area < 1e-6
