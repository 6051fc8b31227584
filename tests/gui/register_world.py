"""Hands that open and make registers in a window."""

from __future__ import annotations

import pytest


def find(desk, name):
    """Something in the window by its name."""
    from qgis.PyQt.QtCore import QObject

    return desk.window.findChild(QObject, name)


def button(dialog, name):
    """A standard button of a dialog."""
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    box = dialog.findChild(QDialogButtonBox)
    return box.button(getattr(QDialogButtonBox.StandardButton, name))


def wait_for(condition, seconds=20):
    """Go on when something is so, and give what it found; the test fails when it never is."""
    from qgis.PyQt.QtTest import QTest

    for _ in range(seconds * 20):
        found = condition()
        if found:
            return found
        QTest.qWait(50)
    return pytest.fail("nothing happened")
