"""Widgets that hold one value of a column, alike in forms and in cells: `value()`, `set_value()`, `edited`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Optional, Protocol

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.values import choices, read, show
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.translation import tr

#: From how many characters on a text gets several lines in a form.
_LONG = 1000


class Editor(Protocol):
    """What forms and delegates need of a widget."""

    edited: Any

    def value(self) -> Any:
        """The value; raises ValueError when what is typed is none."""

    def set_value(self, value: Any) -> None:
        """Show a value; not told as an edit."""


class ChoiceEdit(QComboBox):
    """One of a list, or nothing."""

    edited = pyqtSignal()

    def __init__(self, options: Mapping[Any, str], optional: bool, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if optional:
            self.addItem("", None)
        for code, label in options.items():
            self.addItem(label, code)
        self.activated.connect(self._activated)

    def value(self) -> Any:
        """The code; None for nothing."""
        return self.currentData()

    def set_value(self, value: Any) -> None:
        """Show a code; one that is no longer in the list is added, for it may stay where it is."""
        place = self.findData(value)
        if place < 0 and value is not None:
            self.addItem(tr("{code} (no longer in use)").format(code=value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def _activated(self, _index: int) -> None:
        self.edited.emit()


class OpenChoiceEdit(QComboBox):
    """One of a list, or any other text."""

    edited = pyqtSignal()

    def __init__(self, options: Mapping[str, str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.addItems(["", *options.values()])
        self.editTextChanged.connect(self._changed)

    def value(self) -> Optional[str]:
        """The text; None when empty."""
        return self.currentText().strip() or None

    def set_value(self, value: Optional[str]) -> None:
        """Show a text."""
        self.blockSignals(True)
        self.setEditText(value or "")
        self.blockSignals(False)

    def _changed(self, _text: str) -> None:
        self.edited.emit()


class DayEdit(QgsDateEdit):
    """A day, or none; never past a time zone."""

    edited = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("dd-MM-yyyy")
        self.setCalendarPopup(True)
        self.setAllowNull(True)
        self.setNullRepresentation("")
        self.dateValueChanged.connect(self._changed)

    def value(self) -> Optional[date]:
        """The day."""
        return None if self.isNull() else self.date().toPyDate()

    def set_value(self, value: Optional[date]) -> None:
        """Show a day."""
        self.blockSignals(True)
        if value is None:
            self.clear()
        else:
            self.setDate(QDate(value.year, value.month, value.day))
        self.blockSignals(False)

    def _changed(self, _day: QDate) -> None:
        self.edited.emit()


class LineEdit(QLineEdit):
    """A text, number or amount, read as its column says."""

    edited = pyqtSignal()

    def __init__(
        self, column: Column, row: Mapping[str, Any], lists: RegisterLists, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._column, self._row, self._lists = column, row, lists
        if column.kind is Kind.TEXT and column.length:
            self.setMaxLength(column.length)
        self.textEdited.connect(self._typed)

    def value(self) -> Any:
        """What is typed; raises ValueError."""
        return read(self._column, self.text(), self._row, self._lists)

    def set_value(self, value: Any) -> None:
        """Show a value; what somebody is typing stays when it means the same."""
        text = show(self._column, value, self._row, self._lists)
        if self.text().strip() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def _typed(self, _text: str) -> None:
        self.edited.emit()


class LongTextEdit(QPlainTextEdit):
    """A text of several lines; Tab goes to the next field."""

    edited = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
        self.textChanged.connect(self._changed)

    def value(self) -> Optional[str]:
        """The text; None when empty."""
        return self.toPlainText() or None

    def set_value(self, value: Optional[str]) -> None:
        """Show a text."""
        if self.value() != value:
            self.blockSignals(True)
            self.setPlainText(value or "")
            self.blockSignals(False)

    def _changed(self) -> None:
        self.edited.emit()


def make_editor(
    column: Column,
    row: Mapping[str, Any],
    lists: RegisterLists,
    parent: Optional[QWidget] = None,
    in_form: bool = False,
) -> Any:
    """The widget for a column of a row; mind the wheel, name and help are set."""
    options = choices(column, row, lists)
    editor: Any
    if column.name == "prijsklasse":
        editor = OpenChoiceEdit(options or {}, parent)
    elif options is not None:
        editor = ChoiceEdit(options, not column.required or not in_form, parent)
    elif column.kind is Kind.BOOLEAN:
        editor = ChoiceEdit({True: tr("Yes"), False: tr("No")}, not column.required, parent)
    elif column.kind is Kind.DATE:
        editor = DayEdit(parent)
    elif in_form and column.kind is Kind.TEXT and (column.length or 0) >= _LONG:
        editor = LongTextEdit(parent)
    else:
        editor = LineEdit(column, row, lists, parent)
    editor.setObjectName(column.name)
    editor.setAccessibleName(column.label)
    editor.setAccessibleDescription(column.help)
    editor.setToolTip(column.help)
    steady(editor)
    return editor
