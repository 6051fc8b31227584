"""What a quality check gives: findings, one outcome per rule, and the result of the whole run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.rules.quality.rule import Rule

FOUT, WAARSCHUWING, INFO = "fout", "waarschuwing", "info"
#: Codes of list `ernst`, worst first.
ERNST = (FOUT, WAARSCHUWING, INFO)


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be.

    `other_uuid` is the second plan when two are involved. `measure` is the size of the deviation in the unit of the rule
    (m², dwellings, days). `key` tells apart several findings of one rule on one object. `geometry` is a polygon
    (EPSG:28992): the spot, or else the plan.
    """

    rule: str
    severity: str
    project_uuid: Optional[str]
    woningblok_uuid: Optional[str]
    subject: str
    message: Text
    expected: Text
    value: str = ""
    measure: Optional[float] = None
    other_uuid: Optional[str] = None
    key: str = ""
    geometry: Any = None


class State(Enum):
    """How a rule came out. A rule that could not be checked is never good."""

    GOED = "goed"
    BEVINDINGEN = "bevindingen"
    NIET_GECONTROLEERD = "niet_gecontroleerd"


@dataclass(frozen=True)
class Outcome:
    """What one rule gave. `not_checked` says what was not checked and why; with findings, the rest was checked."""

    rule: Rule
    findings: tuple[Finding, ...] = ()
    not_checked: Optional[Text] = None

    @property
    def state(self) -> State:
        """Good only when everything was checked and nothing was found."""
        if self.findings:
            return State.BEVINDINGEN
        return State.NIET_GECONTROLEERD if self.not_checked else State.GOED


@dataclass(frozen=True)
class QualityResult:
    """Outcome of all rules on one register at one reference date."""

    reference_date: date
    plans: int
    blocks: int
    outcomes: tuple[Outcome, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rules."""
        return tuple(finding for outcome in self.outcomes for finding in outcome.findings)

    @property
    def not_checked(self) -> tuple[Outcome, ...]:
        """The rules that were not, or not wholly, checked."""
        return tuple(outcome for outcome in self.outcomes if outcome.not_checked)

    def per_severity(self) -> dict[str, int]:
        """Number of findings by severity, zeros included."""
        counts = Counter(finding.severity for finding in self.findings)
        return {severity: counts[severity] for severity in ERNST}

    def per_rule(self) -> dict[str, int]:
        """Number of findings by rule, zeros included."""
        return {outcome.rule.id: len(outcome.findings) for outcome in self.outcomes}
