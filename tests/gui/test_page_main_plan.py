"""A plan is made part of another by typing a part of its name; never in a circle; and one goes from one to the other."""

from __future__ import annotations

from datetime import date

import pytest
from page_world import child, click, fill, rows, settle, show_dock


@pytest.fixture
def plans(register_path):
    """Havenkwartier with a sub-plan that has a sub-plan of its own, and Weide."""
    from diwi_qgis.store import open_register

    first, second = fill(register_path)
    dates = {"start_datum": date(2024, 1, 1), "eind_datum": date(2032, 1, 1)}
    with open_register(register_path, write=True) as register, register.transaction("anna") as write:
        (kade,) = write.insert("project", [{**dates, "naam": "Kade", "hoofdplan_uuid": first}])
        (toren,) = write.insert("project", [{**dates, "naam": "Toren", "hoofdplan_uuid": kade}])
    return {"Havenkwartier": first, "Weide": second, "Kade": kade, "Toren": toren}


@pytest.fixture
def page(window, register_path, plans, tmp_path, monkeypatch):
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage
    from diwi_qgis.workspace.layers import new_layer

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    part = ProjectPage(window)
    found = show_dock(window, part)
    go_to(window, plans["Kade"])
    yield found
    part.remove()


def go_to(window, uuid):
    window.session.choose_plan(uuid)
    settle()


def field(page):
    from diwi_qgis.gui.page.plan_edit import PlanEdit

    page.tab_widget.setCurrentIndex(0)
    settle()
    return child(page.tabs[0], PlanEdit, "hoofdplan_uuid")


def type_in(editor, text):
    from qgis.PyQt.QtTest import QTest

    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    settle()


def offered(editor):
    completer = editor.completer()
    return [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]


def take_first(editor):
    """Go down in the list and press Enter."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    popup = editor.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()


def test_found_by_a_part_of_the_name_and_stored_with_its_own_code(page, window, register_path, plans):
    before = rows(register_path, "project")
    editor = field(page)
    assert editor.text() == f"Havenkwartier ({before[plans['Havenkwartier']]['code']})"
    type_in(editor, "eid")
    assert offered(editor) == [f"Weide ({before[plans['Weide']]['code']})"]
    take_first(editor)
    assert page.draft.project["hoofdplan_uuid"] == plans["Weide"]
    code = before[plans["Kade"]]["code"]
    assert f"The plan code stays {code}" in page.tabs[0]._code_note.text()
    click(page, "planOpslaan")
    row = rows(register_path, "project")[plans["Kade"]]
    assert (row["hoofdplan_uuid"], row["code"]) == (plans["Weide"], code)
    assert page.header.main_plan.text().startswith("↑ Weide") and not page.tabs[0]._code_note.isVisibleTo(page)


def test_found_by_a_part_of_the_code(page, register_path, plans):
    code = rows(register_path, "project")[plans["Weide"]]["code"]
    type_in(field(page), code[5:11].lower())
    assert offered(field(page)) == [f"Weide ({code})"]


def test_neither_itself_nor_what_is_part_of_it_is_offered(page, window, plans):
    editor = field(page)
    type_in(editor, "(")
    assert [text.split(" (")[0] for text in offered(editor)] == ["Havenkwartier", "Weide"]
    go_to(window, plans["Havenkwartier"])
    type_in(field(page), "(")
    assert [text.split(" (")[0] for text in offered(field(page))] == ["Weide"]


def test_a_circle_that_somebody_else_would_close_is_refused_with_nothing_stored(page, register_path, plans):
    from diwi_qgis.store import open_register

    type_in(field(page), "Weide")
    take_first(field(page))
    with open_register(register_path, write=True) as register, register.transaction("bert") as write:
        write.update("project", [{"uuid": plans["Weide"], "hoofdplan_uuid": plans["Toren"]}])
    click(page, "planOpslaan")
    assert "a plan cannot be part of itself" in page.notices.text("geweigerd")
    assert rows(register_path, "project")[plans["Kade"]]["hoofdplan_uuid"] == plans["Havenkwartier"]


def test_a_plan_that_is_not_there_does_not_stay_in_the_field(page):
    editor = field(page)
    before = editor.text()
    type_in(editor, "Nergenshuizen")
    assert not page.dirty
    page.bar.setFocus()
    editor.clearFocus()
    settle()
    assert editor.text() == before and not page.dirty


def test_emptied_it_is_part_of_nothing(page, register_path, plans):
    type_in(field(page), " ")
    click(page, "planOpslaan")
    assert rows(register_path, "project")[plans["Kade"]]["hoofdplan_uuid"] is None


def test_from_sub_plan_to_main_plan_and_back(page, window, plans):
    click(page.header, "naarHoofdplan")
    assert page.header.name.text() == "Havenkwartier" and not page.header.main_plan.isVisible()
    assert page.header.sub_plans.text() == "Sub-plans: 1"
    page.header.sub_plans.menu().actions()[0].trigger()
    settle()
    assert page.header.name.text() == "Kade" and window.session.plan == plans["Kade"]
    assert page.header.main_plan.isVisible() and page.header.sub_plans.isVisible()


def test_history_names_the_plan(page, register_path, plans):
    type_in(field(page), "Weide")
    take_first(field(page))
    click(page, "planOpslaan")
    history = page.tabs[6]
    page.tab_widget.setCurrentWidget(history)
    settle()
    line = history.tree.topLevelItem(0).child(0).text(0)
    assert line.startswith("Plan Kade: Hoofdplan: “Havenkwartier (") and "→ “Weide (" in line


def test_plans_are_read_by_name_only_when_one_is_to_be_chosen(page, window, plans):
    go_to(window, plans["Weide"])
    window.session.dataChanged.emit()
    names = page._lists.opties["plannen"]
    assert names._known is None, "ten thousand plans would slow down every page"
    type_in(field(page), "T")
    assert len(names) == 4
