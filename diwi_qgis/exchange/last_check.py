"""When the register was last checked, for which reference date, and how much of it: kept as one setting.

Findings alone cannot tell "nothing found" from "never checked"; a receipt of a delivery must.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from diwi_qgis.rules.quality.finding import QualityResult
    from diwi_qgis.store import Register
    from diwi_qgis.store.writing import Writer

#: Key in table `instelling`; its value is the JSON of a `LastCheck`.
SETTING = "kwaliteitscontrole"


@dataclass(frozen=True)
class LastCheck:
    """The last check: reference date, moment (UTC, ISO 8601), number of rules, and the titles (Dutch) of the rules that
    were not, or not wholly, checked."""

    peildatum: date
    moment: str
    regels: int
    niet_gecontroleerd: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For the setting and for receipts."""
        return {
            **asdict(self),
            "peildatum": self.peildatum.isoformat(),
            "niet_gecontroleerd": list(self.niet_gecontroleerd),
        }


def last_check(register: Register) -> Optional[LastCheck]:
    """The last check of this register; None when it was never checked."""
    kept = register.setting(SETTING)
    if not kept:
        return None
    values = json.loads(kept)
    return LastCheck(
        date.fromisoformat(values["peildatum"]),
        values["moment"],
        values["regels"],
        tuple(values["niet_gecontroleerd"]),
    )


def remember(register: Register, write: Writer, result: QualityResult) -> None:
    """Keep that the register was checked now, within the transaction that keeps the findings."""
    check = LastCheck(
        result.reference_date,
        datetime.now(timezone.utc).isoformat(timespec="seconds"),
        len(result.outcomes),
        tuple(outcome.rule.title.nl for outcome in result.not_checked),
    )
    row = {"sleutel": SETTING, "waarde": json.dumps(check.as_json(), ensure_ascii=False)}
    settings = register.read("instelling", columns=["uuid", "sleutel"])
    known = settings.loc[settings["sleutel"] == SETTING, "uuid"].tolist()
    if known:
        write.update("instelling", [{"uuid": known[0], **row}])
    else:
        write.insert("instelling", [row])
