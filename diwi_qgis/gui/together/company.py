"""A thread that keeps a companion (`store.presence`) for the window. It touches no layer and no widget: it emits signals."""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import partial
from threading import Event, Thread
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from diwi_qgis.errors import DiwiError
from diwi_qgis.store.address import Address
from diwi_qgis.store.presence import ALL_TABLES, BEAT, PRESENCE, Colleague, Companion, accompany

#: Seconds in which what one does is told, and after which a lost companion is looked for again.
_GLANCE, _RETRY = 0.5, 15.0

#: Seconds that the window waits for the thread when the register is closed: longer would only be for a network that hangs.
_FAREWELL = 2.0


class Company(QObject):
    """From `keep` to `leave`: what others changed, and who is at work."""

    changed = pyqtSignal(list)  #: names of tables in which others, or we, stored something
    colleagues = pyqtSignal(list)  #: who else is at work now (`Colleague`)

    def __init__(self, accompanied: Callable[[Address], Optional[Companion]] = accompany) -> None:
        super().__init__()
        self._accompanied = accompanied
        self._plans: tuple[str, ...] = ()
        self._enough = Event()
        self._thread: Optional[Thread] = None

    def keep(self, address: Callable[[], Address]) -> None:
        """Begin; `address` is asked each time that a connection is made: a login may be known by then."""
        self.leave()
        self._enough = Event()
        self._thread = Thread(target=partial(self._run, address, self._enough), name="DIWI company", daemon=True)
        self._thread.start()

    def work_on(self, plans: Iterable[str]) -> None:
        """Say with which plans one is at work."""
        self._plans = tuple(sorted(plans))

    def leave(self) -> None:
        """End."""
        thread, self._thread = self._thread, None
        self._enough.set()
        if thread is not None:
            thread.join(_FAREWELL)

    # -- in the thread ------------------------------------------------------------------------------------------------------

    def _run(self, address: Callable[[], Address], enough: Event) -> None:
        lost = False
        while not enough.is_set():
            try:
                companion = self._accompanied(address())
                if companion is None:
                    return
                try:
                    if lost:
                        self._emit(enough, self.changed, sorted(ALL_TABLES))
                    lost = True
                    self._stay(companion, enough)
                finally:
                    companion.close()
            except DiwiError:  # the server is away, or the login not known yet: what the user does will tell him
                enough.wait(_RETRY)

    def _stay(self, companion: Companion, enough: Event) -> None:
        said: Optional[tuple[str, ...]] = None
        told: Optional[list[Colleague]] = None
        due = 0.0
        while not enough.is_set():
            tables = companion.wait(_GLANCE)
            if tables - {PRESENCE}:
                self._emit(enough, self.changed, sorted(tables - {PRESENCE}))
            if self._plans != said or PRESENCE in tables or time.monotonic() > due:
                said, due = self._plans, time.monotonic() + BEAT
                now = companion.at_work(said)
                if now != told:
                    self._emit(enough, self.colleagues, now)
                told = now
        companion.at_work(())

    @staticmethod
    def _emit(enough: Event, signal: object, what: list) -> None:  # type: ignore[type-arg]
        if not enough.is_set():
            signal.emit(what)  # type: ignore[attr-defined]
