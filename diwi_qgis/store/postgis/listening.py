"""What others do in a register on a server: its notifications and who is at work, over one connection of its own."""

from __future__ import annotations

import platform
import select
from collections.abc import Sequence
from typing import Any

from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.plan_rows import moment
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.presence import ALL_TABLES, Colleague
from diwi_qgis.store.sql import identifier
from diwi_qgis.store.tickets import OURSELVES

_AT_WORK = "SELECT gebruiker, werkplek, project_uuid, sinds FROM meld_aanwezig(%s, %s, %s)"


class Listening:
    """See `presence.Companion`."""

    def __init__(self, address: PostgisAddress) -> None:
        self._database = PostgisDatabase(address, write=True)
        self._heard: Any = None
        self._works = bool(
            self._database.query("SELECT has_function_privilege('meld_aanwezig(text, text, text[])', 'EXECUTE')")[0][0]
        )
        self._listen()

    def _listen(self) -> None:
        channel = self._database.query("SELECT meldkanaal()")[0][0]
        self._database.execute(f"LISTEN {identifier(channel)}")
        self._heard = self._database.session

    def wait(self, seconds: float) -> frozenset[str]:
        """See `Companion`; all tables after the connection was lost and made anew."""
        session = self._database.session
        if session is not self._heard:
            self._listen()
            return ALL_TABLES
        with self._database.failures():
            readable, _, _ = select.select([session], [], [], 0 if session.notifies else seconds)
            session.poll()
            told = frozenset(each.payload for each in session.notifies)
            session.notifies.clear()
        if readable and not told:  # most likely the end of the connection; a question finds that out
            self._database.query("SELECT 1")
        return told

    def at_work(self, plans: Sequence[str]) -> list[Colleague]:
        """See `Companion`; who only looks on says and hears nothing."""
        if not self._works:
            return []
        found = self._database.query(_AT_WORK, [OURSELVES, platform.node(), list(plans)])
        return [Colleague(user, place or "", plan, moment(since)) for user, place, plan, since in found]

    def close(self) -> None:
        """See `Companion`."""
        self._database.close()
