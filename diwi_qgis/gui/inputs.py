"""Inputs that behave: scrolling past one changes nothing, and the Tab key goes through them as one reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)


def steady(parent: QWidget, guard: Optional[Unmoved] = None) -> None:
    """Let the mouse wheel pass over the combos, spins and date fields in `parent` (itself included) that lack the focus.

    Call it when all of them are there. `guard` is for a parent that QGIS made: of such a one Python keeps no children.
    """
    guard = guard or Unmoved(parent)
    for kind in (QComboBox, QAbstractSpinBox):
        found = parent.findChildren(kind)
        for widget in [parent, *found] if isinstance(parent, kind) else found:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(guard)


class Unmoved(QObject):
    """Keeps the wheel from inputs without the focus, so that the form around them scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See `QObject.eventFilter`."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def in_reading_order(parent: QWidget) -> None:
    """Let Tab go through what stands in `parent` in the order of its layouts; Qt goes by when things were made.

    Call it when all of them are there, and again when others came.
    """
    stops = list(_stops(parent))
    for before, after in zip(stops, stops[1:]):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        if part is not None:
            yield from _stops(part)


def _parts(widget: QWidget) -> Iterable[Optional[QWidget]]:
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), *(widget.widget(place) for place in range(widget.count()))]
    if isinstance(widget, QTabBar):
        return widget.findChildren(QToolButton)  # its arrows, when there is no room for all tabs
    if isinstance(widget, QSplitter):
        return [widget.widget(place) for place in range(widget.count())]
    if isinstance(widget, QScrollArea):
        return [widget.widget()]
    return _laid_out(widget.layout())


def _laid_out(layout: Optional[QLayout]) -> Iterator[Optional[QWidget]]:
    if layout is None:
        return
    for item in map(layout.itemAt, range(layout.count())):
        if item.widget() is not None:
            yield item.widget()
        else:
            yield from _laid_out(item.layout())
