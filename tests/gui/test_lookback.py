"""Looking back in the window: a moment is chosen, the register of then opens and says so, and one click leads back."""

from __future__ import annotations

import time
from datetime import date, datetime, timezone

import pytest
from register_world import find, wait_for

from diwi_qgis.store import open_register
from diwi_qgis.store.acts import Kind

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1), "in_programmering": True}


@pytest.fixture
def part(desk, window, provider, own_recents, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.gui.lookback import part as module
    from diwi_qgis.gui.register.part import RegisterPart

    monkeypatch.setattr(module.QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path / "profiel"))
    parts = RegisterPart(window), module.LookBackPart(window)
    for each in parts:
        each.install()
    yield parts[1]
    for each in parts:
        each.remove()
    QApplication.processEvents()


@pytest.fixture
def story(register_path):
    """A plan then; now it has another name, another plan came and one went."""
    with open_register(register_path, write=True) as register:
        with register.transaction("anna") as write:
            one, two = write.insert("project", [{**PLAN, "naam": "Haven"}, {**PLAN, "naam": "Station"}])
            write.insert("woningblok", [{"project_uuid": one, "naam": "Blok", "aantal": 10}])
        time.sleep(0.005)
        then = datetime.now(timezone.utc)
        time.sleep(0.005)
        with register.transaction("bert") as write:
            write.update("project", [{"uuid": one, "naam": "Havenkwartier"}])
            write.insert("project", [{**PLAN, "naam": "Molen"}])
        with register.transaction("bert") as write, write.act(Kind.DELETE, two, "Station"):
            write.delete("project", [two])
    return register_path, then, one, two


@pytest.fixture
def on_map(window, story):
    """The register's plans on the map, without the rest of its project."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.layers import new_layer

    QgsProject.instance().addMapLayer(new_layer(story[0], "project", "Plannen"))
    assert window.session.address == story[0]


def names(session):
    return sorted(row["naam"] for row in session.layer("project").getFeatures())


def opened(session, path):
    return lambda: session.address == path and session.layer("project") is not None


@pytest.mark.slow
def test_one_looks_back_sees_that_it_is_the_past_and_returns(desk, window, part, story):
    path, then, one, _ = story
    session = window.session
    session.openAsked.emit(path)
    wait_for(opened(session, path))
    banner = find(desk, "diwiTerugkijkenBalk")
    assert names(session) == ["Havenkwartier", "Molen"] and banner.isHidden()

    part._take_snapshot(then.isoformat(timespec="milliseconds"))
    wait_for(lambda: session.address != path and session.layer("project") is not None)
    snapshot = session.address
    assert names(session) == ["Haven", "Station"]
    assert not banner.isHidden() and f"{then.astimezone():%H:%M}" in find(desk, "diwiTerugkijkenTekst").text()
    assert session.layer("project").readOnly() and session.layer("woningblok").readOnly()
    assert not find(desk, "diwiLookBackMoment").isEnabled()
    from diwi_qgis.gui.register.recent import recent_registers

    assert snapshot not in recent_registers() and path in recent_registers()

    from diwi_qgis.gui.page.page import PlanPage

    page = PlanPage(session, desk.canvas)
    page.show()
    page.load(one)
    page.draft.set("project", one, "naam", "Anders")
    page._edited()
    assert not page.dirty and page.draft.project["naam"] == "Haven"
    page.stop()
    page.deleteLater()

    find(desk, "diwiTerugNaarNu").click()
    wait_for(opened(session, path))
    assert banner.isHidden()
    assert names(session) == ["Havenkwartier", "Molen"]
    assert not session.layer("project").readOnly() and not snapshot.exists()


def test_a_moment_is_chosen_between_the_first_and_now(desk, part, on_map):
    find(desk, "diwiLookBackMoment").trigger()
    dialog = find(desk, "diwiTerugkijken")
    assert dialog is not None
    edit = dialog.moment
    assert edit.minimumDateTime() <= edit.dateTime() <= edit.maximumDateTime()
    chosen = datetime.fromisoformat(edit.parameter.replace("Z", "+00:00"))
    assert chosen <= datetime.now(timezone.utc)
    dialog.reject()


def test_the_difference_shows_bars_and_plans(desk, window, part, story):
    from diwi_qgis.gui.lookback.difference_dialog import DifferenceDialog

    path, then, one, _ = story
    dialog = DifferenceDialog(path, then, desk.window)
    dialog.show()
    dialog.first.setMinimumDateTime(dialog.first.minimumDateTime().addDays(-1))
    type(dialog.first).parameter, kept = then.isoformat(timespec="milliseconds"), type(dialog.first).parameter
    try:
        dialog.compare.click()
        wait_for(lambda: dialog.table.topLevelItemCount() == 3)
    finally:
        type(dialog.first).parameter = kept
    rows = {item.text(0): item.text(2) for item in map(dialog.table.topLevelItem, range(3))}
    assert set(rows) == {"Havenkwartier", "Molen", "Station"} and len(set(rows.values())) == 3
    assert "10 → 10" in dialog.bars.accessibleDescription()
    picture = dialog.bars.grab().toImage()
    assert len({picture.pixel(x, 12) for x in range(picture.width())}) > 1
    asked = []
    dialog.planAsked.connect(asked.append)
    item = next(
        dialog.table.topLevelItem(n) for n in range(3) if dialog.table.topLevelItem(n).text(0) == "Havenkwartier"
    )
    dialog.table.itemActivated.emit(item, 0)
    assert asked == [one]
    dialog.close()
    dialog.deleteLater()


def test_a_deleted_plan_is_put_back_from_the_list(desk, window, part, story, on_map):
    path, _, _, two = story
    find(desk, "diwiLookBackDeleted").trigger()
    dialog = find(desk, "diwiVerwijderdePlannen")
    assert dialog.table.topLevelItemCount() == 1 and not dialog.restore.isEnabled()
    dialog.table.setCurrentItem(dialog.table.topLevelItem(0))
    dialog.restore.click()
    wait_for(lambda: window.session.plan == two)
    assert "Station" in names(window.session)
    with open_register(path) as register:
        assert sorted(register.read("project")["naam"]) == ["Havenkwartier", "Molen", "Station"]
