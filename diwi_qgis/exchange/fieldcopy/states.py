"""Registers as states to merge: the rows of every table that people keep, by uuid, with the fields that they write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diwi_qgis.exchange import last_check
from diwi_qgis.exchange.fieldcopy.mark import is_own
from diwi_qgis.exchange.rows import read_rows, same
from diwi_qgis.model.tables import TABLES, table
from diwi_qgis.rules.merging import Row, fields_of
from diwi_qgis.rules.quality.keep import stored_key

if TYPE_CHECKING:
    from diwi_qgis.store import Register

Tables = dict[str, dict[str, Row]]

#: Findings are made anew by every check; what people add is that they accept one.
FINDINGS = "bevinding"
_ACCEPTANCE = {"geaccepteerd": False, "geaccepteerd_door": None, "reden": None}

#: The tables that are merged, parents first. Parcels, buildings and areas are fetched, not kept.
MERGED = tuple(each for each in TABLES if each.tracked)


def read_state(register: Register) -> Tables:
    """All tables but the findings."""
    return {each.name: _rows(register, each.name) for each in MERGED if each.name != FINDINGS}


def _rows(register: Register, name: str) -> dict[str, Row]:
    fields = fields_of(table(name))
    rows = read_rows(register, name, tracking=False)
    if name == "instelling":  # those that a register keeps about itself are not a person's
        rows = [row for row in rows if not is_own(row["sleutel"]) and row["sleutel"] != last_check.SETTING]
    return {row["uuid"]: {field: row[field] for field in fields} for row in rows}


def read_findings(register: Register) -> list[Row]:
    """What is needed to see which findings were accepted."""
    names = ("regel", "project_uuid", "woningblok_uuid", "sleutel")
    rows = read_rows(register, FINDINGS, geometry=False, tracking=False)
    return [{name: row[name] for name in ("uuid", "onderwerp", *names, *_ACCEPTANCE)} for row in rows]


def with_acceptances(
    base: Tables, mine: Tables, theirs: Tables, findings: tuple[list[Row], list[Row], list[Row]]
) -> tuple[Tables, Tables, Tables, list[str]]:
    """The three states with their findings (base, mine, theirs) as far as the office has these, under the uuid they have there.

    And what findings are about that were accepted in the field and that the office does not have.
    """
    in_base, in_mine = ({stored_key(row): row for row in rows} for rows in findings[:2])
    states: tuple[Tables, Tables, Tables] = ({}, {}, {})
    known = set()
    for row in findings[2]:
        key = stored_key(row)
        if key in known:
            continue
        known.add(key)
        there = _acceptance(row)
        # Who has not seen it has not judged it either.
        versions = [in_base.get(key), in_mine.get(key)]
        before = _acceptance(versions[0]) if versions[0] else dict(_ACCEPTANCE)
        found = (there, there) if versions[1] is None else (before, _acceptance(versions[1]))
        for state, values in zip(states, (*found, there)):
            state.setdefault(FINDINGS, {})[row["uuid"]] = values
    lost = [
        row["onderwerp"] or row["regel"]
        for key, row in in_mine.items()
        if key not in known and _accepted_anew(row, in_base.get(key))
    ]
    merged = tuple({**state, FINDINGS: more.get(FINDINGS, {})} for state, more in zip((base, mine, theirs), states))
    return (*merged, lost)  # type: ignore[return-value]


def _acceptance(row: Row) -> Row:
    return {name: row[name] for name in _ACCEPTANCE}


def _accepted_anew(row: Row, before: Any) -> bool:
    return bool(row["geaccepteerd"]) and not (before and before["geaccepteerd"])


def same_value(old: Any, new: Any) -> bool:
    """Whether two values are the same; quick for what usually is."""
    return old is new or (type(old) is type(new) and bool(old == new)) or same(old, new)
