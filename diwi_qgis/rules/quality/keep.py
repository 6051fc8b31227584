"""Compare findings with those of the previous check, so that what a person accepted stays accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.rules.quality.finding import Finding, QualityResult, State

if TYPE_CHECKING:
    from pandas import DataFrame

#: An accepted finding that has grown by more than this factor is looked at again.
_WORSE = 1.1

Key = tuple[str, str, str, str]


@dataclass
class Comparison:
    """What must change in table `bevinding`: rows to insert, rows to update (with `uuid`), uuids to delete.

    `accepted` gives, by position in the findings of the result, who accepted it and why. `reopened` counts acceptances
    that fell because the finding became worse; `kept` findings stand as they stood.
    """

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kept: int = 0
    reopened: int = 0
    accepted: dict[int, str] = field(default_factory=dict)


def compare(result: QualityResult, stored: DataFrame) -> Comparison:
    """Compare a result with table `bevinding` as it is.

    Findings are the same when rule, plan, block and key are. What is no longer found goes; but of a rule that could not be
    checked this time, what was accepted stays, so that nobody has to decide again.
    """
    outcome = Comparison()
    before: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for row in stored.to_dict("records"):
        before[stored_key(row)].append(row)
    for number, finding in enumerate(result.findings):
        row = to_row(finding)
        same = before[_key(finding)]
        if not same:
            outcome.new.append(row)
            continue
        _compare_one(outcome, number, row, same.pop(0))
    unchecked = {each.rule.id for each in result.outcomes if each.state is State.NIET_GECONTROLEERD}
    for left in before.values():
        for row in left:
            if row["regel"] in unchecked and _yes(row["geaccepteerd"]):
                outcome.kept += 1
            else:
                outcome.gone.append(row["uuid"])
    return outcome


def to_row(finding: Finding) -> dict[str, Any]:
    """The finding as a row of table `bevinding`."""
    return {
        "regel": finding.rule,
        "ernst": finding.severity,
        "project_uuid": finding.project_uuid,
        "woningblok_uuid": finding.woningblok_uuid,
        "ander_uuid": finding.other_uuid,
        "onderwerp": finding.subject[:500],
        "melding": finding.message.nl,
        "melding_en": finding.message.en,
        "waarde": finding.value or None,
        "verwacht": finding.expected.nl or None,
        "maat": finding.measure,
        "sleutel": finding.key[:500] or None,
        "geom": finding.geometry,
    }


def _compare_one(outcome: Comparison, number: int, row: dict[str, Any], old: Mapping[str, Any]) -> None:
    changes = {name: value for name, value in row.items() if not _equal(value, old.get(name))}
    if _yes(old["geaccepteerd"]):
        if _worse(row, old):
            outcome.reopened += 1
            changes.update(geaccepteerd=False, geaccepteerd_door=None, reden=None)
        else:
            outcome.accepted[number] = ": ".join(filter(None, (old["geaccepteerd_door"], old["reden"]))) or "ja"
    if changes:
        outcome.changed.append({"uuid": old["uuid"], **changes})
    else:
        outcome.kept += 1


def _worse(row: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    measure, before = _number(row["maat"]), _number(old["maat"])
    if measure is not None and before is not None:
        return measure > _WORSE * before
    return not _equal(row["waarde"], old["waarde"])


def _key(finding: Finding) -> Key:
    return (finding.rule, finding.project_uuid or "", finding.woningblok_uuid or "", finding.key[:500])


def stored_key(row: Mapping[str, Any]) -> Key:
    """What tells a row of table `bevinding` from others, in every copy and after every check."""
    return (row["regel"], row["project_uuid"] or "", row["woningblok_uuid"] or "", row["sleutel"] or "")


def _equal(new: Any, old: Any) -> bool:
    import pandas as pd
    import shapely

    if isinstance(new, shapely.Geometry) and isinstance(old, shapely.Geometry):
        return bool(shapely.equals_exact(new, old))
    if isinstance(new, shapely.Geometry) or isinstance(old, shapely.Geometry):
        return False
    if pd.isna(new) or pd.isna(old):
        return bool(pd.isna(new) and pd.isna(old))
    return bool(new == old)


def _yes(value: Any) -> bool:
    import pandas as pd

    return not pd.isna(value) and bool(value)


def _number(value: Any) -> Optional[float]:
    import pandas as pd

    return None if pd.isna(value) else float(value)
