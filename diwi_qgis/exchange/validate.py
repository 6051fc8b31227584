"""What is wrong with plans before they are stored: DIWI's rules with DIWI's codes, and what a register cannot hold.

Rules of diwi_exchange §1.7 and §1.8, with one mended: a breakdown may cover a part of the dwellings (the rest is
unknown), so a sum above the number of dwellings is wrong here; sums that do not fit with the "Onbekend" columns of a
DIWI file, and classes and amounts mixed, are found by its reader. Deliveries are complete or absent, as in DIWI. In a plan from one of our own formats (`Plan.volledig`) what breaks a rule of content
is a warning: it stood so in a register, where the quality check reports it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Optional

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.problem_catalogue import problem, shown
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.exchange.validate_blocks import block_problems
from diwi_qgis.exchange.validate_values import value_problems
from diwi_qgis.exchange.validate_words import Onbekend, Soort, onbekende_woorden
from diwi_qgis.model.codelists import codelijst

#: DIWI's project statuses by what they say of start and end date: not yet begun, under way, over.
_VOORBIJ = ("REALIZED", "TERMINATED")


def validate(
    plans: Sequence[Plan], lists: RegisterLists, reference_date: Optional[date], create_missing: bool
) -> list[Problem]:
    """All problems of the plans, in their order.

    `reference_date` is the day on which a project status is held against the dates of the project; when None that rule
    gives one warning "not checked". With `create_missing` unknown words that can be made are warnings.
    """
    found: list[Problem] = []
    for plan in plans:
        found.extend(value_problems(plan, lists))
        content = [*_project_problems(plan, reference_date), *block_problems(plan)]
        found.extend(dataclasses.replace(one, warning=True) for one in content) if plan.volledig else found.extend(
            content
        )
    found.extend(_word_problems(plans, lists, create_missing))
    found.extend(_owner_problems(plans, lists, create_missing))
    found.extend(_identity_problems(plans))
    if reference_date is None and any(plan.status for plan in plans):
        found.append(problem("not_checked", warning=True))
    return found


# -- one project ------------------------------------------------------------------------------------------------------


def _project_problems(plan: Plan, reference_date: Optional[date]) -> Iterator[Problem]:
    start, eind = plan.velden.get("start_datum"), plan.velden.get("eind_datum")
    if start and eind and start < eind:  # else nothing can fit, which is reported with the values
        if plan.status and reference_date and not _fits(plan.status, start, eind, reference_date):
            yield problem(
                "project_dates_status_mismatch",
                plaats=plan.plaatsen.get("status", plan.plaats),
                value=plan.status,
                plan=plan.naam,
                ander=f"{shown(start)} – {shown(eind)}",
            )
        yield from _order_problems(plan, "fase", "wrong_project_phase_dates", start, eind)
        yield from _order_problems(plan, "planstatus", "wrong_project_plan_status_dates", start, eind)
    gemeente, wijk, buurt = (plan.velden.get(name) for name in ("gemeente", "wijk", "buurt"))
    if (buurt and not (gemeente and wijk)) or (wijk and not gemeente):
        plaats = plan.plaatsen.get("buurt" if buurt else "wijk", plan.plaats)
        lacking = [naam for naam, value in (("wijk", wijk), ("gemeente", gemeente)) if not value]
        yield problem(
            "incomplete_project_location",
            plaats=plaats,
            value=buurt or wijk,
            plan=plan.naam,
            ander=" en ".join(lacking),
        )


def _fits(status: str, start: date, eind: date, today: date) -> bool:
    if status == "NEW":
        return today <= start and today <= eind
    if status in _VOORBIJ:
        return today >= start and today >= eind
    return start <= today <= eind


def _order_problems(plan: Plan, lijst: str, code: str, start: date, eind: date) -> Iterator[Problem]:
    """Each start on or after the project's, and before the next one there is (the last: before the project's end)."""
    present = []
    for soort in _in_order(lijst):
        starts = [m for m in plan.mijlpalen if m.soort == soort and (m.gerealiseerd or m.gepland)]
        if starts:
            first = min(starts, key=lambda m: m.gerealiseerd or m.gepland or date.max)
            present.append((first.gerealiseerd or first.gepland, first))
    ends = [when for when, _ in present[1:]] + [eind]
    for (when, mijlpaal), end in zip(present, ends):
        if when is not None and end is not None and not start <= when < end:
            label = codelijst("mijlpaalsoort").waarde(mijlpaal.soort).label
            yield problem(code, plaats=mijlpaal.plaats, value=when, plan=plan.naam, veld=label, ander=end)


def _in_order(lijst: str) -> tuple[str, ...]:
    """Kinds of milestone that start a phase or plan status that DIWI knows, in DIWI's order."""
    known = [waarde.code for waarde in codelijst(lijst).waarden if waarde.spelling]
    sets = "zet_fase" if lijst == "fase" else "zet_planstatus"
    kinds = {getattr(soort, sets): soort.code for soort in codelijst("mijlpaalsoort").waarden}
    return tuple(kinds[code] for code in known)


# -- words ------------------------------------------------------------------------------------------------------------


def _word_problems(plans: Sequence[Plan], lists: RegisterLists, create_missing: bool) -> Iterator[Problem]:
    told: set[tuple[Soort, str, str]] = set()
    for word in onbekende_woorden(plans, lists):
        if not (create_missing and word.maakbaar):
            if (
                word.soort is not Soort.EIGENAAR or lists.gebruikers
            ):  # without users there is nothing to hold it against
                yield _unknown(word, lists)
        elif (word.soort, word.lijst, word.woord) not in told:
            told.add((word.soort, word.lijst, word.woord))
            yield problem(
                "price_class_without_limits" if word.soort is Soort.PRIJSKLASSE else "will_be_created",
                plaats=word.plaats,
                value=word.woord,
                plan=word.plan,
                blok=word.blok,
                warning=True,
                veld=word.lijst or "gebruiker",
            )


def _unknown(word: Onbekend, lists: RegisterLists) -> Problem:
    code = {
        Soort.OPTIE: "unknown_property_value",
        Soort.EIGENSCHAP: f"unknown_{'project' if word.lijst == 'project' else 'houseblock'}_property",
        Soort.PRIJSKLASSE: f"unknown_price_{'buy' if word.lijst == 'koop' else 'rent'}_range_category",
        Soort.EIGENAAR: "project_owner_unknown",
    }[word.soort]
    known: Iterable[str] = {
        Soort.OPTIE: lists.opties.get(word.lijst, {}).values(),
        Soort.EIGENSCHAP: [eigenschap.naam for eigenschap in lists.eigenschappen_van(word.lijst)],
        Soort.PRIJSKLASSE: lists.prijsklassen.get(word.lijst, ()),
        Soort.EIGENAAR: (),
    }[word.soort]
    return problem(
        code,
        plaats=word.plaats,
        value=word.woord,
        plan=word.plan,
        blok=word.blok,
        veld=word.lijst,
        ander=", ".join(known),
    )


def _owner_problems(plans: Sequence[Plan], lists: RegisterLists, create_missing: bool) -> Iterator[Problem]:
    if not lists.gebruikers:
        named = [plan for plan in plans if plan.velden.get("eigenaar")]
        if any(plan.volledig or not create_missing or "@" not in plan.velden["eigenaar"] for plan in named):
            yield problem("project_owner_not_checked", warning=True)
        return
    for plan in plans:
        if "eigenaar" in plan.velden and not plan.velden["eigenaar"] and not plan.volledig:
            plaats = plan.plaatsen.get("eigenaar", plan.plaats)
            yield problem("project_owner_unknown", plaats=plaats, plan=plan.naam, warning=create_missing)


# -- the plans together -----------------------------------------------------------------------------------------------


def _identity_problems(plans: Sequence[Plan]) -> Iterator[Problem]:
    """Two plans of one file that claim to be the same, and parts of plans that are not there."""
    uuids = Counter(plan.uuid for plan in plans if plan.uuid)
    numbers = Counter(plan.velden.get("extern_id") for plan in plans if not plan.uuid)
    for plan in plans:
        extern_id = plan.velden.get("extern_id")
        if plan.uuid and uuids[plan.uuid] > 1:
            yield problem("duplicate_identification", plaats=plan.plaats, value=plan.uuid, plan=plan.naam)
        elif not plan.uuid and extern_id and numbers[extern_id] > 1:
            plaats = plan.plaatsen.get("extern_id", plan.plaats)
            yield problem("duplicate_identification", plaats=plaats, value=extern_id, plan=plan.naam)
