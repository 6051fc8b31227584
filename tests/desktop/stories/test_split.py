"""One plan becomes two and two become one: the programme is divided, corrected, kept whole, and put back."""

from __future__ import annotations

import shapely
from map_hands import (
    LEFT,
    OK,
    SHIFT,
    Ground,
    choose,
    later,
    look_at,
    modal,
    press,
    press_in_bar,
    select_plan,
    stored,
    union,
    wait_for,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QSpinBox
from shapely import affinity

SUMS = {
    "blocks": "SELECT mutatie, naam, sum(aantal) FROM woningblok WHERE {mine} GROUP BY 1, 2 ORDER BY 1, 2",
    "breakdowns": "SELECT kenmerk, categorie, sum(v.aantal) FROM verdeling v JOIN woningblok b ON b.uuid = v.woningblok_uuid "
    "WHERE {mine} GROUP BY 1, 2 ORDER BY 1, 2",
    "deliveries": "SELECT datum, sum(o.aantal) FROM oplevering o JOIN woningblok b ON b.uuid = o.woningblok_uuid "
    "WHERE {mine} GROUP BY 1 ORDER BY 1",
}


def programme(path, *uuids):
    """Dwellings of these plans together, in every way in which they are counted; lines of nothing left out."""
    mine = f"project_uuid IN ({', '.join('?' * len(uuids))})"
    return {
        name: [row for row in stored(path, query.format(mine=mine), *uuids) if row[-1]] for name, query in SUMS.items()
    }


def answer_split(shoot, name, corrected):
    """Give the new part of the first block so many dwellings, and split."""

    def answer(asked):
        spin = next(one for one in asked.findChildren(QSpinBox) if one.objectName().startswith("diwiDivide_"))
        spin.setFocus()
        spin.selectAll()
        QTest.keyClicks(spin, str(corrected))
        corrected_uuid.append(spin.objectName().rpartition("_")[2])
        shoot(f"split_{name}_asked")
        QTest.mouseClick(asked.findChild(QDialogButtonBox, "diwiDivideButtons").button(OK), LEFT)

    corrected_uuid = []
    later(lambda: modal("diwiDivideDialog"), answer)
    return corrected_uuid


def test_split_along_a_line_and_back(town, mouse, shoot):
    """One number is corrected."""
    naam = "Kokkelstraat fase 2"
    ground = Ground(town)
    plan, uuid = ground.area(naam), ground.plans.loc[naam, "uuid"]
    before = programme(town, uuid)
    look_at([plan], 60)
    select_plan(mouse, plan)
    choose("diwiPlanWork", "diwiSplitPlan", lambda: shoot("split_menu"))
    middle, (_, low, _, high) = shapely.point_on_surface(plan), plan.bounds
    corrected = answer_split(shoot, "line", 1)
    mouse.outline([(middle.x, low - 25), (middle.x + 2, high + 25)])
    wait_for(lambda: corrected and len(Ground(town).plans) == len(ground.plans) + 1, "the split")
    shoot("split")
    after = Ground(town)
    (new,) = set(after.plans["uuid"]) - set(ground.plans["uuid"])
    parts = after.plans.set_index("uuid").loc[[uuid, new]]
    assert programme(town, uuid, new) == before
    ((block, total),) = stored(town, "SELECT naam, aantal FROM woningblok WHERE uuid = ?", corrected[0])
    query = "SELECT aantal FROM woningblok WHERE project_uuid = ? AND naam = ?"
    assert stored(town, query, new, block) == [(1,)]
    assert sum(count for _, name, count in before["blocks"] if name == block) == total + 1
    assert abs(parts["geom"].map(lambda area: area.area).sum() - plan.area) < 0.01
    assert shapely.intersection(*parts["geom"]).area < 1e-6 and parts["code"].is_unique
    press_in_bar("diwiTakeBack")
    wait_for(lambda: len(Ground(town).plans) == len(ground.plans), "the split taken back")
    assert Ground(town).area(naam).equals(plan) and programme(town, uuid) == before
    assert Ground(town).linked(naam) >= ground.linked(naam)


def test_split_by_parcels_and_merged_again(town, iface, plugin, mouse, shoot):
    ground = Ground(town)
    naam = "Reddingsboot"
    plan, uuid = ground.area(naam), ground.plans.loc[naam, "uuid"]
    before = programme(town, uuid)
    parcels = ground.parcels.loc[sorted(ground.linked(naam)), "geom"].iloc[:3]
    look_at([plan], 60)
    select_plan(mouse, plan)
    iface.setActiveLayer(plugin.session.layer("perceel"))
    press("mActionSelectFeatures")
    for number, parcel in enumerate(parcels):
        place = shapely.point_on_surface(parcel)
        mouse.map(place.x, place.y, keys=SHIFT if number else Qt.KeyboardModifier.NoModifier)
    answer_split(shoot, "parcels", 0)
    choose("diwiPlanWork", "diwiSplitByParcels")
    wait_for(lambda: len(Ground(town).plans) == len(ground.plans) + 1, "the split")
    after = Ground(town)
    (new,) = set(after.plans["uuid"]) - set(ground.plans["uuid"])
    assert after.plans.set_index("uuid").loc[new, "geom"].equals(union(parcels))
    assert programme(town, uuid, new) == before
    assert {row for (row,) in stored(
        town, "SELECT identificatie FROM perceel_koppeling WHERE project_uuid = ?", new)} == set(parcels.index)  # fmt: skip
    select_plan(mouse, after.area(naam), after.plans.set_index("uuid").loc[new, "geom"])

    def answer(asked):
        shoot("merge_asked")
        QTest.mouseClick(asked.findChild(QDialogButtonBox, "diwiMergeButtons").button(OK), LEFT)

    later(lambda: modal("diwiMergeDialog"), answer)
    choose("diwiPlanWork", "diwiMergePlans")
    wait_for(lambda: len(Ground(town).plans) == len(ground.plans), "the merge")
    shoot("merge")
    (kept,) = {uuid, new} & set(Ground(town).plans["uuid"])
    assert programme(town, kept) == before
    merged = Ground(town).plans.reset_index().set_index("uuid").loc[kept]
    assert merged["geom"].equals(plan) and Ground(town).linked(merged["naam"]) == ground.linked(naam)


def test_a_rough_area_is_pulled_to_the_borders_of_parcels(town, plugin, mouse, shoot):
    ground = Ground(town)
    naam = "Branding"
    plan, uuid = ground.area(naam), ground.plans.loc[naam, "uuid"]
    rough = affinity.translate(affinity.scale(plan, 1.01, 0.99), 0.4, -0.3)
    with plugin.session.write("test") as write:
        write.update("project", [{"uuid": uuid, "geom": rough}])
    look_at([plan], 40)
    select_plan(mouse, rough)

    def answer(asked):
        shoot("snap_asked")
        buttons = asked.findChild(QDialogButtonBox, "diwiSnapButtons")
        accept = [one for one in buttons.buttons() if buttons.buttonRole(one) == QDialogButtonBox.ButtonRole.AcceptRole]
        QTest.mouseClick(accept[0], LEFT)

    later(lambda: modal("diwiSnapDialog"), answer)
    choose("diwiPlanWork", "diwiSnapSelection")
    wait_for(lambda: Ground(town).area(naam).equals(plan), "the borders of the parcels")
    shoot("snap")
    assert Ground(town).linked(naam) == ground.linked(naam)
    assert stored(town, "SELECT contour_herkomst FROM project WHERE uuid = ?", uuid) == [("aangesloten",)]
