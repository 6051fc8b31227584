"""The sheet of DIWI's workbooks, declared once: sections, groups, headers and what stands under them.

The reader finds columns by these words, never by position; the template and the export place them. Rows of the sheet:
2 sections, 3 groups, 4 headers, 5 subheaders, data from row 6. DIWI reads the first sheet only, and stops at the first
control section. Source: DIWI 1.11.0, workbook "Excel Import" and its export template (docs/formats/excel.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from diwi_qgis.model.codelists import codelijst

SHEET = "Data"
SECTION_ROW, GROUP_ROW, HEADER_ROW, SUBHEADER_ROW, FIRST_DATA_ROW = 2, 3, 4, 5, 6
FIRST_COLUMN = 2

#: The word under a header (or the category of a column) for dwellings of which the category is not known.
ONBEKEND = "Onbekend"

#: Words for DIWI's project status; of these only TERMINATED is kept, as milestone "afgebroken".
PROJECTSTATUS = {"Nieuw": "NEW", "Actief": "ACTIVE", "Afgerond": "REALIZED", "Afgebroken": "TERMINATED"}


class Doel(Enum):
    """What a column fills; `Kop.naam` says which one."""

    VELD = "column of project"
    STATUS = "project status"
    MIJLPAAL = "kind of milestone, planned date"
    AANTAL = "number of dwellings of the block, by mutatie"
    OPLEVERING = "deliveries of the block"
    VERDELING = "breakdown of the block, by kenmerk"
    PROJECT_EIGENSCHAP = "custom property of the project"
    BLOK_EIGENSCHAP = "custom property of the block"


class Cel(Enum):
    """What the data cells of a column hold."""

    TEKST = "text"
    LIJST = "word of a code list"
    DATUM = "date"
    JA_NEE = "yes or no"
    AANTAL = "whole number of dwellings"
    EIGENSCHAP = "by the kind of the custom property"


class Onderkop(Enum):
    """What the cell under the header says; a column whose subheader is needed and empty is not in use."""

    GEEN = "nothing that matters"
    EIGENSCHAP = "name of a custom property"
    DATUM = "date of delivery"
    GROOTTE = "size category, or Onbekend"
    PRIJSKLASSE = "name of a price class, or Onbekend"
    PRIJS = "euro: amount, min-max or min-Inf, or Onbekend"
    CATEGORIE = "option of the code list of that kenmerk"


_MET_ONBEKEND = (Onderkop.GROOTTE, Onderkop.PRIJSKLASSE, Onderkop.PRIJS)


@dataclass(frozen=True)
class Kop:
    """A header. `categorie` is the code that the header itself stands for (ownership, house type, ground position).

    `lijst` is the code list behind the words in the cells (`Cel.LIJST`) or subheaders (`Onderkop.CATEGORIE`).
    """

    tekst: str
    doel: Doel
    cel: Cel
    naam: str = ""
    categorie: str = ""
    onderkop: Onderkop = Onderkop.GEEN
    lijst: str = ""
    verplicht: bool = False
    voorgedrukt: str = ""

    @property
    def laatste(self) -> str:
        """The subheader that the last column of this header always has in DIWI's template."""
        return ONBEKEND if self.onderkop in _MET_ONBEKEND else ""


@dataclass(frozen=True)
class Groep:
    """A caption in row 3 over some headers; `koppen` says how many columns of each the template has."""

    tekst: str
    koppen: tuple[tuple[Kop, int], ...]


@dataclass(frozen=True)
class Sectie:
    """A name in row 2 over some groups; `mutatie` for the two sections that describe blocks."""

    tekst: str
    groepen: tuple[Groep, ...]
    mutatie: str = ""


@dataclass(frozen=True)
class Kolom:
    """A column placed on a sheet: `nummer` from 1; `onderkop` is what stands in row 5 (text, date or None)."""

    nummer: int
    sectie: Sectie
    groep: Groep
    kop: Kop
    onderkop: Any = None


def _veld(
    tekst: str, naam: str, cel: Cel = Cel.TEKST, lijst: str = "", verplicht: bool = False, onder: str = ""
) -> Kop:
    return Kop(tekst, Doel.VELD, cel, naam, lijst=lijst, verplicht=verplicht, voorgedrukt=onder)


def _mijlpalen(lijst: str, soort: str) -> tuple[tuple[Kop, int], ...]:
    return tuple(
        (Kop(tekst, Doel.MIJLPAAL, Cel.DATUM, f"{soort}_{code}", voorgedrukt="Startdatum"), 1)
        for tekst, code in codelijst(lijst).spelled("excel").items()
    )


def _categorieen(kenmerk: str, onbekend: str = "") -> tuple[tuple[Kop, int], ...]:
    words = dict(codelijst(kenmerk).spelled("excel"))
    if onbekend:
        words[onbekend] = ONBEKEND
    return tuple((Kop(tekst, Doel.VERDELING, Cel.AANTAL, kenmerk, code), 1) for tekst, code in words.items())


def _prijs(tekst: str, eigendom: str, onderkop: Onderkop) -> Kop:
    return Kop(tekst, Doel.VERDELING, Cel.AANTAL, "eigendom", eigendom, onderkop)


IDENTIFICATIE = _veld("Identificatie nr", "extern_id", verplicht=True)
ROL_TYPE = Kop("Rol type", Doel.PROJECT_EIGENSCHAP, Cel.EIGENSCHAP, onderkop=Onderkop.EIGENSCHAP)
PROJECT_EIGENSCHAP = Kop(
    "Maatwerk project eigenschap", Doel.PROJECT_EIGENSCHAP, Cel.EIGENSCHAP, onderkop=Onderkop.EIGENSCHAP
)
BLOK_EIGENSCHAP = Kop("Maatwerk woning eigenschap", Doel.BLOK_EIGENSCHAP, Cel.EIGENSCHAP, onderkop=Onderkop.EIGENSCHAP)
STATUS = Kop("Project status", Doel.STATUS, Cel.LIJST, "status", verplicht=True)
BOUW = Kop("Bouw", Doel.AANTAL, Cel.AANTAL, "bouw")
SLOOP = Kop("Sloop", Doel.AANTAL, Cel.AANTAL, "sloop")
OPLEVERDATUM = Kop("Opleverdatum", Doel.OPLEVERING, Cel.AANTAL, onderkop=Onderkop.DATUM)
GROOTTE = Kop("Grootte categorie", Doel.VERDELING, Cel.AANTAL, "grootte", onderkop=Onderkop.GROOTTE, lijst="grootte")
FYSIEK_VOORKOMEN = Kop(
    "Fysiek voorkomen",
    Doel.VERDELING,
    Cel.AANTAL,
    "fysiek_voorkomen",
    onderkop=Onderkop.CATEGORIE,
    lijst="fysiek_voorkomen",
)
DOELGROEP = Kop(
    "Doelgroep categorie", Doel.VERDELING, Cel.AANTAL, "doelgroep", onderkop=Onderkop.CATEGORIE, lijst="doelgroep"
)

_PARTICULIER, _CORPORATIE = "huurwoning_particuliere_verhuurder", "huurwoning_woningcorporatie"
KOOPPRIJS_KLASSE = _prijs("Koopprijs categorie", "koopwoning", Onderkop.PRIJSKLASSE)
KOOPPRIJS = _prijs("Koopprijs waarde", "koopwoning", Onderkop.PRIJS)
PARTICULIER_KLASSE = _prijs("Huurprijs particuliere verhuurder categorie", _PARTICULIER, Onderkop.PRIJSKLASSE)
PARTICULIER = _prijs("Huurprijs particuliere verhuurder", _PARTICULIER, Onderkop.PRIJS)
CORPORATIE_KLASSE = _prijs("Huurprijs woningcorporatie categorie", _CORPORATIE, Onderkop.PRIJSKLASSE)
CORPORATIE = _prijs("Huurprijs woningcorporatie", _CORPORATIE, Onderkop.PRIJS)

PROJECTGEGEVENS = Sectie(
    "Projectgegevens",
    (
        Groep(
            "Basisgegevens",
            (
                (IDENTIFICATIE, 1),
                (_veld("Naam", "naam", verplicht=True), 1),
                (_veld("Eigenaar", "eigenaar", verplicht=True), 1),
                (_veld("Vertrouwelijkheid", "vertrouwelijkheid", Cel.LIJST, "vertrouwelijkheid", verplicht=True), 1),
            ),
        ),
        Groep(
            "Project gegevens",
            (
                (_veld("Plan soort", "plantype", Cel.LIJST, "plantype"), 1),
                (_veld("In programmering", "in_programmering", Cel.JA_NEE), 1),
                (_veld("Priorisering", "prioriteit", Cel.TEKST, "prioriteit"), 1),
                (_veld("Rol gemeente", "rol_gemeente", Cel.TEKST, "rol_gemeente"), 1),
            ),
        ),
        Groep("Rollen", ((ROL_TYPE, 3),)),
        Groep(
            "Project status en duur",
            (
                (STATUS, 1),
                (_veld("Start project", "start_datum", Cel.DATUM, verplicht=True, onder="Startdatum"), 1),
                (_veld("Eind project", "eind_datum", Cel.DATUM, verplicht=True, onder="Einddatum"), 1),
            ),
        ),
        Groep("projectfasen", _mijlpalen("fase", "fase")),
        Groep("Planologische planstatus", _mijlpalen("planstatus", "status")),
        Groep(
            "Locatie",
            ((_veld("Gemeente", "gemeente"), 1), (_veld("Wijk", "wijk"), 1), (_veld("Buurt", "buurt"), 1)),
        ),
        Groep("Maatwerk project eigenschappen", ((PROJECT_EIGENSCHAP, 6),)),
    ),
)

AANTALLEN = Sectie("Woning aantallen", (Groep("Mutatie gegevens", ((BOUW, 1), (SLOOP, 1))),))


def _programma(
    tekst: str, mutatie: str, eigendom_onbekend: str, type_onbekend: str, prijzen: tuple[int, int, int, int, int, int]
) -> Sectie:
    """A section on blocks; `prijzen` is the number of columns per price header, in order."""
    koop_klasse, koop, particulier_klasse, particulier, corporatie_klasse, corporatie = prijzen
    return Sectie(
        tekst,
        (
            Groep("Oplevering", ((OPLEVERDATUM, 10),)),
            Groep("Grootte", ((GROOTTE, 7),)),
            Groep("Eigendom type", _categorieen("eigendom", eigendom_onbekend)),
            Groep("Woning waarde", _present((KOOPPRIJS_KLASSE, koop_klasse), (KOOPPRIJS, koop))),
            Groep(
                "Huurprijs particulier", _present((PARTICULIER_KLASSE, particulier_klasse), (PARTICULIER, particulier))
            ),
            Groep(
                "Huurprijs woningcorporatie", _present((CORPORATIE_KLASSE, corporatie_klasse), (CORPORATIE, corporatie))
            ),
            Groep("Woning type", _categorieen("woningtype", type_onbekend)),
            Groep("Fysiek voorkomen", ((FYSIEK_VOORKOMEN, 6),)),
            Groep("Doelgroep", ((DOELGROEP, 6),)),
            Groep("Grondpositie", _categorieen("grondpositie")),
            Groep("Maatwerk woning eigenschappen", ((BLOK_EIGENSCHAP, 5),)),
        ),
        mutatie,
    )


def _present(*koppen: tuple[Kop, int]) -> tuple[tuple[Kop, int], ...]:
    return tuple((kop, aantal) for kop, aantal in koppen if aantal)


_VOL = (4, 4, 4, 4, 4, 4)
BOUW_GEGEVENS = _programma("Bouw gegevens", "bouw", "Eigendom type onbekend", "Woning type onbekend", _VOL)
#: As in DIWI's templates: both unknowns are headed just "Onbekend", which DIWI itself does not read (we do).
SLOOP_GEGEVENS = _programma("Sloop gegevens", "sloop", ONBEKEND, ONBEKEND, (7, 0, 0, 7, 0, 3))
SLOOP_GEGEVENS_VOL = _programma("Sloop gegevens", "sloop", ONBEKEND, ONBEKEND, _VOL)

#: The sections of DIWI's import template and of its export.
INVOER = (PROJECTGEGEVENS, AANTALLEN, BOUW_GEGEVENS, SLOOP_GEGEVENS)
UITVOER = (PROJECTGEGEVENS, AANTALLEN, BOUW_GEGEVENS, SLOOP_GEGEVENS_VOL)

CONTROLES = ("Controle Bouw totalen", "Controle Sloop totalen")
CONTROLE_GROEP = "Woning totalen"
CONTROLE_KOPPEN = (
    "Mutatie gegevens",
    "Oplevering",
    "Grootte",
    "Eigendom type",
    "Woning waarde en huurprijs",
    "Woning type",
    "Fysiek voorkomen",
    "Doelgroep",
    "Grondpositie",
    "Afwijkende totalen",
)


def koppen_van(sectie: Sectie) -> Iterator[Kop]:
    """The headers of a section, each once."""
    for groep in sectie.groepen:
        for kop, _ in groep.koppen:
            yield kop


#: The 55 header texts that DIWI wants to find in a workbook.
VEREIST = frozenset(kop.tekst for sectie in INVOER[:3] for kop in koppen_van(sectie))


def place(
    sections: Sequence[Sectie] = INVOER, onderkoppen: Mapping[tuple[str, str], Sequence[Any]] | None = None
) -> tuple[Kolom, ...]:
    """The columns of a sheet, from left to right, with an empty column between sections.

    `onderkoppen` gives the subheaders by (section, header) text, without the closing "Onbekend"; columns are added where
    the template has too few, and stay empty where it has more. Control sections follow after one empty column.
    """
    given = onderkoppen or {}
    columns: list[Kolom] = []
    nummer = FIRST_COLUMN
    for sectie in sections:
        for groep in sectie.groepen:
            for kop, aantal in groep.koppen:
                for onderkop in _under(kop, aantal, given.get((sectie.tekst, kop.tekst), ())):
                    columns.append(Kolom(nummer, sectie, groep, kop, onderkop))
                    nummer += 1
        nummer += 1
    return tuple(columns)


def _under(kop: Kop, aantal: int, values: Sequence[Any]) -> list[Any]:
    if kop.onderkop is Onderkop.GEEN:
        return [kop.voorgedrukt or None] * aantal
    closing = [kop.laatste] if kop.laatste else []
    filled = list(values)
    return filled + [None] * (aantal - len(filled) - len(closing)) + closing
