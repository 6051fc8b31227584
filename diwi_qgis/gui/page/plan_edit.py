"""One plan out of all, found by typing a part of its name or code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtCore import QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit, QWidget

from diwi_qgis.gui.page.plan_names import PlanNames
from diwi_qgis.translation import tr


class PlanEdit(QLineEdit):
    """Holds the uuid of a plan; what is typed counts when it is a plan as a whole."""

    edited = pyqtSignal()

    def __init__(self, names: Mapping[str, str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._names = names
        self._of = ""
        self._offered: dict[str, str] = {}
        self._value: Optional[str] = None
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(tr("Type a part of the name or code"))
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[str].connect(self._took)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)

    def stand_for(self, uuid: str) -> None:
        """Choose for this plan: itself and what is part of it are not offered."""
        if uuid != self._of:
            self._of, self._offered = uuid, {}
            if self.hasFocus():
                self._model.setStringList(list(self._offer()))

    def value(self) -> Optional[str]:
        """The uuid; raises ValueError when what is typed is no plan."""
        text = self.text().strip()
        if not text:
            return None
        if self._value and text == self._text(self._value):
            return self._value
        found = [uuid for name, uuid in self._offer().items() if name.casefold() == text.casefold()]
        if not found:
            raise ValueError(tr("a plan from the list is expected"))
        return found[0]

    def set_value(self, value: Optional[str]) -> None:
        """Show a plan; what somebody is typing stays when it means the same."""
        self._value = value
        if not (self.hasFocus() and self._means(value)):
            self.setText(self._text(value))
            self.setCursorPosition(0)

    def focusInEvent(self, event: Optional[QFocusEvent]) -> None:
        """All plans are read when somebody is going to choose."""
        self._model.setStringList(list(self._offer()))
        super().focusInEvent(event)

    def focusOutEvent(self, event: Optional[QFocusEvent]) -> None:
        """What is no plan does not stay."""
        super().focusOutEvent(event)
        popup = self.completer().popup()
        if not popup.isVisible() and not self._means(self._value):
            self.setText(self._text(self._value))

    def _offer(self) -> dict[str, str]:
        """Uuid by text of the plans to choose from."""
        if not self._offered:
            possible = self._names.possible_above(self._of) if isinstance(self._names, PlanNames) else self._names
            self._offered = {name: uuid for uuid, name in possible.items()}
        return self._offered

    def _text(self, uuid: Optional[str]) -> str:
        return "" if uuid is None else self._names.get(uuid, uuid)

    def _means(self, value: Optional[str]) -> bool:
        try:
            return self.value() == value
        except ValueError:
            return False

    def _typed(self, _text: str) -> None:
        if not self.text().strip() or self._means_a_plan():
            self.edited.emit()

    def _means_a_plan(self) -> bool:
        try:
            return self.value() is not None
        except ValueError:
            return False

    def _took(self, text: str) -> None:
        self.setText(text)
        self.edited.emit()
