"""What a planner does on the page of a plan and in the table of plans, with mouse and keys."""

from __future__ import annotations

from page_world import child, click, rows, settle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QComboBox, QDockWidget, QTabWidget, QToolBar
from qgis.utils import iface


def open_dock(name):
    """Click the button of a dock in our toolbar, unless it is open; gives what stands in the dock."""
    main = iface.mainWindow()
    dock, action = child(main, QDockWidget, f"{name}Dock"), child(main, QAction, f"{name}Tonen")
    if dock.isHidden():
        toolbar = child(main, QToolBar, "diwiToolbar")
        QTest.mouseClick(toolbar.widgetForAction(action), Qt.MouseButton.LeftButton)
    QTest.qWait(100)
    return dock.widget()


def uuid_of(register, naam):
    """Uuid of the one plan of that name."""
    found = [row["uuid"] for row in rows(register, "project").values() if row["naam"] == naam]
    assert len(found) == 1, naam
    return found[0]


def of_plan(register, table, uuid):
    """The stored rows of a plan, or of a block."""
    return [
        row for row in rows(register, table).values() if uuid in (row.get("project_uuid"), row.get("woningblok_uuid"))
    ]


def go_to(page, name):
    """Click the tab of the page that has this object name; gives it."""
    bar = child(page, QTabWidget, "planTabs").tabBar()
    place = next(place for place, tab in enumerate(page.tabs) if tab.objectName() == name)
    page.tab_widget.setCurrentIndex(place)  # brings the tab in view when it scrolled away
    settle()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    settle()
    assert page.tab_widget.currentWidget() is page.tabs[place]
    return page.tabs[place]


def choose_in(combo, data):
    """Open a list with the mouse, and go to the entry with this value by keyboard."""
    place = combo.findData(data)
    assert place >= 0, data
    QTest.mouseClick(combo, Qt.MouseButton.LeftButton)
    settle()
    QTest.keyClick(combo.view(), Qt.Key.Key_Home)
    for _ in range(place):
        QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    settle()


def choose_in_cell(grid, row, column, data):
    """Double-click a cell that is a list, and choose from it."""
    index = grid.model.index(row, [each.name for each in grid.model.columns].index(column))
    grid.view.scrollTo(index)
    settle()
    spot = grid.view.visualRect(index).center()
    QTest.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    choose_in(child(grid.view, QComboBox, column), data)


def add_row(tab, table):
    """Click the plus below a grid, and leave the cell that opens."""
    click(tab, f"{table}Add")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.qWait(20)  # unlike `settle`, this really takes the editor of the cell away


def type_over(widget, text):
    """Click in a field, and type another text in it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)
    settle()
