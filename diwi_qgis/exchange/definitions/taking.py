"""A package on top of the definitions of a register: what they become. Nothing that the package leaves out is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definities import SLEUTEL
from diwi_qgis.exchange.definitions.lines import list_label
from diwi_qgis.exchange.definitions.package import Package
from diwi_qgis.exchange.definitions.state import Tables
from diwi_qgis.model.definitions import gesloten_lijsten, optielijst
from diwi_qgis.model.identity import uuid_of
from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table
from diwi_qgis.rules.merging import Row, fields_of

#: By what a definition is recognised.
_KEYS: Mapping[str, tuple[str, ...]] = {**SLEUTEL, "instelling": ("sleutel",)}

#: In what order, so that options find their property under its new name.
_ORDER = ("eigenschap", "codelijst", "prijsklasse", "instelling")


def taken_over(rows: Tables, package: Package) -> Tables:
    """The definitions of a register after it took a package over.

    A property or price class is recognised by its name (year, market), else by its uuid: then it got another name. What is
    taken over twice changes nothing the second time.

    Raises:
        InputError: the package has a value that a closed list does not have.
    """
    result = {name: dict(found) for name, found in rows.items()}
    for name in _ORDER:
        given = package.rows.get(name, ())
        for place, row in _matched(name, result[name], given):
            if place in result[name]:
                _change(result, name, place, row)
            else:
                _refuse_closed(name, row, package)
                result[name][place] = {**_blank(table(name)), **_own(table(name), row)}
    _put_in_order(result, package)
    return result


def _matched(name: str, there: Mapping[str, Row], given: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Each row of a package with the uuid of the row that it is about, an existing one or a new one."""
    key = _KEYS[name]
    by_key = {tuple(row[column] for column in key): uuid for uuid, row in there.items()}
    keys = [tuple(row[column] for column in key) for row in given]
    taken = {by_key[each] for each in keys if each in by_key}
    for row, own in zip(given, keys):
        known, brought = by_key.get(own), row.get("uuid")
        if known is None and brought in there and brought not in taken:
            known = brought
        fresh = (uuid for uuid in chain((brought,), _new_uuids(name, own)) if uuid and uuid not in there)
        place = known or next(uuid for uuid in fresh if uuid not in taken)
        taken.add(place)
        yield place, row


def _new_uuids(name: str, key: tuple[Any, ...]) -> Iterator[str]:
    """That of its name; when a row that was called so before has it, another that follows from it."""
    yield uuid_of(name, *key)
    yield from (uuid_of(name, *key, number) for number in count(2))


def _change(result: Tables, name: str, uuid: str, row: Row) -> None:
    """A package says of a definition all there is to say; of a value in a closed list no more than how it reads."""
    was = result[name][uuid]
    new = {**_blank(table(name)), **_own(table(name), row)}
    if name == "codelijst" and row["lijst"] in gesloten_lijsten():
        new = {**was, "label": new["label"], "toelichting": new["toelichting"]}
    result[name][uuid] = new
    if name == "eigenschap" and new["naam"] != was["naam"]:
        rename_options(result, was["naam"], new["naam"])


def rename_options(rows: Tables, old: str, new: str) -> None:
    """A property got another name: its options move to the list of that name."""
    for uuid, row in rows["codelijst"].items():
        if row["lijst"] == optielijst(old):
            rows["codelijst"][uuid] = {**row, "lijst": optielijst(new)}


def _put_in_order(rows: Tables, package: Package) -> None:
    """Properties, and values of open lists, in the order of the package; what it does not have comes behind, in its own order."""
    given = package.rows.get("codelijst", ())
    for lijst in dict.fromkeys(row["lijst"] for row in given if row["lijst"] not in gesloten_lijsten()):
        own = {uuid: row for uuid, row in rows["codelijst"].items() if row["lijst"] == lijst}
        rows["codelijst"].update(_ordered(own, "code", [row["code"] for row in given if row["lijst"] == lijst]))
    names = [row["naam"] for row in package.rows.get("eigenschap", ())]
    if names:
        rows["eigenschap"].update(_ordered(rows["eigenschap"], "naam", names))


def _ordered(rows: Mapping[str, Row], name: str, first: Sequence[str]) -> Iterator[tuple[str, Row]]:
    places = {value: number for number, value in enumerate(first)}

    def place(pair: tuple[str, Row]) -> tuple[int, bool, int, str]:
        _, row = pair
        return places.get(row[name], len(places)), row["volgorde"] is None, row["volgorde"] or 0, row[name]

    for number, (uuid, row) in enumerate(sorted(rows.items(), key=place)):
        yield uuid, {**row, "volgorde": number}


def _own(declared: Table, row: Row) -> Row:
    names = fields_of(declared)
    return {column: value for column, value in row.items() if column in names}


def _blank(declared: Table) -> Row:
    return {column.name: column.default for column in declared.user_columns}


def _refuse_closed(name: str, row: Row, package: Package) -> None:
    if name == "codelijst" and row["lijst"] in gesloten_lijsten():
        label = list_label(row["lijst"])
        raise InputError(
            f"Definitiepakket {package.name}: {label} kent geen waarde '{row['code']}'; deze lijst ligt vast. Er is niets gewijzigd.",
            f"Definitions package {package.name}: {label} has no value '{row['code']}'; this list is closed. Nothing was changed.",
        )
