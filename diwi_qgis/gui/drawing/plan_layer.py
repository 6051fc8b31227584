"""What parts that work on the layer of plans share: listening to it, and taking its last edit back."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt import sip

from diwi_qgis.gui.following import PlanLayerFollower
from diwi_qgis.gui.offer import Offer
from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr


class PlanLayerPart(PlanLayerFollower):
    """A part of the window (see `gui.parts`) that is connected to the layer of plans for as long as it is there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.session)
        self.window = window

    def install(self) -> None:
        """Listen."""
        self.listen()

    def remove(self) -> None:
        """Stop listening."""
        self.stop_listening()


class UndoMessage(Offer):
    """One line in the message bar about the last edit of a layer, with a button that takes that edit back.

    `otherwise` is the text of a second button and what that does after the edit was taken back. `since` is how many edits
    could be undone before it, when it is more than one step.
    """

    def __init__(
        self,
        window: Window,
        layer: QgsVectorLayer,
        text: str,
        level: Qgis.MessageLevel = Qgis.MessageLevel.Info,
        otherwise: Optional[tuple[str, Callable[[], None]]] = None,
        since: Optional[int] = None,
    ) -> None:
        super().__init__(window, text)
        self._layer, self._otherwise = layer, otherwise
        self._index = layer.undoStack().index() if since is None else since + 1
        self.add_button("diwiUndoCut", tr("Undo"), self._undo)
        if otherwise is not None:
            self.add_button("diwiOtherwise", otherwise[0], self._do_otherwise)
        self.show(level)

    def _undo(self) -> None:
        """The edit, with those that came after it; nothing when it was undone or saved already."""
        if not sip.isdeleted(self._layer) and self._layer.isEditable():
            stack = self._layer.undoStack()
            while stack.index() >= self._index > 0:
                stack.undo()
            self._layer.triggerRepaint()
        self.close()

    def _do_otherwise(self) -> None:
        self._undo()
        if self._otherwise is not None:
            self._otherwise[1]()
