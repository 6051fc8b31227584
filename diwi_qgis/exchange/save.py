"""Plans into the register: all of them or none, only what differs, and what changed is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Optional, Union

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import OVERIG, Plan, Woningblok
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import ImportRefusedError, Problem
from diwi_qgis.exchange.rows import Row, by_parent, read_rows
from diwi_qgis.exchange.save_diff import Batch, Existing, PlanDiff
from diwi_qgis.exchange.save_lists import make_missing
from diwi_qgis.exchange.save_report import SaveReport
from diwi_qgis.model.tables import TABLES, table
from diwi_qgis.progress import Progress, silent
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register
    from diwi_qgis.store.writing import Writer

_BELOW = ("woningblok", "verdeling", "oplevering", "mijlpaal", *OVERIG)
_VELDEN = frozenset(column.name for column in table("project").user_columns)

#: What a new plan gets from the settings of the register when the file does not say it.
_DEFAULTS = ("gemeente", "gemeentecode", "regio")


def save(
    register: Register,
    plans: Sequence[Plan],
    lists: RegisterLists,
    *,
    user: str = "import",
    create_missing: bool = False,
    definities: Optional[Definities] = None,
    progress: Optional[Progress] = None,
) -> SaveReport:
    """Store plans in one transaction and say what that changed.

    A plan is the project with the same uuid, else the one with the same `extern_id` (exactly that text), else a new one.
    A file that names a project states its whole programme and the milestones that DIWI knows: blocks and such milestones
    that it no longer has are removed. What DIWI's files cannot say (other milestones, agreements, links to parcels, the
    area when there is none in the file) stays, unless the plan is `volledig`. What is the same is not written.

    `lists` are those the plans were checked against. With `create_missing` unknown options, properties and users are
    made first, as `definities` says or as the values suggest.

    Raises:
        ImportRefusedError: an `extern_id` belongs to more than one project, or a parent plan is nowhere.
        RegisterError: the register refuses a row or cannot be written; nothing was stored.
        Cancelled: the user stopped it; nothing was stored.
    """
    progress = silent(progress)
    report = SaveReport()
    with register.transaction(user=user) as write:
        write.hold()  # two imports of one file at once would both find that its plans are new
        if create_missing:
            report.aangemaakt = make_missing(register, write, plans, lists, definities)
        existing, batch = _read(register)
        _refuse_unknown(plans, existing)
        recognised = _recognise(plans, existing)
        uuids = [uuid or batch.reserve("project", plan.uuid) for uuid, plan in zip(recognised, plans)]
        parents = _parents(plans, uuids, existing)
        defaults = {name: register.setting(name) for name in _DEFAULTS}
        for plan, uuid in progress.track(list(zip(plans, uuids)), len(plans), 0.1, 0.5):
            velden = {name: value for name, value in plan.velden.items() if name in _VELDEN}
            if velden.get("hoofdplan_uuid"):
                velden["hoofdplan_uuid"] = parents[velden["hoofdplan_uuid"]]
            if uuid not in existing.projects and not plan.volledig:
                velden = _with_defaults(velden, defaults)
            PlanDiff(plan, uuid, existing, batch, report).run(velden)
        _order_parts(batch, dict(zip(uuids, plans)))
        _write(write, batch, progress.part(0.5, 1.0))
    return report


def _read(register: Register) -> tuple[Existing, Batch]:
    """What there is, and an empty batch that knows which uuids are taken."""
    names = ("project", "eigenschap", "eigenschap_waarde", *_BELOW)
    rows = {name: read_rows(register, name, tracking=False) for name in names}
    waarden = rows.pop("eigenschap_waarde")
    children = {
        name: by_parent(rows[name], "woningblok_uuid" if name in ("verdeling", "oplevering") else "project_uuid")
        for name in _BELOW
    }
    children["eigenschap_waarde"] = {**by_parent(waarden, "project_uuid"), **by_parent(waarden, "woningblok_uuid")}
    existing = Existing(
        {row["uuid"]: row for row in rows["project"]}, children, {row["naam"]: row for row in rows["eigenschap"]}
    )
    used = {name: {row["uuid"] for row in found} for name, found in rows.items()}
    return existing, Batch({**used, "eigenschap_waarde": {row["uuid"] for row in waarden}})


def _recognise(plans: Sequence[Plan], existing: Existing) -> list[Optional[str]]:
    """For every plan the uuid of the project that it is; None for a new one."""
    found = [plan.uuid if plan.uuid in existing.projects else None for plan in plans]
    claimed = {uuid for uuid in found if uuid}
    by_number: dict[str, list[Row]] = {}
    for row in existing.projects.values():
        if row["extern_id"] and row["uuid"] not in claimed:
            by_number.setdefault(row["extern_id"], []).append(row)
    problems: list[Problem] = []
    for number, plan in enumerate(plans):
        candidates = by_number.get(plan.velden.get("extern_id") or "", ()) if found[number] is None else ()
        if len(candidates) > 1:
            names = ", ".join(f"{row['naam']} ({row['code']})" for row in candidates)
            place = plan.plaatsen.get("extern_id", plan.plaats)
            extern_id = plan.velden["extern_id"]
            problems.append(problem("ambiguous_identification", place, extern_id, plan.naam, ander=names))
        elif candidates:
            found[number] = candidates[0]["uuid"]
            by_number[plan.velden["extern_id"]] = []
    if problems:
        raise ImportRefusedError("plannen", problems)
    return found


def _parents(plans: Sequence[Plan], uuids: Sequence[str], existing: Existing) -> dict[str, str]:
    """From the uuid of a plan in the file to that of its project, for every uuid that a part may point at."""
    there = {uuid: uuid for uuid in existing.projects}
    there.update({plan.uuid: uuid for plan, uuid in zip(plans, uuids) if plan.uuid})
    problems = [
        problem("unknown_parent_plan", plan.plaats, parent, plan.naam)
        for plan in plans
        for parent in [plan.velden.get("hoofdplan_uuid")]
        if parent and parent not in there
    ]
    if problems:
        raise ImportRefusedError("plannen", problems)
    return there


def _refuse_unknown(plans: Sequence[Plan], existing: Existing) -> None:
    """Custom properties that neither exist nor were made: nothing could hold their values."""
    problems = []
    for plan in plans:
        holders: list[tuple[str, Union[Plan, Woningblok]]] = [("project", plan)]
        holders += [("houseblock", blok) for blok in plan.woningblokken]
        for code, holder in holders:
            for naam in holder.eigenschappen:
                if naam not in existing.eigenschappen:
                    problems.append(problem(f"unknown_{code}_property", holder.plaats, naam, plan.naam))
    if problems:
        raise ImportRefusedError("plannen", problems)


def _order_parts(batch: Batch, plans: dict[str, Plan]) -> None:
    """Parts of a plan get their numbers (.01, .02 …) in order of insertion; keep the order they had before."""
    batch.inserts.get("project", []).sort(key=lambda row: str(plans[row["uuid"]].velden.get("code") or ""))


def _with_defaults(velden: Row, defaults: Row) -> Row:
    """Municipality and region of the register where the file names none; a code only with the name it belongs to."""
    own = velden.get("gemeente") in (None, "", defaults["gemeente"])
    filled = {name: value for name, value in defaults.items() if own and not velden.get(name) and value}
    return {**velden, **filled}


def _write(write: Writer, batch: Batch, progress: Progress) -> None:
    order = [table.name for table in TABLES]
    progress.say(Text("Opslaan…", "Saving…"))
    for name in reversed(order):
        if name in batch.deletes:
            write.delete(name, batch.deletes[name])
    for step, name in enumerate(order):
        progress.check(step / len(order))
        if name in batch.updates:
            write.update(name, batch.updates[name])
        for start in range(0, len(batch.inserts.get(name, ())), 5000):
            progress.check()
            write.insert(name, batch.inserts[name][start : start + 5000])
