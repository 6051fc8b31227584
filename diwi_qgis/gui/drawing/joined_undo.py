"""What one gesture did to a layer is taken back, and done again, with one press of Ctrl+Z.

A tool of QGIS may make several steps of one gesture: on 3.22 the vertex tool counts the points that it puts on the border
of a neighbour apart from the corner that was moved.
"""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer


class JoinedUndo(QObject):
    """Follows the undo stack (`QUndoStack`) of a layer (connect `follow` to its `indexChanged`) and lets steps of a gesture go together."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index = 0
        self._ends: dict[int, int] = {}  # how many steps could be undone before a gesture: and after it

    def join(self, stack: Any, since: int) -> None:
        """The steps after the first `since` ones are of one gesture, the last that was made."""
        self._ends = {start: end for start, end in self._ends.items() if end <= since}
        if stack.index() > since + 1:
            self._ends[since] = stack.index()
        self._index = stack.index()

    def follow(self, index: int) -> None:
        """So many steps can be undone now: when that is halfway a gesture, the rest of it follows."""
        stack: Any = self.sender()
        before, self._index = self._index, index
        # Another edit after some were taken back, or saving, makes the stack shorter.
        self._ends = {start: end for start, end in self._ends.items() if end <= stack.count()}
        for start, end in self._ends.items():
            if start < index < end:
                self._go_on(stack, start if index < before else end)

    def _go_on(self, stack: Any, index: int) -> None:
        """When QGIS is done with this step."""
        self._index = index
        QTimer.singleShot(0, lambda: stack.setIndex(index))
