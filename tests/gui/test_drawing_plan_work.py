"""Split, merge, snap and link again from the window: asked first, stored at once, undone where that is possible."""

from __future__ import annotations

import pytest
import shapely
from drawing_world import Answers, box, click, fill, local, named, parcel, settle, show

WHOLE = box(0, 0, 100, 100)


@pytest.fixture
def provider(qgis_app, qgis_processing):
    from qgis.core import QgsApplication

    from diwi_qgis.processing.provider import DiwiProvider

    made = DiwiProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider("diwi")


@pytest.fixture
def plans():
    return {"Kade": WHOLE, "Wal": box(100, 0, 150, 100), "Ver": box(202, 1, 249, 99)}


@pytest.fixture
def part(provider, desk, window, register_path, plans):
    from diwi_qgis.gui.drawing.plan_work import PlanWork
    from diwi_qgis.store import open_register

    uuids = fill(register_path, plans)
    with open_register(register_path, write=True) as register, register.transaction("test") as write:
        blocks = [
            {"project_uuid": uuids["Kade"], "naam": "Laag", "aantal": 10},
            {"project_uuid": uuids["Kade"], "naam": "Oud", "mutatie": "sloop", "aantal": 2},
            {"project_uuid": uuids["Wal"], "naam": "Hoog", "aantal": 30},
        ]
        write.insert("woningblok", blocks)
    made = PlanWork(window)
    made.install()
    show(desk, window, register_path).rollBack()
    yield made
    made.remove()


def press(desk, name):
    from qgis.PyQt.QtWidgets import QAction

    action = desk.window.findChild(QAction, name)
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    return action


def choose(window, *namen):
    layer = window.session.layer("project")
    layer.selectByIds([named(layer, naam).id() for naam in namen])


def plans_of(window):
    with window.session.read() as register:
        return register.read("project").set_index("naam")


def split_at_70(desk, answer):
    press(desk, "diwiSplitPlan")
    answers = Answers(answer)
    click(desk.canvas, 70, -10)
    click(desk.canvas, 70, 110)
    click(desk.canvas, 70, 110, button="right")
    answers.stop()
    return answers


def undo(desk):
    """The button in the message bar."""
    from qgis.PyQt.QtWidgets import QPushButton

    desk.bar.findChild(QPushButton, "diwiTakeBack").click()
    settle()


def rows_of(window):
    """By table its rows, without version and moment."""
    with window.session.read() as register:
        return {
            name: str(register.read(name)[["uuid", *columns]].sort_values("uuid").values.tolist())
            for name, columns in {
                "project": ["naam", "code", "aantal_netto", "geom"],
                "woningblok": ["project_uuid", "aantal"],
                "perceel_koppeling": ["project_uuid", "identificatie"],
            }.items()
        }


def accept(dialog):
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_a_plan_is_split_along_a_line_with_numbers_that_people_correct_and_undone(part, desk, window):
    from qgis.PyQt.QtWidgets import QLineEdit, QSpinBox

    def answer(dialog):
        spins = {each.accessibleName(): each for each in dialog.findChildren(QSpinBox)}
        assert [each.value() for each in spins.values()] == [3, 1]
        spins["Dwellings of block Laag in the new part"].setValue(4)
        assert dialog.findChild(QLineEdit).text() == "Kade, part 2"
        dialog.findChild(QLineEdit).setText("Kade Oost")
        accept(dialog)

    before = plans_of(window)
    choose(window, "Kade")
    answers = split_at_70(desk, answer)
    assert "Laag" in answers.seen[0] and "m²" in answers.seen[0]
    after = plans_of(window)
    assert (after.loc["Kade", "aantal_netto"], after.loc["Kade Oost", "aantal_netto"]) == (5, 3)
    assert after.loc["Kade", "code"] == before.loc["Kade", "code"]
    assert after.loc["Kade", "geom"].area + after.loc["Kade Oost", "geom"].area == pytest.approx(10_000)
    assert after.loc["Kade", "contour_herkomst"] == "getekend"
    with window.session.read() as register:
        links = register.read("perceel_koppeling").groupby("project_uuid").size()
    assert links[after.loc["Kade", "uuid"]] == 4 and links[after.loc["Kade Oost", "uuid"]] == 2
    undo(desk)
    back = plans_of(window)
    assert sorted(back.index) == sorted(before.index)
    assert back.loc["Kade", "aantal_netto"] == 8 and back.loc["Kade", "geom"].equals(WHOLE)


def test_closing_the_dialog_splits_nothing(part, desk, window):
    choose(window, "Kade")
    split_at_70(desk, lambda dialog: dialog.reject())
    assert "Kade, part 2" not in plans_of(window).index


def test_a_plan_is_split_by_selected_parcels(part, desk, window):
    from qgis.PyQt.QtWidgets import QAction

    choose(window, "Kade")
    part._look_again()
    action = desk.window.findChild(QAction, "diwiSplitByParcels")
    assert not action.isEnabled() and "select parcels" in action.toolTip()
    window.session.layer("perceel").selectByExpression("perceelnummer = 1")
    part._look_again()
    answers = Answers(accept)
    press(desk, "diwiSplitByParcels")
    answers.stop()
    after = plans_of(window)
    assert local(after.loc["Kade, part 2", "geom"]).equals(shapely.box(0, 0, 50, 50))
    assert after.loc["Kade, part 2", "contour_herkomst"] == "percelen"


def test_plans_are_merged_into_the_one_that_is_chosen(part, desk, window):
    from qgis.PyQt.QtWidgets import QComboBox

    def answer(dialog):
        combo = dialog.findChild(QComboBox, "diwiMergeFirst")
        combo.setCurrentIndex(next(n for n in range(combo.count()) if combo.itemText(n).startswith("Wal")))
        accept(dialog)

    choose(window, "Kade", "Wal")
    before = rows_of(window)
    answers = Answers(answer)
    press(desk, "diwiMergePlans")
    answers.stop()
    after = plans_of(window)
    assert sorted(after.index) == ["Ver", "Wal"] and after.loc["Wal", "aantal_netto"] == 38
    assert local(after.loc["Wal", "geom"]).equals(shapely.box(0, 0, 150, 100))
    assert window.session.plan == after.loc["Wal", "uuid"]
    assert len(list(window.session.layer("project").getFeatures())) == 2
    assert rows_of(window) != before
    undo(desk)
    assert rows_of(window) == before
    assert len(list(window.session.layer("project").getFeatures())) == 3


def test_with_unsaved_edits_nothing_is_offered(part, desk, window):
    from qgis.PyQt.QtWidgets import QAction

    layer = window.session.layer("project")
    choose(window, "Kade")
    action = desk.window.findChild(QAction, "diwiSplitPlan")
    assert action.isEnabled()
    layer.startEditing()
    layer.changeAttributeValue(named(layer, "Wal").id(), layer.fields().indexOf("opmerkingen"), "x")
    assert not action.isEnabled() and "not saved" in action.toolTip()
    layer.rollBack()
    assert action.isEnabled()


def wait_for(condition):
    from qgis.PyQt.QtTest import QTest

    for _ in range(200):
        if condition():
            return
        QTest.qWait(50)
    raise AssertionError("waited in vain")


@pytest.mark.parametrize("stored", [True, False])
def test_selected_plans_are_pulled_to_parcels_after_a_look(part, desk, window, stored):
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    def answer(dialog):
        buttons = dialog.findChild(QDialogButtonBox)
        role = QDialogButtonBox.ButtonRole.AcceptRole if stored else QDialogButtonBox.ButtonRole.RejectRole
        next(each for each in buttons.buttons() if buttons.buttonRole(each) == role).click()

    choose(window, "Ver")
    answers = Answers(answer)
    before = plans_of(window).loc["Ver", "geom"]
    press(desk, "diwiSnapSelection")
    wait_for(lambda: not answers.answers)
    if stored:
        wait_for(lambda: not plans_of(window).loc["Ver", "geom"].equals(before))
        after = plans_of(window).loc["Ver"]
        assert local(after["geom"]).equals(shapely.box(200, 0, 250, 100))
        assert after["contour_herkomst"] == "aangesloten"
    else:
        settle(20)
        assert plans_of(window).loc["Ver", "geom"].equals(before)
    answers.stop()


def test_a_plan_on_a_parcel_that_was_split_is_linked_again_with_one_click(part, desk, window):
    from qgis.core import QgsProject

    from diwi_qgis.gui.drawing.links import AreaLinks

    links = AreaLinks(window)
    links.install()
    layer = window.session.layer("project")
    layer.startEditing()
    from diwi_qgis.gui.drawing.shapes import to_qgis

    layer.changeGeometry(named(layer, "Ver").id(), to_qgis(shapely.MultiPolygon([box(200, 0, 250, 50)])))
    assert layer.commitChanges(), layer.commitErrors()
    settle()
    with window.session.read() as register:
        parcels = register.read("perceel")
    gone = parcels[parcels["perceelnummer"] == 5]
    with window.session.write("test") as write:
        rest = parcels[parcels["perceelnummer"] != 5].drop(columns="fid").to_dict("records")
        write.clear("perceel")
        new = [parcel(101, box(200, 0, 225, 50)), parcel(102, box(225, 0, 250, 50))]
        write.insert("perceel", [*rest, *new])
    assert len(gone) == 1
    choose(window, "Ver")
    press(desk, "diwiRelinkParcels")
    wait_for(lambda: any("1" in said and "follow" in said for said in desk.said()))
    with window.session.read() as register:
        found = register.read("perceel_koppeling")
    own = found[found["project_uuid"] == plans_of(window).loc["Ver", "uuid"]]
    assert sorted(own["aanduiding"]) == ["TST00-A-101", "TST00-A-102"]
    assert any(
        shown.name() == "Parcels that changed under plans" for shown in QgsProject.instance().mapLayers().values()
    )
    links.remove()


def test_without_the_algorithm_the_button_says_so(part, desk, provider):
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QAction

    QgsApplication.processingRegistry().removeProvider("diwi")
    part._look_again()
    action = desk.window.findChild(QAction, "diwiRelinkParcels")
    assert not action.isEnabled() and "not part of this version" in action.toolTip()


def test_plans_are_deleted_with_their_programme_after_asking(part, desk, window):
    from qgis.PyQt.QtWidgets import QMessageBox

    def say(button):
        return lambda box: box.button(button).click()

    choose(window, "Kade")
    before = rows_of(window)
    answers = Answers(say(QMessageBox.StandardButton.Cancel))
    press(desk, "diwiDeletePlans")
    answers.stop()
    assert "Kade" in plans_of(window).index
    answers = Answers(say(QMessageBox.StandardButton.Ok))
    press(desk, "diwiDeletePlans")
    answers.stop()
    assert "Kade" not in plans_of(window).index
    with window.session.read() as register:
        blocks, plans = register.read("woningblok"), register.read("project")
        assert set(blocks["project_uuid"]) <= set(plans["uuid"])
        assert "woningblok" in set(register.read("historie").query("op == 'D'")["tabel"])
    undo(desk)
    assert rows_of(window) == before


def test_a_plan_changed_since_it_was_merged_is_not_taken_back(part, desk, window):
    choose(window, "Kade", "Wal")
    answers = Answers(accept)
    press(desk, "diwiMergePlans")
    answers.stop()
    layer = window.session.layer("project")
    layer.startEditing()
    layer.changeAttributeValue(named(layer, "Kade").id(), layer.fields().indexOf("opmerkingen"), "x")
    undo(desk)
    assert any("edits of the layers" in said for said in desk.said())
    assert layer.commitChanges()
    undo(desk)
    assert any("Opmerkingen" in said for said in desk.said())
    assert "Wal" not in plans_of(window).index
