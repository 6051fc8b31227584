"""The dialog "People and rights" on a register on a server: shown before it is stored, stored by algorithms, refused by name."""

from __future__ import annotations

from datetime import date

import pytest
from page_world import child, click, settle

from diwi_qgis.store.people import read_people, set_group, set_owners, set_user

PLANS = [
    {"naam": naam, "start_datum": date(2024, 1, 1), "eind_datum": date(2032, 1, 1), "vertrouwelijkheid": "prive"}
    for naam in ("Haven", "Weide")
]


@pytest.fixture
def engine():
    return "postgis"


@pytest.fixture
def codes(place):
    """Two private plans; Anna and Bert in a group that owns the first, and Rita of the council."""
    from diwi_qgis.store import open_register

    with open_register(place, write=True) as register:
        with register.transaction() as write:
            uuids = write.insert("project", PLANS)
        set_user(register, "anna", "Anna", "gebruiker")
        set_user(register, "bert", "Bert", "hoofdgebruiker")
        set_user(register, "rita", "Rita", "raadslid")
        set_group(register, "Wonen", ["anna", "bert"])
        set_group(register, "Fractie", ["rita"])
        codes = register.read("project", columns=["uuid", "code"], geometry=False).set_index("uuid")["code"]
        set_owners(register, [codes[uuids[0]]], ["Wonen"])
    return [codes[uuid] for uuid in uuids]


@pytest.fixture
def open_dialog(window, place, provider):
    from diwi_qgis.gui.people.dialog import PeopleDialog
    from diwi_qgis.workspace.layers import new_layer

    dialogs = []

    def show():
        window.session.project.addMapLayer(new_layer(place, "project", "Plannen"))
        dialogs.append(PeopleDialog(window.session, window.iface.mainWindow()))
        dialogs[0].show()
        settle()
        return dialogs[0]

    yield show
    for dialog in dialogs:
        dialog.close()


@pytest.fixture
def dialog(codes, open_dialog):
    return open_dialog()


def stored(place):
    from diwi_qgis.store import open_register

    with open_register(place) as register:
        return read_people(register)


def store(dialog, pane):
    """Press the button of a pane and wait for what is said of it."""
    from qgis.PyQt.QtTest import QTest

    dialog.word.setText("")
    dialog.tabs.setCurrentWidget(pane)
    settle()
    click(pane, f"{pane.NAME}Opslaan")
    for _ in range(600):
        if dialog.word.text():
            return dialog.word.text()
        QTest.qWait(50)
    pytest.fail("nothing was said")


def test_a_person_is_added_gets_another_role_and_is_removed(dialog, place):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    users = dialog.panes[0]
    assert users.preview.text() == "Nothing is changed." and not users.store.isEnabled()
    users.login.setText("anna")
    users.naam.setText("Nog een Anna")
    assert "already" in users.preview.text() and not users.store.isEnabled()
    users.login.setText("kees")
    users.naam.setText("Kees")
    QTest.keyClick(users.naam, Qt.Key.Key_Return)  # presses no button
    assert "New: Kees (kees), Gebruiker." in users.preview.text()
    assert "Stored" in store(dialog, users)
    assert stored(place).users["kees"].rol == "gebruiker"
    users.list.choose("kees")
    assert users.login.isReadOnly()
    users.rol.setCurrentIndex(users.rol.findData("hoofdgebruiker"))
    users.actief.setChecked(False)
    assert users.preview.text().splitlines() == [
        "Kees: Role: Gebruiker → Hoofdgebruiker.",
        "Kees is removed: sees nothing from that moment on, also in a QGIS that is open.",
    ]
    store(dialog, users)
    kees = stored(place).users["kees"]
    assert (kees.rol, kees.actief) == ("hoofdgebruiker", False)
    (line,) = [users.list.topLevelItem(n) for n in range(4) if users.list.topLevelItem(n).text(0) == "Kees"]
    assert line.text(2) == "removed"


def test_members_come_and_go_and_who_owns_no_plans_is_kept_out_by_name(dialog, place, codes):
    users, groups, _ = dialog.panes
    groups.list.choose("Wonen")
    groups.members.tick("rita")
    assert "Rita" in groups.preview.text() and "Raadslid" in groups.preview.text() and not groups.store.isEnabled()
    groups.members.tick("rita", on=False)
    groups.members.tick("anna", on=False)
    assert groups.preview.text() == f"Out: Anna. Loses at once the rights of an owner on: {codes[0]}."
    store(dialog, groups)
    assert stored(place).members["Wonen"] == {"bert"}
    users.list.choose("bert")
    users.rol.setCurrentIndex(users.rol.findData("collegelid"))
    assert "Take Bert out of it first" in users.preview.text() and not users.store.isEnabled()


def test_chosen_plans_get_owners_together(dialog, place, codes):
    owners = dialog.panes[2]
    owners.search.setText("wei")
    assert [owners.list.topLevelItem(n).isHidden() for n in range(2)].count(False) == 1
    owners.search.setText("")
    owners.list.selectAll()
    assert "different owners" in owners.preview.text() and not owners.store.isEnabled()
    owners.groups.tick("Fractie")
    assert "Rita" in owners.preview.text() and not owners.store.isEnabled()
    owners.groups.tick("Fractie", on=False)
    owners.groups.tick("Wonen")
    assert owners.preview.text() == f"Weide ({codes[1]}): nobody → Wonen."
    store(dialog, owners)
    assert stored(place).owners == {code: {"Wonen"} for code in codes}


def test_what_the_register_refuses_is_told_by_name_and_nothing_changes(dialog, place, codes):
    """Somebody else was quicker: the group of the council got the plan that this window still shows as Wonen's."""
    from diwi_qgis.store import open_register

    groups = dialog.panes[1]
    with open_register(place, write=True) as register:
        set_group(register, "Fractie", [])
        set_owners(register, codes, ["Fractie"])
    groups.list.choose("Fractie")
    groups.members.tick("anna")
    said = store(dialog, groups)
    assert "Nothing was stored" in said and "groep_lid" in said and "rita" not in stored(place).members["Fractie"]


def test_an_empty_register_says_where_to_begin(place, open_dialog):
    dialog = open_dialog()
    assert "Nobody is listed yet" in dialog.word.text() and dialog.word.isVisible()


def test_the_matrix_says_what_the_model_says_and_all_of_it_is_in_sight(dialog):
    from diwi_qgis.model.rights import NIVEAUS, PLAN_RIGHTS, ROLLEN, Actie, allowed

    dialog.tabs.setCurrentWidget(dialog.roles)
    words = {(True, True): "all", (True, False): "own", (False, True): "of others", (False, False): "–"}
    for rol in ROLLEN:
        dialog.roles.rol.setCurrentIndex(dialog.roles.rol.findData(rol))
        settle()
        for row, actie in enumerate(PLAN_RIGHTS):
            for column, level in enumerate(NIVEAUS):
                may = tuple(allowed(rol, actie, level, eigen) for eigen in (True, False))
                assert dialog.roles.plans.item(row, column).text() == words[may]
        assert Actie.GEBRUIKERS.label.en.capitalize() in dialog.roles.register.text()
    assert not dialog.roles.plans.horizontalScrollBar().maximum() and dialog.height() <= 700 and dialog.width() <= 1366


def test_the_way_to_it_is_grey_with_the_reason(window, register_path, world):
    from qgis.PyQt.QtWidgets import QAction

    from diwi_qgis.gui.people.part import PeoplePart
    from diwi_qgis.workspace.layers import new_layer

    part = PeoplePart(window)
    part.install()
    action = child(window.iface.mainWindow(), QAction, "diwiPeople")
    project = window.session.project
    try:
        assert not action.isEnabled() and "no register is open" in action.toolTip()
        project.addMapLayer(new_layer(register_path, "project", "Plannen"))
        assert not action.isEnabled() and "this register is a file" in action.toolTip()
        for rol, may in (("gebruiker", False), ("functioneel_beheerder", True), ("raadslid", False)):
            project.clear()
            project.addMapLayer(new_layer(world.address_of(rol), "project", "Plannen"))
            assert action.isEnabled() == may, rol
            assert may or "you may not change users and groups" in action.toolTip()
    finally:
        part.remove()
