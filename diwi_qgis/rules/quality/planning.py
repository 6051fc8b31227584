"""Rules on dates: milestones in order and inside the project, deliveries that can be true.

A delivery on 31 December stands for "some time in that year" (see table `oplevering`) and gets the benefit of the doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, not_checked, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas as pd

THEME = Text("Planning", "Planning")

#: Steps to build, in order; each not before the ones above it.
_BUILDING = (
    "vergunning_aangevraagd",
    "vergunning_verleend",
    "vergunning_onherroepelijk",
    "start_bouw",
    "eerste_oplevering",
    "laatste_oplevering",
    "afgerond",
)
#: What must have happened before a dwelling can be delivered.
_BEFORE_DELIVERY = ("vergunning_verleend", "vergunning_onherroepelijk", "start_bouw", "fase_realisatie")
_CHAINS = ("fase", "planstatus", "bouw")
_DAYS_A_MONTH = 365.25 / 12


@rule(
    "mijlpaal_volgorde",
    THEME,
    FOUT,
    Text("Mijlpalen staan in de verkeerde volgorde", "Milestones are out of order"),
    why=Text(
        "Fasen, planstatussen en de stappen vergunning – start bouw – oplevering volgen op elkaar. Staat een latere stap "
        "eerder, dan is een van de datums fout en kloppen fase en planstatus van het plan niet.",
        "Phases, plan statuses and the steps permit – start of construction – delivery follow each other. When a later step "
        "comes earlier, one of the dates is wrong, and so are the plan's phase and status.",
    ),
    remedy=Text("Verbeter een van de twee datums.", "Correct one of the two dates."),
    needs=("project", "mijlpaal"),
)
def out_of_order(context: Context) -> Iterator[Hits]:
    """Milestones dated before one that must precede them."""
    rows = _in_chains(context)
    kinds = sorted(rows["soort"].unique())
    day = (rows["datum"] - _epoch()).dt.days.astype("int64")
    # Day and kind in one number, so that the latest date so far brings along whose date it was.
    coded = day * len(kinds) + rows["soort"].map({kind: number for number, kind in enumerate(kinds)})
    latest = coded.groupby(rows["groep"]).cummax()
    before = latest.groupby(rows["groep"]).shift()
    wrong = before.notna() & (before // max(1, len(kinds)) > day)
    found, earlier = rows[wrong], before[wrong].astype("int64")
    other = earlier.map(lambda number: kinds[number % len(kinds)])
    yield Hits(
        found.assign(
            stap=context.label("mijlpaalsoort", found["soort"]),
            ander_stap=context.label("mijlpaalsoort", other),
            ander_datum=_epoch() + _days(earlier // max(1, len(kinds))),
            sleutel=found["soort"] + "<" + other,
            maat=earlier // max(1, len(kinds)) - day[wrong],
        ),
        Text(
            "{plan}: '{stap}' ({datum:day}) ligt vóór '{ander_stap}' ({ander_datum:day}).",
            "{plan}: '{stap}' ({datum:day}) comes before '{ander_stap}' ({ander_datum:day}).",
        ),
        Text("niet vóór {ander_datum:day}", "not before {ander_datum:day}"),
        value="{datum:day}",
    )


@rule(
    "mijlpaal_buiten_looptijd",
    THEME,
    WAARSCHUWING,
    Text("Mijlpaal buiten de looptijd van het plan", "Milestone outside the project's dates"),
    why=Text(
        "Een stap vóór de start of na het eind van het plan wijst op een typefout in een jaartal.",
        "A step before the start or after the end of the plan points at a typing error in a year.",
    ),
    remedy=Text(
        "Verbeter de mijlpaal, of start en eind van het plan.",
        "Correct the milestone, or start and end of the plan.",
    ),
    needs=("project", "mijlpaal"),
)
def outside_project(context: Context) -> Iterator[Hits]:
    """Milestones dated before the start or after the end of their plan."""
    rows = _with_period(context, context.milestones)
    rows = rows[(rows["datum"] < rows["start"]) | (rows["datum"] > rows["eind"])]
    yield Hits(
        rows.assign(stap=context.label("mijlpaalsoort", rows["soort"]), sleutel=rows["soort"]),
        Text(
            "{plan}: '{stap}' ({datum:day}) valt buiten de looptijd van het plan.",
            "{plan}: '{stap}' ({datum:day}) falls outside the dates of the plan.",
        ),
        Text("{start:day} tot en met {eind:day}", "{start:day} to {eind:day}"),
        value="{datum:day}",
    )


@rule(
    "oplevering_buiten_looptijd",
    THEME,
    FOUT,
    Text("Oplevering buiten de looptijd van het plan", "Delivery outside the project's dates"),
    why=Text(
        "Woningen kunnen niet worden opgeleverd vóór de start of na het eind van het plan; DIWI weigert zo'n plan.",
        "Dwellings cannot be delivered before the start or after the end of the plan; DIWI refuses such a plan.",
    ),
    remedy=Text("Verbeter de oplevering, of verleng het plan.", "Correct the delivery date, or extend the plan."),
    needs=("project", "woningblok", "oplevering"),
)
def delivery_outside_project(context: Context) -> Iterator[Hits]:
    """Deliveries before the start or after the end; known by the year only, the year decides."""
    rows = _with_period(context, context.deliveries)
    late = (rows["datum"] > rows["eind"]) & ~(_year_only(rows) & (rows["datum"].dt.year == rows["eind"].dt.year))
    rows = rows[(rows["datum"] < rows["start"]) | late]
    yield Hits(
        rows.assign(sleutel=rows["datum"].dt.strftime("%Y-%m-%d")),
        Text(
            "Woningblok '{blok}' van {plan}: oplevering op {datum:day} valt buiten de looptijd van het plan.",
            "Block '{blok}' of {plan}: delivery on {datum:day} falls outside the dates of the plan.",
        ),
        Text("{start:day} tot en met {eind:day}", "{start:day} to {eind:day}"),
        value="{datum:day}",
    )


@rule(
    "oplevering_voor_vergunning",
    THEME,
    FOUT,
    Text("Oplevering vóór vergunning of start bouw", "Delivery before permit or start of construction"),
    why=Text(
        "Een woning wordt pas opgeleverd na vergunning en bouw; een van de datums is fout.",
        "A dwelling is delivered only after permit and construction; one of the dates is wrong.",
    ),
    remedy=Text("Verbeter de oplevering of de mijlpaal.", "Correct the delivery date or the milestone."),
    needs=("project", "woningblok", "oplevering", "mijlpaal"),
)
def delivery_before_permit(context: Context) -> Iterator[Hits]:
    """Plans whose first delivery comes before a step that must precede it."""
    first = context.first_delivery
    for step in _BEFORE_DELIVERY:
        earliest = context.milestone(step).reindex(first.index)
        wrong = first < earliest
        rows = first[wrong].rename("datum").reset_index().assign(mijlpaal=earliest[wrong].to_numpy(), soort=step)
        yield Hits(
            rows.assign(
                stap=context.label("mijlpaalsoort", rows["soort"]),
                sleutel=step,
                maat=(rows["mijlpaal"] - rows["datum"]).dt.days,
            ),
            Text(
                "{plan}: de eerste oplevering ({datum:day}) ligt vóór '{stap}' ({mijlpaal:day}).",
                "{plan}: the first delivery ({datum:day}) comes before '{stap}' ({mijlpaal:day}).",
            ),
            Text("na {mijlpaal:day}", "after {mijlpaal:day}"),
            value="{datum:day}",
        )


@rule(
    "oplevering_te_snel",
    THEME,
    WAARSCHUWING,
    Text("Oplevering te snel na vergunning of voor de planstatus", "Delivery too soon after permit or for plan status"),
    why=Text(
        "Van vergunning tot oplevering duurt meestal twee jaar, van planprocedure tot oplevering vijf. Een te vroege "
        "oplevering maakt de planning van de gemeente te rooskleurig.",
        "From permit to delivery usually takes two years, from plan procedure to delivery five. A delivery that is too early "
        "makes the municipality's planning too rosy.",
    ),
    remedy=Text(
        "Controleer de oplevering; werk de planstatus of de mijlpalen bij als het plan verder is.",
        "Check the delivery date; update plan status or milestones when the plan is further.",
    ),
    needs=("project", "woningblok", "oplevering"),
)
def delivery_too_soon(context: Context) -> Iterator[Hits]:
    """First deliveries shortly after the permit, or (without one) shortly after the reference date for their status."""
    first = context.first_delivery
    permit = context.milestone("vergunning_verleend", "vergunning_onherroepelijk").reindex(first.index)
    months = (first - permit).dt.days / _DAYS_A_MONTH
    soon = (months >= 0) & (months < context.options.permit_to_delivery)
    rows = first[soon].rename("datum").reset_index()
    yield Hits(
        rows.assign(sleutel="vergunning", maand=months[soon].to_numpy()),
        Text(
            "{plan}: de eerste oplevering ({datum:day}) volgt al {maand:#maand|maanden} na de vergunning.",
            "{plan}: the first delivery ({datum:day}) follows the permit by only {maand:#month|months}.",
        ),
        Text(
            f"minstens {context.options.permit_to_delivery} maanden",
            f"at least {context.options.permit_to_delivery} months",
        ),
        value="{datum:day}",
    )
    yield from _too_soon_for_status(context, first[permit.isna()])


@rule(
    "gerealiseerd_in_toekomst",
    THEME,
    FOUT,
    Text("Gerealiseerd na de peildatum", "Realised after the reference date"),
    why=Text(
        "Wat op de peildatum nog moet gebeuren kan niet gerealiseerd zijn.",
        "What is still to happen at the reference date cannot have been realised.",
    ),
    remedy=Text("Haal 'gerealiseerd' weg, of verbeter de datum.", "Take away 'realised', or correct the date."),
    needs=("project",),
)
def realised_in_future(context: Context) -> Iterator[Hits]:
    """Milestones and deliveries marked as realised with a date after the reference date (or its year)."""
    expected = Text("uiterlijk {dag:day}", "{dag:day} at the latest").fill(dag=context.today)
    if not context.has("mijlpaal") and not context.has("oplevering"):
        raise NotCheckedError("er zijn geen mijlpalen of opleveringen", "there are no milestones or deliveries")
    if context.has("oplevering") and context.has("woningblok"):
        rows = context.deliveries
        later = (rows["datum"] > context.today) & ~(_year_only(rows) & (rows["datum"].dt.year == context.today.year))
        rows = rows[rows["gerealiseerd"].fillna(False).astype(bool) & later]
        yield Hits(
            rows.assign(sleutel=rows["datum"].dt.strftime("%Y-%m-%d")),
            Text(
                "Woningblok '{blok}' van {plan}: {aantal:#woning is|woningen zijn} gerealiseerd op {datum:day}, na de peildatum.",
                "Block '{blok}' of {plan}: {aantal:#dwelling was|dwellings were} realised on {datum:day}, after the reference date.",
            ),
            expected,
            value="{datum:day}",
        )
    rows = context.milestones[context.milestones["gerealiseerd"] > context.today]
    yield Hits(
        rows.assign(stap=context.label("mijlpaalsoort", rows["soort"]), sleutel=rows["soort"]),
        Text(
            "{plan}: '{stap}' is gerealiseerd op {gerealiseerd:day}, na de peildatum.",
            "{plan}: '{stap}' was realised on {gerealiseerd:day}, after the reference date.",
        ),
        expected,
        value="{gerealiseerd:day}",
    )


@rule(
    "gepland_in_verleden",
    THEME,
    WAARSCHUWING,
    Text("Geplande oplevering is voorbij", "Planned delivery has passed"),
    why=Text(
        "De woningen zijn opgeleverd of vertraagd; nu tellen zij als gepland in een jaar dat voorbij is.",
        "The dwellings were delivered or are late; now they count as planned in a year that has passed.",
    ),
    remedy=Text("Meld de oplevering gerealiseerd, of geef een nieuwe datum.", "Mark as realised, or set a new date."),
    needs=("project", "woningblok", "oplevering"),
)
def planned_in_past(context: Context) -> Iterator[Hits]:
    """Deliveries before the reference date that were not realised."""
    rows = context.deliveries
    open_ = ~rows["gerealiseerd"].fillna(False).astype(bool) & (rows["aantal"] > 0)
    rows = rows[open_ & (rows["datum"] < context.today)]
    yield Hits(
        rows.assign(sleutel=rows["datum"].dt.strftime("%Y-%m-%d")),
        Text(
            "Woningblok '{blok}' van {plan}: de oplevering van {aantal:#woning|woningen} op {datum:day} is nog niet gerealiseerd.",
            "Block '{blok}' of {plan}: the delivery of {aantal:#dwelling|dwellings} on {datum:day} has not been realised yet.",
        ),
        Text("gerealiseerd, of een datum na de peildatum", "realised, or a date after the reference date"),
        value="{datum:day}",
    )


def _too_soon_for_status(context: Context, first: pd.Series) -> Iterator[Hits]:
    least = context.options.status_to_delivery
    status = context.plans["peilstatus"].reindex(first.index)
    months = (first - context.today).dt.days / _DAYS_A_MONTH
    minimum = status.map(least)
    soon = (months > 0) & (months < minimum)
    rows = first[soon].rename("datum").reset_index()
    yield Hits(
        rows.assign(
            sleutel="planstatus",
            maand=months[soon].to_numpy(),
            minst=minimum[soon].astype(float).to_numpy(),
            stand=context.label("planstatus", status[soon]).to_numpy(),
        ),
        Text(
            "{plan}: de eerste oplevering ({datum:day}) is over {maand:#maand|maanden}, bij planstatus {stand}.",
            "{plan}: the first delivery ({datum:day}) is {maand:#month|months} away, with plan status {stand}.",
        ),
        Text("minstens {minst:#maand|maanden}", "at least {minst:#month|months}"),
        value="{datum:day}",
    )
    unknown = first[(first > context.today) & status.isna()].rename("datum").reset_index()
    yield not_checked(
        unknown,
        Text(
            "{aantal:#plan|plannen} zonder planstatus en zonder vergunning",
            "{aantal:#plan|plans} without plan status and without permit",
        ),
    )


def _in_chains(context: Context) -> pd.DataFrame:
    """Milestones that belong to a chain of steps, with `groep` (plan and chain), in the order in which they should come."""
    places = {f"fase_{code}": ("fase", rank) for rank, code in enumerate(codelijst("fase").codes)}
    # 4A and 4B, or 2A, 2B and 2C, are alternatives: only the digit counts down.
    places.update({f"status_{code}": ("planstatus", -int(code[0])) for code in codelijst("planstatus").codes})
    places.update({code: ("bouw", rank) for rank, code in enumerate(_BUILDING)})
    rows = context.milestones
    rows = rows[rows["soort"].isin(places) & rows["datum"].notna()]
    plan = context.plans.index.get_indexer(rows["project_uuid"])
    rows = rows[plan >= 0].assign(groep=[_CHAINS.index(places[soort][0]) for soort in rows["soort"][plan >= 0]])
    rows["groep"] += len(_CHAINS) * plan[plan >= 0]
    rows["rang"] = [places[soort][1] for soort in rows["soort"]]
    return rows.sort_values(["groep", "rang", "datum"], kind="stable")


def _with_period(context: Context, rows: pd.DataFrame) -> pd.DataFrame:
    plans = context.plans
    rows = rows[rows["project_uuid"].isin(plans.index)]
    return rows.assign(
        start=rows["project_uuid"].map(plans["start_datum"]), eind=rows["project_uuid"].map(plans["eind_datum"])
    )


def _year_only(rows: pd.DataFrame) -> pd.Series:
    return (rows["datum"].dt.month == 12) & (rows["datum"].dt.day == 31)


def _epoch() -> pd.Timestamp:
    import pandas as pd

    return pd.Timestamp("1970-01-01")


def _days(number: pd.Series) -> pd.Series:
    import pandas as pd

    return pd.to_timedelta(number, unit="D")
