"""The draft of the page into the profile every few seconds: a crash does not take it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from diwi_qgis.gui.page import kept_drafts
from diwi_qgis.gui.page.notices import Notices
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.store.address import Address
from diwi_qgis.translation import tr

#: How often, in milliseconds.
_EVERY = 3000


class Keeper:
    """Keeps one draft at a time, when it was touched since the last time."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        self._notices = notices
        self._register: Optional[Address] = None
        self._draft: Optional[PlanDraft] = None
        self._touched = False
        self._timer = QTimer(parent)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)

    def watch(self, register: Optional[Address], draft: Optional[PlanDraft]) -> None:
        """Keep this draft of a plan in that register from here on; None: nothing."""
        self.keep()
        self._register, self._draft, self._touched = register, draft, False
        self._timer.start() if draft is not None else self._timer.stop()

    def touch(self) -> None:
        """The draft was changed."""
        self._touched = True

    def keep(self) -> None:
        """Keep what changed since the last time; what was taken back need not be kept."""
        if not self._touched or self._draft is None or self._register is None:
            return
        self._touched = False
        try:
            if self._draft.changes():
                kept_drafts.keep(self._register, self._draft)
            else:
                kept_drafts.forget(self._register, self._draft.uuid)
        except OSError:
            self._notices.show_notice(
                "niet_bewaard", tr("No draft can be kept in your profile: save often."), ((tr("Close"), _nothing),)
            )

    def forget(self) -> None:
        """It was saved, or given up."""
        self._touched = False
        if self._draft is not None and self._register is not None:
            kept_drafts.forget(self._register, self._draft.uuid)

    def stop(self) -> None:
        """The window goes away."""
        self.keep()
        self._timer.stop()


def _nothing() -> None:
    """The message has been read."""
