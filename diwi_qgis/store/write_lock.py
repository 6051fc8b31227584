"""One writer at a time for a file on a shared folder: a line in `aanwezig` with name, computer and time, renewed while he writes.

SQLite's own locks keep the file sound where the folder passes them on; they say nothing about who holds it, and a folder that
is kept in step with other computers has none. Whoever finds a line that is not renewed takes over: if by its time it should
have been (clocks of computers differ), he first watches for one beat whether it still moves.
The line is written by SQLite itself, beside GDAL: no trigger looks at that table.
"""

from __future__ import annotations

import getpass
import platform
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Event, RLock, Thread
from typing import NamedTuple, Optional

from diwi_qgis.errors import OneWriterError
from diwi_qgis.store.gdal_file import failure
from diwi_qgis.store.plan_rows import moment
from diwi_qgis.store.presence import BEAT, EXPIRES, Colleague
from diwi_qgis.store.share import Ground, ground_of, locks_fail
from diwi_qgis.store.tickets import OURSELVES

#: Seconds that we wait for somebody who is storing at this moment.
_PATIENCE = 5.0

_LINE = "SELECT sessie, gebruiker, werkplek, sinds, tijd FROM aanwezig WHERE project_uuid IS NULL"


class _Holder(NamedTuple):
    session: str
    user: str
    workplace: str
    since: str
    seen: str


class _Held:
    """A lock of this process: how many hold it, and the thread that renews it."""

    def __init__(self, path: Path) -> None:
        self.path, self.count = path, 0
        self.robbed = False
        self._enough = Event()
        self._thread = Thread(target=self._renew, name="DIWI write lock", daemon=True)
        self._thread.start()

    def _renew(self) -> None:
        while not self._enough.wait(BEAT):
            # When somebody of ours is storing it fails: that is a sign of life too, nobody can take over then.
            with suppress(sqlite3.Error), closing(_connect(self.path, 1.0)) as file:
                renewed = file.execute(
                    "UPDATE aanwezig SET tijd = ? WHERE sessie = ? AND project_uuid IS NULL", [_now(), OURSELVES]
                )
                self.robbed = renewed.rowcount == 0

    def end(self) -> None:
        self._enough.set()
        self._thread.join(BEAT)


_HELD: dict[Path, _Held] = {}
_GUARD = RLock()


def claim(path: Path) -> bool:
    """Be the one writer of a register, to be released as often as it was claimed; False for a file of one's own, where it is not needed.

    Raises OneWriterError when somebody else is, or when the folder cannot keep two writers apart.
    """
    ground = ground_of(path)
    if ground is Ground.OWN:
        return False
    place = path.resolve()
    with _GUARD:
        held = _HELD.get(place)
        if held is not None and not held.robbed:
            held.count += 1
            return True
        if ground is Ground.UNSAFE or locks_fail(place.parent):
            raise OneWriterError(
                f"Register '{path}' staat in een map van het netwerk die geen bestanden vergrendelt: twee gebruikers tegelijk "
                "zouden het beschadigen. U kunt het alleen lezen. Zet het op een gewone netwerkschijf, of op een server (PostgreSQL).",
                f"Register '{path}' is in a network folder that does not lock files: two users at a time would damage it. You can "
                "only read it. Put it on an ordinary network drive, or on a server (PostgreSQL).",
            )
        _take(place)
        if held is None:
            _HELD[place] = held = _Held(place)
        held.robbed, held.count = False, held.count + 1
    return True


def release(path: Path) -> None:
    """Let others write; nothing happens when it was not claimed."""
    place = path.resolve()
    with _GUARD:
        held = _HELD.get(place)
        if held is None:
            return
        held.count -= 1
        if held.count:
            return
        del _HELD[place]
    held.end()
    with suppress(sqlite3.Error), closing(_connect(place, _PATIENCE)) as file:
        file.execute("DELETE FROM aanwezig WHERE sessie = ?", [OURSELVES])


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """The one writer inside: see `claim`."""
    claimed = claim(path)
    try:
        yield
    finally:
        if claimed:
            release(path)


def writer_of(path: Path) -> Optional[Colleague]:
    """Who else writes in a register on a shared folder, by the line that he keeps; None: nobody, or it is ours."""
    with suppress(sqlite3.Error), closing(_connect(path, 1.0, "ro")) as file:
        holder = _holder(file)
        if holder is not None and holder.session != OURSELVES and not _looks_dead(holder):
            return _colleague(holder)
    return None


def bury(path: Path) -> None:
    """Take the line away of a writer that gives no sign of life any more, after watching for it; so that nobody has to wait."""
    with suppress(sqlite3.Error), closing(_connect(path, 1.0)) as file:
        holder = _holder(file)
        if holder is None or holder.session == OURSELVES or not _looks_dead(holder) or _still_moves(file, holder):
            return
        file.execute(
            "DELETE FROM aanwezig WHERE project_uuid IS NULL AND sessie = ? AND tijd = ?", [holder.session, holder.seen]
        )


def _take(path: Path) -> None:
    try:
        with closing(_connect(path, _PATIENCE)) as file:
            holder = _holder(file)
            others = holder is not None and holder.session != OURSELVES
            if holder is not None and others and (not _looks_dead(holder) or _still_moves(file, holder)):
                raise in_use(path, _colleague(holder))
            file.execute("BEGIN IMMEDIATE")
            now_there = _holder(file)
            if now_there is not None and now_there != holder:
                file.rollback()
                raise in_use(path, _colleague(now_there))
            file.execute("DELETE FROM aanwezig WHERE project_uuid IS NULL")
            line = [OURSELVES, getpass.getuser(), platform.node(), _now(), _now()]
            file.execute("INSERT INTO aanwezig (sessie, gebruiker, werkplek, sinds, tijd) VALUES (?, ?, ?, ?, ?)", line)
            file.commit()
            file.execute("PRAGMA journal_mode = DELETE")  # it may come from a folder where QGIS kept it otherwise
    except sqlite3.Error as error:
        raise failure(path, error) from error


def in_use(path: Path, who: Colleague) -> OneWriterError:
    """What is said to a second writer."""
    since = f"{who.since.astimezone():%d-%m-%Y %H:%M}"
    return OneWriterError(
        f"Register '{path}' wordt nu gewijzigd door {who.user} (computer {who.workplace}), sinds {since}. U kunt het lezen. Op een "
        "gedeelde schijf kan er één tegelijk schrijven; probeer het straks nog eens.",
        f"Register '{path}' is being changed by {who.user} (computer {who.workplace}), since {since}. You can read it. On a shared "
        "drive one at a time can write; try again later.",
    )


def _connect(path: Path, patience: float, mode: str = "rw") -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", timeout=patience, isolation_level=None, uri=True)


def _holder(file: sqlite3.Connection) -> Optional[_Holder]:
    found = file.execute(_LINE).fetchone()
    return None if found is None else _Holder(*found)


def _colleague(holder: _Holder) -> Colleague:
    return Colleague(holder.user, holder.workplace or "?", None, moment(holder.since))


def _looks_dead(holder: _Holder) -> bool:
    """By the clock: not renewed for too long, or in what is the future here."""
    age = datetime.now(timezone.utc) - moment(holder.seen)
    return age > timedelta(seconds=EXPIRES - BEAT) or age < timedelta(seconds=-BEAT)


def _still_moves(file: sqlite3.Connection, holder: _Holder) -> bool:
    """Watch for a little longer than a beat whether it is renewed."""
    end = time.monotonic() + 1.2 * BEAT
    while time.monotonic() < end:
        time.sleep(BEAT / 10)
        if _holder(file) != holder:
            return True
    return False


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
