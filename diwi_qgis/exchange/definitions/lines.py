"""What changes in the definitions, in words: one line per thing that somebody would look at, with its effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from diwi_qgis.exchange.definitions.state import Known, Tables
from diwi_qgis.exchange.rows import same
from diwi_qgis.model.codelists import all_codelists, codelijst
from diwi_qgis.model.definitions import EIGENSCHAP, PRIJSKLASSE, prijslijst
from diwi_qgis.model.notifications import MELDREGELS, in_words
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table
from diwi_qgis.notation import number
from diwi_qgis.rules.definitions import DEFINITIONS, replacements
from diwi_qgis.rules.merging import Row
from diwi_qgis.texts import Text


class What(Enum):
    """What happens to a definition."""

    NEW = Text("nieuw", "new")
    CHANGED = Text("gewijzigd", "changed")
    RETIRED = Text("niet meer actief", "no longer active")
    REVIVED = Text("weer actief", "active again")
    REPLACED = Text("vervangen", "replaced")
    REMOVED = Text("verwijderd", "removed")


NOTHING = Text("", "")


@dataclass(frozen=True)
class Line:
    """One change: `who` is changed in `field` (empty: as a whole); `effect` says what it means for what is there already."""

    what: What
    who: str
    field: str = ""
    before: str = ""
    after: str = ""
    effect: Text = NOTHING


def changed_lines(before: Known, after: Tables) -> list[Line]:
    """Everything that differs; the places of values in their list as one line per list."""
    lines = [line for name in DEFINITIONS for line in _table_lines(name, before, after)]
    lines += _order_lines(before, after)
    for each in replacements(before.rows, after, before.use):
        label = f"{list_label(each.lijst)} '{each.oud}'"
        effect = _followed_text(before.use.get((each.lijst, each.oud), {}), each.nieuw)
        lines.append(Line(What.REPLACED, label, before=each.oud, after=each.nieuw, effect=effect))
    return lines


def _table_lines(name: str, before: Known, after: Tables) -> Iterator[Line]:
    old, new = before.rows[name], after[name]
    for uuid, row in new.items():
        was = old.get(uuid)
        if was is None:
            yield Line(What.NEW, name_of(name, row), after=_summary(name, row))
        elif row != was:
            yield from _row_lines(name, uuid, was, row, before)
    for uuid, row in old.items():
        if uuid not in new:
            yield Line(What.REMOVED, name_of(name, row), before=_summary(name, row))


def _row_lines(name: str, uuid: str, was: Row, row: Row, before: Known) -> Iterator[Line]:
    for column in table(name).user_columns:
        old, new = was[column.name], row[column.name]
        if column.name == "volgorde" or same(old, new) or (name, column.name) == ("codelijst", "lijst"):
            continue
        effect = NOTHING
        what = What.CHANGED
        if column.name == "actief":
            what = What.REVIVED if new else What.RETIRED
            effect = kept_text(use_of(name, uuid, was, before)) if not new else effect
        was_text, text = value_text(name, column, old, row), value_text(name, column, new, row)
        yield Line(what, name_of(name, row), column.label, was_text, text, effect)


def _order_lines(before: Known, after: Tables) -> Iterator[Line]:
    lists = dict.fromkeys(row["lijst"] for row in after["codelijst"].values())
    for lijst in lists:
        old, new = (_labels(rows, lijst) for rows in (before.rows, after))
        common = [uuid for uuid in old if uuid in new]
        if common != [uuid for uuid in new if uuid in old]:
            was, now = (", ".join(found.values()) for found in (old, new))
            yield Line(What.CHANGED, list_label(lijst), table("codelijst").column("volgorde").label, was, now)


def _labels(rows: Tables, lijst: str) -> dict[str, str]:
    found = [(row["volgorde"], row["label"], uuid) for uuid, row in rows["codelijst"].items() if row["lijst"] == lijst]
    return {uuid: label for _, label, uuid in sorted(found)}


# -- names ----------------------------------------------------------------------------------------------------------------


def name_of(name: str, row: Row) -> str:
    """How a person would call a definition: "Doelgroep 'Student'", "Prijsklasse koop 'laag' vanaf 2027"."""
    if name == "codelijst":
        return f"{list_label(row['lijst'])} '{row['label'] or row['code']}'"
    if name == "prijsklasse":
        return f"Prijsklasse {row['markt']} '{row['klasse']}' vanaf {row['vanaf_jaar']} ({row['stelsel']})"
    if name == "instelling":
        rule = _RULES.get(row["sleutel"])
        return f"Melding '{rule.label.nl}'" if rule else f"Instelling '{row['sleutel']}'"
    return f"{table(name).label} '{row['naam']}'"


def list_label(lijst: str) -> str:
    """What people call a list."""
    if lijst.startswith(EIGENSCHAP):
        return lijst[len(EIGENSCHAP) :]
    if lijst.startswith(PRIJSKLASSE):
        return f"Prijsklasse {lijst[len(PRIJSKLASSE) :]}"
    return _LIST_LABELS().get(lijst, lijst)


def _LIST_LABELS() -> Mapping[str, str]:
    return {each.naam: each.label for each in all_codelists()}


def _summary(name: str, row: Row) -> str:
    shown = {
        "codelijst": ("code", "label"),
        "eigenschap": ("object", "soort"),
        "prijsklasse": ("minimum", "maximum"),
        "instelling": ("waarde",),
    }.get(name, ())
    return ", ".join(text for each in shown if (text := value_text(name, table(name).column(each), row[each], row)))


_RULES = {rule.sleutel: rule for rule in MELDREGELS}


def value_text(name: str, column: Column, value: Any, row: Row) -> str:
    """A value of a definition as a person reads it."""
    rule = _RULES.get(row.get("sleutel") or "") if name == "instelling" else None
    return in_words(rule, value).nl if rule else show(column, value)


def show(column: Column, value: Any) -> str:
    """A value as a person reads it, in Dutch; empty when there is none."""
    if value is None:
        return ""
    if column.kind is Kind.BOOLEAN:
        return "ja" if value else "nee"
    if column.unit == "cent":
        return f"€ {number(value / 100, 2)}"
    if column.codelijst:
        labels = {each.code: each.label for each in codelijst(column.codelijst).waarden}
        return labels.get(value, value)
    return str(value)


# -- use ------------------------------------------------------------------------------------------------------------------


def use_of(name: str, uuid: str, row: Row, known: Known) -> Mapping[str, int]:
    """What uses a definition: table -> how many."""
    key = name, uuid
    if name == "codelijst":
        key = row["lijst"], row["code"]
    elif name == "prijsklasse":
        key = prijslijst(row["markt"]), row["klasse"]
    return known.use.get(key, {})


def used_text(use: Mapping[str, int]) -> Text:
    """``3 plannen, 2 woningblokken``; empty when nothing uses it."""
    parts = [_COUNTED.get(holder, _COUNTED[""]).fill(n=count) for holder, count in sorted(use.items())]
    return Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))


def kept_text(use: Mapping[str, int]) -> Text:
    """What it means to what uses a value that nobody can choose any more."""
    count = used_text(use)
    if not count.nl:
        return Text("nergens in gebruik", "not used anywhere")
    return Text(
        f"{count.nl}: houden deze waarde, niemand kiest haar nog", f"{count.en}: keep this value, nobody can choose it"
    )


def _followed_text(use: Mapping[str, int], new: str) -> Text:
    count = used_text(use)
    return Text(f"{count.nl}: voortaan '{new}'", f"{count.en}: '{new}' from now on")


_COUNTED = {
    "project": Text("{n:#plan|plannen}", "{n:#plan|plans}"),
    "woningblok": Text("{n:#woningblok|woningblokken}", "{n:#block|blocks}"),
    "mijlpaal": Text("{n:#mijlpaal|mijlpalen}", "{n:#milestone|milestones}"),
    "afspraak": Text("{n:#afspraak|afspraken}", "{n:#agreement|agreements}"),
    "knelpunt": Text("{n:#knelpunt|knelpunten}", "{n:#bottleneck|bottlenecks}"),
    "beleidsdoel": Text("{n:#beleidsdoel|beleidsdoelen}", "{n:#policy goal|policy goals}"),
    "gebruiker": Text("{n:#gebruiker|gebruikers}", "{n:#user|users}"),
    "": Text("{n:#rij|rijen}", "{n:#row|rows}"),
}
