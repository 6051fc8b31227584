"""Identities for new rows."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_uuid(text: str) -> bool:
    """Whether this is a uuid in its usual spelling, as the register keeps it."""
    return _UUID.fullmatch(text) is not None


def uuid_of(table: str, *key: object) -> str:
    """The uuid that follows from what a row is about: a definition that many registers have is the same one in all."""
    return str(uuid5(NAMESPACE_URL, "|".join(["diwi_qgis", table, *map(str, key)])))


def counting_uuids() -> Iterator[str]:
    """New uuids, each one higher than the last (RFC 9562, version 7: the time in milliseconds, then a number from a random start).

    An index on uuid takes neighbours much faster than numbers drawn at random, and stays smaller. Not for plans: their
    code is drawn from the uuid, see `model.plancode`.
    """
    moment = f"{time.time_ns() // 1_000_000:012x}"
    head = f"{moment[:8]}-{moment[8:]}-7{secrets.randbits(12):03x}"
    number = (0b10 << 62) + secrets.randbits(61)
    while True:
        tail = f"{number:016x}"
        yield f"{head}-{tail[:4]}-{tail[4:]}"
        number += 1
