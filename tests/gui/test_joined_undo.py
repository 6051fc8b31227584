"""Steps of one gesture go together, whatever was undone and made since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st


class Edits:
    """An undo stack with gestures on it; what stands is the list of gestures, each a number of steps."""

    def __init__(self):
        from qgis.PyQt.QtCore import QObject
        from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

        from diwi_qgis.gui.drawing.joined_undo import JoinedUndo

        self._owner = QObject()
        self.stack, self._command = QUndoStack(self._owner), QUndoCommand
        self._joined = JoinedUndo(self._owner)
        self.stack.indexChanged.connect(self._joined.follow)
        self.standing, self.taken_back = [], []

    def make(self, steps):
        since = self.stack.index()
        for number in range(steps):
            self.stack.push(self._command(f"step {number}"))
        self._joined.join(self.stack, since)
        self.standing.append(steps)
        self.taken_back = []

    def undo(self):
        self.stack.undo()
        if self.standing:
            self.taken_back.append(self.standing.pop())

    def redo(self):
        self.stack.redo()
        if self.taken_back:
            self.standing.append(self.taken_back.pop())

    def save(self):
        self.stack.clear()
        self.standing, self.taken_back = [], []


@given(st.lists(st.one_of(st.integers(1, 4), st.sampled_from(["undo", "redo", "save"])), max_size=20))
def test_each_press_goes_a_whole_gesture(qgis_app, doings):
    from qgis.PyQt.QtCore import QCoreApplication

    edits = Edits()
    for doing in doings:
        edits.make(doing) if isinstance(doing, int) else getattr(edits, doing)()
        for _ in range(3):
            QCoreApplication.processEvents()
        assert edits.stack.index() == sum(edits.standing)
        assert edits.stack.count() == sum(edits.standing) + sum(edits.taken_back)
