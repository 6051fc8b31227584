"""The plugin in the window of QGIS, before any register is open."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QToolBar


def test_the_toolbar_stands_in_the_window(find, shoot):
    toolbar = find(QToolBar, "diwiToolbar")
    assert toolbar.isVisible()
    shoot("start")


def test_an_opened_register_shows_its_map(opened, iface, plugin, shoot):
    assert plugin.session.path == opened
    shoot("opened")
