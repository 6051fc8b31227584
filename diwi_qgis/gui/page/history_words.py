"""The history of a plan in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Optional

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.plain import from_plain
from diwi_qgis.gui.page.plan_draft import Row
from diwi_qgis.gui.page.properties import TABLE as PROPERTIES
from diwi_qgis.gui.page.properties import property_of, value_column
from diwi_qgis.gui.page.values import show
from diwi_qgis.gui.taking_back import in_words
from diwi_qgis.model.schema import Role
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts
from diwi_qgis.translation import tr

#: Lines of one user within so short a time are one save.
_ONE_SAVE = timedelta(seconds=2)

#: What a person calls a row, first that is filled.
_NAMES = ("naam", "titel", "soort", "onderwerp", "categorie", "datum", "regel")

#: Links to other rows and what triggers count from them say nothing to a reader.
_SILENT = {"aantal_bouw", "aantal_sloop", "aantal_netto", "sha256", "project_uuid", "woningblok_uuid"}

#: Made by programs by the dozen: they would bury what people did.
_LEFT_OUT = {"perceel_koppeling", "pand_koppeling"}


@dataclass
class Saved:
    """What somebody stored at one moment; `lines` say it, `last` and `number` are of its last line of history.

    `act` is the line that closes an act (see `store.acts`); None: it was none.
    """

    moment: datetime
    last: datetime
    number: int
    user: str
    lines: list[str]
    act: Optional[int] = None


def saves(history: Sequence[Row], lists: RegisterLists) -> list[Saved]:
    """What happened, newest first."""
    found: list[Saved] = []
    before: dict[tuple[str, str], Row] = {}
    for line in history:
        key = (line["tabel"], line["uuid"])
        user = line["gebruiker"] or tr("unknown")
        if line["tabel"] == acts.TABLE and found:
            found[-1].act = line["nummer"]
            found[-1].lines.insert(0, in_words(acts.Kind(line["rij"]["soort"]), line["rij"]["over"]))
            continue
        words = list(_words(line, before.get(key), lists)) if line["tabel"] not in _LEFT_OUT else []
        before[key] = line["rij"]
        if found and found[-1].act is None and found[-1].user == user and line["tijd"] - found[-1].last <= _ONE_SAVE:
            found[-1].lines += words
            found[-1].last, found[-1].number = line["tijd"], line["nummer"]
        else:
            found.append(Saved(line["tijd"], line["tijd"], line["nummer"], user, words))
    return [each for each in reversed(found) if each.lines]


def _words(line: Row, before: Optional[Row], lists: RegisterLists) -> Iterable[str]:
    if line["tabel"] == PROPERTIES:
        yield _value_given(line, before, lists)
        return
    who = _who(line["tabel"], line["rij"], lists)
    if line["op"] == "D":
        yield tr("{row} removed").format(row=who)
    elif line["op"] == "I":
        yield tr("{row} added").format(row=who)
    else:
        yield from (f"{who}: {text}" for text in _differences(line["tabel"], before or {}, line["rij"], lists))
        if line["vorm"]:
            yield f"{who}: {tr('area changed')}"


def _differences(name: str, before: Row, after: Row, lists: RegisterLists) -> Iterable[str]:
    old, new = from_plain(name, before), from_plain(name, after)
    for column in model_table(name).columns:
        silent = column.name in _SILENT or column.role is Role.SYSTEM
        if silent or column.name not in new or old.get(column.name) == new[column.name]:
            continue
        then, now = (_quoted(show(column, row.get(column.name), row, lists)) for row in (old, new))
        yield f"{column.label}: {then} → {now}"


def _value_given(line: Row, before: Optional[Row], lists: RegisterLists) -> str:
    """A custom property had a value and got another: one sentence, whether a row came, changed or went."""
    name, row = line["tabel"], from_plain(line["tabel"], line["rij"])
    eigenschap = property_of(row, lists)
    column = model_table(name).column(value_column(eigenschap))
    new = None if line["op"] == "D" else row[column.name]
    old = from_plain(name, before).get(column.name) if before and line["op"] != "I" else None
    then, now = (_quoted(show(column, value, row, lists)) for value in (old, new))
    return f"{tr('Property {name}').format(name=eigenschap.naam)}: {then} → {now}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else tr("empty")


def _who(name: str, plain: Row, lists: RegisterLists) -> str:
    table, row = model_table(name), from_plain(name, plain)
    filled: Any = next((each for each in _NAMES if row.get(each)), None)
    return table.label if filled is None else f"{table.label} {show(table.column(filled), row[filled], row, lists)}"
