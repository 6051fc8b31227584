"""The code lists that a new register starts with, and how DIWI spells their values.

The data are in `resources/codelijsten/<lijst>.json`, each with its source and date. Codes of closed lists have a meaning
in the program and cannot be changed; the other lists belong to the functional manager and live in table `codelijst`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Optional

from diwi_qgis.paths import resource


@dataclass(frozen=True)
class Waarde:
    """One value of a code list.

    `spelling` gives other programs' words for it: ``diwi`` (constant in DIWI's GeoJSON import), ``excel`` (DIWI's
    workbooks), ``geojson`` (DIWI's GeoJSON export). `hard` and `aanleveren` are set on plan statuses only.
    """

    code: str
    label: str
    spelling: Mapping[str, str] = field(default_factory=dict)
    zet_fase: Optional[str] = None
    zet_planstatus: Optional[str] = None
    hard: bool = False
    aanleveren: bool = True


@dataclass(frozen=True)
class Codelijst:
    """A code list; for lists in order of time (`fase`, `planstatus`, `mijlpaalsoort`) the values stand in that order."""

    naam: str
    label: str
    gesloten: bool
    bron: str
    datum: str
    waarden: tuple[Waarde, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, in order."""
        return tuple(waarde.code for waarde in self.waarden)

    def waarde(self, code: str) -> Waarde:
        """The value with this code; KeyError when there is none."""
        for waarde in self.waarden:
            if waarde.code == code:
                return waarde
        raise KeyError(f"{self.naam}: {code}")

    def spelled(self, program: str) -> dict[str, str]:
        """From another program's word to our code."""
        return {waarde.spelling[program]: waarde.code for waarde in self.waarden if program in waarde.spelling}


@cache
def codelijst(naam: str) -> Codelijst:
    """The code list of that name, as delivered with the plugin."""
    data = json.loads(resource("codelijsten", f"{naam}.json").read_text(encoding="utf8"))
    waarden = tuple(Waarde(**waarde) for waarde in data["waarden"])
    return Codelijst(data["lijst"], data["label"], data["gesloten"], data["bron"], data["datum"], waarden)


@cache
def all_codelists() -> tuple[Codelijst, ...]:
    """Every code list delivered with the plugin, by name."""
    return tuple(codelijst(path.stem) for path in sorted(resource("codelijsten").glob("*.json")))
