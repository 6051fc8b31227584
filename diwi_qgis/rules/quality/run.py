"""Carry out the rules and turn the rows they found into findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import MissingLibraryError
from diwi_qgis.libraries import require
from diwi_qgis.notation import fields, written
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import ERNST, Finding, Outcome, QualityResult
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.rules.quality.registry import RULES
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, Rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from pandas import DataFrame

_ROW = ("project_uuid", "woningblok_uuid", "ander_uuid", "maat", "sleutel", "geom")


def run_checks(
    frames: Mapping[str, DataFrame],
    reference_date: date,
    profiles: Sequence[Any] = (),
    options: Optional[Options] = None,
    progress: Optional[Progress] = None,
    without: Collection[str] = (),
) -> QualityResult:
    """Check a register that was read into frames (`context.TABLES`) as it stands at `reference_date`.

    `profiles` are delivery profiles whose obligatory fields must be filled; `without` names rules to leave out (they
    become *not checked*). Raises `Cancelled`; never changes a frame.
    """
    progress = silent(progress)
    context = Context(frames, reference_date, profiles, options)
    outcomes = []
    for number, rule in enumerate(RULES):
        progress.check(number / len(RULES))
        outcomes.append(_left_out(rule) if rule.id in without else _outcome(rule, context))
    progress.check(1.0)
    plans = len(frames["project"]) if "project" in frames else 0
    blocks = len(frames["woningblok"]) if "woningblok" in frames else 0
    return QualityResult(reference_date, plans, blocks, tuple(outcomes))


def _left_out(rule: Rule) -> Outcome:
    return Outcome(rule, not_checked=Text("op verzoek overgeslagen", "left out on request"))


def _outcome(rule: Rule, context: Context) -> Outcome:
    """Check one rule: findings, good, or not checked with the reason."""
    findings: list[Finding] = []
    gaps: list[Text] = []
    try:
        require(*rule.libraries)
        for table in rule.needs:
            context.frame(table)
        for hits in rule.check(context):
            if hits.rows.empty:
                continue
            if hits.not_checked:
                gaps.append(hits.not_checked.fill(aantal=len(hits.rows)))
            else:
                findings.extend(_findings(rule, hits, context))
    except NotCheckedError as error:
        gaps.append(error.text)
    except MissingLibraryError as error:
        gaps.append(error.text)
    findings.sort(key=lambda finding: (ERNST.index(finding.severity), finding.subject))
    return Outcome(rule, tuple(findings), _joined(gaps))


def _joined(gaps: Iterable[Text]) -> Optional[Text]:
    gaps = list(gaps)
    if not gaps:
        return None
    return Text("; ".join(gap.nl for gap in gaps), "; ".join(gap.en for gap in gaps))


def _findings(rule: Rule, hits: Hits, context: Context) -> Iterable[Finding]:
    rows = _with_names(hits.rows, context)
    templates = (*hits.message, *hits.expected, hits.value)
    columns = set().union(*map(fields, templates)) | {"onderwerp", *(name for name in _ROW if name in rows.columns)}
    for row in rows[sorted(columns)].to_dict("records"):
        yield Finding(
            rule=rule.id,
            severity=hits.severity or rule.severity,
            project_uuid=_text(row["project_uuid"]),
            woningblok_uuid=_text(row.get("woningblok_uuid")),
            subject=row["onderwerp"],
            message=hits.message.fill_from(row),
            expected=hits.expected.fill_from(row),
            value=written(hits.value, row),
            measure=_number(row.get("maat")),
            other_uuid=_text(row.get("ander_uuid")),
            key=str(row.get("sleutel") or ""),
            geometry=row["geom"],
        )


def _with_names(rows: DataFrame, context: Context) -> DataFrame:
    """The rows with plan, names and geometry: the spot that the rule found, else the plan area."""
    plans = context.projects
    added: dict[str, Any] = {}
    if "woningblok_uuid" in rows.columns:
        blocks = context.frame("woningblok").set_index("uuid")
        added["blok"] = rows["woningblok_uuid"].map(blocks["naam"])
        if "project_uuid" not in rows.columns:
            rows = rows.assign(project_uuid=rows["woningblok_uuid"].map(blocks["project_uuid"]))
    added["plan"] = rows["project_uuid"].map(plans["plan"])
    added["onderwerp"] = added["plan"]
    if "blok" in added:
        added["onderwerp"] = (added["plan"] + " – " + added["blok"]).fillna(added["plan"])
    if "ander_uuid" in rows.columns:
        added["ander"] = rows["ander_uuid"].map(plans["plan"])
    if "geom" not in rows.columns:
        added["geom"] = rows["project_uuid"].map(plans["geom"]) if "geom" in plans.columns else None
    return rows.assign(**added)


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) else None


def _number(value: Any) -> Optional[float]:
    import pandas as pd

    return None if pd.isna(value) else float(value)
