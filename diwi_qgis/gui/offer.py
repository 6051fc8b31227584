"""A line in the message bar of QGIS with buttons: what happened, and what one can still do about it."""

from __future__ import annotations

from functools import partial
from typing import Callable

from qgis.core import Qgis
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QPushButton

from diwi_qgis.gui.window import Window

#: Lines that are shown: a button keeps nothing of Python alive.
_SHOWN: set[Offer] = set()


class Offer:
    """The line; `show` it when its buttons are there."""

    def __init__(self, window: Window, text: str) -> None:
        self._bar = window.iface.messageBar()
        self._item = self._bar.createMessage("DIWI", text)
        _SHOWN.add(self)
        self._item.destroyed.connect(partial(_SHOWN.discard, self))

    def add_button(self, name: str, text: str, slot: Callable[[], None]) -> None:
        """A button of that object name that calls `slot`."""
        button = QPushButton(text, self._item)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked: slot())
        self._item.layout().addWidget(button)

    def show(self, level: Qgis.MessageLevel) -> None:
        """Put it in the message bar."""
        self._bar.pushWidget(self._item, level)

    def close(self) -> None:
        """Take it away, once the button that says so is done: it goes as well."""
        QTimer.singleShot(0, self._pop)

    def _pop(self) -> None:
        if not sip.isdeleted(self._item):
            self._bar.popWidget(self._item)
