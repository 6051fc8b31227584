"""A plan back to what it was after a line of its history: fields, programme, area and the parcels it was made on. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from diwi_qgis.gui.page.plain import from_plain
from diwi_qgis.gui.page.plan_draft import EDITED, GEOMETRY, LINKS, PlanDraft, Row

if TYPE_CHECKING:
    from diwi_qgis.store import Register


def step_back(draft: PlanDraft, register: Register, history: Iterable[Row], line: int) -> bool:
    """Make the draft what the plan was after a line of history: one step that can be undone; False: it did not exist yet.

    Links to parcels and buildings come back with the area, as they were recorded then: with the shape and the source date
    of that time, whether those parcels still exist or not. Findings stay: they are about what is stored.
    """
    then = as_of(history, line, (*EDITED, *LINKS))
    if not then["project"]:
        return False
    present = register.plan_rows(draft.uuid, LINKS)
    shapes = register.plan_shapes(draft.uuid, line)
    for name, rows in then.items():
        for row in rows:
            if (name, row["uuid"]) in shapes:
                row[GEOMETRY] = shapes[name, row["uuid"]]
    draft.widen(present, register.plan_shapes(draft.uuid))
    draft.replace({**then, **{name: _under_present_uuids(then[name], present[name]) for name in LINKS}})
    return True


def keep_area(draft: PlanDraft) -> None:
    """Leave the area, how it was made and its parcels as they are stored; all else stays as it is on the page."""
    base = draft.base["project"][draft.uuid]
    with draft.step():
        for column in (GEOMETRY, "contour_herkomst", "contour_brondatum", "contour_toelichting"):
            draft.set("project", draft.uuid, column, base.get(column))
        draft.replace({name: draft.base[name].values() for name in LINKS})


def area_changed(draft: PlanDraft) -> bool:
    """Whether saving changes the area or its parcels."""
    now, base = draft.project, draft.base["project"][draft.uuid]
    links = any(
        {row["uuid"]: row for row in draft.rows(name)} != draft.base[name] for name in LINKS if name in draft.names
    )
    return now.get(GEOMETRY) != base.get(GEOMETRY) or links


def as_of(history: Iterable[Row], line: int, tables: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of tables as they were known after a line of history, without geometry."""
    last: dict[tuple[str, str], Row] = {}
    for each in history:
        if each["nummer"] <= line and each["tabel"] in tables:
            last[each["tabel"], each["uuid"]] = each
    then: dict[str, list[Row]] = {name: [] for name in tables}
    for (name, _), each in last.items():
        if each["op"] != "D":
            then[name].append(from_plain(name, each["rij"]))
    return then


def _under_present_uuids(then: Sequence[Row], present: Iterable[Mapping[str, str]]) -> list[Row]:
    """A parcel that is linked now too keeps its row: the register takes no second link to it."""
    known = {row["identificatie"]: row["uuid"] for row in present}
    return [{**row, "uuid": known.get(row["identificatie"], row["uuid"])} for row in then]
