"""A project leader takes the register into the field, the office goes on, and both come together again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import show_register, type_of_request
from map_hands import OK, child, choose, dialog, later, stored, type_over, wait_for
from page_hands import go_to, open_dock, uuid_of
from page_world import click, settle, type_in_cell, write
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTreeWidget,
)
from qgis.utils import iface

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def no_network(opened):
    """From here on nothing asks the network; what is opened may carry its own capabilities (`data:`)."""
    asked = []
    network, kind = QgsNetworkAccessManager.instance(), type_of_request()

    def note(request):
        address = request.request().url()
        if address.scheme() != "data":
            asked.append(address.toString())

    network.requestAboutToBeCreated[kind].connect(note)
    yield
    network.requestAboutToBeCreated[kind].disconnect(note)
    assert asked == []


def test_the_register_goes_along_and_is_worked_in_without_network(opened, plugin, tmp_path, no_network, shoot):
    copy = take_along(tmp_path, shoot)
    plan = uuid_of(opened, "Havenmeester")
    show_register(copy)
    assert plugin.session.address == copy
    assert "veldkopie" in " ".join(item.text() for item in iface.messageBar().items())
    page = edit_on_page(plugin, plan, "Havenmeester-Veld")
    tab = go_to(page, "programmaTab")
    block = tab.blocks.model.row_values(0)
    type_in_cell(tab.blocks, 0, "aantal", str(block["aantal"] + 7))
    click(page, "planOpslaan")
    shoot("fieldcopy_in_the_field")
    page.discard()
    assert uuid_of(copy, "Havenmeester-Veld") == plan == uuid_of(opened, "Havenmeester")
    assert stored(copy, "SELECT aantal FROM woningblok WHERE uuid = ?", block["uuid"]) == [(block["aantal"] + 7,)]


@pytest.fixture
def copy(opened, tmp_path):
    """Anna has a copy, in which she gave a plan another name and a block seven dwellings more; so did the office with the name."""
    from diwi_qgis.exchange.fieldcopy.take import take_along as make

    taken = make(opened, tmp_path / "veldwerk week 49", "Anna", False)
    plan = uuid_of(opened, "Havenmeester")
    (block, number), *_ = stored(opened, "SELECT uuid, aantal FROM woningblok WHERE project_uuid = ?", plan)
    write(taken.register, "project", {"uuid": plan, "naam": "Havenmeester-Veld"}, user="Anna")
    write(taken.register, "woningblok", {"uuid": block, "aantal": number + 7}, user="Anna")
    write(
        opened, "project", {"uuid": plan, "naam": "Havenmeester-Kantoor", "opmerkingen": "Besproken met de wethouder"}
    )
    return taken, plan, block, number


def test_where_office_and_field_differ_somebody_chooses(opened, copy, plugin, no_network, shoot):
    taken, plan, block, number = copy
    projects = stored(opened, "SELECT * FROM qgis_projects")
    asked = bring_back(taken.path)
    ok = child(asked, QDialogButtonBox, "diwiVeldkopieTerugKnoppen").button(OK)
    texts = [asked.conflicts.item(0, column).text() for column in (1, 2, 3)]
    assert texts == ["Havenmeester", "Havenmeester-Veld", "Havenmeester-Kantoor"]
    assert asked.conflicts.rowCount() == 1 and not ok.isEnabled()
    click_plan(asked)
    assert plugin.session.plan == plan
    shoot("fieldcopy_conflict")
    choose_office(asked)
    assert ok.isEnabled()
    shoot("fieldcopy_chosen")
    QTest.mouseClick(ok, LEFT)
    wait_for(lambda: iface.messageBar().findChildren(QPushButton, "diwiVeldkopieBewijs"), "the message")
    settle()
    shoot("fieldcopy_back")
    assert child(iface.messageBar(), QPushButton, "diwiVeldkopieBewijs").isVisible()
    assert "Havenmeester-Veld" in receipts(opened)[0].read_text(encoding="utf8")
    names = stored(opened, "SELECT naam, opmerkingen FROM project WHERE uuid = ?", plan)
    assert names == [("Havenmeester-Kantoor", "Besproken met de wethouder")]
    assert stored(opened, "SELECT aantal FROM woningblok WHERE uuid = ?", block) == [(number + 7,)]
    who = stored(opened, "SELECT gebruiker FROM historie WHERE uuid = ? ORDER BY fid DESC LIMIT 1", block)[0][0]
    assert who.endswith("(veldkopie van Anna)")
    assert stored(opened, "SELECT * FROM qgis_projects") == projects and taken.register.is_file()


def test_brought_back_once_more_there_is_nothing_to_do(opened, copy, no_network, shoot):
    from diwi_qgis.exchange.fieldcopy.brought import read_copy
    from diwi_qgis.exchange.fieldcopy.merge import bring_back as store
    from diwi_qgis.rules.merging import Side

    taken, plan, *_ = copy
    store(opened, read_copy(taken), {("project", plan, "naam"): Side.THEIRS}, "bert")
    lines = stored(opened, "SELECT count(*) FROM historie")
    asked = bring_back(taken.path)
    tree = child(asked, QTreeWidget, "diwiVeldkopieWijzigingen")
    assert tree.topLevelItemCount() == 1 and "al teruggebracht" in tree.topLevelItem(0).text(0).lower()
    buttons = child(asked, QDialogButtonBox, "diwiVeldkopieTerugKnoppen")
    assert not buttons.button(OK).isEnabled()
    shoot("fieldcopy_again")
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    settle()
    assert stored(opened, "SELECT count(*) FROM historie") == lines and receipts(opened) == []


def take_along(tmp_path, shoot):
    """By the button in the toolbar and the dialog; gives the register of the copy."""
    choose("diwiFieldCopy", "diwiTakeFieldCopy", lambda: shoot("fieldcopy_menu"))
    asked = dialog("diwiVeldkopieMeenemen")
    type_over(child(asked, QgsFileWidget, "diwiVeldkopieMap").lineEdit(), str(tmp_path))
    type_over(child(asked, QLineEdit, "diwiVeldkopieNaam"), "veldwerk week 49")
    type_over(child(asked, QLineEdit, "diwiVeldkopieWie"), "Anna")
    shoot("fieldcopy_take")
    QTest.mouseClick(child(asked, QDialogButtonBox, "diwiVeldkopieKnoppen").button(OK), LEFT)
    copy = tmp_path / "veldwerk week 49" / "duinvoorde.gpkg"
    wait_for(copy.is_file, "the field copy")
    office = tmp_path / "duinvoorde.gpkg"
    (note,) = wait_for(
        lambda: stored(office, "SELECT waarde FROM instelling WHERE sleutel LIKE 'veldkopie:%'"),
        "the note in the office",
    )
    assert json.loads(note[0])["wie"] == "Anna"
    seen = []
    later(
        QApplication.activePopupWidget,
        lambda menu: (seen.extend(entry.text() for entry in menu.actions()), shoot("fieldcopy_out"), menu.close()),
    )
    opener = next(one for one in QApplication.allWidgets() if one.objectName() == "diwiFieldCopy")
    QTest.mouseClick(opener, LEFT)
    wait_for(lambda: seen, "the menu")
    assert "Anna" in seen[-1]
    return copy


def edit_on_page(plugin, plan, naam):
    iface.mainWindow().activateWindow()
    assert QTest.qWaitForWindowActive(iface.mainWindow())
    page = open_dock("diwiPlan")
    plugin.session.choose_plan(plan)
    settle()
    go_to(page, page.tabs[0].objectName())
    type_over(child(page.tabs[0], QLineEdit, "naam"), naam)
    return page


def bring_back(folder: Path):
    """By the button, and the folder typed in the dialog for folders; gives the dialog with what changes."""

    later(_folder_dialog, lambda asked: _choose_folder(asked, folder))
    choose("diwiFieldCopy", "diwiBringFieldCopy")
    wait_for(lambda: not QgsApplication.taskManager().activeTasks(), "the copy to be read")
    return dialog("diwiVeldkopieTerug")


def _choose_folder(asked: QFileDialog, folder: Path) -> None:
    field = child(asked, QLineEdit, "fileNameEdit")
    field.setCompleter(None)
    asked.setDirectory(str(folder.parent))
    for _ in range(20):  # while it still reads folders it changes what was typed
        type_over(field, folder.name)
        QTest.qWait(300)
        if asked.selectedFiles() == [str(folder)]:
            break
    button = child(asked, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Open)
    wait_for(button.isEnabled, "a folder that can be chosen")
    QTest.mouseClick(button, LEFT)


def _folder_dialog():
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QFileDialog) and found.isVisible() else None


def click_plan(asked):
    tree = child(asked, QTreeWidget, "diwiVeldkopieWijzigingen")
    tree.expandAll()
    settle()
    item = tree.topLevelItem(0)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(item).center())
    QTest.qWait(300)


def choose_office(asked):
    """From the list in the line, by mouse and keys."""
    choice = child(asked, QComboBox, "keuze1")
    QTest.mouseClick(choice, LEFT)
    settle()
    QTest.keyClick(choice.view(), Qt.Key.Key_End)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    settle()


def receipts(office: Path):
    return sorted((office.parent / "duinvoorde_veldkopieen").glob("*.html"))
