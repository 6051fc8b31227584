"""Words in plans that the register does not know: options, custom properties, price classes, owners.

`validate` makes problems of them, `save_lists` makes what can be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, Optional

from diwi_qgis.exchange.lists import EIGENAAR_ROLLEN, Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import EigenschapWaarde, Plaats, Plan, Woningblok
from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.model.definitions import MET_OPTIES, markt_van, optielijst, prijslijst
from diwi_qgis.model.tables import table


class Soort(Enum):
    """What kind of word it is."""

    OPTIE = "option of a code list"
    EIGENSCHAP = "custom property"
    PRIJSKLASSE = "price class"
    EIGENAAR = "owner"


@dataclass(frozen=True)
class Onbekend:
    """A word that the register does not know.

    `lijst` is the code list, the object of the custom property ("project", "woningblok") or the market. `maakbaar` says
    whether it can be added: closed lists have a meaning in the program, and a taken name cannot be used again.
    """

    soort: Soort
    lijst: str
    woord: str
    maakbaar: bool
    plan: str
    blok: str
    plaats: Plaats


#: Lists whose codes have a meaning in the program; nobody adds to them.
GESLOTEN = frozenset(lijst.naam for lijst in all_codelists() if lijst.gesloten)


def onbekende_woorden(plans: Iterable[Plan], lists: RegisterLists) -> Iterator[Onbekend]:
    """Every use of a word that is not in the lists, in the order of the plans."""
    for plan in plans:
        yield from _Finder(plan, lists).find()


@cache
def _with_list(name: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that hold codes, each with its list."""
    return tuple((column.name, column.codelijst) for column in table(name).user_columns if column.codelijst)


class _Finder:
    def __init__(self, plan: Plan, lists: RegisterLists) -> None:
        self.plan, self.lists = plan, lists

    def find(self) -> Iterator[Onbekend]:
        plan = self.plan
        yield from self.owner()
        yield from self.columns("project", plan.velden, None, plan.plaatsen, plan.plaats)
        for mijlpaal in plan.mijlpalen:
            yield from self.columns("mijlpaal", vars(mijlpaal), None, {}, mijlpaal.plaats)
        yield from self.eigenschappen("project", plan.eigenschappen, None)
        for name, rows in plan.overig.items():
            for row in rows:
                yield from self.columns(name, row, None, {}, plan.plaats)
        for blok in plan.woningblokken:
            yield from self.columns("woningblok", vars(blok), blok, blok.plaatsen, blok.plaats)
            yield from self.verdelingen(blok)
            yield from self.eigenschappen("woningblok", blok.eigenschappen, blok)

    def owner(self) -> Iterator[Onbekend]:
        """The owner a file names; one from a register of ours was known there, and people do not travel."""
        email = self.plan.velden.get("eigenaar")
        if email and not self.plan.volledig:
            rol = self.lists.gebruikers.get(str(email).lower())
            if rol not in EIGENAAR_ROLLEN:
                plaats = self.plan.plaatsen.get("eigenaar", self.plan.plaats)
                yield self.word(Soort.EIGENAAR, "", email, rol is None and "@" in str(email), None, plaats)

    def columns(
        self, name: str, values: dict[str, Any], blok: Optional[Woningblok], places: dict[str, Plaats], place: Plaats
    ) -> Iterator[Onbekend]:
        for column, lijst in _with_list(name):
            code = values.get(column)
            if code is not None:
                yield from self.option(lijst, code, blok, places.get(column, place))

    def option(self, lijst: str, code: Any, blok: Optional[Woningblok], plaats: Plaats) -> Iterator[Onbekend]:
        if code is None or code in self.lists.opties.get(lijst, ()):
            return
        if self.plan.volledig and code in self.lists.inactief.get(lijst, ()):
            return
        yield self.word(Soort.OPTIE, lijst, code, lijst not in GESLOTEN, blok, plaats)

    def verdelingen(self, blok: Woningblok) -> Iterator[Onbekend]:
        for verdeling in blok.verdelingen:
            yield from self.option("kenmerk", verdeling.kenmerk, blok, verdeling.plaats)
            yield from self.option(verdeling.kenmerk, verdeling.categorie, blok, verdeling.plaats)
            if verdeling.prijsklasse is not None:
                markt = markt_van(verdeling.categorie)
                known = {*self.lists.prijsklassen.get(markt, ())}
                if self.plan.volledig:
                    known.update(self.lists.inactief.get(prijslijst(markt), ()))
                if verdeling.prijsklasse not in known:
                    yield self.word(Soort.PRIJSKLASSE, markt, verdeling.prijsklasse, True, blok, verdeling.plaats)

    def eigenschappen(
        self, object: str, values: dict[str, EigenschapWaarde], blok: Optional[Woningblok]
    ) -> Iterator[Onbekend]:
        holder: Any = blok or self.plan
        for naam, value in values.items():
            plaats = holder.plaatsen.get(f"eigenschap:{naam}", holder.plaats)
            eigenschap = self.known(naam, object)
            if eigenschap is None:
                taken = naam in self.lists.eigenschappen or naam in self.lists.inactieve_eigenschappen
                again = self.lists.inactieve_eigenschappen.get(naam)
                free = not taken or (again is not None and again.object == object)
                yield self.word(Soort.EIGENSCHAP, object, naam, free, blok, plaats)
            elif eigenschap.soort in MET_OPTIES:
                for code in value if isinstance(value, tuple) else (value,):
                    yield from self.option(optielijst(naam), code, blok, plaats)

    def known(self, naam: str, object: str) -> Optional[Eigenschap]:
        eigenschap = self.lists.eigenschap(naam, object)
        if eigenschap is None and self.plan.volledig:
            again = self.lists.inactieve_eigenschappen.get(naam)
            return again if again and again.object == object else None
        return eigenschap

    def word(
        self, soort: Soort, lijst: str, woord: Any, maakbaar: bool, blok: Optional[Woningblok], plaats: Plaats
    ) -> Onbekend:
        return Onbekend(soort, lijst, str(woord), maakbaar, self.plan.naam, blok.naam if blok else "", plaats)
