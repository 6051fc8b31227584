"""A plan with a programme goes only by our own action, which asks; QGIS' own delete is refused with the reason."""

from __future__ import annotations

from map_hands import LEFT, Ground, choose, later, look_at, modal, select_plan, stored, wait_for
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

NAAM = "Reddingsboot"


def counts(path, uuid):
    return [
        stored(path, f"SELECT count(*) FROM {table} WHERE project_uuid = ?", uuid)[0][0]
        for table in ("woningblok", "mijlpaal", "perceel_koppeling")
    ]


def test_a_plan_is_deleted_with_its_programme_after_asking(town, mouse, shoot):
    ground = Ground(town)
    uuid = ground.plans.loc[NAAM, "uuid"]
    assert all(counts(town, uuid))
    look_at([ground.area(NAAM)], 60)
    select_plan(mouse, ground.area(NAAM))

    def answer(box):
        shoot("delete_asked")
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Ok), LEFT)

    later(lambda: modal("diwiDeletePlans"), answer)
    choose("diwiPlanWork", "diwiDeletePlans")
    wait_for(lambda: NAAM not in Ground(town).plans.index, "the plan to go")
    shoot("deleted")
    assert counts(town, uuid) == [0, 0, 0]
    assert len(Ground(town).plans) == len(ground.plans) - 1


def test_the_delete_of_qgis_keeps_a_plan_with_a_programme(opened, plugin, shoot):
    uuid = Ground(opened).plans.loc[NAAM, "uuid"]
    before = counts(opened, uuid)
    plans = plugin.session.layer("project")
    plans.startEditing()
    plugin.session.choose_plan(uuid)
    assert plans.deleteSelectedFeatures()[0]
    assert not plans.commitChanges()
    assert "onderdelen (woningblok)" in " ".join(plans.commitErrors())
    plans.rollBack()
    shoot("delete_refused")
    assert counts(opened, uuid) == before
