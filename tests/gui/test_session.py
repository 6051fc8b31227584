"""The session follows the project: which register is open, which plan is looked at, when rows change."""

from __future__ import annotations

from datetime import date

import pytest

pytestmark = pytest.mark.both_engines

PLANS = [
    {"naam": naam, "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
    for naam in ("Havenkwartier", "Weide")
]


@pytest.fixture
def heard():
    return []


@pytest.fixture
def session(qgis_app, place, heard):
    from qgis.core import QgsProject

    from diwi_qgis.gui.session import RegisterSession
    from diwi_qgis.store import open_register

    with open_register(place, write=True) as register, register.transaction("test") as write:
        write.insert("project", PLANS)
    project = QgsProject()
    session = RegisterSession(project)
    session.registerChanged.connect(lambda: heard.append("register"))
    session.dataChanged.connect(lambda: heard.append("data"))
    session.planChosen.connect(lambda uuid: heard.append(("plan", uuid)))
    yield session
    session.stop()
    project.clear()


def add(session, place, table="project", **marks):
    from diwi_qgis.workspace.layers import new_layer

    layer = new_layer(place, table, "Mijn laag")
    session.project.addMapLayer(layer)
    return layer


def test_a_project_without_our_layers_has_no_register(session):
    assert session.address is None
    assert session.layer("project") is None


def test_adding_a_layer_opens_the_register_and_removing_it_closes_it(session, place, heard):
    layer = add(session, place)
    assert session.address == place and heard == ["register"]
    session.project.removeMapLayer(layer.id())
    assert session.address is None and heard == ["register", "register"]


def test_a_renamed_layer_and_one_that_a_user_added_by_hand_are_found(session, place):
    from diwi_qgis.workspace.layer_sources import table_layer

    add(session, place).setName("Nieuwe naam")
    session.project.addMapLayer(table_layer(place, "woningblok", "blokken"))
    assert session.layer("project").name() == "Nieuwe naam"
    assert session.layer("woningblok").name() == "blokken"


def test_selecting_one_plan_chooses_it_and_choosing_selects(session, place, heard):
    layer = add(session, place)
    uuids = [feature["uuid"] for feature in layer.getFeatures()]
    layer.selectByIds([next(layer.getFeatures()).id()])
    assert session.plan == uuids[0]
    session.choose_plan(uuids[1])
    assert [feature["uuid"] for feature in layer.selectedFeatures()] == [uuids[1]]
    layer.selectAll()
    assert session.plan == ""
    assert heard[1:] == [("plan", uuids[0]), ("plan", uuids[1]), ("plan", "")]


def test_writing_shows_at_once_and_is_told(session, place, heard):
    layer = add(session, place)
    with session.write("Anna") as write:
        write.insert("project", [{**PLANS[0], "naam": "Nieuw"}])
    assert "Nieuw" in {feature["naam"] for feature in layer.getFeatures()}
    assert heard[-1] == "data"


def test_a_plan_stays_chosen_when_rows_are_written_and_one_that_is_removed_does_not(session, place, heard):
    layer = add(session, place)
    uuids = [feature["uuid"] for feature in layer.getFeatures()]
    session.choose_plan(uuids[0])
    with session.write("Anna") as write:
        write.update("project", [{"uuid": uuids[1], "naam": "Anders"}])
    assert session.plan == uuids[0] and [f["uuid"] for f in layer.selectedFeatures()] == [uuids[0]]
    assert heard == ["register", ("plan", uuids[0]), "data"]
    with session.write("Anna") as write:
        write.delete("project", [uuids[0]])
    assert session.plan == ""


def test_a_refused_write_keeps_nothing_and_says_nothing(session, place, heard):
    add(session, place)
    with pytest.raises(ZeroDivisionError), session.write() as write:
        write.insert("project", [{**PLANS[0], "naam": "Nieuw"}])
        raise ZeroDivisionError
    with session.read() as register:
        assert len(register.read("project")) == len(PLANS)
    assert heard == ["register"]


def test_saving_an_edited_layer_is_told(session, place, heard):
    layer = add(session, place)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("opmerkingen"), "tekst")
    assert session.unsaved() == [layer]
    assert layer.commitChanges()
    assert heard[-1] == "data" and session.unsaved() == []


def test_a_new_plan_that_was_chosen_stays_chosen_when_it_is_saved(session, place, heard):
    from qgis.core import QgsFeature, QgsVectorLayerUtils
    from qgis.PyQt.QtCore import QDate

    layer = add(session, place)
    layer.startEditing()
    names = {"uuid": "0a000000-0000-4000-8000-000000000001", "naam": "Vers"}
    names.update(start_datum=QDate(2024, 1, 1), eind_datum=QDate(2030, 1, 1))
    values = {layer.fields().indexOf(name): value for name, value in names.items()}
    plan = QgsFeature(QgsVectorLayerUtils.createFeature(layer, attributes=values))
    assert layer.addFeature(plan)
    layer.selectByIds([plan.id()])
    assert session.plan == names["uuid"]
    assert layer.commitChanges(), layer.commitErrors()
    assert session.plan == names["uuid"] and layer.selectedFeatureIds() != [plan.id()]
    layer.startEditing()
    layer.deleteSelectedFeatures()
    assert layer.commitChanges() and session.plan == ""
