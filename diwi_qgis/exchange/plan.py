"""A plan with everything below it, as it travels between files and register.

Readers of files make these, `validate` checks them, `save` puts them in the register, `load` gets them back, writers of
files write them. Codes are ours (`model.codelists`), money is in cents, dates are dates, geometry is EPSG:28992.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional, Union

#: Value of a custom property: text or code, number, yes/no, or several codes; None states that it has no value.
EigenschapWaarde = Union[str, float, bool, tuple[str, ...], None]

#: Tables below a project that only our own formats carry whole.
OVERIG = ("afspraak", "knelpunt", "document", "actie", "perceel_koppeling", "pand_koppeling")


@dataclass(frozen=True)
class Plaats:
    """Where in a file something came from, for messages. `row` is 1-based, `column` as in Excel ("AB") or a path."""

    sheet: str = ""
    row: Optional[int] = None
    column: str = ""

    @property
    def cel(self) -> str:
        """Where in the sheet or feature: ``AB12`` in a workbook, ``3: woning_blokken[2] -> name`` in a GeoJSON file."""
        if not self.column or self.column.isupper():
            return f"{self.column}{self.row or ''}"
        return f"{self.row}: {self.column}" if self.row else self.column


@dataclass
class Verdeling:
    """A number of dwellings of one category of a characteristic; prices only for kenmerk "eigendom" (cents)."""

    kenmerk: str
    categorie: str
    aantal: int
    prijs_min: Optional[int] = None
    prijs_max: Optional[int] = None
    prijsklasse: Optional[str] = None
    uuid: Optional[str] = None
    plaats: Plaats = field(default=Plaats(), compare=False)


@dataclass
class Oplevering:
    """A number of dwellings delivered (or demolished) on a date."""

    datum: date
    aantal: int
    gerealiseerd: bool = False
    uuid: Optional[str] = None
    plaats: Plaats = field(default=Plaats(), compare=False)


@dataclass
class Woningblok:
    """A part of the programme."""

    naam: str
    mutatie: str
    aantal: int
    in_programmering: Optional[bool] = None
    oppervlakte_min: Optional[float] = None
    oppervlakte_max: Optional[float] = None
    contract: Optional[str] = None
    opmerkingen: Optional[str] = None
    verdelingen: list[Verdeling] = field(default_factory=list)
    opleveringen: list[Oplevering] = field(default_factory=list)
    eigenschappen: dict[str, EigenschapWaarde] = field(default_factory=dict)
    geom: Any = None
    uuid: Optional[str] = None
    plaats: Plaats = field(default=Plaats(), compare=False)
    plaatsen: dict[str, Plaats] = field(default_factory=dict, compare=False)


@dataclass
class Mijlpaal:
    """A dated step; `soort` is a code of list `mijlpaalsoort`."""

    soort: str
    gepland: Optional[date] = None
    gerealiseerd: Optional[date] = None
    eerste_prognose: Optional[date] = None
    p50: Optional[date] = None
    p80: Optional[date] = None
    omschrijving: Optional[str] = None
    bron: str = "import"
    uuid: Optional[str] = None
    plaats: Plaats = field(default=Plaats(), compare=False)


@dataclass
class Plan:
    """One project with its milestones, blocks and custom properties.

    `velden` holds columns of table `project` by name (without geometry), e.g. ``{"naam": …, "vertrouwelijkheid": …}``.
    `status` is DIWI's project status (NEW, ACTIVE, REALIZED, TERMINATED) as stated in a file; only TERMINATED is kept, as
    milestone "afgebroken". `overig` holds rows of the other tables below a project (`OVERIG`), by column, for our own
    lossless formats. `plaatsen` says where a single value came from: by column name, or ``eigenschap:<naam>``.

    Only what is stated changes the register: keys absent from `velden` and `eigenschappen`, milestones of kinds that
    DIWI does not know, `overig`, and geometry None leave what is there. A plan from one of our own lossless formats is
    `volledig`: it states everything, so what it does not have is gone.
    """

    velden: dict[str, Any]
    mijlpalen: list[Mijlpaal] = field(default_factory=list)
    woningblokken: list[Woningblok] = field(default_factory=list)
    eigenschappen: dict[str, EigenschapWaarde] = field(default_factory=dict)
    overig: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    geom: Any = None
    uuid: Optional[str] = None
    status: Optional[str] = None
    volledig: bool = field(default=False, compare=False)
    plaats: Plaats = field(default=Plaats(), compare=False)
    plaatsen: dict[str, Plaats] = field(default_factory=dict, compare=False)

    @property
    def naam(self) -> str:
        """Name of the plan, for messages."""
        return str(self.velden.get("naam") or self.velden.get("extern_id") or "?")
