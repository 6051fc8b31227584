"""Findings on the page: about two plans on both pages, and never in the way of what else was changed."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from page_world import child, click, fill, rows, settle, show_dock


@pytest.fixture
def plans(register_path):
    """Two plans that overlap, checked."""
    from diwi_qgis.store import open_register

    plans = fill(register_path)
    with open_register(register_path, write=True) as register, register.transaction("anna") as write:
        write.update("project", [{"uuid": plans[1], "geom": shapely.box(100050, 400000, 100150, 400100)}])
    check(register_path)
    return plans


def check(path):
    from diwi_qgis.exchange.quality import check_register
    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register:
        check_register(register, date(2026, 1, 1))


@pytest.fixture
def page(window, register_path, plans, tmp_path, monkeypatch):
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage
    from diwi_qgis.workspace.layers import new_layer

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    part = ProjectPage(window)
    found = show_dock(window, part)
    window.session.choose_plan(plans[0])
    settle()
    yield found
    part.remove()


def choose_overlap(page):
    """Select the one finding on overlap, and no other; gives its item."""
    page.tab_widget.setCurrentWidget(page.findings)
    settle()
    tree = page.findings.list
    found = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    (item,) = [each for each in found if "overlap by" in each.text(1)]
    tree.clearSelection()
    item.setSelected(True)
    settle()
    return item


def accept(page, reason):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    field = child(page.findings, QLineEdit, "reden")
    field.setFocus()
    QTest.keyClicks(field, reason)
    click(page.findings, "accepteren")


def overlap(path):
    (row,) = [row for row in rows(path, "bevinding").values() if row["regel"] == "overlap"]
    return row


def test_an_overlap_stands_with_both_plans_and_what_is_decided_on_one_is_seen_on_the_other(
    page, window, register_path, plans
):
    assert "5,000 m²" in choose_overlap(page).text(1)
    assert {overlap(register_path)["project_uuid"], overlap(register_path)["ander_uuid"]} == set(plans)
    click(page.findings, "anderPlan")
    assert window.session.plan == plans[1] and page.draft.uuid == plans[1]
    choose_overlap(page)
    accept(page, "ruil is getekend")
    click(page, "planOpslaan")
    choose_overlap(page)
    click(page.findings, "anderPlan")
    assert page.draft.uuid == plans[0] and choose_overlap(page).text(2).endswith("ruil is getekend")
    check(register_path)
    assert overlap(register_path)["reden"] == "ruil is getekend"


def test_a_check_in_between_takes_findings_away_and_leaves_what_was_changed(page, window, register_path, plans):
    from diwi_qgis.store import open_register

    choose_overlap(page)
    accept(page, "mag")
    page.draft.set("project", plans[0], "eigenaar", "a@b.nl")
    with open_register(register_path, write=True) as register, register.transaction("anna") as write:
        write.update("project", [{"uuid": plans[1], "geom": shapely.box(0, 0, 10, 10)}])
    check(register_path)
    assert page.save()
    assert rows(register_path, "project")[plans[0]]["eigenaar"] == "a@b.nl"
    assert not [row for row in rows(register_path, "bevinding").values() if row["regel"] == "overlap"]
    assert not page.notices.text("meegenomen"), "findings come from a check, not from somebody"


def test_stepping_back_in_history_leaves_findings_alone(page, register_path, plans):
    choose_overlap(page)
    accept(page, "mag")
    page.draft.set("project", plans[0], "naam", "Anders")
    assert page.save()
    history = page.tabs[6]
    page.tab_widget.setCurrentWidget(history)
    settle()
    history.tree.setCurrentItem(history.tree.topLevelItem(1))
    settle()
    click(history, "terugNaarMoment")
    click(page, "planOpslaan")
    assert rows(register_path, "project")[plans[0]]["naam"] == "Havenkwartier"
    assert overlap(register_path)["geaccepteerd"]


def test_a_finding_goes_with_either_of_its_plans(register_path, plans):
    from diwi_qgis.store import open_register

    with open_register(register_path, write=True) as register, register.transaction("anna") as write:
        write.delete("project", [overlap(register_path)["ander_uuid"]])
    assert not [row for row in rows(register_path, "bevinding").values() if row["regel"] == "overlap"]
