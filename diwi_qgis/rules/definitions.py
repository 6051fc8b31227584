"""What may change in the definitions of a register, and which rows follow when a value gives way to another.

Definitions are the rows of `DEFINITIONS`, as a state (`rules.merging`): table -> uuid -> what people write. `use` says what
uses each value of each list (see `store.code_use`): (list, value) -> table -> how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import EIGEN_STELSELS, gesloten_lijsten, prijslijst, vaste_lijsten
from diwi_qgis.model.schema import Column, Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Row, State
from diwi_qgis.texts import Text

#: Tables with definitions, wholes before parts; what a functional manager keeps but people and their rights.
DEFINITIONS = ("eigenschap", "codelijst", "prijsklasse", "instelling", "groep")

Use = Mapping[tuple[str, str], Mapping[str, int]]


@dataclass(frozen=True)
class Replacement:
    """All rows that use value `oud` of a list get `nieuw`."""

    lijst: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Problem:
    """Why a row of definitions cannot be stored; `column` is empty when it is about the row as a whole."""

    table: str
    uuid: str
    column: str
    text: Text


# -- who follows ----------------------------------------------------------------------------------------------------------


def replacements(before: State, after: State, use: Use) -> list[Replacement]:
    """The values whose rows are to follow, in an order in which no row is taken along twice.

    A value that says by which other it is replaced, and the name of a price class that was changed everywhere.
    """
    return [*_replaced_codes(before, after, use), *_in_order(_renamed_classes(before, after, use))]


def _replaced_codes(before: State, after: State, use: Use) -> Iterator[Replacement]:
    for uuid, row in after["codelijst"].items():
        was = before["codelijst"].get(uuid, row)
        if row["vervangen_door"] and use.get((was["lijst"], was["code"])):
            new = last_in_line(after, row["lijst"], row["vervangen_door"])
            if new is not None:
                yield Replacement(row["lijst"], row["code"], new)


def last_in_line(state: State, lijst: str, code: str) -> Optional[str]:
    """The value that stands in the end where one replaces the other; None when they go round in a circle."""
    next_of = {row["code"]: row["vervangen_door"] for row in state["codelijst"].values() if row["lijst"] == lijst}
    seen: set[str] = set()
    while next_of.get(code):
        if code in seen:
            return None
        seen.add(code)
        code = next_of[code]
    return code


def _renamed_classes(before: State, after: State, use: Use) -> dict[str, dict[str, str]]:
    """New name by old one, per list of price classes."""
    kept = {(row["markt"], row["klasse"]) for row in after["prijsklasse"].values() if row["stelsel"] in EIGEN_STELSELS}
    found: dict[str, dict[str, str]] = {}
    for uuid, row in after["prijsklasse"].items():
        was = before["prijsklasse"].get(uuid)
        if was is None or row["stelsel"] not in EIGEN_STELSELS or row["klasse"] == was["klasse"]:
            continue
        lijst = prijslijst(row["markt"])
        moved = was["markt"] == row["markt"] and (was["markt"], was["klasse"]) not in kept
        if moved and use.get((lijst, was["klasse"])):
            found.setdefault(lijst, {})[was["klasse"]] = row["klasse"]
    return found


def _in_order(found: Mapping[str, Mapping[str, str]]) -> Iterator[Replacement]:
    """A name that makes way goes before the one that takes it."""
    for lijst, names in found.items():
        left = dict(names)
        while left:
            old = next((old for old, new in left.items() if new not in left), None)
            if old is None:
                return  # in a circle: `problems` says so
            yield Replacement(lijst, old, left.pop(old))


# -- what is not possible -------------------------------------------------------------------------------------------------


def problems(before: State, after: State, use: Use) -> list[Problem]:
    """Everything that stands in the way of storing it, by row and column."""
    found: list[Problem] = []
    for name in DEFINITIONS:
        declared, old, new = model_table(name), before[name], after[name]
        changed = {uuid: row for uuid, row in new.items() if row != old.get(uuid)}
        for uuid, row in changed.items():
            found += _row_problems(declared, uuid, row)
        found += _doubles(declared, new, changed)
    found += _code_problems(before, after, use)
    found += _property_problems(before, after, use)
    found += _class_problems(before, after, use)
    found += _setting_problems(before, after)
    return found


def _row_problems(declared: Table, uuid: str, row: Row) -> Iterator[Problem]:
    for column in declared.user_columns:
        text = _objection(column, row.get(column.name))
        if text is not None:
            yield Problem(declared.name, uuid, column.name, text)


def _objection(column: Column, value: Any) -> Optional[Text]:
    if value is None or value == "":
        return Text("moet ingevuld zijn", "must be filled in") if column.required else None
    if column.length and isinstance(value, str) and len(value) > column.length:
        return Text(f"hoogstens {column.length} tekens", f"at most {column.length} characters")
    if column.minimum is not None and value < column.minimum:
        return Text(f"minstens {column.minimum}", f"at least {column.minimum}")
    if column.maximum is not None and value > column.maximum:
        return Text(f"hoogstens {column.maximum}", f"at most {column.maximum}")
    return None


def _doubles(declared: Table, rows: Mapping[str, Row], changed: Mapping[str, Row]) -> Iterator[Problem]:
    keys = [*declared.unique, *((column.name,) for column in declared.user_columns if column.unique)]
    for key in keys:
        counted = Counter(tuple(row[name] for name in key) for row in rows.values())
        for uuid, row in changed.items():
            values = tuple(row[name] for name in key)
            if counted[values] > 1 and None not in values:
                words = ", ".join(map(str, values))
                yield Problem(
                    declared.name, uuid, key[-1], Text(f"'{words}' komt al voor", f"'{words}' exists already")
                )


def _code_problems(before: State, after: State, use: Use) -> Iterator[Problem]:
    for uuid, row in before["codelijst"].items():
        now = after["codelijst"].get(uuid)
        if now is None:
            if row["lijst"] in gesloten_lijsten():
                yield Problem("codelijst", uuid, "", _CLOSED)
            elif use.get((row["lijst"], row["code"])):
                yield Problem("codelijst", uuid, "", _USED)
        elif now["code"] != row["code"] and use.get((row["lijst"], row["code"])):
            yield Problem("codelijst", uuid, "code", _CODE_USED)
    for uuid, row in after["codelijst"].items():
        was = before["codelijst"].get(uuid)
        if row != was:
            yield from _value_problems(uuid, was, row, after)


def _value_problems(uuid: str, was: Optional[Row], row: Row, after: State) -> Iterator[Problem]:
    if row["lijst"] in gesloten_lijsten() and (
        was is None or any(was[name] != row[name] for name in ("code", "actief", "volgorde"))
    ):
        yield Problem("codelijst", uuid, "code" if was is None else "actief", _CLOSED)
    for column, lijst in (("zet_fase", "fase"), ("zet_planstatus", "planstatus")):
        if row[column] is not None and row[column] not in codelijst(lijst).codes:
            yield Problem("codelijst", uuid, column, _NO_STATE.fill(waarde=row[column]))
    target = row["vervangen_door"]
    if not target:
        return
    values = {each["code"]: each for each in after["codelijst"].values() if each["lijst"] == row["lijst"]}
    last = last_in_line(after, row["lijst"], row["code"])
    if row["lijst"] in vaste_lijsten():
        yield Problem("codelijst", uuid, "vervangen_door", _CLOSED)
    elif target not in values or last is None or not values[last]["actief"]:
        yield Problem("codelijst", uuid, "vervangen_door", _NO_SUCCESSOR.fill(waarde=target))
    elif row["actief"]:
        yield Problem("codelijst", uuid, "actief", _STILL_ACTIVE)


def _property_problems(before: State, after: State, use: Use) -> Iterator[Problem]:
    for uuid, row in before["eigenschap"].items():
        now = after["eigenschap"].get(uuid)
        if now == row or not use.get(("eigenschap", uuid)):
            continue
        if now is None:
            yield Problem("eigenschap", uuid, "", _USED)
            continue
        for column in ("object", "soort"):
            if now[column] != row[column]:
                yield Problem("eigenschap", uuid, column, _HAS_VALUES)
        if row["meervoudig"] and not now["meervoudig"]:
            yield Problem("eigenschap", uuid, "meervoudig", _HAS_VALUES)


def _class_problems(before: State, after: State, use: Use) -> Iterator[Problem]:
    for uuid, row in after["prijsklasse"].items():
        known = row["maximum"] is not None and row["minimum"] is not None
        if row != before["prijsklasse"].get(uuid) and known and row["maximum"] < row["minimum"]:
            yield Problem("prijsklasse", uuid, "maximum", _BELOW)
    names = {(row["markt"], row["klasse"]) for row in after["prijsklasse"].values() if row["stelsel"] in EIGEN_STELSELS}
    for uuid, row in before["prijsklasse"].items():
        gone = uuid not in after["prijsklasse"] and row["stelsel"] in EIGEN_STELSELS
        if gone and (row["markt"], row["klasse"]) not in names and use.get((prijslijst(row["markt"]), row["klasse"])):
            yield Problem("prijsklasse", uuid, "", _USED)
    for lijst, renamed in _renamed_classes(before, after, use).items():
        if sum(each.lijst == lijst for each in _in_order({lijst: renamed})) < len(renamed):
            circle = ", ".join(renamed)
            swapped = [u for u, row in after["prijsklasse"].items() if row["klasse"] in renamed]
            yield Problem("prijsklasse", swapped[0], "klasse", _CIRCLE.fill(namen=circle))


def _setting_problems(before: State, after: State) -> Iterator[Problem]:
    for uuid, row in after["instelling"].items():
        if row == before["instelling"].get(uuid):
            continue
        value = row["waarde"] or ""
        if row["sleutel"] == "gemeentecode" and not (len(value) == 4 and value.isascii() and value.isdigit()):
            yield Problem("instelling", uuid, "waarde", _FOUR_DIGITS)
        if row["sleutel"] in ("gemeente", "provincie") and not value.strip():
            yield Problem("instelling", uuid, "waarde", Text("moet ingevuld zijn", "must be filled in"))


_CLOSED = Text(
    "deze lijst ligt vast: het programma rekent met de codes. Waarden krijgen hier alleen een ander label of een toelichting",
    "this list is closed: the program counts on its codes. Values only get another label or explanation here",
)
_USED = Text("is in gebruik; maak haar inactief", "is in use; make it inactive")
_CODE_USED = Text(
    "deze code is in gebruik; maak een nieuwe waarde en laat die deze vervangen",
    "this code is in use; make a new value and let that replace it",
)
_NO_SUCCESSOR = Text(
    "'{waarde}' is geen actieve waarde van dezelfde lijst", "'{waarde}' is no active value of the same list"
)
_NO_STATE = Text("'{waarde}' bestaat niet", "there is no '{waarde}'")
_STILL_ACTIVE = Text(
    "een waarde die vervangen is, is niet meer actief", "a value that was replaced is not active any more"
)
_HAS_VALUES = Text(
    "er zijn al waarden ingevuld; maak een nieuwe eigenschap en deze inactief",
    "values were given already; make a new property and this one inactive",
)
_BELOW = Text("ligt onder de ondergrens", "lies below the lower bound")
_CIRCLE = Text(
    "namen worden verwisseld ({namen}); doe dat in twee keer", "names are swapped ({namen}); do so in two steps"
)
_FOUR_DIGITS = Text("vier cijfers, zoals 0307", "four digits, such as 0307")
