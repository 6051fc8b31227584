"""Working together in one register, as a part of the window: wiring only."""

from __future__ import annotations

from qgis.core import Qgis

from diwi_qgis.gui.together.commit_check import CommitCheck
from diwi_qgis.gui.together.news import News
from diwi_qgis.gui.together.one_writer import OneWriter
from diwi_qgis.gui.together.questions import Questions
from diwi_qgis.gui.window import Window
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.workspace.layers import our_layers


class Together:
    """Looks at every commit of our layers, and shows what others do."""

    def __init__(self, window: Window) -> None:
        self._window, self._session = window, window.session
        self._questions = Questions(window)
        self._checks: list[CommitCheck] = []
        self._news = News(window)
        self._one_writer = OneWriter(window)

    def install(self) -> None:
        """Listen."""
        self._session.layersChanged.connect(self._follow)
        self._news.listen()
        self._one_writer.listen()
        self._follow()

    def remove(self) -> None:
        """Stop listening."""
        self._session.layersChanged.disconnect(self._follow)
        self._leave()
        self._one_writer.stop()
        self._news.stop()

    def _follow(self) -> None:
        """Look at the layers that are there now."""
        layers = {layer.id(): (table, layer) for table, layer in our_layers(self._session.project)}
        kept = [each for each in self._checks if each.layer_id in layers]
        for each in self._checks:
            if each not in kept:
                each.stop()
        there = {each.layer_id for each in kept}
        for name, (table, layer) in layers.items():
            if name not in there and model_table(table).tracked:
                check = CommitCheck(self._session, layer, table, self._questions, self._tell, self._window.refuse)
                check.edited.connect(self._news.edited)
                check.began.connect(self._one_writer.began)
                check.ended.connect(self._one_writer.ended)
                check.listen()
                kept.append(check)
        self._checks = kept

    def _leave(self) -> None:
        for each in self._checks:
            each.stop()
        self._checks = []

    def _tell(self, text: str) -> None:
        self._window.tell(text, Qgis.MessageLevel.Info)
