"""The receipt of a delivery: rows of `leveringsronde` and `levering`, and the difference with the previous round.

What was delivered is kept per plan, so that "what changed?" is answered from rows, never from a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Optional

import shapely

from diwi_qgis.errors import DeliveryError
from diwi_qgis.exchange.delivery.content import JAARVELDEN, Content, DeliveredPlan
from diwi_qgis.exchange.last_check import LastCheck
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Sources of fields that differ between rounds without anything in the plan having changed.
_NO_CHANGE = ("peildatum", "project.gewijzigd", "project.gewijzigd_door")


@dataclass
class Difference:
    """What differs from the previous round of the same profile: names and codes of plans; per changed plan the fields
    with old and new value."""

    previous: Optional[str] = None
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: dict[str, list[tuple[str, Any, Any]]] = field(default_factory=dict)
    same: int = 0

    def as_json(self) -> dict[str, Any]:
        """For reports and receipts."""
        return {
            "vorige_ronde": self.previous,
            "nieuw": self.new,
            "vervallen": self.gone,
            "gewijzigd": {
                plan: [{"veld": name, "was": was, "wordt": now} for name, was, now in fields]
                for plan, fields in self.changed.items()
            },
            "gelijk": self.same,
        }


def plan_rows(content: Content) -> list[dict[str, Any]]:
    """Rows of table `levering`, without their round."""
    return [
        {
            "plan_uuid": plan.uuid,
            "plancode": plan.code or "",
            "inhoud": json.dumps(_delivered(plan), ensure_ascii=False, sort_keys=True, default=_text),
        }
        for plan in content.plannen
    ]


def _delivered(plan: DeliveredPlan) -> dict[str, Any]:
    """What was delivered of one plan, without empty fields and cells of 0: there are 66 cells a year."""
    shape = None if plan.geom is None else hashlib.sha256(shapely.to_wkb(plan.geom, byte_order=1)).hexdigest()
    return {
        "plannaam": plan.naam,
        "velden": {name: value for name, value in plan.velden.items() if value is not None},
        "jaren": [{name: value for name, value in zip(JAARVELDEN, row) if value} for row in plan.jaren],
        "geometrie_sha256": shape,
    }


def _text(value: Any) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{value!r}")


def difference(register: Register, content: Content, rows: Iterable[dict[str, Any]]) -> Difference:
    """What differs between these rows and the last round of this profile in the register."""
    rounds = register.read("leveringsronde", columns=["uuid", "naam", "profiel", "peildatum"])
    rounds = rounds[rounds["profiel"] == content.profiel.naam]
    if rounds.empty:
        return Difference(new=[_name(plan.naam, plan.code) for plan in content.plannen])
    last = rounds.iloc[-1]
    earlier = register.read("levering", columns=["leveringsronde_uuid", "plan_uuid", "plancode", "inhoud"])
    earlier = earlier[earlier["leveringsronde_uuid"] == last["uuid"]]
    before = {
        uuid: (code, text) for uuid, code, text in zip(earlier["plan_uuid"], earlier["plancode"], earlier["inhoud"])
    }
    found = Difference(previous=f"{last['naam']} ({last['peildatum']:%Y-%m-%d})")
    ignored = {veld.naam for veld in content.profiel.velden if veld.bron[0] in _NO_CHANGE}
    for row, plan in zip(rows, content.plannen):
        known = before.pop(plan.uuid, None)
        if known is None:
            found.new.append(_name(plan.naam, plan.code))
            continue
        fields = (
            []
            if known[1] == row["inhoud"]
            else list(_changes(json.loads(known[1]), json.loads(row["inhoud"]), ignored))
        )
        if fields:
            found.changed[_name(plan.naam, plan.code)] = fields
        else:
            found.same += 1
    found.gone = [_name(json.loads(text)["plannaam"], code) for code, text in before.values()]
    return found


def _name(naam: str, code: Optional[str]) -> str:
    return f"{naam} ({code})"


def _changes(was: dict[str, Any], now: dict[str, Any], ignored: set[str]) -> Iterable[tuple[str, Any, Any]]:
    for name in dict.fromkeys([*was["velden"], *now["velden"]]):
        before, after = was["velden"].get(name), now["velden"].get(name)
        if name not in ignored and before != after:
            yield name, before, after
    if was["geometrie_sha256"] != now["geometrie_sha256"]:
        yield "geometrie", None, None
    years_before, years_now = _years(was), _years(now)
    for year in sorted({*years_before, *years_now}):
        before, after = years_before.get(year, {}), years_now.get(year, {})
        for name in dict.fromkeys([*before, *after]):
            if before.get(name, 0) != after.get(name, 0):
                yield (
                    f"{year[0]} {'gerealiseerd' if year[1] == 'Ja' else 'gepland'}: {name}",
                    before.get(name),
                    after.get(name),
                )


def _years(inhoud: dict[str, Any]) -> dict[tuple[int, str], dict[str, int]]:
    flags = ("jaartal", "bouw_gerealiseerd", "sloop_gerealiseerd")
    return {
        (row["jaartal"], row["bouw_gerealiseerd"]): {name: count for name, count in row.items() if name not in flags}
        for row in inhoud["jaren"]
    }


@dataclass
class Facts:
    """All that can be said of a delivery, made or refused: for the report and, as JSON, for the receipt.

    `check` is the last quality check of the register, whatever its reference date; None when there never was one.
    """

    content: Content
    difference: Difference
    not_checked: list[Text]
    check: Optional[LastCheck] = None
    refused: bool = False

    def as_json(self) -> dict[str, Any]:
        """What the register keeps besides the columns of `leveringsronde`; also the JSON report."""
        content = self.content
        return {
            "profiel": content.profiel.naam,
            "peildatum": content.peildatum.isoformat(),
            "methode": content.methode,
            "geweigerd": self.refused,
            "plannen": len(content.plannen),
            "rijen": content.rijen,
            "totalen": content.cijfers,
            "overgeslagen": [
                {
                    "plan": errors[0].plan,
                    "plancode": errors[0].plancode,
                    "plan_uuid": uuid,
                    "fouten": [error.as_json() for error in errors],
                }
                for uuid, errors in content.skipped.items()
            ],
            "buiten_levering": [plan.as_json() for plan in content.left_out],
            "waarschuwingen": [problem.as_json() for problem in content.problems if problem.warning],
            "niet_gecontroleerd": [note.nl for note in self.not_checked],
            "kwaliteitscontrole": self.check and self.check.as_json(),
            "verschil": self.difference.as_json(),
        }


class DeliveryRefusedError(DeliveryError):
    """Some plans cannot be delivered and skipping was not asked for; nothing was written. `facts` says what and why."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.problems = tuple(facts.content.problems)
        errors, profile = facts.content.errors, facts.content.profiel.label
        plans = len(facts.content.skipped)
        first = errors[0]
        super().__init__(
            f"De aanlevering aan {profile} is niet gemaakt: {plans} plan(nen) met samen {len(errors)} fout(en). Eerste: "
            f"plan '{first.plan}' ({first.plancode}), veld {first.veld}: {first.message.nl} Herstel de plannen, of kies "
            "'plannen overslaan die niet geleverd kunnen worden'.",
            f"The delivery to {profile} was not made: {plans} plan(s) with {len(errors)} error(s) in all. First: plan "
            f"'{first.plan}' ({first.plancode}), field {first.veld}: {first.message.en} Correct the plans, or choose to "
            "skip plans that cannot be delivered.",
        )
