"""What bringing a field copy back means, and doing it: all in one transaction, and nothing while a choice is open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.fieldcopy.brought import Brought
from diwi_qgis.exchange.fieldcopy.mark import copies_of, identity, mark_of, note, now
from diwi_qgis.exchange.fieldcopy.papers import bring_papers, unreachable
from diwi_qgis.exchange.fieldcopy.receipt import Receipt, receipt
from diwi_qgis.exchange.fieldcopy.states import MERGED, Tables, read_findings, read_state, same_value, with_acceptances
from diwi_qgis.exchange.row_checks import stands_together
from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.exchange.words import column_label, row_text
from diwi_qgis.exchange.write_changes import write_changes
from diwi_qgis.rules.merging import Changes, Conflict, Key, Merged, Row, Side, changes, merge
from diwi_qgis.store import open_register
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.exchange.lists import RegisterLists
    from diwi_qgis.store import Register
    from diwi_qgis.store.writing import Writer


@dataclass
class Outcome:
    """What would become of the register: `changes` make `merged.result` of `theirs`.

    `base` is what both began with, `choices` what was chosen of the conflicts; `notes` tell what comes out otherwise than in
    the field. `earlier` is when this copy was brought back just as it is now; then nothing changes.
    """

    base: Tables
    theirs: Tables
    merged: Merged
    changes: Changes
    choices: Mapping[Key, Side]
    lists: RegisterLists
    notes: list[Text] = field(default_factory=list)
    earlier: Optional[datetime] = None

    @property
    def undecided(self) -> list[Conflict]:
        """The conflicts that nobody chose about yet."""
        return [conflict for conflict in self.merged.conflicts if conflict.key not in self.choices]


class UndecidedError(Exception):
    """Somebody must choose first; nothing was stored."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{len(outcome.undecided)} conflicts")
        self.outcome = outcome


def compare(office: Register, brought: Brought, choices: Optional[Mapping[Key, Side]] = None) -> Outcome:
    """What bringing back would do to the register now. Raises InputError for a copy that was taken from another register."""
    from diwi_qgis.exchange.lists import RegisterLists

    _check_office(office, brought)
    known = next((copy for copy in copies_of(office) if copy.id == brought.copy.id), None)
    again = known is not None and known.brought_back is not None and known.tot_regel == brought.line
    theirs, findings = read_state(office), read_findings(office)
    base, found_before = (brought.mine, brought.findings[1]) if again else (brought.base, brought.findings[0])
    base, mine, theirs, lost = with_acceptances(
        base, brought.mine, theirs, (found_before, brought.findings[1], findings)
    )
    merged = merge(MERGED, base, mine, theirs, choices, same_value, stands_together)
    lists = RegisterLists.read(office)
    outcome = Outcome(base, theirs, merged, changes(MERGED, theirs, merged.result, same_value), choices or {}, lists)
    outcome.earlier = known.brought_back if again and known else None
    outcome.notes += _loose_ends(outcome)
    outcome.notes += _taken_codes(office, brought, outcome)
    outcome.notes += unreachable(brought, outcome.changes, office.path)
    outcome.notes += [
        Text(
            f"Een bevinding over {about} is in het veld geaccepteerd, maar staat niet (meer) in het register.",
            f"A finding about {about} was accepted in the field, but is not in the register (any more).",
        )
        for about in lost
    ]
    return outcome


def bring_back(path: Path, brought: Brought, choices: Mapping[Key, Side], user: str) -> Receipt:
    """Store what the field copy brings. `user` is who does it.

    Raises UndecidedError when there are conflicts without a choice (new ones too, of changes since they were shown),
    RegisterError or InputError with what is wrong; each time register, documents and field copy are as they were.
    """
    signed = f"{user} (veldkopie van {brought.copy.wie})"
    with ExitStack() as files, open_register(path, write=True) as office, office.transaction(signed) as write:
        # From here on nobody else can store anything, so what is read now is what will be changed.
        outcome = compare(office, brought, choices)
        if outcome.undecided:
            raise UndecidedError(outcome)
        files.enter_context(bring_papers(path, brought, outcome.changes))
        write_changes(write, _with_plans_back(write, outcome.changes))
        _add_forecasts(office, write, brought, outcome)
        made = receipt(brought, outcome, user, _new_codes(office, brought, outcome))
        if outcome.earlier is None:
            back = replace(brought.copy, teruggebracht=now(), door=user, tot_regel=brought.line, bewijs=made.kept)
            note(office, write, back)
    _renew_base(brought)
    return made


def _check_office(office: Register, brought: Brought) -> None:
    if mark_of(office) is not None:
        raise InputError(
            f"'{office.name}' is zelf een veldkopie. Open het register op kantoor en breng de kopie daarin terug.",
            f"'{office.name}' is a field copy itself. Open the register in the office and bring the copy back there.",
        )
    if identity(office) != brought.copy.register:
        raise InputError(
            f"De veldkopie in '{brought.folder.path}' is meegenomen van een ander register ({brought.copy.van}), niet van "
            f"'{office.name}'.",
            f"The field copy in '{brought.folder.path}' was taken from another register ({brought.copy.van}), not from "
            f"'{office.name}'.",
        )


def _loose_ends(outcome: Outcome) -> Iterator[Text]:
    for loose in outcome.merged.loose:
        rows = (state.get(loose.table, {}).get(loose.uuid) for state in (outcome.merged.mine, outcome.theirs))
        who = row_text(loose.table, next((row for row in rows if row), {}), outcome.lists)
        label = column_label(loose.table, loose.column)
        if loose.left_out:
            yield Text(
                f"{who} kan niet mee: waar het bij hoort ({label}) is er niet meer.",
                f"{who} cannot come along: what it belongs to ({label}) is gone.",
            )
        else:
            yield Text(
                f"{who}: {label} is leeggemaakt, want waar het naar verwees is er niet meer.",
                f"{who}: {label} was emptied, because what it referred to is gone.",
            )


def _new_plans(outcome: Outcome) -> list[Row]:
    return outcome.changes.inserts.get("project", [])


def _taken_codes(office: Register, brought: Brought, outcome: Outcome) -> Iterator[Text]:
    """New plans bring the code that they got in the field; one that the office gave since is not given twice."""
    if not _new_plans(outcome):
        return
    given = dict(office.read("plancode", columns=["code", "project_uuid"]).itertuples(index=False, name=None))
    for row in _new_plans(outcome):
        code = brought.codes.get(row["uuid"])
        if code is None or given.get(code) == row["uuid"]:  # a plan that was deleted comes back with its code
            continue
        if code in given:
            yield Text(
                f"Plan {row['naam']} krijgt een andere plancode: {code} is op kantoor al gegeven.",
                f"Plan {row['naam']} gets another plan code: {code} was given in the office already.",
            )
        else:
            row["code"] = code
            given[code] = row["uuid"]


def _with_plans_back(write: Writer, found: Changes) -> Changes:
    """A plan that the office deleted and that comes back all the same keeps its code: it is no new one but a changed one."""
    new = found.inserts.get("project", [])
    back = set(write.bring_back("project", [row["uuid"] for row in new])) if new else set()
    changed = [{name: value for name, value in row.items() if name != "code"} for row in new if row["uuid"] in back]
    return Changes(
        {**found.inserts, "project": [row for row in new if row["uuid"] not in back]},
        {**found.updates, "project": [*found.updates.get("project", []), *changed]},
        found.deletes,
    )


def _new_codes(office: Register, brought: Brought, outcome: Outcome) -> list[Text]:
    """Plans that got another code than they had in the field."""
    plans = {row["uuid"]: row["naam"] for row in _new_plans(outcome)}
    if not plans:
        return []
    now_called = office.read("project", columns=["uuid", "code"]).set_index("uuid")["code"]
    return [
        Text(
            f"Plan {naam} heette in het veld {brought.codes[uuid]} en heet nu {now_called[uuid]}.",
            f"Plan {naam} was {brought.codes[uuid]} in the field and is {now_called[uuid]} now.",
        )
        for uuid, naam in plans.items()
        if brought.codes.get(uuid) not in (None, now_called[uuid])
    ]


def _add_forecasts(office: Register, write: Writer, brought: Brought, outcome: Outcome) -> None:
    """Dates that milestones had in the field meanwhile, with their moment, where the field's date stands in the end."""
    dates = ("gepland", "gerealiseerd")
    mine, result = brought.mine["mijlpaal"], outcome.merged.result["mijlpaal"]
    if outcome.earlier is not None or not brought.forecasts:
        return
    known = {tuple(row.values()) for row in read_rows(office, "mijlpaal_prognose", tracking=False)}
    write.insert(
        "mijlpaal_prognose",
        [
            row
            for row in brought.forecasts
            if (uuid := row["mijlpaal_uuid"]) in mine
            and uuid in result
            and all(mine[uuid][name] == result[uuid][name] for name in dates)
            and tuple(row.values()) not in known
        ],
    )


def _renew_base(brought: Brought) -> None:
    """Whoever works on in the copy begins with what was brought. Not needed where it cannot be written: the office knows."""
    base = brought.folder.base
    new = base.with_suffix(".nieuw")
    try:
        shutil.copyfile(brought.snapshot, new)
        base.chmod(0o644)  # Windows replaces no file that is read-only
        new.replace(base)
        base.chmod(0o444)
    except OSError:
        new.unlink(missing_ok=True)
