"""Rules on what a plan is known by: name, number and identification of its spatial plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas as pd


THEME = Text("Naam en nummer", "Name and number")

#: ``NL.IMRO.<gemeente>.<plan>-<versie>`` (PRPCP 2012), or ``/akn/nl/act/gm<gemeente>/…`` (omgevingsplan, STOP).
_IMRO = r"NL\.IMRO\.(\d{4})\.[A-Za-z0-9_\-]{1,32}"
_AKN = r"/akn/nl/act/gm(\d{4})/.+"


@rule(
    "dubbele_naam",
    THEME,
    WAARSCHUWING,
    Text("Plannen met dezelfde naam", "Plans of the same name"),
    why=Text(
        "Vaak is hetzelfde plan twee keer ingevoerd of ingelezen; dan tellen de woningen dubbel.",
        "Often the same plan was entered or imported twice; then its dwellings count double.",
    ),
    remedy=Text("Verwijder het dubbele plan, of geef het een eigen naam.", "Remove the double plan, or rename it."),
)
def double_name(context: Context) -> Iterator[Hits]:
    """Names that are the same but for case, spaces and punctuation."""
    names = context.plans["naam"].fillna("").str.casefold().str.replace(r"[\W_]+", "", regex=True)
    yield _double(
        context.plans.assign(gelijk=names),
        Text("{plan} heeft dezelfde naam als {ander}.", "{plan} has the same name as {ander}."),
        "{naam}",
    )


@rule(
    "dubbel_extern_id",
    THEME,
    FOUT,
    Text("Plannen met hetzelfde identificatienummer", "Plans with the same identification number"),
    why=Text(
        "Bij het opnieuw inlezen wordt een plan aan zijn nummer herkend; staat het er twee keer, dan wordt het verkeerde "
        "plan bijgewerkt.",
        "On re-import a plan is recognised by its number; when it stands there twice, the wrong plan is updated.",
    ),
    remedy=Text(
        "Verwijder het dubbele plan, of verbeter het nummer.", "Remove the double plan, or correct the number."
    ),
)
def double_number(context: Context) -> Iterator[Hits]:
    """The same `extern_id` at several plans, abandoned ones included."""
    numbers = context.projects["extern_id"].fillna("").astype(str).str.strip()
    if (numbers == "").all():
        raise NotCheckedError("geen plan heeft een identificatienummer", "no plan has an identification number")
    yield _double(
        context.projects.assign(gelijk=numbers),
        Text(
            "{plan} heeft hetzelfde identificatienummer ({gelijk}) als {ander}.",
            "{plan} has the same identification number ({gelijk}) as {ander}.",
        ),
        "{gelijk}",
    )


@rule(
    "ruimtelijk_plan_id",
    THEME,
    WAARSCHUWING,
    Text("IMRO- of AKN-identificatie klopt niet", "IMRO or AKN identification is wrong"),
    why=Text(
        "Met een juiste identificatie is het plan terug te vinden op ruimtelijkeplannen.nl of in het omgevingsloket.",
        "With a correct identification the plan can be found at ruimtelijkeplannen.nl or in the Omgevingsloket.",
    ),
    remedy=Text(
        "Neem de identificatie letterlijk over, bijvoorbeeld NL.IMRO.0307.BP00001-0301.",
        "Copy the identification literally, for example NL.IMRO.0307.BP00001-0301.",
    ),
)
def plan_identification(context: Context) -> Iterator[Hits]:
    """Texts that begin as an IMRO or AKN id but do not have its form, or name another municipality."""
    plans = context.plans[context.plans["ruimtelijk_plan"].notna()]
    text = plans["ruimtelijk_plan"].astype(str).str.strip()
    starts = text.str.match(r"(?i)(NL\.?\s*IMRO|/?akn/)")
    if not starts.any():
        raise NotCheckedError("geen plan heeft een IMRO- of AKN-identificatie", "no plan has an IMRO or AKN id")
    digits = text.str.extract(f"^(?:{_IMRO}|{_AKN})$")
    digits = digits[0].fillna(digits[1])
    form = Text(
        "NL.IMRO.<gemeentecode>.<plan>-<versie> of /akn/nl/act/gm<gemeentecode>/…", "NL.IMRO.<code>.… or /akn/…"
    )
    yield Hits(
        plans[starts & digits.isna()].assign(sleutel="vorm"),
        Text(
            "{plan}: '{ruimtelijk_plan}' heeft niet de vorm van een IMRO- of AKN-identificatie.",
            "{plan}: '{ruimtelijk_plan}' does not have the form of an IMRO or AKN identification.",
        ),
        form,
        value="{ruimtelijk_plan}",
    )
    # Codes from 9900 are provinces and the state, whose plans may cover municipal ones.
    other = digits.notna() & plans["gemeentecode"].notna() & (digits != plans["gemeentecode"]) & (digits < "9900")
    yield Hits(
        plans[other].assign(sleutel="gemeente", cijfers=digits[other]),
        Text(
            "{plan}: '{ruimtelijk_plan}' is van gemeente {cijfers}, het plan van {gemeentecode}.",
            "{plan}: '{ruimtelijk_plan}' is of municipality {cijfers}, the plan of {gemeentecode}.",
        ),
        Text("{gemeentecode}", "{gemeentecode}"),
        value="{cijfers}",
    )


def _double(rows: pd.DataFrame, message: Text, value: str) -> Hits:
    """Every row whose `gelijk` was there before, with the first that had it as the other plan."""
    rows = rows[rows["gelijk"] != ""]
    first = rows.groupby("gelijk")["project_uuid"].transform("first")
    again = rows[first != rows["project_uuid"]]
    return Hits(
        again.assign(ander_uuid=first[again.index], sleutel=first[again.index]),
        message,
        Text("bij elk plan anders", "different for every plan"),
        value=value,
    )
