"""Where outside registers and background maps are served: every address in one file, replaceable without a release.

`resources/diensten.json` gives what we know, each entry with where and when that was found. A functional manager puts
differing entries in a file of his own; only what differs has to stand in it. See docs/diensten.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.model.settings import DIENSTEN
from diwi_qgis.paths import resource
from diwi_qgis.texts import Text

#: Setting of a register (table `instelling`) with the path of its own file; a relative path starts at the register.
SETTING = DIENSTEN

SOORTEN = ("wms", "wmts", "wfs", "ogcapi", "locatieserver")

_TEXTS = ("titel", "soort", "adres", "laag", "bronvermelding", "licentie", "herkomst", "datum")
_TYPES = {**dict.fromkeys(_TEXTS, str), "achtergrond": bool, "jaar": int, "opties": dict}
_REQUIRED = ("titel", "soort", "adres")


@dataclass(frozen=True)
class Dienst:
    """A service.

    `laag` is the layer, feature type or collection (for a WMS several, divided by commas); `bronvermelding` and
    `licentie` are to be shown with the data; `achtergrond` tells background maps from registers; `opties` are what one
    kind of service needs besides (``stelsel``, ``formaat``; for WMTS ``matrixset``, ``stijl``). `herkomst` and `datum`
    say where and when these facts were found. `jaar` is filled in where `sjabloon`, the address, says ``{jaar}``.
    """

    sleutel: str
    titel: str
    soort: str
    sjabloon: str
    laag: str = ""
    bronvermelding: str = ""
    licentie: str = ""
    achtergrond: bool = False
    opties: Mapping[str, str] = field(default_factory=dict)
    jaar: int = 0
    herkomst: str = ""
    datum: str = ""

    @property
    def adres(self) -> str:
        """The address, without a slash at its end."""
        return self.sjabloon.replace("{jaar}", str(self.jaar)).rstrip("/")

    def of_year(self, year: int) -> Dienst:
        """The service of another year, where there is one per year; 0 keeps the year it has."""
        return replace(self, jaar=year) if year and self.jaar else self


def services(own: Optional[Path] = None) -> dict[str, Dienst]:
    """All services by key, in the order of the file; `own` (see `own_file`) replaces and adds.

    Raises:
        InputError: `own` cannot be read, or holds an entry that is no service; names file and entry.
    """
    shipped = resource("diensten.json")
    entries = dict(_entries(shipped))
    if own is not None:
        for key, entry in _entries(own).items():
            entries[key] = {**entries.get(key, {}), **entry}
    return {key: _service(key, entry, own or shipped) for key, entry in entries.items()}


def service(name: str, own: Optional[Path] = None) -> Dienst:
    """The service with this key.

    Raises:
        InputError: there is none, or as `services`.
    """
    known = services(own)
    if name not in known:
        names = ", ".join(known)
        raise InputError(
            f"Er is geen dienst '{name}'. Wel: {names}.", f"There is no service '{name}'. There are: {names}."
        )
    return known[name]


def background(own: Optional[Path] = None) -> tuple[Dienst, ...]:
    """The background maps, in the order of the file."""
    return tuple(entry for entry in services(own).values() if entry.achtergrond)


def own_file(register: Optional[Path], setting: Optional[str], organisation: Optional[str] = None) -> Optional[Path]:
    """The file of the functional manager: that of the register, else that of the whole organisation; None without.

    A relative path is one from the folder of the register's file; a register in a database (None) has none.
    `setting` is the register's setting `SETTING`, `organisation` the value of the global key ``diwi/diensten`` of QGIS.
    """
    for text in (setting, organisation):
        if text and text.strip():
            file = Path(text.strip())
            return register.parent / file if register else file
    return None


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig")).get("diensten")
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(
            f"Het bestand met adressen van diensten '{path}' is niet te lezen: {error}.",
            f"The file with addresses of services '{path}' cannot be read: {error}.",
        ) from error
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        raise InputError(
            f"Het bestand met adressen van diensten '{path}' heeft geen onderdeel \"diensten\" met per sleutel een dienst.",
            f"The file with addresses of services '{path}' has no member \"diensten\" with a service per key.",
        )
    return entries


def _service(key: str, entry: dict[str, Any], file: Path) -> Dienst:
    wrong = _objection(entry)
    if wrong is not None:
        raise InputError(
            f"Dienst '{key}' in '{file}' kan niet worden gebruikt: {wrong.nl}.",
            f"Service '{key}' in '{file}' cannot be used: {wrong.en}.",
        )
    return Dienst(key, sjabloon=entry["adres"], **{name: value for name, value in entry.items() if name != "adres"})


def _objection(entry: dict[str, Any]) -> Optional[Text]:
    """Why an entry is no service; None when it is one."""
    unknown = ", ".join(sorted(set(entry) - set(_TYPES)))
    if unknown:
        return Text(f"onbekend gegeven {unknown}", f"unknown member {unknown}")
    wrong = ", ".join(name for name, value in entry.items() if not isinstance(value, _TYPES[name]))
    if wrong:
        return Text(f"{wrong} heeft een waarde van de verkeerde soort", f"{wrong} has a value of the wrong kind")
    missing = ", ".join(name for name in _REQUIRED if not entry.get(name))
    if missing:
        return Text(f"{missing} ontbreekt", f"{missing} is missing")
    if entry["soort"] not in SOORTEN:
        kinds = ", ".join(SOORTEN)
        return Text(
            f"soort '{entry['soort']}' bestaat niet; wel: {kinds}",
            f"there is no soort '{entry['soort']}', only {kinds}",
        )
    if not re.match(r"https?://[^/\s]+", entry["adres"]):
        return Text(f"'{entry['adres']}' is geen webadres", f"'{entry['adres']}' is no web address")
    return None
