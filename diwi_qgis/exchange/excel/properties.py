"""Cells under "Rol type" and "Maatwerk … eigenschap": values of the kind that the custom property has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Optional

from diwi_qgis.exchange.excel.cells import Refused, to_boolean, to_number, to_text
from diwi_qgis.exchange.excel.headings import Bron
from diwi_qgis.exchange.excel.layout import ROL_TYPE
from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.plan import EigenschapWaarde, Plaats
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem


@dataclass
class Properties:
    """Values by name, where each stood, and what did not fit."""

    values: dict[str, EigenschapWaarde]
    places: dict[str, Plaats]
    problems: list[Problem]


def read_properties(
    columns: Sequence[Bron],
    cells: Mapping[int, Any],
    object_: str,
    lists: Optional[RegisterLists],
    sheet: str,
    row: int,
    plan: str,
    blok: str = "",
) -> Properties:
    """The custom properties of one row. An empty cell says that a property the register knows has no value."""
    found = Properties({}, {}, [])
    for bron in columns:
        naam = str(bron.betekenis)
        eigenschap = lists.eigenschap(naam, object_) if lists else None
        value = cells.get(bron.index)
        if value is None:
            if eigenschap:
                found.values.setdefault(naam, None)
            continue
        bron.gebruikt = True
        place = Plaats(sheet, row, bron.letter)
        found.places[f"eigenschap:{naam}"] = place
        try:
            found.values[naam] = _value(bron, value, eigenschap, lists)
        except Refused as refused:
            found.problems.append(problem(refused.code, place, value, plan, blok, veld=bron.titel))
    return found


def _value(
    bron: Bron, value: Any, eigenschap: Optional[Eigenschap], lists: Optional[RegisterLists]
) -> EigenschapWaarde:
    if eigenschap is None:
        return (to_text(value),) if bron.kop is ROL_TYPE else _as_it_is(value)
    if eigenschap.soort == "getal":
        return to_number(value)
    if eigenschap.soort == "ja_nee":
        return to_boolean(value)
    text = to_text(value)
    if eigenschap.soort == "tekst" or lists is None:
        return text
    code = lists.code(eigenschap.lijst, text)
    if code is None and eigenschap.meervoudig:
        return tuple(lists.code(eigenschap.lijst, part) or part for part in text.split(", "))
    return code or text


def _as_it_is(value: Any) -> EigenschapWaarde:
    """The value of a property that is yet to be made: its kind follows from what stands there."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return to_number(value)
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    return to_text(value)
