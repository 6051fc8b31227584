"""Custom properties of a plan or block: which it shows, and their values as rows of `eigenschap_waarde`. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.load import WAARDE_KOLOM
from diwi_qgis.gui.page.plan_draft import PlanDraft, Row
from diwi_qgis.model.definitions import MET_OPTIES
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Changes

TABLE = "eigenschap_waarde"

_KINDS = {"getal": Kind.REAL, "ja_nee": Kind.BOOLEAN}
_LENGTH = model_table(TABLE).column("tekst").length


def column_of(eigenschap: Eigenschap) -> Column:
    """The property as a column named by its uuid: so all that shows, reads and edits columns does it for properties."""
    return Column(
        eigenschap.uuid,
        _KINDS.get(eigenschap.soort, Kind.TEXT),
        eigenschap.naam,
        eigenschap.toelichting,
        required=eigenschap.verplicht,
        length=None if eigenschap.soort in _KINDS else _LENGTH,
        codelijst=eigenschap.lijst if eigenschap.soort in MET_OPTIES else None,
    )


def value_column(eigenschap: Eigenschap) -> str:
    """The column of `eigenschap_waarde` that holds values of this kind."""
    return WAARDE_KOLOM.get(eigenschap.soort, "tekst")


def shown(draft: PlanDraft, object: str, uuid: str, lists: RegisterLists) -> list[Eigenschap]:
    """What a plan ("project") or block ("woningblok") shows: active properties, then others that have a value there.

    One that is no longer active stays in view until its value was taken away and that is stored.
    """
    rows = (*draft.base[TABLE].values(), *draft.rows(TABLE))
    used = {row["eigenschap_uuid"] for row in rows if row[_parent(object)] == uuid}
    retired = (each for each in lists.inactieve_eigenschappen.values() if each.object == object and each.uuid in used)
    return [*lists.eigenschappen_van(object), *retired]


def rows_of(rows: Iterable[Row], eigenschap: Eigenschap, uuid: str) -> list[Row]:
    """The rows that hold the values of one property of one plan or block."""
    parent = _parent(eigenschap.object)
    return [row for row in rows if row["eigenschap_uuid"] == eigenschap.uuid and row[parent] == uuid]


def values_of(rows: Iterable[Row], eigenschap: Eigenschap, uuid: str) -> tuple[Any, ...]:
    """The values of one property of one plan or block, as they were entered."""
    return tuple(row[value_column(eigenschap)] for row in rows_of(rows, eigenschap, uuid))


def give(draft: PlanDraft, eigenschap: Eigenschap, uuid: str, values: Iterable[Any]) -> None:
    """Give a plan or block these values and no others: one step back, also when they are typed letter by letter."""
    with draft.step((TABLE, eigenschap.uuid, uuid)):
        for row in difference(draft.rows(TABLE), eigenschap, uuid, values):
            if row["uuid"] not in {each["uuid"] for each in draft.rows(TABLE)}:
                draft.add(TABLE, **row)
            elif len(row) == 1:
                draft.remove(TABLE, row["uuid"])
            else:
                draft.set(TABLE, row["uuid"], value_column(eigenschap), row[value_column(eigenschap)])


def difference(rows: Iterable[Row], eigenschap: Eigenschap, uuid: str, values: Iterable[Any]) -> Iterator[Row]:
    """What has to change so that a plan or block has these values: new rows, rows with another value, and rows with
    nothing but the `uuid` of what goes.

    A new row has the uuid that follows from what it is about: when two people give a value at the same time it is the same
    row, so that the second is told of the first.
    """
    column, there = value_column(eigenschap), rows_of(rows, eigenschap, uuid)
    wanted = list(dict.fromkeys(value for value in values if value is not None))
    wanted = wanted if eigenschap.meervoudig else wanted[:1]
    if not eigenschap.meervoudig and there and wanted:
        yield {"uuid": there[0]["uuid"], column: wanted[0]}
        yield from ({"uuid": row["uuid"]} for row in there[1:])
        return
    yield from ({"uuid": row["uuid"]} for row in there if row[column] not in wanted)
    held = {row[column] for row in there}
    for value in wanted:
        if value not in held:
            about = (eigenschap.uuid, uuid, str(value) if eigenschap.meervoudig else "")
            yield {
                "uuid": str(uuid5(NAMESPACE_OID, "|".join(about))),
                "eigenschap_uuid": eigenschap.uuid,
                _parent(eigenschap.object): uuid,
                column: value,
            }


def changes_to(rows: Iterable[Row], eigenschap: Eigenschap, wanted: Mapping[str, Iterable[Any]]) -> Changes:
    """What has to be written so that many plans (by uuid) have these values of one property."""
    kept = list(rows)
    known = {row["uuid"] for row in kept}
    changes = Changes()
    for uuid, values in wanted.items():
        for row in difference(kept, eigenschap, uuid, values):
            if len(row) == 1:
                changes.deletes.setdefault(TABLE, []).append(row["uuid"])
            else:
                (changes.updates if row["uuid"] in known else changes.inserts).setdefault(TABLE, []).append(row)
    return changes


def given_elsewise(draft: PlanDraft, object: str, uuid: str) -> bool:
    """Whether a value of a plan or block was given, changed or taken away."""
    parent = _parent(object)
    before, now = (
        {row["uuid"]: row for row in rows if row[parent] == uuid}
        for rows in (draft.base[TABLE].values(), draft.rows(TABLE))
    )
    return before != now


def property_of(row: Mapping[str, Any], lists: RegisterLists) -> Eigenschap:
    """The property that a row is a value of; one without a name when the register does not know it any more."""
    return lists.eigenschap_met(row["eigenschap_uuid"]) or Eigenschap("", "project", "tekst")


def _parent(object: str) -> str:
    return f"{object}_uuid"
