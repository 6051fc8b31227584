"""The largest plans: an outline of a million corners, and a plan on five thousand parcels; picked, saved, and as they should be."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from drawing_world import EAST, NORTH, Answers, area, box, choose, local, named, settle, show
from drawing_world import fill as fill_lattice
from pick_world import BELOW, LEFT, PITCH, Hand, lay_out

pytestmark = pytest.mark.slow

#: Parcels of the large plan: 100 by 50.
WIDE, HIGH = 100, 50


def stored(session, table):
    with session.read() as register:
        return register.read(table)


def test_an_outline_of_a_million_corners_is_trimmed_saved_and_linked(desk, window, register_path):
    from diwi_qgis.gui.drawing.links import AreaLinks
    from diwi_qgis.gui.drawing.overlap_guard import OverlapGuard
    from diwi_qgis.gui.drawing.shapes import to_qgis

    fill_lattice(register_path, {"Weide": box(0, 0, 100, 100), "Kade": box(200, 0, 250, 100)})
    parts = [OverlapGuard(window), AreaLinks(window)]
    for part in parts:
        part.install()
    layer = show(desk, window, register_path)
    turn = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    circle = shapely.Polygon(np.column_stack([EAST + 130 + 50 * np.cos(turn), NORTH + 60 + 40 * np.sin(turn)]))
    answers = Answers(choose("trim"))
    layer.beginEditCommand("draw")
    layer.changeGeometry(named(layer, "Kade").id(), to_qgis(shapely.MultiPolygon([circle])))
    layer.endEditCommand()
    settle()
    answers.stop()
    assert answers.answers == []
    drawn = area(layer, "Kade")
    assert layer.commitChanges(), layer.commitErrors()
    settle()
    plans = stored(window.session, "project").set_index("naam")
    kept = plans.loc["Kade"]
    assert kept["geom"].equals(drawn) and shapely.get_num_coordinates(kept["geom"]) > 500_000
    assert round(local(kept["geom"]).bounds[0], 6) == 100
    assert local(plans.loc["Weide", "geom"]).equals(shapely.box(0, 0, 100, 100))
    links = stored(window.session, "perceel_koppeling")
    assert (links["project_uuid"] == kept["uuid"]).sum() == 4
    for part in parts:
        part.remove()


def lattice(path):
    """Parcels of 25 by 25 m as pick_world makes them, but five thousand."""
    import datetime as dt

    from diwi_qgis.store import open_register

    def row(x, y):
        corner = (LEFT + x * PITCH, BELOW + y * PITCH)
        number = 1 + x + WIDE * y
        return {
            "identificatie": f"{number:014d}", "aanduiding": f"TST00-A-{number}", "akr_gemeentecode": "TST00",
            "kadastrale_gemeente": "Testdam", "sectie": "A", "perceelnummer": number, "brondatum": dt.date(2024, 1, 1),
            "geom": shapely.MultiPolygon([shapely.box(*corner, corner[0] + PITCH, corner[1] + PITCH)]),
        }  # fmt: skip

    with open_register(path, write=True) as register, register.transaction("test") as write:
        write.insert("perceel", [row(x, y) for x in range(WIDE) for y in range(HIGH)])


def test_five_thousand_parcels_are_picked_and_saved_as_one_plan(desk, window, register_path):
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import QDate, QObject
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.gui.drawing.links import AreaLinks
    from diwi_qgis.gui.pick.part import PickPart

    lattice(register_path)
    _, plans = lay_out(register_path, desk)
    desk.canvas.setExtent(QgsRectangle(LEFT, BELOW, LEFT + WIDE * PITCH, BELOW + HIGH * PITCH).buffered(50))
    desk.canvas.waitWhileRendering()
    parts = [PickPart(window), AreaLinks(window)]
    for part in parts:
        part.install()

    def find(name):
        return desk.window.findChild(QObject, name)

    find("diwiPickParcels").trigger()
    Hand(desk.canvas).drag((-0.9, -0.9), (50, 25), (WIDE + 0.9, HIGH + 0.9))
    assert find("diwiPickCount").text() in ("5,000", "5.000", "5000")
    assert find("diwiPickArea").text().startswith("3,125,000 m²")
    find("diwiPickNew").trigger()
    form = find("diwiNewPlanForm")
    for name, value in {"naam": "Polder", "start_datum": QDate(2025, 1, 1), "eind_datum": QDate(2040, 1, 1)}.items():
        form.attributeForm().changeAttribute(name, value)
    form.accept()
    QApplication.processEvents()
    assert plans.commitChanges(), plans.commitErrors()
    settle()
    (plan,) = stored(window.session, "project").to_dict("records")
    assert plan["naam"] == "Polder" and plan["contour_herkomst"] == "percelen"
    assert plan["geom"].equals(shapely.box(LEFT, BELOW, LEFT + WIDE * PITCH, BELOW + HIGH * PITCH))
    links = stored(window.session, "perceel_koppeling")
    assert len(links) == WIDE * HIGH and (links["project_uuid"] == plan["uuid"]).all() and (links["aandeel"] == 1).all()
    for part in parts:
        part.remove()
