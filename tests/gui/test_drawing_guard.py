"""An overlap is never stored in silence, whichever tool made it; what is chosen is one step to undo."""

from __future__ import annotations

import gc

import pytest
import shapely
from drawing_world import EAST, NORTH, Answers, area, box, choose, click, close, fill, local, named, settle, show

WEIDE = box(0, 0, 100, 100)


@pytest.fixture
def plans():
    return {"Weide": WEIDE, "Kade": box(200, 0, 250, 100), "Ver": box(0, 150, 50, 200)}


@pytest.fixture
def town():
    return None


@pytest.fixture
def layer(desk, window, register_path, plans, town):
    from diwi_qgis.gui.drawing.links import AreaLinks
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard

    fill(register_path, plans, town)
    parts = [OverlapGuard(window), AreaLinks(window)]
    for part in parts:
        part.install()
    yield show(desk, window, register_path)
    for part in parts:
        part.remove()


@pytest.fixture
def answers():
    made = []

    def expect(*given):
        made.append(Answers(*given))
        return made[-1]

    yield expect
    for each in made:
        each.stop()
        assert each.answers == []


def change(layer, naam, shape):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    layer.beginEditCommand("edit")
    layer.changeGeometry(named(layer, naam).id(), to_qgis(shapely.MultiPolygon([shape])))
    layer.endEditCommand()
    settle()


def stored(session, naam):
    with session.read() as register:
        frame = register.read("project").set_index("naam")
        return frame.loc[naam]


def read(session, table):
    with session.read() as register:
        return register.read(table)


def test_a_move_over_a_neighbour_is_trimmed_exactly_and_one_step_undoes_it(layer, answers, desk):
    before = bytes(named(layer, "Weide").geometry().asWkb())
    dialogs = answers(choose("trim"))
    change(layer, "Kade", box(60, 0, 160, 100))
    assert local(area(layer, "Kade")).equals(shapely.box(100, 0, 160, 100))
    assert bytes(named(layer, "Weide").geometry().asWkb()) == before
    assert "4" in dialogs.seen[0] and "Weide" in dialogs.seen[0]
    assert "000" in desk.said()[0] and "Weide" in desk.said()[0]
    layer.undoStack().undo()
    settle()
    assert local(area(layer, "Kade")).bounds == (60, 0, 160, 100)
    layer.undoStack().undo()
    settle()
    assert local(area(layer, "Kade")).bounds == (200, 0, 250, 100)


def test_the_undo_button_takes_the_cut_back(layer, answers, desk):
    from qgis.PyQt.QtWidgets import QPushButton

    answers(choose("trim"))
    change(layer, "Kade", box(60, 0, 160, 100))
    gc.collect()  # a button keeps nothing of Python alive
    desk.bar.findChild(QPushButton, "diwiUndoCut").click()
    assert local(area(layer, "Kade")).bounds == (60, 0, 160, 100)


def test_touching_a_neighbour_is_not_asked_about(layer):
    change(layer, "Kade", box(100, 0, 200, 100))
    assert local(area(layer, "Kade")).bounds == (100, 0, 200, 100)


def test_esc_undoes_the_edit(layer, answers):
    answers(close)
    change(layer, "Kade", box(60, 0, 160, 100))
    assert local(area(layer, "Kade")).bounds == (200, 0, 250, 100)
    assert not layer.isModified()


def test_a_plan_inside_another_becomes_part_of_it(layer, answers, window):
    answers(choose("part"))
    change(layer, "Kade", box(10, 10, 40, 40))
    assert layer.commitChanges()
    row, mother = stored(window.session, "Kade"), stored(window.session, "Weide")
    assert row["hoofdplan_uuid"] == mother["uuid"]


def test_a_part_must_lie_within_and_is_clipped_when_asked(layer, answers):
    answers(choose("part"), choose("trim"))
    change(layer, "Kade", box(60, 10, 160, 40))
    assert local(area(layer, "Kade")).bounds == (60, 10, 100, 40)


def test_kept_with_a_reason_is_recorded_and_accepted_at_the_next_check(layer, answers, window):
    import datetime as dt

    from diwi_qgis.exchange.quality import check_register
    from diwi_qgis.store import open_register

    answers(choose("keep", "parkeergarage eronder"))
    change(layer, "Kade", box(60, 0, 160, 100))
    assert layer.commitChanges()
    settle()
    assert "parkeergarage eronder" in stored(window.session, "Kade")["contour_toelichting"]
    assert "Weide" in stored(window.session, "Kade")["contour_toelichting"]
    with open_register(window.session.address, write=True) as register:
        check_register(register, dt.date(2026, 1, 1))
    found = read(window.session, "bevinding")
    (kept,) = found[found["regel"] == "overlap"].to_dict("records")
    assert (kept["geaccepteerd"], kept["reden"]) == (True, "parkeergarage eronder")


def test_a_reason_is_needed_to_keep(layer, answers):
    from qgis.PyQt.QtWidgets import QDialogButtonBox, QRadioButton

    possible = []

    def look(dialog):
        dialog.findChild(QRadioButton, "diwiChoice_keep").click()
        possible.append(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled())
        dialog.reject()

    answers(look)
    change(layer, "Kade", box(60, 0, 160, 100))
    assert possible == [False]


def test_pasted_plans_are_asked_about_and_one_answer_may_serve_all(layer, answers, window):
    from qgis.core import QgsVectorLayerUtils

    from diwi_qgis.gui.drawing.shapes import to_qgis

    def pasted(naam, shape):
        values = dict(zip(layer.fields().names(), named(layer, "Kade").attributes()))
        keep = ("start_datum", "eind_datum", "vertrouwelijkheid", "gemeentecode")
        attributes = {layer.fields().indexOf(name): values[name] for name in keep}
        attributes[layer.fields().indexOf("naam")] = naam
        return QgsVectorLayerUtils.createFeature(layer, to_qgis(shapely.MultiPolygon([shape])), attributes)

    dialogs = answers(choose("trim", for_all=True))
    layer.beginEditCommand("paste")
    layer.addFeatures([pasted("Een", box(90, 0, 140, 40)), pasted("Twee", box(90, 50, 140, 90))])
    layer.endEditCommand()
    settle()
    assert len(dialogs.seen) == 1
    assert local(area(layer, "Een")).bounds == (100, 0, 140, 40)
    assert local(area(layer, "Twee")).bounds == (100, 50, 140, 90)
    assert layer.commitChanges(), layer.commitErrors()
    links = read(window.session, "perceel_koppeling")
    assert (links["project_uuid"] == stored(window.session, "Een")["uuid"]).sum() == 1
    assert stored(window.session, "Een")["contour_herkomst"] == "getekend"


def test_what_was_not_looked_at_yet_is_asked_before_it_is_saved(layer, answers, window):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    dialogs = answers(choose("trim"))
    layer.changeGeometry(named(layer, "Kade").id(), to_qgis(shapely.MultiPolygon([box(60, 0, 160, 100)])))
    assert layer.commitChanges()  # no event loop in between: the last look
    assert len(dialogs.seen) == 1
    assert local(stored(window.session, "Kade")["geom"]).equals(shapely.box(100, 0, 160, 100))


def test_a_plan_held_back_is_not_saved_and_stays_an_edit_while_the_rest_is_saved(layer, answers, window, desk):
    from diwi_qgis.gui.drawing.shapes import to_qgis

    answers(close)
    layer.changeGeometry(named(layer, "Kade").id(), to_qgis(shapely.MultiPolygon([box(60, 0, 160, 100)])))
    layer.changeGeometry(named(layer, "Ver").id(), to_qgis(shapely.MultiPolygon([box(0, 150, 100, 200)])))
    assert layer.commitChanges()
    settle()
    assert local(stored(window.session, "Kade")["geom"]).bounds == (200, 0, 250, 100)
    assert local(stored(window.session, "Ver")["geom"]).bounds == (0, 150, 100, 200)
    assert layer.isEditable() and local(area(layer, "Kade")).bounds == (60, 0, 160, 100)
    assert "Kade" in desk.said()[0]
    assert stored(window.session, "Ver")["contour_herkomst"] == "percelen"


def test_an_overlap_that_stood_there_already_is_not_asked_about_again(desk, window, register_path, answers):
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard

    fill(register_path, {"Weide": WEIDE, "Kade": box(60, 0, 160, 100)})
    guard = OverlapGuard(window)
    guard.install()
    layer = show(desk, window, register_path)
    change(layer, "Kade", box(60, 0, 180, 100))
    assert local(area(layer, "Kade")).bounds == (60, 0, 180, 100)
    answers(choose("trim"))
    change(layer, "Kade", box(50, 0, 180, 100))
    assert local(area(layer, "Kade")).bounds == (100, 0, 180, 100)
    guard.remove()


@pytest.mark.parametrize("plans", [{"Weide": WEIDE, "Deel": {"geom": box(0, 0, 50, 50), "hoofdplan": "Weide"}}])
def test_mother_and_daughter_may_lie_over_each_other(layer, plans):
    change(layer, "Deel", box(0, 0, 100, 50))
    assert local(area(layer, "Deel")).bounds == (0, 0, 100, 50)


@pytest.mark.parametrize("town", [box(-50, -50, 230, 250)])
def test_outside_the_municipality_is_asked_not_forbidden(layer, answers, window, town):
    dialogs = answers(choose("keep", "afgesproken met de buurgemeente"))
    change(layer, "Kade", box(200, 0, 300, 100))
    assert layer.commitChanges()
    assert local(stored(window.session, "Kade")["geom"]).bounds == (200, 0, 300, 100)
    assert len(dialogs.seen) == 1


@pytest.mark.parametrize(
    "plans",
    [{"Strik": shapely.Polygon([(EAST, NORTH), (EAST + 100, NORTH + 100), (EAST + 100, NORTH), (EAST, NORTH + 100)]),
      "Kade": box(200, 0, 250, 100)}],
)  # fmt: skip
def test_an_invalid_neighbour_is_named_and_not_skipped(layer, answers, plans):
    dialogs = answers(choose("trim"))
    change(layer, "Kade", box(60, 0, 160, 100))
    assert "Strik" in dialogs.seen[0] and "invalid" in dialogs.seen[0]
    assert local(area(layer, "Kade")).area < 10_000


def test_what_the_vertex_tool_of_qgis_cut_is_told_and_is_one_step_to_take_back(layer, desk):
    """The clicks as the tool hears them; the corner at 200, 100 is put in the other plan, and QGIS cuts it off."""
    from qgis.PyQt.QtWidgets import QPushButton

    before = area(layer, "Kade")
    for x, y in ((200, 100), (50, 90)):
        click(desk.canvas, x, y)
    place = desk.canvas.getCoordinateTransform()
    at = place.transform(EAST + 50, NORTH + 90)
    snapped = place.toMapCoordinates(round(at.x()), round(at.y()))
    meant = shapely.Polygon(
        [(EAST + 200, NORTH), (snapped.x(), snapped.y()), (EAST + 250, NORTH + 100), (EAST + 250, NORTH)]
    )
    change(layer, "Kade", meant.difference(area(layer, "Weide")))
    lost = meant.intersection(area(layer, "Weide")).area
    assert lost > 100
    (said,) = [text for text in desk.said() if "Weide" in text]
    assert f"{lost:,.0f} m²".split(" ")[0].replace(",", "") in said.replace(",", "").replace(".", "")
    desk.bar.findChild(QPushButton, "diwiUndoCut").click()
    settle()
    assert area(layer, "Kade").equals(before) and not layer.isModified()


def test_an_edit_that_cut_nothing_off_is_not_talked_about(layer, desk):
    for x, y in ((200, 100), (180, 100)):
        click(desk.canvas, x, y)
    change(
        layer, "Kade", shapely.Polygon([(EAST + x, NORTH + y) for x, y in ((200, 0), (180, 100), (250, 100), (250, 0))])
    )
    assert not desk.said()


def test_a_gesture_knows_reshaping_and_moving(qgis_app):
    from qgis.core import QgsLineString, QgsPoint

    from diwi_qgis.gui.drawing.gesture import Gesture
    from diwi_qgis.rules.intended import explains

    mine, other = shapely.MultiPolygon([shapely.box(0, 0, 10, 10)]), shapely.box(20, 0, 40, 10)
    line = QgsLineString([QgsPoint(5, 2), QgsPoint(30, 2), QgsPoint(30, 8), QgsPoint(5, 8)])
    cut = shapely.box(0, 0, 10, 10).union(shapely.box(10, 2, 20, 8))
    found = [meant for meant in Gesture(line, ()).intentions(mine, cut) if explains(meant, other, cut)]
    assert found and found[0].area == pytest.approx(100 + 20 * 6)
    cut = shapely.box(15, 0, 20, 10)
    found = [meant for meant in Gesture(None, ((0, 0), (15, 0))).intentions(mine, cut) if explains(meant, other, cut)]
    assert found and found[0].bounds == (15, 0, 25, 10)


def test_a_million_vertices_are_looked_at(layer, answers):
    import numpy as np

    turn = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    circle = shapely.Polygon(np.column_stack([EAST + 130 + 50 * np.cos(turn), NORTH + 60 + 40 * np.sin(turn)]))
    answers(choose("trim"))
    change(layer, "Kade", circle)
    settle()
    assert round(local(area(layer, "Kade")).bounds[0], 6) == 100


def test_nothing_is_left_when_the_part_is_removed(desk, window, register_path):
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard

    fill(register_path, {"Weide": WEIDE, "Kade": box(200, 0, 250, 100)})
    guard = OverlapGuard(window)
    guard.install()
    layer = show(desk, window, register_path)
    guard.remove()
    change(layer, "Kade", box(60, 0, 160, 100))
    assert layer.commitChanges()
