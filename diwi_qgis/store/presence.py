"""Who is at work in a register, short-lived: table `aanwezig`, whose lines expire when they are not renewed.

A `Companion` is what a window keeps open beside its work, in a thread of its own: it tells what others change and who they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Optional, Protocol

from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.share import Ground, ground_of

#: Seconds between two signs of life, and after which somebody who gave none is gone.
BEAT, EXPIRES = 10, 45

#: What is told when nobody knows which tables changed.
ALL_TABLES = frozenset(table.name for table in TABLES if table.tracked)

#: Told when somebody began or stopped working.
PRESENCE = "aanwezig"


class Colleague(NamedTuple):
    """Somebody else at work: with a plan (uuid), or (None) as the one writer of a register on a shared folder."""

    user: str
    workplace: str
    plan: Optional[str]
    since: datetime


class Companion(Protocol):
    """Every failure is a `RegisterError`: then a new one is needed."""

    def wait(self, seconds: float) -> frozenset[str]:
        """The names of tables in which something changed, as soon as that is known; none after so many seconds."""

    def at_work(self, plans: Sequence[str]) -> list[Colleague]:
        """Say with which plans one is at work, to be repeated every `BEAT` seconds; gives who else is at work with what one may see."""

    def close(self) -> None:
        """Stop; may be called again."""


def accompany(address: Address) -> Optional[Companion]:
    """A companion; None for a file of one's own, where nobody else is. Raises RegisterError."""
    if isinstance(address, PostgisAddress):
        from diwi_qgis.store.postgis.listening import Listening

        return Listening(address)
    if ground_of(address) is Ground.OWN:
        return None
    from diwi_qgis.store.share_companion import ShareCompanion

    return ShareCompanion(address)
