"""What is wrong with a plan before it is saved, in words: which row, which field, what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page import properties
from diwi_qgis.gui.page.plan_draft import EDITED, PlanDraft, Row
from diwi_qgis.gui.page.sums import sum_checks
from diwi_qgis.gui.page.values import show, show_money
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.translation import tr

_YEARS = range(1900, 2200)


@dataclass(frozen=True)
class Fault:
    """Why a plan cannot be saved; `column` is empty when it is about the row as a whole."""

    table: str
    uuid: str
    column: str
    text: str


def faults(draft: PlanDraft, lists: RegisterLists) -> list[Fault]:
    """Everything wrong in the rows that were changed or added; what was so already does not stand in the way."""
    found: list[Fault] = []
    for name in EDITED:
        for row in draft.rows(name):
            if draft.touched(name, row["uuid"]):
                found += _row_faults(name, row, draft, lists)
    found += _property_faults(draft, lists)
    found += _sum_faults(draft, lists)
    return found


def _row_faults(name: str, row: Row, draft: PlanDraft, lists: RegisterLists) -> Iterator[Fault]:
    who = name_of(name, row, draft, lists)
    for column in model_table(name).user_columns:
        value = row.get(column.name)
        reason = "" if column.references else _reason(column, value)
        if reason:
            yield Fault(name, row["uuid"], column.name, f"{who}, {column.label}: {reason}")
    for column_name, reason in _together(name, row):
        label = model_table(name).column(column_name).label
        yield Fault(name, row["uuid"], column_name, f"{who}, {label}: {reason}")


def _reason(column: Column, value: Any) -> str:
    if value is None or value == "":
        return tr("must be filled in") if column.required else ""
    if column.length and isinstance(value, str) and len(value) > column.length:
        return tr("at most {number} characters").format(number=column.length)
    if column.minimum is not None and value < column.minimum:
        return tr("at least {number}").format(number=_bound(column, column.minimum))
    if column.maximum is not None and value > column.maximum:
        return tr("at most {number}").format(number=_bound(column, column.maximum))
    if column.kind is Kind.DATE and value.year not in _YEARS:
        return tr("a year from {first} to {last} is expected").format(first=_YEARS[0], last=_YEARS[-1])
    return ""


def _bound(column: Column, bound: float) -> str:
    return show_money(int(bound)) if column.unit == "cent" else f"{bound:g}"


def _together(name: str, row: Row) -> Iterator[tuple[str, str]]:
    """What the database demands of several columns together (`Table.checks`), each at the field to mend."""

    def ordered(low: str, high: str) -> bool:
        return row[low] is None or row[high] is None or row[low] <= row[high]

    if name == "project" and row["start_datum"] and row["eind_datum"] and row["eind_datum"] <= row["start_datum"]:
        yield "eind_datum", tr("must come after the start")
    if name == "woningblok" and not ordered("oppervlakte_min", "oppervlakte_max"):
        yield "oppervlakte_max", tr("must not be less than the lower bound")
    if name == "mijlpaal" and not (row["gepland"] or row["gerealiseerd"]):
        yield "gepland", tr("a planned or a realised date must be filled in")
    if name == "verdeling":
        yield from _price(row, ordered("prijs_min", "prijs_max"))


def _price(row: Row, in_order: bool) -> Iterator[tuple[str, str]]:
    amounts = row["prijs_min"] is not None or row["prijs_max"] is not None
    if not in_order:
        yield "prijs_max", tr("must not be less than the lower bound")
    if row["prijs_max"] is not None and row["prijs_min"] is None:
        yield "prijs_min", tr("must be filled in when there is an upper bound (0 for none)")
    if row["prijsklasse"] and amounts:
        yield "prijsklasse", tr("either a price class or amounts, not both")
    if row["kenmerk"] != "eigendom" and (amounts or row["prijsklasse"]):
        yield "prijs_min", tr("only ownership has a price")


def _property_faults(draft: PlanDraft, lists: RegisterLists) -> Iterator[Fault]:
    """Obligatory custom properties that a plan or block lacks, where it or one of its properties was changed."""
    for name in ("project", "woningblok"):
        obligatory = [eigenschap for eigenschap in lists.eigenschappen_van(name) if eigenschap.verplicht]
        for row in draft.rows(name) if obligatory else ():
            uuid = row["uuid"]
            if not (draft.touched(name, uuid) or properties.given_elsewise(draft, name, uuid)):
                continue
            for eigenschap in obligatory:
                if not properties.values_of(draft.rows(properties.TABLE), eigenschap, uuid):
                    who = name_of(name, row, draft, lists)
                    text = f"{who}, {eigenschap.naam}: {tr('must be filled in')}"
                    yield Fault(properties.TABLE, uuid, eigenschap.uuid, text)


def _sum_faults(draft: PlanDraft, lists: RegisterLists) -> Iterator[Fault]:
    """Blocks that somebody changed here and of which more is given out than there is."""
    kenmerken = lists.opties.get("kenmerk", {})
    for block in draft.rows("woningblok") if draft.changes() else ():
        uuid = block["uuid"]
        if not block_touched(draft, uuid):
            continue
        parts = {name: draft.rows(name, woningblok_uuid=uuid) for name in ("verdeling", "oplevering")}
        for check in sum_checks(block["aantal"], parts["verdeling"], parts["oplevering"], kenmerken):
            if check.excess:
                who = name_of("woningblok", block, draft, lists)
                yield Fault("woningblok", uuid, "aantal", f"{who}, {check.text}")


def block_touched(draft: PlanDraft, uuid: str) -> bool:
    """Whether a block or a part of it was changed, added or removed."""
    if draft.touched("woningblok", uuid):
        return True
    for name in ("verdeling", "oplevering"):
        rows = draft.rows(name, woningblok_uuid=uuid)
        before = {key for key, row in draft.base[name].items() if row["woningblok_uuid"] == uuid}
        if before != {row["uuid"] for row in rows} or any(draft.touched(name, row["uuid"]) for row in rows):
            return True
    return False


def name_of(name: str, row: Row, draft: PlanDraft, lists: RegisterLists) -> str:
    """How a person would call a row: "Woningblok Toren A", "Mijlpaal Start bouw"."""
    table = model_table(name)
    if name == properties.TABLE:
        text = tr("Property {name}").format(name=properties.property_of(row, lists).naam)
        return _below_block(row, text, draft)
    for column_name in ("naam", "titel", "soort", "onderwerp", "categorie", "datum"):
        if row.get(column_name):
            text = f"{table.label} {show(table.column(column_name), row[column_name], row, lists)}"
            break
    else:
        text = table.label
    return _below_block(row, text, draft)


def _below_block(row: Row, text: str, draft: PlanDraft) -> str:
    block = row.get("woningblok_uuid")
    if block and block in {each["uuid"] for each in draft.rows("woningblok")}:
        return f"{draft.row('woningblok', block)['naam'] or ''}: {text}".strip(": ")
    return text
