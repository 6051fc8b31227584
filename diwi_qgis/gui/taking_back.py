"""Splitting, merging and deleting are stored at once; here they are taken back, right after and later from the history."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis

from diwi_qgis.errors import DiwiError, RegisterError
from diwi_qgis.gui.offer import Offer
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.window import Window
from diwi_qgis.store.acts import Act, Kind
from diwi_qgis.translation import tr


def in_words(kind: Kind, about: str) -> str:
    """What was done, for whoever reads the history."""
    words = {
        Kind.MERGE: tr("Merged with {0}"),
        Kind.SPLIT: tr("Split: {0} became a plan of its own"),
        Kind.DELETE: tr("Deleted: {0}"),
        Kind.TAKE_BACK: tr("Undone: {0}"),
        Kind.RESTORE: tr("Put back: {0}"),
    }
    return words[kind].format(about)


def take_back(session: RegisterSession, plan: str, act: Act) -> None:
    """Make an act of a plan undone, in one transaction. Raises RegisterError, which says what is in the way."""
    if session.unsaved():
        raise RegisterError(
            "Bewaar eerst de bewerkingen van de lagen, of maak ze ongedaan.",
            "Save or undo the edits of the layers first.",
        )
    with session.write() as write:
        write.take_back(plan, act)


class OfferToTakeBack(Offer):
    """A line in the message bar about the last act of a plan (uuid), with a button that takes it back."""

    def __init__(self, window: Window, text: str, plan: str) -> None:
        super().__init__(window, text)
        self._window, self._plan = window, plan
        self._act = _last_act(window.session, plan)
        self.add_button("diwiTakeBack", tr("Undo"), self._take_back)
        self.show(Qgis.MessageLevel.Info)

    def _take_back(self) -> None:
        try:
            if self._act is not None:
                take_back(self._window.session, self._plan, self._act)
        except DiwiError as error:
            self._window.refuse(error)
            return
        self._window.session.choose_plan(self._plan)
        self.close()


def _last_act(session: RegisterSession, plan: str) -> Optional[Act]:
    with session.read() as register:
        return next(iter(register.acts(plan)[-1:]), None)
