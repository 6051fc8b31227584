"""What others do in a register on a shared folder: looked at every few seconds, since a file tells nothing by itself."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Optional

from diwi_qgis.store import write_lock
from diwi_qgis.store.presence import ALL_TABLES, Colleague

#: Seconds between two looks: a second writer knows within two who is writing.
_LOOK = 1.5

_LAST = "SELECT max(fid) FROM historie"


class ShareCompanion:
    """See `presence.Companion`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = self._last_line()
        self._writer: Optional[Colleague] = None
        self._looked = 0.0

    def wait(self, seconds: float) -> frozenset[str]:
        """See `Companion`."""
        time.sleep(seconds)
        if time.monotonic() < self._looked + _LOOK:
            return frozenset()
        self._looked = time.monotonic()
        changed: frozenset[str] = frozenset()
        writer = write_lock.writer_of(self._path)
        if writer is None:
            write_lock.bury(self._path)
        if writer != self._writer:
            self._writer, changed = writer, frozenset({"aanwezig"})
        last = self._last_line()
        if last is not None and last != self._last:
            self._last, changed = last, changed | ALL_TABLES
        return changed

    def _last_line(self) -> Optional[int]:
        """None when the file cannot be read at this moment."""
        place = f"{self._path.resolve().as_uri()}?mode=ro"
        with suppress(sqlite3.Error), closing(sqlite3.connect(place, timeout=1.0, uri=True)) as file:
            return int(file.execute(_LAST).fetchone()[0] or 0)
        return None

    def at_work(self, plans: Sequence[str]) -> list[Colleague]:
        """See `Companion`: the one who writes, if it is not us. On which plans one works here is nobody's business but his."""
        self._writer = write_lock.writer_of(self._path)
        return [] if self._writer is None else [self._writer]

    def close(self) -> None:
        """See `Companion`."""
