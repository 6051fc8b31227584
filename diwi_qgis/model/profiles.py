"""Provincial profiles: which fields a province wants, in what order and words, and where each value comes from.

The data are in `resources/profielen/<naam>.json` (fields, words, obligations, minimum confidentiality), each with source
and date; the coded domains of Gelderland's geodatabase in `gelderland_geodatabase.json`. See docs/formats/.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Optional

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.paths import resource

PROFIELEN = ("zuid_holland", "gelderland")

#: Kind of a custom property (list `eigenschapsoort`) for the kind of field that asks for it.
_EIGENSCHAPSOORT = {"tekst": "tekst", "geheel": "getal", "keuze": "categorie", "meerkeuze": "categorie"}


_GROOTSTE = {"SmallInteger": 32_767, "Integer": 2_147_483_647}


@dataclass(frozen=True)
class Veld:
    """One field of a delivery.

    `soort`: tekst, geheel (whole number), datum, moment, keuze (one of `opties`) or meerkeuze (several of them).
    `bron`: where the value comes from, the first that has one: ``project.<kolom>``, ``eigenschap.<naam>``,
    ``instelling.<sleutel>``, ``cijfer.<naam>`` (`rules.figures`), ``stand.<naam>`` (`rules.state`),
    ``tabel.<tabel>.<kolom>``, ``hoofdplan.<naam>``, ``profiel.provincie``, ``peildatum`` or ``leeg``.
    `codes`: which of the profile's word lists translates our code. `vertaling`: other words that are accepted for an
    option; `overig`: the option for every other word. `hoogstens_bouw`: may not exceed the dwellings to be built.
    `meld_vervanging`: tell when a value other than the first source was used. `lengte` (characters) and `grootste`
    (largest number, also below zero) are what the province's file can hold.
    """

    naam: str
    soort: str
    bron: tuple[str, ...]
    verplicht: bool = False
    opties: tuple[str, ...] = ()
    codes: Optional[str] = None
    vertaling: Mapping[str, str] = field(default_factory=dict)
    overig: Optional[str] = None
    hoogstens_bouw: bool = False
    meld_vervanging: bool = False
    lengte: Optional[int] = None
    grootste: Optional[int] = None

    @property
    def eigenschap(self) -> Optional[str]:
        """Name of the custom property the value comes from, if it does."""
        kind, _, name = self.bron[0].partition(".")
        return name if kind == "eigenschap" else None


@dataclass(frozen=True)
class ProfielEigenschap:
    """A custom property of plans that a register needs for a profile; `soort` is a code of list `eigenschapsoort`."""

    naam: str
    soort: str
    opties: tuple[str, ...]
    meervoudig: bool
    toelichting: str


@dataclass(frozen=True)
class Profiel:
    """A province's wishes. `codes` gives its words for our codes, per list; "" stands for no code at all.

    `stelsel` is its scheme of price classes (`model.amounts`). `jaarrijen`: what it calls the rows per
    year. `toekomstige_plannen`: whether plans that start after
    the reference date are delivered. `grootste_cel`: the largest number that fits in a cell of the cross table.
    """

    naam: str
    label: str
    provincie: str
    bron: str
    datum: str
    stelsel: str
    vertrouwelijkheid_minimum: str
    jaarrijen: str
    toekomstige_plannen: bool
    geometrie_verplicht: bool
    grootste_cel: Optional[int]
    codes: Mapping[str, Mapping[str, str]]
    velden: tuple[Veld, ...]

    def veld(self, naam: str) -> Veld:
        """The field of that name; KeyError when there is none."""
        for veld in self.velden:
            if veld.naam == naam:
                return veld
        raise KeyError(f"{self.naam}: {naam}")

    def deelbaar(self, vertrouwelijkheid: Optional[str]) -> bool:
        """Whether a plan of this confidentiality is open enough to be delivered."""
        levels = codelijst("vertrouwelijkheid").codes
        return vertrouwelijkheid in levels and levels.index(vertrouwelijkheid) >= levels.index(
            self.vertrouwelijkheid_minimum
        )

    @property
    def eigenschappen(self) -> tuple[ProfielEigenschap, ...]:
        """The custom properties that a register needs for this profile, in the order of the fields."""
        return tuple(
            ProfielEigenschap(
                veld.eigenschap,
                _EIGENSCHAPSOORT[veld.soort],
                veld.opties,
                veld.soort == "meerkeuze",
                f"Veld {veld.naam} van de aanlevering aan {self.label}" + (" (verplicht)." if veld.verplicht else "."),
            )
            for veld in self.velden
            if veld.eigenschap
        )


@cache
def load_profile(naam: str) -> Profiel:
    """The profile of that name (`PROFIELEN`)."""
    data = json.loads(resource("profielen", f"{naam}.json").read_text(encoding="utf8"))
    limits = _limits("Planregistratie") if naam == "gelderland" else {}
    velden = tuple(_veld({**row, **limits.get(row["naam"], {})}) for row in data.pop("velden"))
    return Profiel(velden=velden, **data)


def profile_of_province(provincie: Optional[str]) -> Optional[Profiel]:
    """The profile of a province by its name, as in setting ``provincie``; None when there is none."""
    for naam in PROFIELEN:
        profiel = load_profile(naam)
        if provincie and provincie.casefold() in (profiel.provincie.casefold(), naam):
            return profiel
    return None


@cache
def geodatabase() -> Mapping[str, Any]:
    """Gelderland's geodatabase: ``lagen`` with their fields, ``domeinen``, ``relaties``, ``precisie`` and fixed rows."""
    data: Mapping[str, Any] = json.loads(
        resource("profielen", "gelderland_geodatabase.json").read_text(encoding="utf8")
    )
    return data


def _limits(laag: str) -> dict[str, dict[str, int]]:
    """What the fields of a layer of the geodatabase can hold."""
    (velden,) = (each["velden"] for each in geodatabase()["lagen"] if each["naam"] == laag)
    limits: dict[str, dict[str, int]] = {}
    for veld in velden:
        if "breedte" in veld:
            limits[veld["naam"]] = {"lengte": veld["breedte"]}
        elif veld["soort"] in _GROOTSTE:
            limits[veld["naam"]] = {"grootste": _GROOTSTE[veld["soort"]]}
    return limits


def _veld(row: dict[str, Any]) -> Veld:
    domein = row.pop("domein", None)
    if domein:
        row["opties"] = geodatabase()["domeinen"][domein]
    row["bron"] = tuple(row["bron"])
    row["opties"] = tuple(row.get("opties", ()))
    return Veld(**row)
