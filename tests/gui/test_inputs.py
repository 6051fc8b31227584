"""Scrolling past an input changes nothing; with the focus in it the wheel works as ever."""

from __future__ import annotations

import pytest


def scroll(widget):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.fixture
def form(desk):
    from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

    from diwi_qgis.gui.inputs import steady

    form = QWidget()
    layout = QVBoxLayout(form)
    form.other, form.combo, form.spin = QLineEdit(), QComboBox(), QSpinBox()
    form.combo.addItems(["een", "twee"])
    form.spin.setValue(5)
    for widget in (form.other, form.combo, form.spin):
        layout.addWidget(widget)
    steady(form)
    desk.window.setCentralWidget(form)
    desk.window.activateWindow()
    return form


def test_the_wheel_passes_over_what_has_no_focus(form):
    form.other.setFocus()
    for widget in (form.combo, form.spin):
        scroll(widget)
    assert (form.combo.currentIndex(), form.spin.value()) == (0, 5)


def test_the_wheel_works_where_the_focus_is(form):
    for widget in (form.combo, form.spin):
        widget.setFocus()
        scroll(widget)
    assert (form.combo.currentIndex(), form.spin.value()) == (1, 4)
