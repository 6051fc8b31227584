"""The report of a quality check: `bevindingen.html`, from the whole down to the plan."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from diwi_qgis.reports.html import write_report
from diwi_qgis.rules.quality.finding import ERNST, Finding, QualityResult, State
from diwi_qgis.rules.quality.keep import Comparison
from diwi_qgis.texts import Text

TEMPLATE = "findings.html"

ERNST_NAMES = {
    "fout": Text("fouten", "errors"),
    "waarschuwing": Text("waarschuwingen", "warnings"),
    "info": Text("ter informatie", "for information"),
}
STATE_NAMES = {
    State.GOED: Text("goed", "good"),
    State.BEVINDINGEN: Text("bevindingen", "findings"),
    State.NIET_GECONTROLEERD: Text("niet gecontroleerd", "not checked"),
}


def write_findings_report(path: Path, result: QualityResult, names: dict[str, str], comparison: Comparison) -> None:
    """Write the report; `names` gives name and code of every plan by uuid."""
    write_report(path, TEMPLATE, **report_values(result, names, comparison))


def report_values(result: QualityResult, names: dict[str, str], comparison: Comparison) -> dict[str, Any]:
    """What the template shows."""
    numbers = {id(finding): number for number, finding in enumerate(result.findings)}

    def entry(finding: Finding) -> dict[str, Any]:
        return {"finding": finding, "accepted": comparison.accepted.get(numbers[id(finding)])}

    plans: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in result.findings:
        for uuid in (finding.project_uuid, finding.other_uuid):
            if uuid:
                plans[uuid].append(entry(finding))
    order = {severity: place for place, severity in enumerate(ERNST)}
    sections: list[dict[str, Any]] = [
        {
            "uuid": uuid,
            "name": names.get(uuid, "?"),
            "entries": sorted(entries, key=lambda each: order[each["finding"].severity]),
            "counts": _counts(entries),
        }
        for uuid, entries in plans.items()
    ]
    sections.sort(key=lambda each: (*(-each["counts"][severity] for severity in ERNST), each["name"]))
    return {
        "result": result,
        "totals": result.per_severity(),
        "ernst": ERNST_NAMES,
        "states": STATE_NAMES,
        "titles": {outcome.rule.id: outcome.rule.title for outcome in result.outcomes},
        "rules": [
            {"outcome": outcome, "rule": outcome.rule, "entries": [entry(finding) for finding in outcome.findings]}
            for outcome in result.outcomes
        ],
        "plans": sections,
        "names": names,
        "clean": result.plans - len(plans),
        "comparison": comparison,
    }


def _counts(entries: list[dict[str, Any]]) -> dict[str, int]:
    return {severity: sum(each["finding"].severity == severity for each in entries) for severity in ERNST}
