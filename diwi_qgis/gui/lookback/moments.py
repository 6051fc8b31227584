"""Moments as people choose them: on their own clock, not before the register and not after now."""

from __future__ import annotations

from datetime import datetime, timezone

from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtWidgets import QDateTimeEdit, QWidget

from diwi_qgis.store.register import Register

#: As moments are written everywhere in the window.
_SHOWN = "d-M-yyyy HH:mm"


class MomentEdit(QDateTimeEdit):
    """Day and time, with a calendar."""

    def __init__(self, name: str, words: str, since: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setCalendarPopup(True)
        self.setDisplayFormat(_SHOWN)
        self.setMinimumDateTime(_on_the_clock(since))
        self.setMaximumDateTime(QDateTime.currentDateTime())

    @property
    def parameter(self) -> str:
        """As an algorithm takes it: the end of the minute, so that what somebody did in it counts; never what is still to come."""
        moment = min(self.dateTime().addSecs(59), QDateTime.currentDateTime())
        return str(moment.toUTC().toString(Qt.DateFormat.ISODate))


def known_since(register: Register) -> datetime:
    """When the register was made: before that there is nothing to look back at."""
    return register.read("schema_versie", columns=["tijd"])["tijd"].min().to_pydatetime()  # type: ignore[no-any-return]


def shown(moment: datetime) -> str:
    """A moment (UTC) in words, on the clock of whoever looks."""
    return str(_on_the_clock(moment).toString(_SHOWN))


def _on_the_clock(moment: datetime) -> QDateTime:
    utc = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return QDateTime.fromSecsSinceEpoch(int(utc.timestamp()))
