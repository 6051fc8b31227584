"""Widgets that hold one value of a column, alike in forms and in cells: `value()`, `set_value()`, `edited`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Optional, Protocol

from qgis.gui import QgsCheckableComboBox, QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import choices
from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.page.plan_edit import PlanEdit
from diwi_qgis.gui.page.values import read, retired_labels, show
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

    def __init__(
        self,
        options: Mapping[Any, str],
        optional: bool,
        retired: Mapping[Any, str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._retired = retired
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
            self.addItem(self._retired.get(value, str(value)), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def close_choices(self, reasons: Mapping[Any, str]) -> None:
        """Grey out the codes that may not be chosen, with the reason; the others are open."""
        model: Any = self.model()
        for place in range(self.count()):
            reason = reasons.get(self.itemData(place), "")
            model.item(place).setEnabled(not reason)
            self.setItemData(place, reason or None, Qt.ItemDataRole.ToolTipRole)

    def _activated(self, _index: int) -> None:
        self.edited.emit()


class SeveralEdit(QgsCheckableComboBox):
    """Any number of a list, ticked."""

    edited = pyqtSignal()

    def __init__(
        self, options: Mapping[str, str], retired: Mapping[str, str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._retired = retired
        self.setSeparator(", ")
        for code, label in options.items():
            self.addItemWithCheckState(label, Qt.CheckState.Unchecked, code)
        self._showing = False
        self.model().dataChanged.connect(self._changed)  # its own signal is for the mouse alone

    def value(self) -> tuple[str, ...]:
        """The codes, in the order of the list."""
        return tuple(self.checkedItemsData())

    def set_value(self, value: Sequence[str]) -> None:
        """Show codes; those that are no longer in the list are added."""
        self._showing = True
        for code in value:
            if self.findData(code) < 0:
                self.addItemWithCheckState(self._retired.get(code, code), Qt.CheckState.Unchecked, code)
        for place in range(self.count()):
            ticked = self.itemData(place) in value
            self.setItemCheckState(place, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._showing = False

    def _changed(self, *_: object) -> None:
        if not self._showing:
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
        if self.text().strip() == text or (self.hasFocus() and self._means(value)):
            return
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _means(self, value: Any) -> bool:
        try:
            return bool(self.value() == value)
        except ValueError:
            return False

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


class LinesEdit(LongTextEdit):
    """Any number of texts or numbers, each on a line of its own."""

    def __init__(self, column: Column, lists: RegisterLists, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._column, self._lists = column, lists
        self.setPlaceholderText(tr("One value per line"))

    def value(self) -> tuple[Any, ...]:  # type: ignore[override]
        """What is typed, line by line; raises ValueError."""
        read_lines = (read(self._column, line, {}, self._lists) for line in self.toPlainText().splitlines())
        return tuple(value for value in read_lines if value is not None)

    def set_value(self, value: Sequence[Any]) -> None:  # type: ignore[override]
        """Show values; what somebody is typing stays when it means the same."""
        if not self.hasFocus() or self.value() != tuple(value):
            self.blockSignals(True)
            self.setPlainText("\n".join(show(self._column, each, {}, self._lists) for each in value))
            self.blockSignals(False)


def make_several_editor(column: Column, lists: RegisterLists, parent: Optional[QWidget] = None) -> Any:
    """As `make_editor`, for a column that holds any number of values: a tuple."""
    options = choices(column, {}, lists)
    if options is None:
        return _introduced(LinesEdit(column, lists, parent), column)
    return _introduced(SeveralEdit(options, retired_labels(column, {}, lists), parent), column)


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
    if column.references:
        editor = PlanEdit({} if options is None else options, parent)  # "or" would read all plans
    elif column.name == "prijsklasse":
        editor = OpenChoiceEdit(options or {}, parent)
    elif options is not None:
        editor = ChoiceEdit(options, not column.required or not in_form, retired_labels(column, row, lists), parent)
    elif column.kind is Kind.BOOLEAN:
        editor = ChoiceEdit({True: tr("Yes"), False: tr("No")}, not column.required or not in_form, {}, parent)
    elif column.kind is Kind.DATE:
        editor = DayEdit(parent)
    elif in_form and column.kind is Kind.TEXT and (column.length or 0) >= _LONG:
        editor = LongTextEdit(parent)
    else:
        editor = LineEdit(column, row, lists, parent)
    return _introduced(editor, column)


def _introduced(editor: Any, column: Column) -> Any:
    editor.setObjectName(column.name)
    editor.setAccessibleName(column.label)
    editor.setAccessibleDescription(column.help)
    editor.setToolTip(column.help)
    steady(editor)
    return editor
