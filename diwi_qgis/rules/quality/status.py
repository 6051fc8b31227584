"""Rules on what a plan says of itself: status, confidentiality and type."""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, INFO, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, not_checked, rule
from diwi_qgis.texts import Text

THEME = Text("Status en soort", "Status and type")


@rule(
    "stand_ontbreekt",
    THEME,
    INFO,
    Text("Plan zonder fase of planstatus", "Plan without phase or plan status"),
    why=Text(
        "Fase en planstatus volgen uit de mijlpalen. Zonder planstatus is niet te zeggen of een plan hard of zacht is.",
        "Phase and plan status follow from the milestones. Without a plan status a plan is neither hard nor soft.",
    ),
    remedy=Text(
        "Voeg de mijlpaal toe waarmee de fase of planstatus inging.",
        "Add the milestone with which the phase or plan status began.",
    ),
)
def no_state(context: Context) -> Iterator[Hits]:
    """Started plans without a phase, or without a plan status, at the reference date."""
    plans = context.plans[context.plans["start_datum"] <= context.today]
    for column, nl, en in (("peilfase", "fase", "phase"), ("peilstatus", "planstatus", "plan status")):
        yield Hits(
            plans[plans[column].isna()].assign(sleutel=column),
            Text(f"{{plan}} heeft op de peildatum geen {nl}.", f"{{plan}} has no {en} at the reference date."),
            Text(f"een mijlpaal die de {nl} bepaalt", f"a milestone that sets the {en}"),
        )


@rule(
    "vertrouwelijk_hard",
    THEME,
    FOUT,
    Text("Hard plan is vertrouwelijk", "Hard plan is confidential"),
    why=Text(
        "Alleen zachte plannen mogen vertrouwelijk zijn: een hard plan (1A, 1B, 2A, 2B) is vastgesteld en dus bekend. Het "
        "hoort minstens 'Extern mede-overheden' te zijn (basisset planmonitors).",
        "Only soft plans may be confidential: a hard plan (1A, 1B, 2A, 2B) was adopted and so is known. It should at least "
        "be 'Extern mede-overheden' (basic set of the plan monitors).",
    ),
    remedy=Text("Verruim de vertrouwelijkheid, of verbeter de planstatus.", "Open it up, or correct the plan status."),
)
def hard_but_confidential(context: Context) -> Iterator[Hits]:
    """Plans with a hard status that are less open than 'extern_mede_overheden'."""
    levels = codelijst("vertrouwelijkheid").codes
    closed = levels[: levels.index("extern_mede_overheden")]
    plans = context.plans
    rows = plans[plans["peilstatus"].isin(context.hard_statuses) & plans["vertrouwelijkheid"].isin(closed)]
    yield Hits(
        rows.assign(
            stand=context.label("planstatus", rows["peilstatus"]),
            niveau=context.label("vertrouwelijkheid", rows["vertrouwelijkheid"]),
        ),
        Text(
            "{plan} heeft planstatus {stand}, maar vertrouwelijkheid '{niveau}'.",
            "{plan} has plan status {stand}, but confidentiality '{niveau}'.",
        ),
        Text("minstens 'Extern mede-overheden'", "at least 'Extern mede-overheden'"),
        value="{niveau}",
    )
    yield not_checked(
        plans[plans["peilstatus"].isna()],
        Text("{aantal:#plan|plannen} zonder planstatus", "{aantal:#plan|plans} without plan status"),
    )


@rule(
    "plantype_omvang",
    THEME,
    WAARSCHUWING,
    Text("Plantype past niet bij het aantal woningen", "Plan type does not fit the number of dwellings"),
    why=Text(
        "Buiten bestaand stedelijk gebied heet een plan vanaf 12 woningen 'uitbreiding uitleg', daaronder 'uitbreiding "
        "overig' (basisset planmonitors).",
        "Outside the built-up area a plan of 12 dwellings or more is 'uitbreiding uitleg', below that 'uitbreiding overig' "
        "(basic set of the plan monitors).",
    ),
    remedy=Text("Kies het andere plantype, of verbeter het aantal.", "Choose the other type, or correct the number."),
    needs=("project", "woningblok"),
)
def type_against_size(context: Context) -> Iterator[Hits]:
    """Extensions of the wrong size; a sub-plan is part of a larger whole and is left alone."""
    limit = context.options.uitleg_minimum
    plans = context.plans[context.plans["hoofdplan_uuid"].isna() & ~context.plans.index.isin(context.mothers)]
    rows = plans.assign(aantal=context.built.reindex(plans.index))
    rows = rows[rows["aantal"].notna()].astype({"aantal": "int64"})
    kinds = codelijst("plantype")
    for wrong, code, right in (
        (rows["aantal"] < limit, "uitbreiding_uitleg", "uitbreiding_overig"),
        (rows["aantal"] >= limit, "uitbreiding_overig", "uitbreiding_uitleg"),
    ):
        label, other = kinds.waarde(code).label, kinds.waarde(right).label
        yield Hits(
            rows[wrong & (rows["plantype"] == code)],
            Text(
                f"{{plan}} is '{label}' met {{aantal:#woning|woningen}}.",
                f"{{plan}} is '{label}' with {{aantal:#dwelling|dwellings}}.",
            ),
            Text(f"'{other}'", f"'{other}'"),
            value="{aantal:n}",
        )
