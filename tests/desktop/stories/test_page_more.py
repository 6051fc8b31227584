"""What the municipality added itself, the main plan, and a way back that takes the plan area along: with real clicks."""

from __future__ import annotations

import pytest
from page_hands import go_to, of_plan, open_dock, type_over, uuid_of
from page_world import child, click, rows, settle
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QScrollArea

pytestmark = pytest.mark.usefixtures("no_request")


@pytest.fixture
def page(opened, plugin):
    """The page of Havenmeester, in its dock beside the map."""
    found = open_dock("diwiPlan")
    plugin.session.choose_plan(uuid_of(opened, "Havenmeester"))
    settle()
    yield found
    found.discard()
    found.parent().hide()


@pytest.fixture
def plan(opened):
    return uuid_of(opened, "Havenmeester")


def show(page, widget):
    """Scroll to a widget as the wheel does."""
    area = widget.parent()
    while not isinstance(area, QScrollArea):
        area = area.parent()
    area.ensureWidgetVisible(widget)
    settle()


def values(register, eigenschap, uuid):
    """The stored values of one property of a plan or block."""
    found = [row for row in of_plan(register, "eigenschap_waarde", uuid) if row["eigenschap_uuid"] == eigenschap]
    return sorted(row["tekst"] or row["getal"] for row in found)


def test_own_properties_of_a_plan_and_a_block(page, plan, opened, plugin, shoot):
    with plugin.session.write("beheer") as write:
        theme, layers = write.insert(
            "eigenschap",
            [
                {"naam": "Thema's", "object": "project", "soort": "categorie", "meervoudig": True, "verplicht": True},
                {"naam": "Bouwlagen", "object": "woningblok", "soort": "getal"},
            ],
        )
        write.insert(
            "codelijst",
            [
                {"lijst": "eigenschap:Thema's", "code": code, "label": code.capitalize(), "volgorde": place}
                for place, code in enumerate(("groen", "water", "zorg"))
            ],
        )
    page.load(plan)
    tab = go_to(page, "gegevensTab")
    editor = tab.properties.editor(theme)
    show(page, editor)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    QTest.qWait(100)
    view = editor.view()
    for place in (0, 2):
        spot = view.visualRect(editor.model().index(place, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    shoot("page_own_properties_list")
    editor.hidePopup()
    shoot("page_own_properties")
    tab = go_to(page, "programmaTab")
    bar = tab._parts.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab._parts.indexOf(tab._own)).center())
    settle()
    type_over(tab.properties.editor(layers), "6")
    shoot("page_own_properties_block")
    click(page, "planOpslaan")
    assert values(opened, theme, plan) == ["groen", "zorg"]
    assert values(opened, layers, tab.blocks.current) == [6.0]


def test_the_main_plan_is_found_by_a_part_of_its_name(page, plan, opened, plugin, shoot):
    main = next(row for row in rows(opened, "project").values() if row["uuid"] != plan and not row["hoofdplan_uuid"])
    tab = go_to(page, "gegevensTab")
    editor = child(tab, QLineEdit, "hoofdplan_uuid")
    show(page, editor)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor, main["naam"][1:])
    QTest.qWait(100)
    popup = editor.completer().popup()
    assert popup.isVisible()
    shoot("page_main_plan_list")
    QTest.mouseClick(
        popup.viewport(), Qt.MouseButton.LeftButton, pos=popup.visualRect(popup.model().index(0, 0)).center()
    )
    settle()
    shoot("page_main_plan")
    click(page, "planOpslaan")
    assert rows(opened, "project")[plan]["hoofdplan_uuid"] == main["uuid"]
    assert page.header.main_plan.isVisible()
    shoot("page_with_main_plan")
    click(page.header, "naarHoofdplan")
    assert plugin.session.plan == main["uuid"] and page.header.name.text() == main["naam"]
    shoot("page_with_sub_plan")


def test_back_to_a_moment_with_the_area(page, plan, opened, plugin, iface, shoot):
    before = rows(opened, "project")[plan]["geom"]
    smaller = before.buffer(-8)
    with plugin.session.write("bert") as write:
        write.update("project", [{"uuid": plan, "geom": smaller, "naam": "Havenmeester klein"}])
    settle()
    tab = go_to(page, "historieTab")
    tab.tree.setCurrentItem(tab.tree.topLevelItem(1))
    settle()
    click(tab, "terugNaarMoment")
    click(page.notices, "antwoord1")  # show on the map
    QTest.qWait(300)
    canvas = iface.mapCanvas()
    bands = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]
    assert any(abs(item.asGeometry().area() - before.area) < 1 for item in bands)
    assert rows(opened, "project")[plan]["geom"].equals(smaller)
    shoot("page_area_back")
    click(page, "planOpslaan")
    row = rows(opened, "project")[plan]
    assert row["naam"] == "Havenmeester" and row["geom"].equals(before)
    QTest.qWait(300)
    shoot("page_area_back_saved")


def test_a_finding_about_two_plans_from_both_sides(page, opened, plugin, shoot):
    row = next(row for row in rows(opened, "bevinding").values() if row["regel"] == "overlap")
    one, other = row["project_uuid"], row["ander_uuid"]
    plugin.session.choose_plan(other)
    settle()
    tab = go_to(page, "bevindingTab")
    found = [tab.list.topLevelItem(place) for place in range(tab.list.topLevelItemCount())]
    overlap = next(item for item in found if "verlap" in item.text(1))
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=tab.list.visualItemRect(overlap).center())
    type_over(child(tab, QLineEdit, "reden"), "Ruil is getekend")
    click(tab, "accepteren")
    assert not rows(opened, "bevinding")[row["uuid"]]["geaccepteerd"] and page.dirty
    shoot("page_finding_pending")
    click(page, "planOpslaan")
    assert rows(opened, "bevinding")[row["uuid"]]["reden"] == "Ruil is getekend"
    found = [tab.list.topLevelItem(place) for place in range(tab.list.topLevelItemCount())]
    overlap = next(item for item in found if "verlap" in item.text(1))
    tab.list.scrollToItem(overlap)
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=tab.list.visualItemRect(overlap).center())
    click(tab, "anderPlan")
    assert plugin.session.plan == one
    found = [tab.list.topLevelItem(place).text(2) for place in range(tab.list.topLevelItemCount())]
    assert any("Ruil is getekend" in text for text in found)
    shoot("page_finding_other_plan")
