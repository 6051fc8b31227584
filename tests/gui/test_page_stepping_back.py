"""Stepping back in the history puts the plan area back too, with the parcels it was made on: seen first, stored with the rest."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from page_world import click, fill, rows, settle, show_dock

OLD, NEW = shapely.box(100000, 400000, 100100, 400100), shapely.box(100000, 400000, 100060, 400100)


def link(plan, number, area, day):
    return {
        "project_uuid": plan,
        "identificatie": f"{number:014}",
        "aanduiding": f"TST00-A-{number}",
        "oppervlakte": area.area,
        "aandeel": 1.0,
        "brondatum": day,
        "geom": area,
    }


@pytest.fixture
def plans(register_path):
    """The first plan was made on parcels 1 and 2; then Bert drew it smaller, on a new parcel 1 alone, and named it anew."""
    from diwi_qgis.store import open_register

    plans = fill(register_path)
    blok = next(uuid for uuid, row in rows(register_path, "woningblok").items() if row["naam"] == "Loods")
    with open_register(register_path, write=True) as register:
        with register.transaction("anna") as write:
            links = [link(plans[0], number, OLD, date(2024, 3, 1)) for number in (1, 2)]
            first, second = write.insert("perceel_koppeling", links)
            write.update("project", [{"uuid": plans[0], "contour_brondatum": date(2024, 3, 1)}])
            write.update("woningblok", [{"uuid": blok, "geom": OLD}])
        with register.transaction("bert") as write:
            changed = {"naam": "Kade", "geom": NEW, "contour_brondatum": date(2026, 3, 1)}
            write.update("project", [{"uuid": plans[0], **changed}])
            write.delete("perceel_koppeling", [first, second])
            write.insert("perceel_koppeling", [link(plans[0], 1, NEW, date(2026, 3, 1))])
            write.delete("woningblok", [blok])
    return plans


def open_page(window):
    from diwi_qgis.gui.page.project_page import ProjectPage

    part = ProjectPage(window)
    return part, show_dock(window, part)


@pytest.fixture
def page(window, register_path, plans, tmp_path, monkeypatch):
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.workspace.layers import new_layer

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    layer = new_layer(register_path, "project", "Plannen")
    window.session.project.addMapLayer(layer)
    window.iface.mapCanvas().setDestinationCrs(layer.crs())
    part, found = open_page(window)
    window.session.choose_plan(plans[0])
    settle()
    yield found
    part.remove()


def step_back(page, user="anna"):
    """Choose the newest save of somebody, and go back to right after it."""
    history = next(tab for tab in page.tabs if tab.objectName() == "historieTab")
    page.tab_widget.setCurrentWidget(history)
    settle()
    items = [history.tree.topLevelItem(place) for place in range(history.tree.topLevelItemCount())]
    history.tree.setCurrentItem(next(item for item in items if f"  {user} (" in item.text(0)))
    settle()
    click(history, "terugNaarMoment")


def area(path, plan, table="project"):
    return rows(path, table)[plan]["geom"]


def links(path):
    found = sorted(rows(path, "perceel_koppeling").values(), key=lambda row: row["identificatie"])
    return [(row["identificatie"][-1], row["brondatum"], row["geom"].area) for row in found]


def band(window):
    """What is dashed on the map, in whole square metres; 0 when there is nothing."""
    from qgis.gui import QgsRubberBand

    canvas = window.iface.mapCanvas()
    shown = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    return sum(round(item.asGeometry().area()) for item in shown if item.isVisible() and item.numberOfVertices())


def test_the_area_is_seen_first_and_stored_with_the_rest(page, window, register_path, plans):
    step_back(page)
    assert "6,000 m² becomes 10,000 m²" in page.notices.text("gebied") and band(window) == 10000
    assert area(register_path, plans[0]).equals(NEW) and page.dirty
    click(page, "planOpslaan")
    row = rows(register_path, "project")[plans[0]]
    assert row["geom"].equals(OLD) and (row["naam"], row["contour_brondatum"]) == ("Havenkwartier", date(2024, 3, 1))
    assert links(register_path) == [("1", date(2024, 3, 1), 10000.0), ("2", date(2024, 3, 1), 10000.0)]
    loods = next(row for row in rows(register_path, "woningblok").values() if row["naam"] == "Loods")
    assert loods["geom"].equals(OLD), "a block that comes back has its own area again"
    assert not page.notices.text("gebied") and band(window) == 0 and not page.dirty


def test_undone_nothing_is_left_of_it(page, window, register_path):
    step_back(page)
    page.undo()
    assert not page.dirty and band(window) == 0 and not page.notices.text("gebied")
    assert links(register_path) == [("1", date(2026, 3, 1), 6000.0)]


def test_the_rest_goes_back_and_the_area_stays(page, window, register_path, plans):
    step_back(page)
    click(page.notices, "antwoord2")
    assert band(window) == 0 and page.dirty
    click(page, "planOpslaan")
    row = rows(register_path, "project")[plans[0]]
    assert row["geom"].equals(NEW) and (row["naam"], row["contour_brondatum"]) == ("Havenkwartier", date(2026, 3, 1))
    assert links(register_path) == [("1", date(2026, 3, 1), 6000.0)]


def test_ground_that_another_plan_took_since_is_told(page, window, register_path, plans):
    with window.session.write("carla") as write:
        write.update("project", [{"uuid": plans[1], "geom": shapely.box(100060, 400000, 100160, 400100)}])
    settle()
    step_back(page)
    told = page.notices.text("gebied")
    assert "⚠ overlaps Weide" in told and "by 4,000 m²" in told


def test_somebody_drew_it_meanwhile(page, register_path, plans):
    from test_page import answer_conflict

    from diwi_qgis.store import open_register

    step_back(page)
    with open_register(register_path, write=True) as register, register.transaction("carla") as write:
        write.update("project", [{"uuid": plans[0], "geom": shapely.box(100000, 400000, 100010, 400100)}])
    seen = answer_conflict("alleHun")
    click(page, "planOpslaan")
    assert seen[1:] == ["6,000 m²", "10,000 m²", "1,000 m²"]
    row = rows(register_path, "project")[plans[0]]
    assert row["geom"].area == 1000 and row["naam"] == "Havenkwartier"


def test_after_a_crash_it_is_offered_with_the_area(page, window, register_path, plans):
    step_back(page)
    page._keeper.keep()
    part, again = open_page(window)
    click(again.notices, "antwoord1")
    assert "10,000 m²" in again.notices.text("gebied")
    click(again, "planOpslaan")
    assert area(register_path, plans[0]).equals(OLD) and len(links(register_path)) == 2
    part.remove()


def test_a_save_that_only_drew_is_in_the_history_and_can_be_gone_back_to(page, window, register_path, plans):
    from qgis.core import QgsGeometry

    layer = window.session.layer("project")
    (feature,) = [each for each in layer.getFeatures() if each["uuid"] == plans[0]]
    layer.startEditing()
    layer.changeGeometry(feature.id(), QgsGeometry.fromWkt("MultiPolygon(((0 0, 30 0, 30 10, 0 10, 0 0)))"))
    assert layer.commitChanges()
    settle()
    history = next(tab for tab in page.tabs if tab.objectName() == "historieTab")
    page.tab_widget.setCurrentWidget(history)
    settle()
    assert history.tree.topLevelItem(0).child(0).text(0) == "Plan Kade: area changed"
    step_back(page, "bert")
    click(page, "planOpslaan")
    assert area(register_path, plans[0]).equals(NEW)
