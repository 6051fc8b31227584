"""A field copy out of the window and back into it: who has one, what changes, and a choice where both changed the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page_world import child, click, fill, rows, settle, write
from register_world import button, find, wait_for

from diwi_qgis.exchange.fieldcopy.take import take_along


@pytest.fixture(scope="module")
def made(qgis_app, _empty_register, tmp_path_factory):
    """A register with two plans and its project, and the uuids of the plans."""
    from diwi_qgis.workspace.build import build_workspace

    path = tmp_path_factory.mktemp("gevuld") / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    plans = fill(path)
    build_workspace(path)
    return path, plans


@pytest.fixture
def register_path(made, tmp_path):
    path = tmp_path / "register.gpkg"
    shutil.copyfile(made[0], path)
    return path


@pytest.fixture
def plans(made):
    return made[1]


@pytest.fixture
def part(desk, window, provider):
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.gui.fieldcopy.part import FieldCopyPart

    part = FieldCopyPart(window)
    part.install()
    yield part
    part.remove()
    QApplication.processEvents()


def show(path):
    from diwi_qgis.workspace.opening import open_workspace

    assert open_workspace(path)
    settle()


def dialog(desk, name):
    wait_for(lambda: find(desk, name) is not None and find(desk, name).isVisible())
    return find(desk, name)


def menu_texts(part):
    part._menu.aboutToShow.emit()
    return [action.text() for action in part._menu.actions()]


def test_without_a_register_neither_can_be_done_and_it_is_said_why(part, desk):
    for name in ("diwiTakeFieldCopy", "diwiBringFieldCopy"):
        action = find(desk, name)
        assert not action.isEnabled() and len(action.toolTip().splitlines()) == 2


def test_a_copy_is_taken_and_colleagues_see_who_has_it(part, desk, register_path, tmp_path):
    from diwi_qgis.gui.register.recent import recent_registers

    show(register_path)
    assert len(menu_texts(part)) == 2
    find(desk, "diwiTakeFieldCopy").trigger()
    asked = dialog(desk, "diwiVeldkopieMeenemen")
    find(desk, "diwiVeldkopieMap").setFilePath(str(tmp_path / "nergens"))
    assert not button(asked, "Ok").isEnabled() and find(desk, "diwiVeldkopieHint").text()
    find(desk, "diwiVeldkopieMap").setFilePath(str(tmp_path))
    find(desk, "diwiVeldkopieNaam").setText("mee & terug")
    find(desk, "diwiVeldkopieWie").setText("Anna & Co")
    assert not find(desk, "diwiVeldkopieDocumenten").isEnabled()  # there are none
    button(asked, "Ok").click()
    copy = tmp_path / "mee & terug" / "register.gpkg"
    wait_for(copy.is_file)
    wait_for(desk.said)
    assert recent_registers() == [copy] and str(copy.parent) in desk.said()[0]
    assert "Anna && Co" in menu_texts(part)[-1]


def test_a_field_copy_says_what_it_is_and_cannot_be_copied_or_brought_into_itself(part, desk, register_path, tmp_path):
    copy = take_along(register_path, tmp_path / "veld", "anna", False)
    show(copy.register)
    assert any("anna" in text for text in desk.said())
    for name in ("diwiTakeFieldCopy", "diwiBringFieldCopy"):
        assert not find(desk, name).isEnabled()
    show(register_path)
    assert find(desk, "diwiTakeFieldCopy").isEnabled() and find(desk, "diwiBringFieldCopy").isEnabled()


def test_what_changes_is_shown_before_and_stored_after(part, desk, window, plans, register_path, tmp_path):
    copy = take_along(register_path, tmp_path / "veld", "anna", False)
    write(copy.register, "project", {"uuid": plans[0], "eigenaar": "anna@veld.nl"}, user="anna")
    show(register_path)
    part.bring_back(copy.path)
    asked = dialog(desk, "diwiVeldkopieTerug")
    (plan,) = [asked.tree.topLevelItem(number) for number in range(asked.tree.topLevelItemCount())]
    assert "Havenkwartier" in plan.text(0) and plan.childCount() == 1
    line = plan.child(0)
    assert [line.text(2), "anna" in line.text(3)] == ["anna@veld.nl", True]
    assert not asked.conflicts.isVisible() and button(asked, "Ok").isEnabled()
    asked.tree.setCurrentItem(line)
    assert window.session.plan == plans[0]
    assert rows(register_path, "project")[plans[0]]["eigenaar"] is None
    button(asked, "Ok").click()
    wait_for(desk.said)
    assert rows(register_path, "project")[plans[0]]["eigenaar"] == "anna@veld.nl"
    (receipt,) = (tmp_path / "register_veldkopieen").glob("*anna.html")
    assert "anna@veld.nl" in receipt.read_text(encoding="utf8")
    assert copy.register.is_file() and len(menu_texts(part)) == 2


def both_renamed(register_path, plans, copy):
    write(copy.register, "project", {"uuid": plans[0], "naam": "Veldhaven"}, user="anna")
    write(register_path, "project", {"uuid": plans[0], "naam": "Kantoorhaven"})


@pytest.mark.parametrize(("choice", "naam"), [("alleVeld", "Veldhaven"), ("alleKantoor", "Kantoorhaven")])
def test_a_difference_waits_for_a_choice(part, desk, plans, register_path, tmp_path, choice, naam):
    copy = take_along(register_path, tmp_path / "veld", "anna", False)
    both_renamed(register_path, plans, copy)
    show(register_path)
    part.bring_back(copy.path)
    asked = dialog(desk, "diwiVeldkopieTerug")
    texts = [asked.conflicts.item(0, column).text() for column in range(4)]
    assert texts[1:] == ["Havenkwartier", "Veldhaven", "Kantoorhaven"]
    assert asked.conflicts.rowCount() == 1 and not button(asked, "Ok").isEnabled()
    click(asked, choice)
    button(asked, "Ok").click()
    wait_for(desk.said)
    assert rows(register_path, "project")[plans[0]]["naam"] == naam


def test_not_now_stores_nothing(part, desk, plans, register_path, tmp_path):
    copy = take_along(register_path, tmp_path / "veld", "anna", False)
    both_renamed(register_path, plans, copy)
    show(register_path)
    part.bring_back(copy.path)
    button(dialog(desk, "diwiVeldkopieTerug"), "Cancel").click()
    settle()
    assert rows(register_path, "project")[plans[0]]["naam"] == "Kantoorhaven" and desk.said() == []


def test_what_the_office_stores_while_somebody_chooses_is_asked_as_well(part, desk, plans, register_path, tmp_path):
    from qgis.PyQt.QtWidgets import QLabel

    copy = take_along(register_path, tmp_path / "veld", "anna", False)
    both_renamed(register_path, plans, copy)
    write(copy.register, "project", {"uuid": plans[0], "eigenaar": "anna@veld.nl"}, user="anna")
    show(register_path)
    part.bring_back(copy.path)
    asked = dialog(desk, "diwiVeldkopieTerug")
    explained = child(asked, QLabel, "diwiVeldkopieUitleg").text()
    click(asked, "alleVeld")
    write(register_path, "project", {"uuid": plans[0], "eigenaar": "bert@kantoor.nl"})
    button(asked, "Ok").click()
    wait_for(lambda: find(desk, "diwiVeldkopieTerug") is not None and find(desk, "diwiVeldkopieTerug").isVisible() and find(desk, "diwiVeldkopieTerug").conflicts.rowCount() == 2)  # fmt: skip
    again = find(desk, "diwiVeldkopieTerug")
    assert sorted(map(str, again.conflicts.choices)) == ["None", "Side.MINE"]
    assert len(child(again, QLabel, "diwiVeldkopieUitleg").text()) > len(explained)
    click(again, "alleVeld")
    button(again, "Ok").click()
    wait_for(desk.said)
    row = rows(register_path, "project")[plans[0]]
    assert (row["naam"], row["eigenaar"]) == ("Veldhaven", "anna@veld.nl")


def test_a_folder_that_is_no_field_copy_is_refused_in_words(part, desk, register_path, tmp_path):
    show(register_path)
    part.bring_back(Path(tmp_path / "leeg"))
    wait_for(desk.said)
    assert "leeg" in desk.said()[0]


def test_edits_that_were_not_saved_come_first(part, desk, window, register_path):
    show(register_path)
    layer = window.session.layer("project")
    layer.startEditing()
    # While QGIS changes how it keeps the file, a layer may give no rows for a moment.
    layer.deleteFeature(wait_for(lambda: next(layer.getFeatures(), None)).id())
    menu_texts(part)
    assert not find(desk, "diwiTakeFieldCopy").isEnabled() and not find(desk, "diwiBringFieldCopy").isEnabled()
    layer.rollBack()
    menu_texts(part)
    assert find(desk, "diwiTakeFieldCopy").isEnabled()
