"""Rows and values of the register in words, for reports: Dutch, with the labels of code lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.problem_catalogue import shown
from diwi_qgis.model.definitions import MET_OPTIES, markt_van
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.notation import area, number

if TYPE_CHECKING:
    from diwi_qgis.model.schema import Column

_CENT = "cent"

#: Key under which whoever knows the plans by name puts them among the lists.
PLANNEN = "plannen"

#: What a person calls a row, first that is filled.
_NAMES = (
    "naam",
    "titel",
    "soort",
    "onderwerp",
    "aanduiding",
    "identificatie",
    "zaaknummer",
    "categorie",
    "omschrijving",
    "label",
    "klasse",
    "sleutel",
    "datum",
)


def is_money(column: Column) -> bool:
    """Whether the register keeps this in cents and people write it in euros."""
    return column.unit == _CENT


def choices(column: Column, row: Mapping[str, Any], lists: RegisterLists) -> Optional[Mapping[str, str]]:
    """Label by code of what this column of this row may hold; None when it is not a list."""
    if column.name == "prijsklasse":
        names = lists.prijsklassen.get(markt_van(row.get("categorie") or ""), ())
        return {name: name for name in names}
    lijst = _list_of(column, row, lists)
    if lijst is None or (lijst == PLANNEN and PLANNEN not in lists.opties):
        return None
    return lists.opties.get(lijst, {})


def retired(column: Column, row: Mapping[str, Any], lists: RegisterLists) -> Mapping[str, str]:
    """Label by code of what this column of this row may no longer get but may still hold."""
    return lists.inactief.get(_list_of(column, row, lists) or "", {})


def _list_of(column: Column, row: Mapping[str, Any], lists: RegisterLists) -> Optional[str]:
    """Name of the code list that a column of a row takes its values from; None: it takes them from no code list."""
    if column.codelijst:
        return column.codelijst
    if column.references and column.references.table == "project":
        return PLANNEN
    if column.name == "categorie":
        return row.get("kenmerk") or ""
    if column.name == "tekst" and row.get("eigenschap_uuid"):
        eigenschap = lists.eigenschap_met(row["eigenschap_uuid"])
        return eigenschap.lijst if eigenschap and eigenschap.soort in MET_OPTIES else None
    return None


def column_label(table: str, column: str) -> str:
    """What people call a column."""
    return "Geometrie" if column == "geom" else model_table(table).column(column).label


def value_text(table: str, column: str, value: Any, row: Mapping[str, Any], lists: RegisterLists) -> str:
    """A value of a row; empty when there is none. Of a geometry its area."""
    if value is None:
        return ""
    if column == "geom":
        return area(value.area) if value.area else value.geom_type
    declared = model_table(table).column(column)
    if is_money(declared):
        return f"€ {number(value / 100, 2)}"
    options = {**retired(declared, row, lists), **(choices(declared, row, lists) or {})}
    return options.get(value) or shown(value)


def row_text(table: str, row: Mapping[str, Any], lists: RegisterLists) -> str:
    """How a person would call a row: "Woningblok Toren A", "Mijlpaal Start bouw"."""
    label = model_table(table).label
    filled = next((name for name in _NAMES if row.get(name)), None)
    return label if filled is None else f"{label} {value_text(table, filled, row[filled], row, lists)}"
