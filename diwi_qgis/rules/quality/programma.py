"""Rules on the programme: do blocks, breakdowns, phasing and prices add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, INFO, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, comma, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

THEME = Text("Programma", "Programme")


@rule(
    "plan_zonder_woningen",
    THEME,
    WAARSCHUWING,
    Text("Plan of woningblok zonder woningen", "Plan or block without dwellings"),
    why=Text(
        "Zonder aantallen telt het plan nergens mee. Een hoofdplan waarvan de woningen bij de deelplannen staan is goed.",
        "Without numbers the plan counts nowhere. A main plan with its dwellings at its sub-plans is fine.",
    ),
    remedy=Text("Vul de woningblokken in, of verwijder het lege blok.", "Fill in the blocks, or remove the empty one."),
)
def no_dwellings(context: Context) -> Iterator[Hits]:
    """Plans without blocks and blocks of nought."""
    plans = context.plans
    blocks = context.blocks if context.has("woningblok") else None
    filled = plans.index.isin(blocks["project_uuid"]) if blocks is not None else False
    empty = plans[~(filled | plans.index.isin(context.mothers))]
    some = Text("minstens één woning", "at least one dwelling")
    yield Hits(empty, Text("{plan} heeft geen woningblok.", "{plan} has no block."), some)
    if blocks is not None:
        nought = blocks[blocks["aantal"].fillna(0) == 0]
        yield Hits(
            nought,
            Text("Woningblok '{blok}' van {plan} telt geen woningen.", "Block '{blok}' of {plan} has no dwellings."),
            some,
        )


@rule(
    "verdeling_te_groot",
    THEME,
    FOUT,
    Text("Verdeling telt meer woningen dan het blok", "Breakdown has more dwellings than the block"),
    why=Text(
        "Per kenmerk (eigendom, woningtype, …) mogen hoogstens zoveel woningen verdeeld zijn als het blok telt; anders is "
        "een van beide aantallen fout en klopt de aanlevering niet.",
        "Per characteristic (ownership, type, …) no more dwellings can be broken down than the block has; otherwise one of "
        "the numbers is wrong, and so is the delivery.",
    ),
    remedy=Text(
        "Verbeter het aantal van het blok of de verdeling.", "Correct the number of the block or the breakdown."
    ),
    needs=("project", "woningblok", "verdeling"),
)
def breakdown_too_large(context: Context) -> Iterator[Hits]:
    """Sum per block and characteristic above the block's number."""
    blocks, numbers = context.blocks, context.block_numbers
    for kenmerk, rows in context.breakdowns.groupby("kenmerk"):
        sums = context.per_block(rows)
        wrong = sums > numbers
        naam = _name(context, str(kenmerk))
        yield Hits(
            blocks[wrong].assign(som=sums[wrong], totaal=numbers[wrong], maat=(sums - numbers)[wrong], sleutel=kenmerk),
            Text(
                f"Woningblok '{{blok}}' van {{plan}}: {naam} verdeelt {{som:.0f}} woningen, het blok telt er {{totaal:.0f}}.",
                f"Block '{{blok}}' of {{plan}}: {naam} breaks down {{som:.0f}} dwellings, the block has {{totaal:.0f}}.",
            ),
            Text("hoogstens {totaal:.0f}", "at most {totaal:.0f}"),
            value="{som:.0f}",
        )


@rule(
    "verdeling_onbekend",
    THEME,
    INFO,
    Text("Van veel woningen is eigendom of type onbekend", "Ownership or type of many dwellings is unknown"),
    why=Text(
        "Onbekende woningen tellen niet mee voor betaalbaarheid en andere doelen, en gaan als 'onbekend' naar de provincie.",
        "Unknown dwellings do not count for affordability and other goals, and go to the province as 'unknown'.",
    ),
    remedy=Text("Vul de verdeling aan zodra zij bekend is.", "Complete the breakdown as soon as it is known."),
    needs=("project", "woningblok"),
)
def breakdown_unknown(context: Context) -> Iterator[Hits]:
    """Plans with a large share of dwellings to be built without ownership, or without type."""
    import numpy as np

    numbers = np.where(context.blocks["mutatie"] == "bouw", context.block_numbers, 0)
    total = context.per_plan(numbers)
    for kenmerk in ("eigendom", "woningtype"):
        known = np.zeros(len(numbers))
        if context.has("verdeling"):
            known = context.per_block(context.breakdowns[context.breakdowns["kenmerk"] == kenmerk])
        unknown = context.per_plan(np.clip(numbers - known, 0, None))
        much = (unknown > 0) & (unknown >= context.options.unknown_share * total)
        naam = _name(context, kenmerk)
        yield Hits(
            context.plans[much].assign(onbekend=unknown[much], totaal=total[much], maat=unknown[much], sleutel=kenmerk),
            Text(
                f"{{plan}}: {naam} is onbekend van {{onbekend:.0f}} van de {{totaal:.0f}} woningen.",
                f"{{plan}}: {naam} is unknown of {{onbekend:.0f}} of the {{totaal:.0f}} dwellings.",
            ),
            Text(
                f"minder dan {comma(100 * context.options.unknown_share)} % onbekend",
                f"less than {100 * context.options.unknown_share:g}% unknown",
            ),
            value="{onbekend:.0f}",
        )


@rule(
    "fasering_som",
    THEME,
    FOUT,
    Text("Opleveringen tellen niet op tot het blok", "Phasing does not add up to the block"),
    why=Text(
        "De woningen per jaar komen uit de opleveringen; is hun som anders dan het aantal van het blok, dan geeft elke "
        "planning en aanlevering een ander totaal.",
        "The dwellings per year come from the phasing; when its sum differs from the block's number, every planning and "
        "delivery shows another total.",
    ),
    remedy=Text(
        "Verbeter het aantal van het blok of de opleveringen.", "Correct the number of the block or the phasing."
    ),
    needs=("project", "woningblok", "oplevering"),
)
def phasing_sum(context: Context) -> Iterator[Hits]:
    """Phased blocks whose phasing differs from the number."""
    import numpy as np

    rows, numbers = context.deliveries, context.block_numbers
    sums = context.per_block(rows)
    wrong = (np.bincount(rows["plaats"], minlength=len(numbers)) > 0) & (sums != numbers)
    yield Hits(
        context.blocks[wrong].assign(som=sums[wrong], totaal=numbers[wrong], maat=np.abs(sums - numbers)[wrong]),
        Text(
            "Woningblok '{blok}' van {plan}: de opleveringen zijn samen {som:.0f} woningen, het blok telt er {totaal:.0f}.",
            "Block '{blok}' of {plan}: the phasing adds up to {som:.0f} dwellings, the block has {totaal:.0f}.",
        ),
        Text("samen {totaal:.0f}", "{totaal:.0f} together"),
        value="{som:.0f}",
    )


@rule(
    "fasering_ontbreekt",
    THEME,
    WAARSCHUWING,
    Text("Woningblok zonder oplevering", "Block without delivery date"),
    why=Text(
        "Zonder jaar staan de woningen in geen planning; een provincie krijgt ze in het eindjaar van het plan.",
        "Without a year the dwellings are in no planning; a province gets them in the plan's last year.",
    ),
    remedy=Text("Vul bij het blok in wanneer wordt opgeleverd.", "Fill in when the block is delivered."),
    needs=("project", "woningblok"),
)
def phasing_missing(context: Context) -> Iterator[Hits]:
    """Blocks with dwellings but without any delivery."""
    blocks = context.blocks[context.blocks["aantal"].fillna(0) > 0]
    if context.has("oplevering"):
        blocks = blocks[~blocks.index.isin(context.frame("oplevering")["woningblok_uuid"])]
    yield Hits(
        blocks,
        Text("Woningblok '{blok}' van {plan} heeft geen oplevering.", "Block '{blok}' of {plan} has no delivery date."),
        Text("een of meer opleveringen", "one or more deliveries"),
    )


@rule(
    "prijs_over_klassen",
    THEME,
    WAARSCHUWING,
    Text("Prijs loopt over meer prijsklassen", "Price runs across price classes"),
    why=Text(
        "Een prijs van–tot die in twee klassen valt kan bij geen van beide worden geteld en gaat als 'onbekend' naar de "
        "provincie.",
        "A price range that falls in two classes counts for neither and goes to the province as 'unknown'.",
    ),
    remedy=Text("Splits de regel in een regel per klasse.", "Split the line into one per class."),
    needs=("project", "woningblok", "verdeling", "prijsklasse"),
)
def price_across_classes(context: Context) -> Iterator[Hits]:
    """Ownership rows whose lowest and highest price fall in different classes, per system of classes."""
    import numpy as np

    rows = context.breakdowns
    rows = rows[(rows["kenmerk"] == "eigendom") & rows["prijs_min"].notna()]
    if rows.empty:
        raise NotCheckedError("er zijn geen prijzen ingevuld", "no prices were filled in")
    rows = rows.assign(
        markt=np.where(rows["categorie"] == "koopwoning", "koop", "huur"),
        jaar=_year(context, rows),
        hoogste=rows["prijs_max"].astype("float64").fillna(np.inf),
    )
    classes = _classes(context)
    for (stelsel, markt), group in classes.groupby(["stelsel", "markt"]):
        subject = rows[rows["markt"] == markt]
        years = np.sort(group["vanaf_jaar"].unique())
        place = np.clip(np.searchsorted(years, subject["jaar"], side="right") - 1, 0, None)
        for number in np.unique(place):
            bounds = np.sort(group.loc[group["vanaf_jaar"] == years[number], "minimum"].astype("float64"))
            priced = subject[place == number]
            low = np.searchsorted(bounds, priced["prijs_min"].astype("float64"), side="right")
            high = np.searchsorted(bounds, priced["hoogste"], side="right")
            across = priced[low != high]
            yield Hits(
                _with_prices(across).assign(sleutel=f"{stelsel}:{markt}:" + across["categorie"].astype(str)),
                Text(
                    f"Woningblok '{{blok}}' van {{plan}}: {markt}prijs {{van}} – {{tot}} valt in meer dan een prijsklasse "
                    f"({stelsel} {years[number]}).",
                    f"Block '{{blok}}' of {{plan}}: price {{van}} – {{tot}} ({markt}) falls in more than one price class "
                    f"({stelsel} {years[number]}).",
                ),
                Text("binnen één prijsklasse", "within one price class"),
                value="{van} – {tot}",
            )


def _classes(context: Context) -> pd.DataFrame:
    """The price classes that count: the municipality's own and those of the deliveries, else the national ones."""
    classes = context.frame("prijsklasse")
    classes = classes[classes["actief"].fillna(True).astype(bool)]
    wanted = {"gemeente", *(profile.stelsel for profile in context.profiles)}
    chosen = classes[classes["stelsel"].isin(wanted)]
    return chosen if len(chosen) else classes[classes["stelsel"] == "landelijk"]


def _name(context: Context, kenmerk: str) -> str:
    """The label of a characteristic, safe in a template."""
    import pandas as pd

    label = str(context.label("kenmerk", pd.Series([kenmerk], dtype=object)).iloc[0])
    return label.replace("{", "{{").replace("}", "}}")


def _year(context: Context, rows: pd.DataFrame) -> np.ndarray:
    """Year of the block's last delivery; without one, that of the reference date."""
    import numpy as np

    last = np.full(len(context.blocks), 0)
    if context.has("oplevering"):
        deliveries = context.deliveries
        np.maximum.at(last, deliveries["plaats"].to_numpy(), deliveries["datum"].dt.year.to_numpy())
    last[last == 0] = context.reference_date.year
    return last[rows["plaats"].to_numpy()]


def _with_prices(rows: pd.DataFrame) -> pd.DataFrame:
    lowest, highest = rows["prijs_min"].astype("float64"), rows["prijs_max"].astype("float64")
    return rows.assign(van=lowest.map(_euro), tot=highest.map(_euro).where(highest.notna(), "…"))


def _euro(cents: float) -> str:
    euros = cents / 100
    return f"€ {euros:.0f}" if cents % 100 == 0 else f"€ {euros:.2f}".replace(".", ",")
