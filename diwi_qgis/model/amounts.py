"""Price classes per scheme and year: what 'koop2' or 'betaalbaar' means in euros, as delivered with the plugin.

The data are in `resources/bedragen/prijsklassen.json`, each with source and date. A new register takes them over in table
`prijsklasse`, where the functional manager adds the next year; rules read that table, never this file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Optional

from diwi_qgis.paths import resource


@dataclass(frozen=True)
class Prijsklasse:
    """One class: from `minimum` up to and including `maximum` (cents; None: and higher), from year of delivery `vanaf_jaar`."""

    stelsel: str
    markt: str
    klasse: str
    vanaf_jaar: int
    minimum: int
    maximum: Optional[int]
    bron: str
    datum: str


@cache
def prijsklassen(stelsel: Optional[str] = None) -> tuple[Prijsklasse, ...]:
    """All classes, or those of one scheme: ``zuid_holland``, ``gelderland`` or ``landelijk``."""
    data = json.loads(resource("bedragen", "prijsklassen.json").read_text(encoding="utf8"))
    every = (Prijsklasse(datum=data["datum"], **row) for row in data["prijsklassen"])
    return tuple(klasse for klasse in every if stelsel in (None, klasse.stelsel))


def prijsklasse_rows() -> list[dict[str, Any]]:
    """The rows of table `prijsklasse` that a new register starts with; source and date together in `bron`."""
    return [
        {
            "stelsel": klasse.stelsel,
            "markt": klasse.markt,
            "klasse": klasse.klasse,
            "vanaf_jaar": klasse.vanaf_jaar,
            "minimum": klasse.minimum,
            "maximum": klasse.maximum,
            "bron": f"{klasse.bron} ({klasse.datum})",
            "actief": True,
        }
        for klasse in prijsklassen()
    ]
