"""Without a mouse: whatever can have the focus says what it is, and Tab goes through it as one reads."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from page_world import click, fill, rows, settle, show_dock


def focusable(surface):
    """What Tab stops at in a surface, in the order of Tab, with its place and that of what scrolls around it."""
    from qgis.PyQt.QtCore import QPoint, QRect, Qt
    from qgis.PyQt.QtWidgets import QScrollArea

    def place(widget):
        return QRect(widget.mapTo(surface, QPoint(0, 0)), widget.size())

    def area_around(widget):
        while widget is not surface:
            widget = widget.parentWidget()
            if isinstance(widget, QScrollArea):
                return place(widget)
        return None

    found, widget = [], surface
    while True:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if stops and widget.isEnabled() and widget.isVisible() and surface.isAncestorOf(widget):
            found.append((widget, place(widget), area_around(widget)))
        widget = widget.nextInFocusChain()
        if widget is surface:
            return found


def spoken(widget):
    """What a screen reader calls it: as Qt's accessibility does, without the tooltip."""
    from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

    labels = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or own or "".join(labels)


def goes_back(before, after):
    """Whether one has to look back: up (unless to a next column), or left on the same line.

    Into and out of what scrolls it is as if one came from, or went to, the whole of it.
    """
    (_, before, from_area), (_, after, to_area) = before, after
    if from_area != to_area:
        before, after = from_area or before, to_area or after
    beside = after.left() >= before.right()
    if after.bottom() <= before.top():
        return not beside
    return after.top() <= before.bottom() and before.top() <= after.bottom() and after.right() <= before.left()


def check(surface):
    """Everything is named, and going round one looks back once: from the last to the first."""
    settle()
    found = focusable(surface)
    assert found
    assert [(type(widget).__name__, widget.objectName()) for widget, *_ in found if not spoken(widget)] == []
    turns = [
        (one[0].objectName(), other[0].objectName())
        for one, other in zip(found, found[1:] + found[:1])
        if goes_back(one, other)
    ]
    assert len(turns) <= 1, turns


@pytest.fixture
def plans(register_path, window):
    from diwi_qgis.workspace.layers import new_layer

    uuids = fill(register_path)
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    return uuids


@pytest.fixture
def page(window, plans):
    from diwi_qgis.gui.page.project_page import ProjectPage

    part = ProjectPage(window)
    page = show_dock(window, part)
    window.session.choose_plan(plans[0])
    yield page
    part.remove()


@pytest.fixture
def table(window, plans):
    from diwi_qgis.gui.page.plan_table import PlanTable

    part = PlanTable(window)
    yield show_dock(window, part)
    part.remove()


def test_every_tab_of_the_page(page):
    for tab in page.tabs:
        page.tab_widget.setCurrentWidget(tab)
        check(page)
    programme = page.tabs[1]
    page.tab_widget.setCurrentWidget(programme)
    programme.blocks.add_row()  # more is possible now, and there is something to save
    programme.verdeling.setFocus()
    check(page)


def test_the_table_of_plans(table):
    check(table)
    for _ in range(2):
        click(table, "voorwaardeErbij")
    table.view.selectAll()
    check(table)


@pytest.fixture
def show(window):
    """Show a dialog as the window does; it goes when the test ends."""
    from qgis.PyQt import sip

    shown = []

    def show_dialog(make):
        dialog = make(window.iface.mainWindow())
        shown.append(dialog)
        dialog.show()
        return dialog

    yield show_dialog
    for dialog in shown:
        sip.delete(dialog)


def test_changing_plans_together(table, plans, window, show):
    from diwi_qgis.gui.page.bulk_edit import BulkEdit

    dialog = show(partial(BulkEdit, window.session, table.lists, plans))
    for place in range(dialog.field.count()):
        dialog.field.setCurrentIndex(place)
        check(dialog)


def test_a_conflict(page, plans, register_path, show):
    from diwi_qgis.gui.page.plan_conflicts import PlanConflicts
    from diwi_qgis.gui.page.plan_draft import Conflict

    uuid = next(iter(rows(register_path, "woningblok")))
    conflicts = [Conflict("woningblok", uuid, "aantal", 40, 41, 42)]
    check(show(partial(PlanConflicts, page.draft, conflicts, page._known_lists)))


def test_a_new_register_and_a_problem(show):
    from diwi_qgis.gui.register.new_dialog import NewRegisterDialog
    from diwi_qgis.gui.report_problem import ReportProblem

    check(show(NewRegisterDialog))
    check(show(partial(ReportProblem, "here")))


def test_a_field_copy(register_path, show):
    from diwi_qgis.gui.fieldcopy.take_dialog import TakeDialog

    check(show(partial(TakeDialog, register_path)))


def test_splitting_merging_and_a_strip(desk, show):
    import shapely

    from diwi_qgis.gui.drawing.divide_dialog import DivideDialog
    from diwi_qgis.gui.drawing.merge_dialog import MergeDialog
    from diwi_qgis.gui.drawing.plans import Plan
    from diwi_qgis.gui.drawing.strip_dialog import StripDialog
    from diwi_qgis.sources.merge_plans import Verschil
    from diwi_qgis.sources.split_plan import BlokDeling

    areas = [shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)]
    two = [Plan(n, f"{n}", naam, f"code{n}", "", "0307", area) for n, (naam, area) in enumerate(zip("AB", areas))]
    blocks = [BlokDeling(naam, naam, "bouw", 10, (5, 5)) for naam in ("Toren", "Rij")]
    differences = [Verschil("Eind project", date(2030, 1, 1), {"B": date(2031, 1, 1)})]
    check(show(lambda parent: DivideDialog(parent, "A", "A 2", areas, blocks)))
    check(show(lambda parent: MergeDialog(parent, two, lambda _: differences)))
    check(show(lambda _: StripDialog(desk.canvas, shapely.LineString([(0, 0), (50, 0)]), "A")))


def test_picking_parcels(desk, window, register_path):
    from pick_world import lay_out
    from qgis.PyQt.QtWidgets import QAction, QDockWidget

    from diwi_qgis.gui.pick.part import PickPart

    lay_out(register_path, desk)
    part = PickPart(window)
    part.install()
    desk.window.findChild(QAction, "diwiPickParcels").trigger()
    check(desk.window.findChild(QDockWidget, "diwiPickPanel").widget())
    part.remove()
