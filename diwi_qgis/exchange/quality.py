"""Check the register that is open, keep the findings in it, and tell what changed since the last check."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Optional

from diwi_qgis.exchange.last_check import remember
from diwi_qgis.libraries import require
from diwi_qgis.model.profiles import Profiel
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.quality.finding import QualityResult
from diwi_qgis.rules.quality.keep import Comparison, compare
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from pandas import DataFrame

    from diwi_qgis.store import Register

#: Of these tables, which can be large, only what the rules look at.
_COLUMNS = {"perceel": ["identificatie", "aanduiding", "geom"], "gebied": ["soort", "gemeentecode", "jaar", "geom"]}


@dataclass(frozen=True)
class QualityCheck:
    """A finished check: what was found, and how it compares with the check before."""

    result: QualityResult
    comparison: Comparison


def check_register(
    register: Register,
    reference_date: date,
    profiles: Sequence[Profiel] = (),
    options: Optional[Options] = None,
    progress: Optional[Progress] = None,
    without: Collection[str] = (),
    user: Optional[str] = None,
) -> QualityCheck:
    """Run all rules on a register that is open for writing, and keep the findings in table `bevinding`, and that it was done
    (see `last_check`); of a register as it was known at a moment nothing is kept.

    One transaction: on error or cancel the findings of the last check stay. Raises RegisterError, Cancelled.
    """
    require("pandas", "shapely")
    from diwi_qgis.rules.quality.run import run_checks

    progress = silent(progress)
    frames = read_for_checks(register, progress.part(0.0, 0.3))
    result = run_checks(frames, reference_date, profiles, options, progress.part(0.3, 0.8), without)
    comparison = compare(result, register.read("bevinding"))
    progress.check(0.85)
    if register.known_at is not None:
        return QualityCheck(result, comparison)
    with register.transaction(user) as write:
        write.delete("bevinding", comparison.gone)
        write.update("bevinding", comparison.changed)
        write.insert("bevinding", comparison.new)
        remember(register, write, result)
        progress.check(1.0)
    return QualityCheck(result, comparison)


def read_for_checks(
    register: Register, progress: Optional[Progress] = None, tables: Optional[Sequence[str]] = None
) -> dict[str, DataFrame]:
    """The frames that `run_checks` needs, or those of some tables: rules that need the others are then not checked."""
    from diwi_qgis.rules.quality.context import TABLES

    progress = silent(progress)
    frames = {}
    for number, table in enumerate(tables or TABLES):
        progress.check(number / len(tables or TABLES))
        frames[table] = register.read(table, columns=_COLUMNS.get(table))
    return frames


def summary(check: QualityCheck) -> list[Text]:
    """A few lines for a log: findings by severity, what was not checked, what changed."""
    counts, change = check.result.per_severity(), check.comparison
    lines = [
        Text(
            f"{counts['fout']} fouten, {counts['waarschuwing']} waarschuwingen, {counts['info']} ter informatie "
            f"({len(change.accepted)} eerder geaccepteerd).",
            f"{counts['fout']} errors, {counts['waarschuwing']} warnings, {counts['info']} for information "
            f"({len(change.accepted)} accepted before).",
        ),
        Text(
            f"Sinds de vorige controle: {len(change.new)} nieuw, {len(change.gone)} opgelost, {len(change.changed)} "
            f"veranderd, {change.reopened} niet langer geaccepteerd.",
            f"Since the previous check: {len(change.new)} new, {len(change.gone)} solved, {len(change.changed)} changed, "
            f"{change.reopened} no longer accepted.",
        ),
    ]
    for outcome in check.result.not_checked:
        reason = outcome.not_checked or Text("", "")
        lines.append(
            Text(
                f"Niet gecontroleerd: {outcome.rule.title.nl}: {reason.nl}.",
                f"Not checked: {outcome.rule.title.en}: {reason.en}.",
            )
        )
    return lines
