"""Inputs that behave: scrolling past one changes nothing."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


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
