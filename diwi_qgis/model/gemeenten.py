"""The municipalities of the Netherlands, to choose one by name or code; `resources/gemeenten.json` says as of when."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Optional

from diwi_qgis.paths import resource

_LABELLED = re.compile(r"(?P<naam>.*\S)\s*\((?P<code>\d{4})\)")


@dataclass(frozen=True)
class Gemeente:
    """`code` is the CBS code in four digits; `provincie` is empty for one that is not in the list."""

    code: str
    naam: str
    provincie: str

    @property
    def label(self) -> str:
        """``Amersfoort (0307)``."""
        return f"{self.naam} ({self.code})"


@cache
def gemeenten() -> tuple[Gemeente, ...]:
    """All municipalities, by name; 's-Gravenhage under the G."""
    found = [
        Gemeente(code, naam, provincie)
        for provincie, names in _contents()["provincies"].items()
        for code, naam in names.items()
    ]
    return tuple(sorted(found, key=lambda gemeente: gemeente.naam.removeprefix("'s-").casefold()))


def find_gemeente(text: str) -> Optional[Gemeente]:
    """What is meant by a name, a code (``307``, ``0307``, ``GM0307``), a label or a well-known other name.

    ``Nieuwstad (1999)`` is one that is not in the list, made by a later reorganisation; None for anything else.
    """
    asked = " ".join(text.split())
    found = _index().get(asked.casefold()) or _index().get(_code(asked))
    if found is not None:
        return found
    labelled = _LABELLED.fullmatch(asked)
    if labelled is None:
        return None
    return _index().get(labelled["code"]) or Gemeente(labelled["code"], labelled["naam"], "")


def _code(asked: str) -> str:
    digits = asked.upper().removeprefix("GM")
    return digits.zfill(4) if digits.isascii() and digits.isdigit() else ""


@cache
def _index() -> dict[str, Gemeente]:
    return dict(_names())


def _names() -> Iterator[tuple[str, Gemeente]]:
    for gemeente in gemeenten():
        yield gemeente.naam.casefold(), gemeente
        yield gemeente.code, gemeente
    by_code = {gemeente.code: gemeente for gemeente in gemeenten()}
    for naam, code in _contents()["ook_bekend_als"].items():
        yield naam.casefold(), by_code[code]


def _contents() -> dict:
    return json.loads(resource("gemeenten.json").read_text(encoding="utf8"))
