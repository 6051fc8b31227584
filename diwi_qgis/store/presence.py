"""Who is at work in a register, short-lived: table `aanwezig`, whose lines expire when they are not renewed."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Optional

#: Seconds between two signs of life, and after which somebody who gave none is gone.
BEAT, EXPIRES = 10, 45


class Colleague(NamedTuple):
    """Somebody else at work: with a plan (uuid), or (None) as the one writer of a register on a shared folder."""

    user: str
    workplace: str
    plan: Optional[str]
    since: datetime
