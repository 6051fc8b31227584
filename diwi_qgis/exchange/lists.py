"""What words a register knows: options of code lists, custom properties, price classes and owners.

Readers use it to turn words of a file into codes, `validate` to find words that are unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Optional

from diwi_qgis.exchange.rows import Row
from diwi_qgis.model.codelists import all_codelists, codelijst
from diwi_qgis.model.definitions import optielijst, prijslijst

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Roles that may own a plan (diwi_exchange §1.7: User, UserPlus and External).
EIGENAAR_ROLLEN = ("hoofdgebruiker", "gebruiker", "extern")


@dataclass(frozen=True)
class Eigenschap:
    """A custom property: what it applies to ("project", "woningblok") and what it holds (list `eigenschapsoort`).

    `uuid` is empty for one that is not in a register (yet).
    """

    naam: str
    object: str
    soort: str
    meervoudig: bool = False
    verplicht: bool = False
    toelichting: str = ""
    uuid: str = ""

    @property
    def lijst(self) -> str:
        """Name of the code list with its options."""
        return optielijst(self.naam)


@dataclass(frozen=True)
class RegisterLists:
    """What may be used, and what once could.

    `opties`: label by code, per list. `eigenschappen`: by name. `prijsklassen`: names of the municipality's own classes
    per `markt` ("koop", "huur"). `gebruikers`: role by e-mail address in lower case. `inactief` (label by code, per list;
    price classes under ``prijsklasse:<markt>``) and `inactieve_eigenschappen` are kept for older plans only.
    """

    opties: Mapping[str, Mapping[str, str]]
    eigenschappen: Mapping[str, Eigenschap] = field(default_factory=dict)
    prijsklassen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gebruikers: Mapping[str, str] = field(default_factory=dict)
    inactief: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    inactieve_eigenschappen: Mapping[str, Eigenschap] = field(default_factory=dict)

    @classmethod
    def defaults(cls) -> RegisterLists:
        """The lists that a new register starts with: no custom properties, price classes or users."""
        return cls({lijst.naam: {w.code: w.label for w in lijst.waarden} for lijst in all_codelists()})

    @classmethod
    def read(cls, register: Register) -> RegisterLists:
        """The active lists of a register."""
        tables = register.small_tables(("codelijst", "eigenschap", "prijsklasse", "gebruiker"))
        opties: dict[str, dict[str, str]] = {lijst.naam: {} for lijst in all_codelists()}
        inactief: dict[str, dict[str, str]] = {}
        for row in _ordered(tables["codelijst"], "volgorde"):
            if row["actief"]:
                opties.setdefault(row["lijst"], {})[row["code"]] = row["label"]
            else:
                inactief.setdefault(row["lijst"], {})[row["code"]] = row["label"]
        eigenschappen: dict[bool, dict[str, Eigenschap]] = {True: {}, False: {}}
        for row in _ordered(tables["eigenschap"], "volgorde"):
            of_kind = (row["naam"], row["object"], row["soort"], row["meervoudig"], row["verplicht"])
            eigenschap = Eigenschap(*of_kind, row["toelichting"] or "", row["uuid"])
            eigenschappen[row["actief"]][row["naam"]] = eigenschap
        klassen: dict[str, dict[str, None]] = {markt: {} for markt in codelijst("markt").codes}
        for row in _ordered(tables["prijsklasse"], "minimum"):
            if row["stelsel"] == "gemeente" and row["actief"]:
                klassen[row["markt"]][row["klasse"]] = None
            elif row["stelsel"] == "gemeente":
                inactief.setdefault(prijslijst(row["markt"]), {})[row["klasse"]] = row["klasse"]
        return cls(
            opties,
            eigenschappen[True],
            {markt: tuple(namen) for markt, namen in klassen.items()},
            {row["email"].lower(): row["rol"] for row in tables["gebruiker"] if row["email"] and row["actief"]},
            inactief,
            eigenschappen[False],
        )

    def code(self, lijst: str, text: str) -> Optional[str]:
        """The active code for a word of a file: the code itself, or (in any case of letters) its label; else None."""
        opties = self.opties.get(lijst, {})
        if text in opties:
            return text
        folded = text.casefold()
        return next((code for code, label in opties.items() if label.casefold() == folded), None)

    def label(self, lijst: str, code: str) -> str:
        """The label of a code; the code itself when it is not (or no longer) active."""
        return self.opties.get(lijst, {}).get(code, code)

    def eigenschap(self, naam: str, object: str) -> Optional[Eigenschap]:
        """The active custom property of that name for a "project" or "woningblok"."""
        eigenschap = self.eigenschappen.get(naam)
        return eigenschap if eigenschap and eigenschap.object == object else None

    def eigenschap_met(self, uuid: str) -> Optional[Eigenschap]:
        """The custom property of a register with this uuid, active or not."""
        known = (*self.eigenschappen.values(), *self.inactieve_eigenschappen.values())
        return next((eigenschap for eigenschap in known if eigenschap.uuid == uuid), None)

    def eigenschappen_van(self, object: str) -> tuple[Eigenschap, ...]:
        """All active custom properties of plans or of blocks."""
        return tuple(eigenschap for eigenschap in self.eigenschappen.values() if eigenschap.object == object)

    def prijsklasse(self, markt: str, text: str) -> Optional[str]:
        """The name of the municipality's price class that a file means (in any case of letters)."""
        folded = text.casefold()
        return next((klasse for klasse in self.prijsklassen.get(markt, ()) if klasse.casefold() == folded), None)


def _ordered(rows: list[Row], column: str) -> list[Row]:
    return sorted(rows, key=lambda row: (row[column] is None, row[column] or 0))
