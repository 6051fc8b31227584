"""A changed plan into the register: all of it in one transaction, and nothing over what others stored meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.exchange.documents import copied_in
from diwi_qgis.exchange.write_changes import write_changes
from diwi_qgis.gui.page.plan_draft import EDITED, GEOMETRY, PlanDraft, Row
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.rules.merging import Changes, Conflict
from diwi_qgis.store.address import file_of

if TYPE_CHECKING:
    from diwi_qgis.store import Register


class MovedOnError(Exception):
    """Somebody else stored other values for what was changed here; nothing was written."""

    def __init__(self, theirs: dict[str, list[Row]], conflicts: list[Conflict]) -> None:
        super().__init__(f"{len(conflicts)} conflicts")
        self.theirs = theirs
        self.conflicts = conflicts


def save(session: RegisterSession, draft: PlanDraft, user: Optional[str] = None) -> int:
    """Write the changes of a plan; gives how many changes of others were taken along.

    Raises MovedOnError when choices must be made first, RegisterError when the register refuses, InputError when a
    document cannot be copied; each time the register and the draft are as they were.
    """
    address = session.address
    if address is None:
        raise RegisterError("Er is geen register open.", "No register is open.")
    with ExitStack() as copies_made, session.write(user) as write:
        # From here on nobody else can store anything of the plan, so what is read now is what will be overwritten.
        write.hold([draft.uuid])
        with session.read() as register:
            theirs = stored_rows(register, draft)
        if not theirs["project"]:
            raise RegisterError(
                "Het plan is intussen door iemand anders verwijderd, of u mag het niet meer zien. Er is niets opgeslagen; uw "
                "wijzigingen blijven op de pagina staan.",
                "The plan was removed by somebody else, or you may not see it any more. Nothing was stored; your changes stay "
                "on the page.",
            )
        conflicts = draft.conflicts(theirs)
        if conflicts:
            raise MovedOnError(theirs, conflicts)
        changes = draft.on_top_of(theirs).changes()
        documents = [row for kind in (changes.inserts, changes.updates) for row in kind.get("document", ())]
        # Taken away again when anything fails up to and with the end of the transaction.
        copies = copies_made.enter_context(copied_in(file_of(address), draft.project["code"] or draft.uuid, documents))
        _with_documents(changes, copies)
        _with_shapes(changes)
        write_changes(write, changes)
    return moved_rows(draft, theirs)


def moved_rows(draft: PlanDraft, theirs: dict[str, list[Row]], names: Iterable[str] = EDITED) -> int:
    """How many rows of these tables others added, changed or removed since the plan was read."""
    number = 0
    for name in names:
        stored = {row["uuid"]: row["versie"] for row in theirs[name]}
        base = {uuid: row["versie"] for uuid, row in draft.base[name].items()}
        number += sum(stored.get(uuid) != base.get(uuid) for uuid in stored.keys() | base.keys())
    return number


def stored_rows(register: Register, draft: PlanDraft) -> dict[str, list[Row]]:
    """What is stored now of all that a draft holds."""
    rows = register.plan_rows(draft.uuid, draft.names)
    if draft.holds_shapes:
        shapes = register.plan_shapes(draft.uuid)
        for name, found in rows.items():
            for row in found:
                if (name, row["uuid"]) in shapes:
                    row[GEOMETRY] = shapes[name, row["uuid"]]
    return rows


def _with_shapes(changes: Changes) -> None:
    """Geometry as the register takes it."""
    import shapely

    for kind in (changes.inserts, changes.updates):
        for rows in kind.values():
            for row in rows:
                if GEOMETRY in row:
                    row[GEOMETRY] = shapely.from_wkb(row[GEOMETRY]) if row[GEOMETRY] else None


def _with_documents(changes: Changes, copies: list[Row]) -> None:
    by_uuid = {row["uuid"]: row for row in copies}
    for kind in (changes.inserts, changes.updates):
        if "document" in kind:
            kind["document"] = [by_uuid[row["uuid"]] for row in kind["document"]]
