"""What bringing back a field copy changes, row by row and plan by plan: to look at before, and to keep after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.fieldcopy.states import same_value
from diwi_qgis.exchange.words import column_label, row_text, value_text
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.merging import Conflict, Row, Side, State
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.exchange.fieldcopy.brought import Brought
    from diwi_qgis.exchange.fieldcopy.merge import Outcome


#: So many changes are named in a question before it says that there are more.
_NAMED = 4


class Kind(Enum):
    """What happens to a row; the value is the Dutch word for it."""

    NEW = "toegevoegd"
    CHANGED = "gewijzigd"
    REMOVED = "verwijderd"


@dataclass(frozen=True)
class Line:
    """One change: which row in words, which field (empty: the row as a whole), from what to what, and who wrote it when."""

    kind: Kind
    what: str
    field: str = ""
    before: str = ""
    after: str = ""
    user: str = ""
    moment: Optional[datetime] = None


@dataclass(frozen=True)
class Question:
    """A conflict in words: base, field and office as a person reads them; `choice` None: still open."""

    conflict: Conflict
    what: str
    base: str
    mine: str
    theirs: str
    choice: Optional[Side] = None


@dataclass
class PlanLines:
    """What concerns one plan; without `uuid` what belongs to no plan: lists, settings, people."""

    uuid: str
    naam: str
    lines: list[Line] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


@dataclass
class Receipt:
    """All of one merge. `user` and `moment` (UTC) are empty while it is only looked at."""

    wie: str
    sinds: datetime
    plans: list[PlanLines]
    notes: list[Text]
    user: str = ""
    moment: Optional[datetime] = None
    earlier: Optional[datetime] = None

    def count(self, kind: Kind) -> int:
        """How many lines are of this kind; of a changed row every field counts."""
        return sum(line.kind is kind for plan in self.plans for line in plan.lines)

    @property
    def questions(self) -> list[Question]:
        """All conflicts."""
        return [question for plan in self.plans for question in plan.questions]

    @property
    def kept(self) -> dict[str, Any]:
        """What the register keeps of it: counts, and what was not taken over by choice."""
        return {
            "aantallen": {kind.value: self.count(kind) for kind in Kind},
            "keuzes": [
                {
                    "wat": each.what,
                    "was": each.base,
                    "veld": each.mine,
                    "kantoor": each.theirs,
                    "keuze": "veld" if each.choice is Side.MINE else "kantoor",
                }
                for each in self.questions
            ],
            "opmerkingen": [text.nl for text in self.notes],
        }


def receipt(brought: Brought, outcome: Outcome, user: str = "", more: Optional[list[Text]] = None) -> Receipt:
    """What an outcome means; of one that was stored with who stored it, and what was found out by storing."""
    plans: dict[str, PlanLines] = {}
    teller = _Teller(brought, outcome)
    for name, uuid, line in teller.lines():
        teller.of_plan(plans, name, uuid).lines.append(line)
    for conflict in outcome.merged.conflicts:
        teller.of_plan(plans, conflict.table, conflict.uuid).questions.append(teller.question(conflict))
    return Receipt(
        brought.copy.wie,
        brought.copy.since,
        sorted(plans.values(), key=lambda plan: (not plan.questions, not plan.uuid, plan.naam.casefold())),
        [*outcome.notes, *(more or [])],
        user,
        datetime.now(timezone.utc) if user else None,
        outcome.earlier,
    )


class _Teller:
    """Knows the names of things."""

    def __init__(self, brought: Brought, outcome: Outcome) -> None:
        self._brought, self._outcome, self._lists = brought, outcome, outcome.lists
        self._states = (outcome.merged.result, outcome.merged.mine, outcome.theirs, outcome.base)

    def row(self, name: str, uuid: str) -> Row:
        """The row wherever it is known, as it will be before as it was."""
        return next((state[name][uuid] for state in self._states if uuid in state.get(name, {})), {})

    def of_plan(self, plans: dict[str, PlanLines], name: str, uuid: str) -> PlanLines:
        """The lines of the plan that a row is a part of."""
        plan = self._plan(name, uuid)
        if plan not in plans:
            plans[plan] = PlanLines(plan, str(self.row("project", plan).get("naam") or "") if plan else "")
        return plans[plan]

    def _plan(self, name: str, uuid: str) -> str:
        if name == "project":
            return uuid
        row = self.row(name, uuid)
        if row.get("project_uuid"):
            return str(row["project_uuid"])
        return self._plan("woningblok", row["woningblok_uuid"]) if row.get("woningblok_uuid") else ""

    def name(self, name: str, uuid: str) -> str:
        """How a person would call the row."""
        row = self.row(name, uuid)
        text = row_text(name, row, self._lists)
        block = self.row("woningblok", row["woningblok_uuid"]) if row.get("woningblok_uuid") else {}
        return f"{block['naam']}: {text}" if block.get("naam") else text

    def lines(self) -> Iterator[tuple[str, str, Line]]:
        """Table, uuid and line of every change."""
        found = self._outcome.changes
        for name, rows in found.inserts.items():
            for row in rows:
                yield name, row["uuid"], self._line(Kind.NEW, name, row["uuid"])
        for name, rows in found.updates.items():
            for row in rows:
                for column in row.keys() - {"uuid"}:
                    yield name, row["uuid"], self._changed(name, row["uuid"], column)
        for name, uuids in found.deletes.items():
            for uuid in uuids:
                yield name, uuid, self._line(Kind.REMOVED, name, uuid)

    def _line(self, kind: Kind, name: str, uuid: str, **more: str) -> Line:
        who = self._brought.written.get((name, uuid))
        return Line(
            kind, self.name(name, uuid), user=who.user if who else "", moment=who.moment if who else None, **more
        )

    def _changed(self, name: str, uuid: str, column: str) -> Line:
        before, after = self._outcome.theirs[name][uuid], self._outcome.merged.result[name][uuid]
        return self._line(
            Kind.CHANGED,
            name,
            uuid,
            field=column_label(name, column),
            before=self._value(name, column, before[column], before),
            after=self._value(name, column, after[column], after),
        )

    def _value(self, name: str, column: str, value: Any, row: Row) -> str:
        target = {each.name: each.references for each in model_table(name).parents}.get(column)
        if value is not None and target is not None:
            return self.name(target.table, value)
        return value_text(name, column, value, row, self._lists)

    def question(self, conflict: Conflict) -> Question:
        """The conflict in words."""
        what = self.name(conflict.table, conflict.uuid)
        if conflict.column is not None:
            what = f"{what}, {column_label(conflict.table, conflict.column)}"
        base, mine, theirs = (self._side(conflict, value) for value in (conflict.base, conflict.mine, conflict.theirs))
        return Question(conflict, what, base, mine, theirs, self._outcome.choices.get(conflict.key))

    def _side(self, conflict: Conflict, value: Any) -> str:
        if conflict.column is not None:
            row = self.row(conflict.table, conflict.uuid)
            return self._value(conflict.table, conflict.column, value, row) or "leeg"
        if value is None:
            return "verwijderd"
        if value is conflict.base:
            return "aanwezig"
        changed = [
            f"{column_label(conflict.table, name)}: {self._value(conflict.table, name, value[name], value) or 'leeg'}"
            for name in value
            if conflict.base is not None and not same_value(conflict.base[name], value[name])
        ]
        state = self._outcome.merged.mine if value is conflict.mine else self._outcome.theirs
        parts = [] if None not in (conflict.mine, conflict.theirs) else list(self._touched_below(conflict, state))
        shown = [*changed, *parts][:_NAMED]
        return "; ".join([*shown, "…"] if len(changed) + len(parts) > _NAMED else shown)

    def _touched_below(self, conflict: Conflict, state: State) -> Iterator[str]:
        """What one side changed below a row that the other deleted."""
        for name, rows in state.items():
            for uuid, row in rows.items():
                if self._base(name).get(uuid) == row or not self._is_below(name, row, conflict):
                    continue
                yield self.name(name, uuid)

    def _base(self, name: str) -> Mapping[str, Row]:
        return self._outcome.base.get(name, {})

    def _is_below(self, name: str, row: Row, conflict: Conflict) -> bool:
        for column in model_table(name).parents:
            above = row.get(column.name)
            if above is None or column.references is None:
                continue
            target = column.references.table
            if (target, above) == (conflict.table, conflict.uuid):
                return True
            if name != target and self._is_below(target, self.row(target, above), conflict):
                return True
        return False
