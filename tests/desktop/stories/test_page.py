"""A project leader works on the page of a plan: told what is wrong, stored whole, nothing lost, nothing asked of the network."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from map_hands import choose_file
from page_hands import add_row, choose_in_cell, go_to, of_plan, open_dock, type_over, uuid_of
from page_world import child, click, rows, settle, type_in_cell, write
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

pytestmark = pytest.mark.usefixtures("no_request")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(opened, no_request, plugin):
    """The page, in its dock beside the map."""
    found = open_dock("diwiPlan")
    yield found
    found.discard()
    found.parent().hide()


@pytest.fixture
def plan(page, opened, plugin):
    """Uuid of Havenmeester: two blocks, nothing wrong with it; chosen."""
    uuid = uuid_of(opened, "Havenmeester")
    plugin.session.choose_plan(uuid)
    settle()
    assert page.header.name.text() == "Havenmeester"
    return uuid


def test_without_a_plan_the_page_says_what_to_do(page, shoot):
    assert not page.tab_widget.isVisible() and not page.bar.save_button.isVisible()
    assert page.header.state.isVisible()
    shoot("page_empty")


def test_a_wrong_sum_is_told_and_the_right_one_is_stored(page, plan, opened, shoot):
    tab = go_to(page, "programmaTab")
    block = tab.blocks.model.row_values(0)
    before = of_plan(opened, "verdeling", block["uuid"])
    first = tab.verdeling.model.row_values(0)
    given = sum(row["aantal"] for row in before if row["kenmerk"] == first["kenmerk"]) - first["aantal"]
    type_in_cell(tab.verdeling, 0, "aantal", str(block["aantal"] - given + 3))
    total = block["aantal"]
    assert f"verdeeld {total + 3} van {total}, 3 te veel" in tab.sums.text()
    click(page, "planOpslaan")
    assert "3 te veel" in page.notices.text("geweigerd") and block["naam"] in page.notices.text("geweigerd")
    assert of_plan(opened, "verdeling", block["uuid"]) == before
    shoot("page_wrong_sum")
    type_in_cell(tab.verdeling, 0, "aantal", str(total - given - 1))
    assert f"verdeeld {total - 1} van {total}, 1 onbekend" in tab.sums.text()
    click(page, "planOpslaan")
    assert not page.notices.text("geweigerd") and not page.dirty
    after = of_plan(opened, "verdeling", block["uuid"])
    assert sum(row["aantal"] for row in after if row["kenmerk"] == first["kenmerk"]) == total - 1


def test_what_is_undone_is_not_stored(page, plan, opened, shoot):
    tab = go_to(page, "programmaTab")
    gross = page.header.values["bouw"].text()
    type_in_cell(tab.blocks, 0, "aantal", "999")
    assert page.header.values["bouw"].text() != gross
    QTest.keyClick(tab.blocks.view, Qt.Key.Key_Z, CONTROL)
    assert page.header.values["bouw"].text() == gross and not page.dirty
    assert rows(opened, "project")[plan]["versie"] == page.draft.project["versie"]
    shoot("page_undone")


def test_blocks_copied_from_excel(page, plan, opened, shoot):
    tab = go_to(page, "programmaTab")
    QGuiApplication.clipboard().setText("Naam\tMutatiesoort\tAantal\r\nHof A\tBouw\t1.200\r\nHof B\tsloop\t4\r\n")
    tab.blocks.view.clearSelection()
    tab.blocks.view.setCurrentIndex(tab.blocks.model.index(-1, -1))
    tab.blocks.view.setFocus()
    QTest.keyClick(tab.blocks.view, Qt.Key.Key_V, CONTROL)
    shoot("page_pasted")
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    settle()
    found = {row["naam"]: (row["mutatie"], row["aantal"]) for row in of_plan(opened, "woningblok", plan)}
    assert found["Hof A"] == ("bouw", 1200) and found["Hof B"] == ("sloop", 4) and len(found) == 4


def test_a_milestone_changes_phase_and_status(page, plan, opened, shoot):
    tab = go_to(page, "mijlpaalTab")
    today = f"{date.today():%d-%m-%Y}"
    assert "Realisatie" not in page.header.state.text()
    for kind in ("fase_nazorg", "status_1B"):
        add_row(tab, "mijlpaal")
        last = tab.model.rowCount() - 1
        choose_in_cell(tab.grid, last, "soort", kind)
        type_in_cell(tab.grid, last, "gerealiseerd", today)
    click(page, "planOpslaan")
    row = rows(opened, "project")[plan]
    assert (row["fase"], row["planstatus"]) == ("nazorg", "1B")
    assert "Nazorg" in page.header.state.text() and "1B" in page.header.state.text()
    shoot("page_milestones")


def test_an_agreement_and_a_bottleneck(page, plan, opened, shoot):
    tab = go_to(page, "afspraakTab")
    add_row(tab, "afspraak")
    subject = next(iter(tab.model.lists.opties["afspraakonderwerp"]))
    choose_in_cell(tab.grid, 0, "onderwerp", subject)
    type_in_cell(tab.grid, 0, "omschrijving", "Dertig procent sociale huur")
    shoot("page_agreement")
    tab = go_to(page, "knelpuntTab")
    add_row(tab, "knelpunt")
    kind = next(iter(tab.model.lists.opties["knelpuntsoort"]))
    choose_in_cell(tab.grid, 0, "soort", kind)
    type_in_cell(tab.grid, 0, "toelichting", "Netcongestie tot 2029")
    click(page, "planOpslaan")
    (agreement,), (bottleneck,) = of_plan(opened, "afspraak", plan), of_plan(opened, "knelpunt", plan)
    assert (agreement["onderwerp"], agreement["omschrijving"]) == (subject, "Dertig procent sociale huur")
    assert (bottleneck["soort"], bottleneck["toelichting"]) == (kind, "Netcongestie tot 2029")
    shoot("page_bottleneck")


def test_a_document_is_copied_in_and_missed_when_it_goes(page, plan, opened, tmp_path, answer, shoot):
    from diwi_qgis.exchange.documents import sha256

    letter = tmp_path / "elders" / "Besluit.txt"
    letter.parent.mkdir()
    letter.write_text("De raad besluit", encoding="utf8")
    tab = go_to(page, "documentTab")

    answer(lambda dialog: choose_file(dialog, letter))
    click(tab, "documentKopie")
    click(page, "planOpslaan")
    (row,) = of_plan(opened, "document", plan)
    copy = opened.parent / row["pad"]
    assert row["pad"].startswith("duinvoorde_documenten/") and copy.is_file()
    assert row["sha256"] == sha256(letter) == sha256(copy)
    shoot("page_document")
    copy.unlink()
    click(tab, "documentControle")
    assert "ontbreekt" in page.notices.text("geweigerd") and "Besluit" in page.notices.text("geweigerd")
    assert of_plan(opened, "document", plan) == [row]
    shoot("page_document_missing")


def test_history_says_who_and_what_and_steps_back(page, plan, opened, shoot):
    naam = child(page.tabs[0], QLineEdit, "naam")
    go_to(page, page.tabs[0].objectName())
    type_over(naam, "Havenmeester-Zuid")
    click(page, "planOpslaan")
    write(opened, "project", {"uuid": plan, "eigenaar": "bert@duinvoorde.example"})
    page.load(plan)
    tab = go_to(page, "historieTab")
    newest, mine = (tab.tree.topLevelItem(place) for place in range(2))
    assert "bert" in newest.text(0) and "bert@duinvoorde.example" in newest.child(0).text(0)
    assert "“Havenmeester” → “Havenmeester-Zuid”" in mine.child(0).text(0)
    shoot("page_history")
    tab.tree.setCurrentItem(tab.tree.topLevelItem(2))
    settle()
    click(tab, "terugNaarMoment")
    assert rows(opened, "project")[plan]["naam"] == "Havenmeester-Zuid"
    click(page, "planOpslaan")
    row = rows(opened, "project")[plan]
    assert (row["naam"], row["eigenaar"] == "bert@duinvoorde.example") == ("Havenmeester", False)


def test_a_finding_is_seen_on_the_map_and_accepted(page, opened, plugin, iface, shoot):
    uuid = next(row["project_uuid"] for row in rows(opened, "bevinding").values() if row["regel"] == "overlap")
    plugin.session.choose_plan(uuid)
    settle()
    tab = go_to(page, "bevindingTab")
    canvas = iface.mapCanvas()
    canvas.zoomToFullExtent()
    wide = canvas.extent().width()
    found = [tab.list.topLevelItem(place) for place in range(tab.list.topLevelItemCount())]
    overlap = next(item for item in found if "verlap" in item.text(1))
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=tab.list.visualItemRect(overlap).center())
    QTest.qWait(100)
    area = QgsRectangle(canvas.extent())
    assert area.width() < wide / 3
    open_before = tab.open_count()
    type_over(child(tab, QLineEdit, "reden"), "Zo afgesproken met de ontwikkelaar")
    shoot("page_finding")
    click(tab, "accepteren")
    assert not any(row["geaccepteerd"] for row in rows(opened, "bevinding").values()), "not before the page is saved"
    click(page, "planOpslaan")
    accepted = [row for row in rows(opened, "bevinding").values() if row["geaccepteerd"]]
    assert [(row["project_uuid"], row["reden"]) for row in accepted] == [(uuid, "Zo afgesproken met de ontwikkelaar")]
    assert tab.open_count() == open_before - 1
    shoot("page_finding_accepted")


@pytest.mark.parametrize(("choice", "naam"), [("alleMijn", "Mijn naam"), ("alleHun", "Hun naam")])
def test_two_people_on_one_plan(page, plan, opened, answer, shoot, choice, naam):
    go_to(page, page.tabs[0].objectName())
    type_over(child(page.tabs[0], QLineEdit, "naam"), "Mijn naam")
    write(opened, "project", {"uuid": plan, "naam": "Hun naam"})

    def choose(dialog):
        assert dialog.objectName() == "diwiConflicten"
        click(dialog, choice)
        shoot(f"page_conflict_{choice}")
        click(dialog, "opslaanMetKeuzes")

    answer(choose)
    click(page, "planOpslaan")
    assert rows(opened, "project")[plan]["naam"] == naam and not page.dirty


def test_a_crash_loses_nothing(page, plan, opened, plugin, tmp_path, shoot):
    from diwi_qgis.gui.page import kept_drafts

    go_to(page, page.tabs[0].objectName())
    type_over(child(page.tabs[0], QLineEdit, "naam"), "Halverwege")
    QTest.qWait(3300)  # the page keeps its draft every three seconds
    (kept,) = Path(kept_drafts.drafts_folder()).glob("*.json")
    left = tmp_path / kept.name
    shutil.copyfile(kept, left)
    page.discard()
    plugin.session.choose_plan("")
    shutil.copyfile(left, kept)  # what a crash would have left
    plugin.session.choose_plan(plan)
    settle()
    assert "nooit opgeslagen" in page.notices.text("concept") and not page.dirty
    shoot("page_draft")
    click(page.notices, "antwoord1")
    click(page, "planOpslaan")
    assert rows(opened, "project")[plan]["naam"] == "Halverwege" and not kept.exists()
