"""What DIWI's two GeoJSON formats have in common: custom properties, breakdowns in lists, words of open lists."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Optional

from diwi_qgis.exchange.geojson.nodes import Knoop, number_of, scalar_text
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import EigenschapWaarde, Mijlpaal, Plan, Verdeling, Woningblok
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import MET_OPTIES
from diwi_qgis.texts import Text

#: DIWI's constants for the status of a project.
PROJECTSTATUS = ("NEW", "ACTIVE", "REALIZED", "TERMINATED")

_JA_NEE = {"true": True, "1": True, "false": False, "0": False}


def word(lists: RegisterLists, lijst: str, text: Optional[str]) -> Optional[str]:
    """The code for a word of an open list; the word itself when the register does not know it (`validate` tells)."""
    return None if text is None else lists.code(lijst, text) or text


def read_mijlpalen(node: Knoop, lijst: str, soort: str, program: str) -> list[Mijlpaal]:
    """The dates of phases (`soort` "fase") or plan statuses ("status"), in the words of `program`."""
    found = []
    for spelling, code in codelijst(lijst).spelled(program).items():
        when = node.date(spelling)
        if when is not None:
            found.append(Mijlpaal(f"{soort}_{code}", gepland=when, plaats=node.plaats(spelling)))
    node.close()
    return found


def read_eigenschappen(node: Knoop, owner: Any, object: str, lists: RegisterLists, several: bool = False) -> None:
    """Custom properties of a plan or block (`owner`), typed as the register knows them; blank ones are skipped.

    `several`: options joined by commas, as DIWI's export writes them, are taken apart where the property allows it.
    """
    for naam in node.filled():
        value = _eigenschap(node, naam, object, lists, several)
        if value is not None:
            owner.eigenschappen[naam] = value
            owner.plaatsen[f"eigenschap:{naam}"] = node.plaats(naam)
    node.close()


def _eigenschap(node: Knoop, naam: str, object: str, lists: RegisterLists, several: bool) -> EigenschapWaarde:
    raw = node.value(naam)
    if not isinstance(raw, (str, bool, int, Decimal)):
        node.wrong(naam, raw, Text("Een tekst, getal, true of false.", "A text, number, true or false."))
        return None
    text = raw.strip() if isinstance(raw, str) else scalar_text(raw)
    eigenschap = lists.eigenschap(naam, object)
    if not text:
        return None
    if eigenschap and eigenschap.soort in MET_OPTIES:
        return _optie(text, eigenschap, lists, several)
    soort = eigenschap.soort if eigenschap else _soort(raw)
    return _TYPES.get(soort, _tekst)(node, naam, text)


def _optie(text: str, eigenschap: Eigenschap, lists: RegisterLists, several: bool) -> EigenschapWaarde:
    code = lists.code(eigenschap.lijst, text)
    if not eigenschap.meervoudig:
        return code or text
    parts = [text] if code or not several else [part.strip() for part in text.split(",")]
    return tuple(word(lists, eigenschap.lijst, part) or "" for part in parts)


def _tekst(node: Knoop, naam: str, text: str) -> str:
    return text


def _getal(node: Knoop, naam: str, text: str) -> Optional[float]:
    number = number_of(text)
    if number is None:
        node.melder.known("not_numeric", node.where(naam), text)
    return None if number is None else float(number)


def _ja_nee(node: Knoop, naam: str, text: str) -> Optional[bool]:
    if text.lower() not in _JA_NEE:
        node.melder.known("not_boolean", node.where(naam), text)
    return _JA_NEE.get(text.lower())


_TYPES: dict[str, Callable[[Knoop, str, str], EigenschapWaarde]] = {"getal": _getal, "ja_nee": _ja_nee}


def _soort(raw: Any) -> str:
    if isinstance(raw, bool):
        return "ja_nee"
    return "tekst" if isinstance(raw, str) else "getal"


def read_lijstverdeling(blok: Knoop, key: str, option: str, kenmerk: str, lists: RegisterLists) -> list[Verdeling]:
    """Entries ``{<option>: word, "aantal": n}``; entries without a number are skipped, as DIWI does."""
    found = []
    for node in blok.children(key):
        text, aantal = node.text(option), node.integer("aantal")
        node.close()
        if aantal is None:
            continue
        if aantal < 0:
            node.melder.known("invalid_amount", node.where("aantal"), aantal)
        elif text is None:
            node.melder.known("unknown_property_value", node.where(option), "")
        elif aantal > 0:
            categorie = word(lists, kenmerk, text) or text
            found.append(Verdeling(kenmerk, categorie, aantal, plaats=node.plaats(option)))
    return found


def read_grondpositie(blok: Knoop) -> list[Verdeling]:
    """The object ground position → number."""
    node = blok.child("grondpositie")
    found = []
    for constant, code in codelijst("grondpositie").spelled("diwi").items():
        aantal = node.integer(constant)
        if aantal is not None and aantal < 0:
            node.melder.known("invalid_amount", node.where(constant), aantal)
        elif aantal:
            found.append(Verdeling("grondpositie", code, aantal, plaats=node.plaats(constant)))
    node.close()
    return found


def put(plan: Plan, column: str, node: Knoop, key: str, value: Any) -> None:
    """Set a column of the plan and remember where its value stood; None is not stated."""
    if value is not None:
        plan.velden[column] = value
        plan.plaatsen[column] = node.plaats(key)


def put_blok(blok: Woningblok, column: str, node: Knoop, key: str, value: Any) -> None:
    """Set a column of a block and remember where its value stood."""
    setattr(blok, column, value)
    blok.plaatsen[column] = node.plaats(key)
