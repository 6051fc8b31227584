"""What planners do on the map in every story: look somewhere, choose a tool, fill in the form of QGIS, save, take back."""

from __future__ import annotations

import gc
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any

import numpy as np
import pytest
import shapely
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolBar,
    QToolButton,
    QWidget,
)
from qgis.utils import iface, plugins

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
OK = QDialogButtonBox.StandardButton.Ok
#: Milliseconds between two looks at whether something happened, and how many there are in the time that it may take.
_STEP, _LOOKS = 50, 400


# -- waiting and finding ----------------------------------------------------------------------------------------------


def wait_for(what: Callable[[], Any], why: str) -> Any:
    """Wait until it is something, and give it; fails after twenty seconds, or twice that on a machine that is busy."""
    end, looks = time.monotonic() + 2 * _LOOKS * _STEP / 1000, _LOOKS
    while looks and time.monotonic() < end:
        found = what()
        if found:
            return found
        QTest.qWait(_STEP)
        looks -= 1
    return pytest.fail(f"in vain: {why}")


def child(parent: QWidget, kind: type, name: str) -> Any:
    """A visible widget by its object name."""
    found = [one for one in parent.findChildren(kind, name) if one.isVisible()]
    assert found, f"no visible {kind.__name__} '{name}'"
    return found[0]


def action(name: str) -> QAction:
    """An action of the window, ours or QGIS' own."""
    found = iface.mainWindow().findChild(QAction, name)
    assert found is not None, f"no action '{name}'"
    return found


def dialog(name: str) -> QDialog:
    """The dialog of that name, as soon as it is there."""
    return wait_for(
        lambda: next((one for one in QApplication.topLevelWidgets() if one.objectName() == name and one.isVisible()), None),
        f"dialog '{name}'",
    )  # fmt: skip


def later(what: Callable[[], Any], wanted: Callable[[Any], None]) -> None:
    """Do something with what will be there, while the window is held by it: a menu, or a dialog that is waited for."""
    looks = [_LOOKS]

    def look() -> None:
        found = what()
        looks[0] -= 1
        if found is not None:
            wanted(found)
        elif looks[0]:
            QTimer.singleShot(_STEP, look)

    QTimer.singleShot(_STEP, look)


# -- buttons, menus, dialogs ------------------------------------------------------------------------------------------


def press(name: str) -> None:
    """Click the button of an action, where it stands in a toolbar; it must be possible."""
    wanted = action(name)
    assert wanted.isEnabled(), f"'{name}' is grey: {wanted.toolTip()}"
    buttons = [bar.widgetForAction(wanted) for bar in wanted.associatedWidgets() if isinstance(bar, QToolBar)]
    buttons += [button for button in iface.mainWindow().findChildren(QToolButton) if button.defaultAction() is wanted]
    button = next((one for one in buttons if one is not None and one.isVisible()), None)
    assert button is not None, f"no visible button for '{name}'"
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def choose(button: str, name: str, shoot: Callable[[], None] = lambda: None) -> None:
    """Open the menu of one of our buttons and click an entry."""
    opener = child(iface.mainWindow(), QToolButton, button)
    click_in_menu(lambda: QTest.mouseClick(opener, LEFT), lambda entry: entry.objectName() == name, shoot)


def click_in_menu(opens: Callable[[], None], wanted: Callable[[QAction], bool], shoot: Callable[[], None]) -> None:
    """Do what opens a menu, and click the entry that is wanted."""
    clicked = []

    def click(menu: QMenu) -> None:
        entries = [entry for entry in menu.actions() if wanted(entry)]
        shoot()
        if not entries or not entries[0].isEnabled():
            menu.close()
            return
        clicked.append(entries[0].toolTip())
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entries[0]).center())

    later(QApplication.activePopupWidget, click)
    opens()
    wait_for(lambda: clicked, "an entry of the menu that can be clicked")
    QTest.qWait(_STEP)


def type_over(field: QLineEdit, text: str) -> None:
    """Click in a field and type another text in it."""
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClicks(field, text)


def choose_file(asked: QFileDialog, path: Any, shoot: Callable[[], None] = lambda: None) -> None:
    """Type the name of a file in the dialog for files, and open it."""
    field = child(asked, QLineEdit, "fileNameEdit")
    field.setCompleter(None)

    def typed() -> bool:
        """Over again when the dialog, which still reads folders, changed what was typed."""
        type_over(field, str(path))
        QTest.qWait(4 * _STEP)
        return field.text() == str(path)

    wait_for(typed, "the name in the field")
    button = child(asked, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Open)
    wait_for(button.isEnabled, "a file that can be opened")
    shoot()
    QTest.mouseClick(button, LEFT)


def fill_in(naam: str, shoot: Callable[[], None] = lambda: None) -> None:
    """Fill in the form of a new plan and press OK."""
    form = dialog("diwiNewPlanForm")
    type_over(child(form, QLineEdit, "naam"), naam)
    for name, digits in (("start_datum", "01012027"), ("eind_datum", "31122031")):
        date = child(form, QDateTimeEdit, name)
        date.setFocus()
        date.setSelectedSection(QDateTimeEdit.Section.DaySection)
        QTest.keyClicks(date, digits)
    shoot()
    button = form.findChild(QDialogButtonBox, "buttonBox").button(OK)
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    QTest.qWait(_STEP)


def answer_choice(choice: str, *more: str, reason: str = "", shoot: Callable[[], None] = lambda: None) -> None:
    """What to answer when the window asks what becomes of an area that overlaps, and when it asks again."""

    def answer(asked: QDialog) -> None:
        shoot()
        QTest.mouseClick(asked.findChild(QRadioButton, f"diwiChoice_{choice}"), LEFT, pos=QPoint(8, 8))
        if reason:
            type_over(asked.findChild(QLineEdit, "diwiChoiceReason"), reason)
        if more:
            answer_choice(*more)
        QTest.mouseClick(asked.findChild(QDialogButtonBox, "diwiChoiceButtons").button(OK), LEFT)

    later(lambda: modal("diwiChoiceDialog"), answer)


def modal(name: str) -> Any:
    """The dialog that holds the window when it has this name, else None."""
    found = QApplication.activeModalWidget()
    return found if found is not None and found.objectName() == name else None


def press_in_bar(name: str) -> None:
    """Click a button in the message bar, when all that only Qt holds has long lost its Python half."""
    gc.collect()
    QTest.mouseClick(child(iface.messageBar(), QPushButton, name), LEFT)
    QTest.qWait(_STEP)


# -- editing ----------------------------------------------------------------------------------------------------------


def plans() -> Any:
    """The layer of plans."""
    return plugins["diwi_qgis"].session.layer("project")


def save() -> None:
    """Click QGIS' button that saves the edits of the layer of plans."""
    iface.setActiveLayer(plans())
    press("mActionSaveLayerEdits")
    wait_for(lambda: not plans().isModified(), f"saving: {plans().commitErrors()}")


def undo() -> None:
    """Ctrl+Z."""
    iface.mainWindow().activateWindow()
    assert QTest.qWaitForWindowActive(iface.mainWindow())
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Z, CONTROL)
    QTest.qWait(_STEP)


def key(which: Qt.Key) -> None:
    """A key on the map."""
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), which)
    QTest.qWait(_STEP)


def look_at(areas: Iterable[Any], margin: float = 30.0) -> None:
    """Zoom so that all of it (shapely) is to be seen, with so many metres around it."""
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(*shapely.total_bounds(list(areas))).buffered(margin))
    canvas.refresh()
    QTest.qWait(_STEP)
    canvas.waitWhileRendering()


def select_plan(mouse: Any, *areas: Any) -> None:
    """Click plans with QGIS' own tool to select; the second and further with Shift."""
    iface.setActiveLayer(plans())
    press("mActionSelectFeatures")
    for number, area in enumerate(areas):
        place = shapely.point_on_surface(area)
        mouse.map(place.x, place.y, keys=SHIFT if number else Qt.KeyboardModifier.NoModifier)
    assert plans().selectedFeatureCount() == len(areas)


# -- the ground -------------------------------------------------------------------------------------------------------


class Ground:
    """What a register holds on the ground, read past QGIS; geometries in shapely."""

    def __init__(self, path: Any) -> None:
        from diwi_qgis.store import open_register

        with open_register(path) as register:
            self.parcels = register.read("perceel").set_index("identificatie")
            self.plans = register.read("project").set_index("naam")
            self.links = register.read("perceel_koppeling", geometry=False)
            self.buildings = register.read("pand")["geom"].dropna().to_numpy()
            self.blocks = register.read("woningblok", geometry=False)

    def area(self, naam: str) -> Any:
        """Of a plan."""
        return self.plans.loc[naam, "geom"]

    def linked(self, naam: str) -> set[str]:
        """`identificatie` of the parcels that a plan is linked to."""
        uuid = self.plans.loc[naam, "uuid"]
        return set(self.links.loc[self.links["project_uuid"] == uuid, "identificatie"])

    def shapes(self) -> dict[str, bytes]:
        """Every area to the byte, by what it is the area of: what drawing must not touch."""
        shapes = {
            "parcels": self.parcels["geom"].to_numpy(),
            "buildings": self.buildings,
            **{uuid: [area] for uuid, area in zip(self.plans["uuid"], self.plans["geom"])},
        }
        return {name: b"".join(shapely.to_wkb(each) or b"-" for each in areas) for name, areas in shapes.items()}

    def free(self, count: int, away: float = 60.0, largest: float = 900.0) -> Any:
        """So many parcels together (Series by identificatie), no larger than so many m², that far from any plan."""
        areas = self.parcels["geom"]
        taken = shapely.union_all(self.plans["geom"].dropna().to_numpy())
        small = areas[shapely.area(areas.to_numpy()) < largest]
        free = small[shapely.distance(small.to_numpy(), taken) > away] if len(self.plans) else small
        middle = shapely.centroid(shapely.union_all(areas.to_numpy()).envelope)
        around = free.iloc[np.argsort(shapely.distance(free.to_numpy(), middle))]
        start = shapely.centroid(around.iloc[0])
        return around.iloc[np.argsort(shapely.distance(shapely.centroid(around.to_numpy()), start))].head(count)


def union(areas: Iterable[Any]) -> Any:
    """Of polygons of one coverage, with their vertices only."""
    from diwi_qgis.rules.plan_area import union as coverage_union

    return coverage_union(np.array(list(areas), dtype=object))


def corners(area: Any) -> set[tuple[float, float]]:
    """The vertices of an area."""
    return {(round(x, 3), round(y, 3)) for x, y in shapely.get_coordinates(area)}


def stored(path: Any, query: str, *values: Any) -> list[tuple]:
    """Rows as they are in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()
