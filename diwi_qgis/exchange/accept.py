"""Findings that somebody accepts with a reason at the moment of drawing, before any check has found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.quality import read_for_checks
from diwi_qgis.store import Register

if TYPE_CHECKING:
    from diwi_qgis.rules.quality.finding import Finding
    from diwi_qgis.store.writing import Writer

_TABLES = ("project", "mijlpaal", "codelijst", "gebied")


@dataclass(frozen=True)
class Besluit:
    """To keep plan `plan` (uuid) as it is although rule `regel` finds it, with plan `ander` when two are involved."""

    regel: str
    plan: str
    reden: str
    ander: Optional[str] = None

    def about(self, finding: Finding) -> bool:
        """Whether this finding is what was decided about; either plan may be the first."""
        pair = {finding.project_uuid, finding.other_uuid}
        return finding.rule == self.regel and self.plan in pair and (self.ander is None or self.ander in pair)


class Acceptances:
    """Rows of `bevinding` as they should be, so that the next check finds them accepted."""

    def __init__(self, register: Register, besluiten: Sequence[Besluit], user: str, today: date) -> None:
        self._new: list[dict[str, Any]] = []
        self._changed: list[dict[str, Any]] = []
        if besluiten:
            self._decide(register, besluiten, user, today)

    def write(self, write: Writer) -> None:
        """Keep them, within a transaction."""
        write.update("bevinding", self._changed)
        write.insert("bevinding", self._new)

    def _decide(self, register: Register, besluiten: Sequence[Besluit], user: str, today: date) -> None:
        from diwi_qgis.rules.quality.keep import to_row

        stored = register.read("bevinding", geometry=False).to_dict("records")
        known = {_identity(row): row["uuid"] for row in stored}
        for finding in _findings(register, besluiten, today):
            reasons = [besluit.reden for besluit in besluiten if besluit.about(finding)]
            if not reasons:
                continue
            row = {**to_row(finding), "geaccepteerd": True, "geaccepteerd_door": user, "reden": reasons[-1]}
            old = known.get(_identity(row))
            if old is None:
                self._new.append(row)
            else:
                self._changed.append({**row, "uuid": old})


def _findings(register: Register, besluiten: Sequence[Besluit], today: date) -> list[Finding]:
    """What the rules find on the plans that were decided about, and no others."""
    from diwi_qgis.rules.quality.registry import RULES
    from diwi_qgis.rules.quality.run import run_checks

    rules = {besluit.regel for besluit in besluiten}
    about = {uuid for besluit in besluiten for uuid in (besluit.plan, besluit.ander)}
    frames = read_for_checks(register, tables=_TABLES)
    frames["project"] = frames["project"][frames["project"]["uuid"].isin(about)].reset_index(drop=True)
    result = run_checks(frames, today, without=[rule.id for rule in RULES if rule.id not in rules])
    return [finding for outcome in result.outcomes for finding in outcome.findings]


def _identity(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["regel"], row["project_uuid"] or "", row["sleutel"] or ""
