"""Plans as rows of DIWI's sheet: only what DIWI reads without complaint; the rest travels in `excel.supplement`.

DIWI wants a breakdown complete or absent, prices of a kind of ownership all by class or all by amount, and an integer
number for every plan. Blocks for construction and demolition share a row, as in DIWI's template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Any, Optional

from diwi_qgis.exchange.excel.cells import is_price_range
from diwi_qgis.exchange.excel.layout import (
    AANTALLEN,
    BLOK_EIGENSCHAP,
    BOUW,
    BOUW_GEGEVENS,
    IDENTIFICATIE,
    ONBEKEND,
    OPLEVERDATUM,
    PROJECT_EIGENSCHAP,
    PROJECTGEGEVENS,
    PROJECTSTATUS,
    SLOOP,
    SLOOP_GEGEVENS_VOL,
    STATUS,
    UITVOER,
    Cel,
    Doel,
    Kolom,
    Kop,
    Onderkop,
    Sectie,
    koppen_van,
    place,
)
from diwi_qgis.exchange.geojson.properties_out import start_of, status_and_end
from diwi_qgis.exchange.geojson.write import numbers_of
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import EigenschapWaarde, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.validate_values import euro
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import MET_OPTIES, markt_van

#: A column by what it means: section, header, subheader (None where the header says it all).
Sleutel = tuple[str, Kop, Any]

_PROGRAMMA = {"bouw": BOUW_GEGEVENS, "sloop": SLOOP_GEGEVENS_VOL}
_AANTAL = {"bouw": BOUW, "sloop": SLOOP}
_STATUSWOORD = {code: word for word, code in PROJECTSTATUS.items()}
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: What spreadsheets take for the code of a character; the hidden sheet keeps it as it was.
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")

#: Longest text that a cell can hold.
MAX_TEXT = 32_767


@dataclass
class Rij:
    """A row of the sheet: its cells by column, and what of the plan stands in it."""

    plan: Plan
    cellen: dict[Sleutel, Any]
    blokken: dict[str, Woningblok] = field(default_factory=dict)


def rows_of(plans: Sequence[Plan], lists: RegisterLists, reference_date: date) -> list[Rij]:
    """All rows, in the order of the plans. Labels come from `lists`; `reference_date` decides on the project status."""
    return [
        row
        for plan, number in zip(plans, numbers_of(plans))
        for row in _PlanRows(plan, number, lists, reference_date).rows()
    ]


def columns_of(rows: Sequence[Rij]) -> tuple[Kolom, ...]:
    """The columns of a sheet that has room for every cell of the rows."""
    found: dict[tuple[str, str], dict[Any, None]] = {}
    for row in rows:
        for sectie, kop, onderkop in row.cellen:
            if onderkop not in (None, ONBEKEND):
                found.setdefault((sectie, kop.tekst), {})[onderkop] = None
    return place(UITVOER, {key: sorted(values, key=_natural) for key, values in found.items()})


def key_of(column: Kolom) -> Sleutel:
    """What a column means."""
    return column.sectie.tekst, column.kop, None if column.kop.onderkop is Onderkop.GEEN else column.onderkop


def plain_text(value: Any) -> Optional[str]:
    """Text as a cell of a workbook keeps it, without blanks around it; None when nothing is left."""
    text = _ESCAPE.sub("_ x", str(value))
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))[:MAX_TEXT].strip()
    return text or None


def _natural(value: Any) -> tuple[Any, ...]:
    """Dates in order of time, texts by the numbers in them."""
    if isinstance(value, date):
        return (value,)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"(\d+)", value) if part)


class _PlanRows:
    def __init__(self, plan: Plan, number: int, lists: RegisterLists, reference_date: date) -> None:
        self.plan, self.number, self.lists = plan, number, lists
        self.status, self.eind = status_and_end(plan, reference_date)

    def rows(self) -> Iterator[Rij]:
        by_mutatie: dict[str, list[Woningblok]] = {"bouw": [], "sloop": []}
        for blok in self.plan.woningblokken:
            if blok.aantal > 0:
                by_mutatie[blok.mutatie].append(blok)
        project = self.project()
        for bouw, sloop in list(zip_longest(*by_mutatie.values())) or [(None, None)]:
            row = Rij(self.plan, dict(project))
            for blok in (bouw, sloop):
                if blok is not None:
                    row.cellen.update(_BlockCells(blok, self.lists).cells())
                    row.blokken[blok.mutatie] = blok
            yield row

    def project(self) -> dict[Sleutel, Any]:
        cells: dict[Sleutel, Any] = {}
        for kop in koppen_van(PROJECTGEGEVENS):
            value = self.value(kop)
            if value is not None:
                cells[PROJECTGEGEVENS.tekst, kop, None] = value
        cells.update(_properties(PROJECTGEGEVENS, PROJECT_EIGENSCHAP, "project", self.plan.eigenschappen, self.lists))
        return cells

    def value(self, kop: Kop) -> Any:
        """The value under a header that needs no subheader; None when there is none."""
        if kop is IDENTIFICATIE:
            return self.number
        if kop is STATUS:
            return _STATUSWOORD[self.status]
        if kop.doel is Doel.MIJLPAAL:
            return start_of(self.plan, kop.naam, self.eind)
        value: Any = self.eind if kop.naam == "eind_datum" else self.plan.velden.get(kop.naam)
        return None if value is None or kop.doel is not Doel.VELD else self.cell(kop, value)

    def cell(self, kop: Kop, value: Any) -> Any:
        """A value of a column of project as it stands in the sheet."""
        if kop.cel is Cel.DATUM:
            return value
        if kop.cel is Cel.JA_NEE:
            return int(value)
        if kop.cel is Cel.LIJST:
            return codelijst(kop.lijst).waarde(value).spelling["excel"]
        return plain_text(_word(self.lists, kop.lijst, value) if kop.lijst else value)


class _BlockCells:
    def __init__(self, blok: Woningblok, lists: RegisterLists) -> None:
        self.blok, self.lists = blok, lists
        self.sectie = _PROGRAMMA[blok.mutatie]

    def cells(self) -> dict[Sleutel, Any]:
        cells: dict[Sleutel, Any] = {(AANTALLEN.tekst, _AANTAL[self.blok.mutatie], None): self.blok.aantal}
        counted = [*self.deliveries(), *self.categories(), *self.ownership(), *self.prices()]
        for kop, onderkop, aantal in counted:
            if aantal > 0:
                key = (self.sectie.tekst, kop, onderkop)
                cells[key] = cells.get(key, 0) + aantal
        own = _properties(self.sectie, BLOK_EIGENSCHAP, "woningblok", self.blok.eigenschappen, self.lists)
        return {**cells, **own}

    def deliveries(self) -> Iterator[tuple[Kop, Any, int]]:
        opleveringen = self.blok.opleveringen
        if sum(oplevering.aantal for oplevering in opleveringen) == self.blok.aantal:
            for oplevering in opleveringen:
                yield OPLEVERDATUM, oplevering.datum, oplevering.aantal

    def rest(self, kenmerk: str) -> Optional[int]:
        """How many dwellings a breakdown leaves unknown; None when there is no breakdown, or it is of too many."""
        rows = self.of(kenmerk)
        left = self.blok.aantal - sum(row.aantal for row in rows)
        return left if rows and 0 <= left < self.blok.aantal else None

    def of(self, kenmerk: str) -> list[Verdeling]:
        return [row for row in self.blok.verdelingen if row.kenmerk == kenmerk]

    def categories(self) -> Iterator[tuple[Kop, Any, int]]:
        """Breakdowns without prices: complete, or with the column for what is not known (which DIWI has for `bouw` only)."""
        for kop in koppen_van(self.sectie):
            if kop.doel is not Doel.VERDELING or kop.naam == "eigendom":
                continue
            rest = self.rest(kop.naam)
            if kop.categorie == ONBEKEND:
                if rest is not None and self.blok.mutatie == "bouw":
                    yield kop, None, rest
            elif kop.onderkop is Onderkop.GROOTTE and rest:
                yield kop, ONBEKEND, rest
            if rest is None or (rest and not self.may_be_partial(kop)):
                continue
            for row in self.of(kop.naam):
                if kop.onderkop is not Onderkop.GEEN:
                    yield kop, plain_text(_word(self.lists, kop.lijst, row.categorie)), row.aantal
                elif row.categorie == kop.categorie:
                    yield kop, None, row.aantal

    def may_be_partial(self, kop: Kop) -> bool:
        return kop.naam == "grootte" or (kop.naam in ("eigendom", "woningtype") and self.blok.mutatie == "bouw")

    def ownership(self) -> Iterator[tuple[Kop, Any, int]]:
        rest = self.rest("eigendom")
        for kop in koppen_van(self.sectie):
            if kop.naam != "eigendom" or kop.onderkop is not Onderkop.GEEN or rest is None:
                continue
            if rest and not self.may_be_partial(kop):
                continue
            if kop.categorie == ONBEKEND:
                yield kop, None, rest
            else:
                yield kop, None, sum(row.aantal for row in self.of("eigendom") if row.categorie == kop.categorie)

    def prices(self) -> Iterator[tuple[Kop, Any, int]]:
        """Prices of the kinds of ownership whose dwellings all have a class, or none of which has one."""
        if not any(True for _ in self.ownership()):
            return
        for kop in koppen_van(self.sectie):
            rows = [row for row in self.of("eigendom") if row.categorie == kop.categorie and row.aantal > 0]
            classes = [row for row in rows if row.prijsklasse is not None]
            if kop.onderkop is Onderkop.PRIJSKLASSE and rows and len(classes) == len(rows):
                if all(self.may_be_heading(kop, row.prijsklasse) for row in rows):
                    for row in rows:
                        yield kop, row.prijsklasse, row.aantal
            elif kop.onderkop is Onderkop.PRIJS and not classes and any(row.prijs_min is not None for row in rows):
                for row in rows:
                    yield (
                        kop,
                        ONBEKEND if row.prijs_min is None else price_text(row.prijs_min, row.prijs_max),
                        row.aantal,
                    )

    def may_be_heading(self, kop: Kop, klasse: Optional[str]) -> bool:
        """Whether a name of a price class, put over a column, is read as just that."""
        return (
            klasse is not None
            and klasse == plain_text(klasse)
            and klasse.casefold() != ONBEKEND.casefold()
            and not is_price_range(klasse)
            and self.lists.prijsklasse(markt_van(kop.categorie), klasse) in (klasse, None)
        )


def price_text(low: int, high: Optional[int]) -> str:
    """Cents as DIWI's price subheader in euro: ``250000``, ``200000-300000`` or ``600000-Inf``."""
    if high is None:
        return f"{euro(low)}-Inf"
    return euro(low) if low == high else f"{euro(low)}-{euro(high)}"


def _properties(
    sectie: Sectie, kop: Kop, object: str, values: Mapping[str, EigenschapWaarde], lists: RegisterLists
) -> dict[Sleutel, Any]:
    """Cells of custom properties that are in use and whose name can be a heading."""
    cells: dict[Sleutel, Any] = {}
    for naam, value in values.items():
        eigenschap = lists.eigenschap(naam, object)
        if eigenschap is None or naam != plain_text(naam) or naam.casefold() == ONBEKEND.casefold():
            continue
        several = value if isinstance(value, tuple) else (value,)
        if eigenschap.soort in MET_OPTIES:
            several = tuple(_word(lists, eigenschap.lijst, str(code)) for code in several if code is not None)
        cell = _cell(several)
        if cell is not None:
            cells[sectie.tekst, kop, naam] = cell
    return cells


def _cell(values: Sequence[Any]) -> Any:
    """Values as one cell: texts joined, yes and no as 1 and 0, numbers in the fifteen digits that spreadsheets keep."""
    first = values[0]
    if len(values) > 1 or isinstance(first, str):
        return plain_text(", ".join(map(str, values)))
    if isinstance(first, bool):
        return int(first)
    return float(f"{first:.15g}") if isinstance(first, float) else first


def _word(lists: RegisterLists, lijst: str, code: str) -> str:
    """The label of a code, when a reader gets from there to the same code again; else the code."""
    label = lists.label(lijst, code)
    return label if lists.code(lijst, label) == code else code
