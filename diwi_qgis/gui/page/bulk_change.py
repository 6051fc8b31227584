"""One value for many plans: what would change and what refuses, before anything is written. Knows no Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

from diwi_qgis.exchange.lists import Eigenschap
from diwi_qgis.gui.page.properties import values_of
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.notation import day as written_day
from diwi_qgis.translation import tr

Row = dict[str, Any]

#: Columns of `project` that many plans may get together; a name or a number of origin belongs to one plan.
TOGETHER = (
    "vertrouwelijkheid",
    "eigenaar",
    "prioriteit",
    "plantype",
    "rol_gemeente",
    "in_programmering",
    "start_datum",
    "eind_datum",
    "regio",
    "gemeente",
    "gemeentecode",
    "woonplaats",
    "wijk",
    "wijkcode",
    "buurt",
    "buurtcode",
    "ruimtelijk_plan",
    "opmerkingen",
)

#: Derived from milestones: a new value is a new milestone.
BY_MILESTONE = {"fase": "zet_fase", "planstatus": "zet_planstatus"}


@dataclass(frozen=True)
class Change:
    """What happens to one plan. `refusal` says why nothing can; equal `old` and `new` mean that nothing has to."""

    uuid: str
    code: str
    naam: str
    old: Any
    new: Any
    refusal: str = ""

    @property
    def writes(self) -> bool:
        """Whether something is to be written."""
        return not self.refusal and self.old != self.new


def preview(plans: Iterable[Row], column: str, value: Any, edited_on_map: Collection[int] = ()) -> list[Change]:
    """The changes of one column of these plans. `edited_on_map`: `fid` of plans with edits on the map that were not saved."""
    declared = model_table("project").column(column)
    changes = []
    for row in plans:
        refusal = tr("has edits on the map that were not saved") if row["fid"] in edited_on_map else ""
        if not refusal and value is None and declared.required:
            refusal = tr("must be filled in")
        if not refusal and column in ("start_datum", "eind_datum"):
            refusal = _order({**row, column: value})
        changes.append(Change(row["uuid"], row["code"] or "", row["naam"] or "", row[column], value, refusal))
    return changes


def preview_property(
    plans: Iterable[Row], eigenschap: Eigenschap, rows: Iterable[Row], values: tuple[Any, ...]
) -> list[Change]:
    """As `preview`, for the values of a custom property; `rows` are those of `eigenschap_waarde`."""
    refusal = tr("must be filled in") if eigenschap.verplicht and not values else ""
    given = list(rows)
    changes = []
    for row in plans:
        old = values_of(given, eigenschap, row["uuid"])
        new = old if set(old) == set(values) else values
        changes.append(Change(row["uuid"], row["code"] or "", row["naam"] or "", old, new, refusal))
    return changes


def _order(row: Mapping[str, Any]) -> str:
    start, end = row["start_datum"], row["eind_datum"]
    if start and end and end <= start:
        return tr("the end ({end}) would not come after the start ({start})").format(
            start=written_day(start), end=written_day(end)
        )
    return ""


def milestone_that_sets(codelijst: Any, column: str, value: str) -> Optional[str]:
    """The active kind of milestone that gives this phase or plan status, and rather nothing else; None: there is none."""
    kinds = codelijst[(codelijst["lijst"] == "mijlpaalsoort") & codelijst["actief"].fillna(False).astype(bool)]
    found = kinds[kinds[BY_MILESTONE[column]] == value]
    if found.empty:
        return None
    others = found[list(BY_MILESTONE.values())].notna().sum(axis=1)
    return str(found.assign(others=others).sort_values(["others", "volgorde"], kind="stable")["code"].iloc[0])


def preview_state(
    plans: Iterable[Row], column: str, value: str, day: date, mijlpaal: Any, codelijst: Any
) -> list[Change]:
    """As `preview`, for a phase or plan status that takes effect on `day` by a realised milestone.

    Refused where a later milestone would still decide, for then the plan would not get that phase.
    """
    import pandas as pd

    from diwi_qgis.rules.state import effective, milestone_kinds

    past = effective(mijlpaal, milestone_kinds(codelijst))
    past = past[past[BY_MILESTONE[column]].notna() & (past["datum"] <= pd.Timestamp(date.today()))]
    last = past.groupby("project_uuid")["datum"].max()
    changes = []
    for row in plans:
        later = last.get(row["uuid"])
        refusal = ""
        if day > date.today():
            refusal = tr("a milestone that has happened cannot lie in the future")
        elif later is not None and later > pd.Timestamp(day) and row[column] != value:
            refusal = tr("a later milestone, of {day}, would still decide").format(day=written_day(later))
        changes.append(Change(row["uuid"], row["code"] or "", row["naam"] or "", row[column], value, refusal))
    return changes
