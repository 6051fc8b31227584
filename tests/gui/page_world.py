"""A register with two plans, and the hands that work in a window on it."""

from __future__ import annotations

from datetime import date

PLANS = [
    {"naam": naam, "start_datum": date(2024, 1, 1), "eind_datum": date(2032, 1, 1), "vertrouwelijkheid": "openbaar"}
    for naam in ("Havenkwartier", "Weide")
]


def fill(path):
    """Two plans on the map; the first with a block of 40, of which 38 are given. Gives their uuids."""
    import shapely

    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register, register.transaction("anna") as write:
        areas = [shapely.box(100000 + 500 * n, 400000, 100100 + 500 * n, 400100) for n in range(2)]
        plans = write.insert("project", [{**plan, "geom": area} for plan, area in zip(PLANS, areas)])
        blocks = write.insert(
            "woningblok",
            [
                {"project_uuid": plans[0], "naam": "Toren", "aantal": 40, "mutatie": "bouw"},
                {"project_uuid": plans[0], "naam": "Loods", "aantal": 3, "mutatie": "sloop"},
                {"project_uuid": plans[1], "naam": "Rij", "aantal": 12, "mutatie": "bouw"},
            ],
        )
        write.insert(
            "verdeling",
            [
                {"woningblok_uuid": blocks[0], "kenmerk": "eigendom", "categorie": "koopwoning", "aantal": 30},
                {
                    "woningblok_uuid": blocks[0],
                    "kenmerk": "eigendom",
                    "categorie": "huurwoning_woningcorporatie",
                    "aantal": 8,
                },
            ],
        )
        write.insert(
            "oplevering",
            [{"woningblok_uuid": blocks[0], "datum": date(2025, 6, 1), "aantal": 10, "gerealiseerd": True}],
        )
        write.insert(
            "bevinding",
            [
                {
                    "regel": "proef",
                    "ernst": "waarschuwing",
                    "project_uuid": plans[0],
                    "melding": "Let op",
                    "melding_en": "Mind this",
                    "geom": areas[0],
                }
            ],
        )
    return plans


def rows(path, table):
    """The rows of a table as they are stored, by uuid."""
    from diwi_qgis.exchange.rows import read_rows
    from diwi_qgis.store import open_register

    with open_register(path) as register:
        return {row["uuid"]: row for row in read_rows(register, table)}


def write(path, table, *changes, user="bert"):
    """Somebody else stores something."""
    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register, register.transaction(user) as writer:
        writer.update(table, list(changes))


def settle():
    """Let Qt do what waits."""
    from qgis.PyQt.QtWidgets import QApplication

    for _ in range(3):
        QApplication.processEvents()


def child(parent, kind, name):
    """A widget by object name; the test fails when there is none."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def show_dock(window, part):
    """Show the dock of a part with its button in the toolbar, unless it is there already; gives what stands in it."""
    from qgis.PyQt.QtWidgets import QAction

    part.install()
    action = window.iface.mainWindow().findChildren(QAction, f"{part.NAME}Tonen")[-1]
    if not action.isChecked():
        action.trigger()
    settle()
    return part.dock.widget()


def click(parent, name):
    """Click a button with the mouse."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QAbstractButton

    button = child(parent, QAbstractButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def type_in_cell(grid, row, column, text):
    """Put the cursor in a cell by double click, type over it and press Enter."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    names = [each.name for each in grid.model.columns]
    index = grid.model.index(row, names.index(column))
    grid.view.scrollTo(index)
    settle()
    spot = grid.view.visualRect(index).center()
    QTest.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
