"""Parts that listen to the layer of plans, whichever that is: it comes, goes, and is replaced with the project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Optional

from qgis.core import Qgis, QgsMessageLog, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton

from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr


class PlanLayerPart(QObject):
    """A part of the window that is told when the layer of plans comes (`attach`) and goes (`detach`)."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window = window
        self.session = window.session
        self._plans: Optional[QgsVectorLayer] = None

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of plans; None when there is none."""
        return None if self._plans is None or sip.isdeleted(self._plans) else self._plans

    def install(self) -> None:
        """Listen."""
        self.session.layersChanged.connect(self._follow)
        self._follow()

    def remove(self) -> None:
        """Stop listening."""
        self.session.layersChanged.disconnect(self._follow)
        self._follow_layer(None)

    def attach(self, layer: QgsVectorLayer) -> None:
        """Connect to it."""
        raise NotImplementedError

    def detach(self, layer: QgsVectorLayer) -> None:
        """Disconnect from it."""
        raise NotImplementedError

    def _follow(self) -> None:
        self._follow_layer(self.session.layer("project"))

    def _follow_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        if layer is self.layer:
            return
        if self.layer is not None:
            self.detach(self.layer)
        self._plans = layer
        if layer is not None:
            self.attach(layer)


@contextmanager
def edit_command(layer: QgsVectorLayer, text: str) -> Iterator[None]:
    """What is changed inside is one step to undo, and nothing at all when it fails halfway."""
    layer.beginEditCommand(text)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


class UndoMessage(QObject):
    """One line in the message bar about the last edit of a layer, with a button that takes that edit back."""

    def __init__(self, window: Window, layer: QgsVectorLayer, text: str, level: Qgis.MessageLevel) -> None:
        bar = window.iface.messageBar()
        item = bar.createMessage("DIWI", text)
        super().__init__(item)
        self._layer, self._index, self._item, self._bar = layer, layer.undoStack().index(), item, bar
        button = QPushButton(tr("Undo"), item)
        button.setObjectName("diwiUndoCut")
        button.setAccessibleName(tr("Undo"))
        button.clicked.connect(self._undo)
        item.layout().addWidget(button)
        bar.pushWidget(item, level)
        QgsMessageLog.logMessage(text, "DIWI", level)

    def _undo(self) -> None:
        """Only when it is still the last edit: an older one is undone with those after it."""
        if not sip.isdeleted(self._layer) and self._layer.isEditable():
            stack = self._layer.undoStack()
            while stack.index() >= self._index > 0:
                stack.undo()
            self._layer.triggerRepaint()
        self._bar.popWidget(self._item)
