"""Which values belong to which list: options of custom properties and price classes are lists too, by name.

``doelgroep`` is a code list, ``eigenschap:Wethouder`` holds the options of that property, ``prijsklasse:koop`` the names
of the price classes of a market.
"""

from __future__ import annotations

from functools import cache

from diwi_qgis.model.codelists import all_codelists

#: Kinds of custom property whose values are codes of list ``eigenschap:<naam>``.
MET_OPTIES = ("categorie", "rangorde")

#: Schemes of price classes whose names people give to dwellings; those of provinces are only delivered by.
EIGEN_STELSELS = ("gemeente", "landelijk")

EIGENSCHAP, PRIJSKLASSE = "eigenschap:", "prijsklasse:"


def optielijst(eigenschap: str) -> str:
    """Name of the code list that holds the options of a custom property."""
    return f"{EIGENSCHAP}{eigenschap}"


def prijslijst(markt: str) -> str:
    """Name of the list of price classes of a market ("koop", "huur")."""
    return f"{PRIJSKLASSE}{markt}"


def markt_van(eigendom: str) -> str:
    """The market whose prices go with a code of list `eigendom`."""
    return "koop" if eigendom == "koopwoning" else "huur"


@cache
def gesloten_lijsten() -> frozenset[str]:
    """The lists whose codes have a meaning in the program: their values are renamed and explained, no more."""
    return frozenset(lijst.naam for lijst in all_codelists() if lijst.gesloten)


@cache
def vaste_lijsten() -> frozenset[str]:
    """The lists of which no value takes the place of another: closed ones, and characteristics, which name other lists."""
    return gesloten_lijsten() | {"kenmerk"}
