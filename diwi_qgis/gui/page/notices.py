"""Messages on the page that stay until they are answered: a text, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

Answer = tuple[str, Callable[[], None]]


class Notices(QWidget):
    """Named messages below each other; a new one with the same name takes the place of the old one."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("meldingen")
        self._shown: dict[str, QFrame] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.setSpacing(3)

    def show_notice(self, name: str, text: str, answers: Sequence[Answer] = ()) -> None:
        """Show a text with a button per answer; an answer takes the message away and is done."""
        self.take_away(name)
        frame = QFrame(self)
        frame.setObjectName(f"melding_{name}")
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        frame.setAutoFillBackground(True)
        frame.setBackgroundRole(frame.palette().ColorRole.ToolTipBase)
        label = QLabel(text, frame)
        label.setObjectName("tekst")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setForegroundRole(frame.palette().ColorRole.ToolTipText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        beside = len(answers) < 2  # a small page has no height to give away
        layout = QHBoxLayout(frame) if beside else QVBoxLayout(frame)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(label, 1)
        line = layout if beside else QHBoxLayout()
        for number, (words, slot) in enumerate(answers):
            button = QPushButton(words, frame)
            button.setObjectName(f"antwoord{number + 1}")
            button.clicked.connect(_Answer(self, name, slot))
            line.addWidget(button)
        if not beside:
            line.addStretch()
            layout.addLayout(line)
        self._shown[name] = frame
        self._layout.addWidget(frame)

    def take_away(self, name: str) -> None:
        """The message is no longer true."""
        frame = self._shown.pop(name, None)
        if frame is not None:
            self._layout.removeWidget(frame)
            frame.hide()
            frame.deleteLater()

    def clear(self) -> None:
        """Take all away."""
        for name in list(self._shown):
            self.take_away(name)

    def text(self, name: str) -> str:
        """What a message says; empty when it is not shown."""
        frame = self._shown.get(name)
        label = frame.findChild(QLabel, "tekst") if frame else None
        return label.text() if label else ""


class _Answer:
    """What a button does."""

    def __init__(self, notices: Notices, name: str, slot: Callable[[], None]) -> None:
        self._notices, self._name, self._slot = notices, name, slot

    def __call__(self, _checked: bool = False) -> None:
        self._notices.take_away(self._name)
        self._slot()
