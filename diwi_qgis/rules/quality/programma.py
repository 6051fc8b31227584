"""Rules on the programme: do blocks, breakdowns, phasing and prices add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.notation import number, plain
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, INFO, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
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
                f"Woningblok '{{blok}}' van {{plan}}: {naam} verdeelt {{som:#woning|woningen}}, het blok telt er {{totaal:.0f}}.",
                f"Block '{{blok}}' of {{plan}}: {naam} breaks down {{som:#dwelling|dwellings}}, the block has {{totaal:.0f}}.",
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
                f"{{plan}}: {naam} is onbekend van {{onbekend:.0f}} van de {{totaal:#woning|woningen}}.",
                f"{{plan}}: {naam} is unknown of {{onbekend:.0f}} of the {{totaal:#dwelling|dwellings}}.",
            ),
            Text(
                f"minder dan {plain(100 * context.options.unknown_share)} % onbekend",
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
            "Woningblok '{blok}' van {plan}: de opleveringen zijn samen {som:#woning|woningen}, het blok telt er {totaal:.0f}.",
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
    "prijsklasse_onduidelijk",
    THEME,
    WAARSCHUWING,
    Text(
        "Prijs valt in meer prijsklassen, of in een onbekende",
        "Price falls in several price classes, or an unknown one",
    ),
    why=Text(
        "Een prijs van–tot die in twee klassen valt kan bij geen van beide worden geteld en gaat als 'onbekend' naar de "
        "provincie; de naam van een klasse die nergens is vastgelegd ook.",
        "A price range that falls in two classes counts for neither and goes to the province as 'unknown'; so does the name "
        "of a class that was never set.",
    ),
    remedy=Text(
        "Splits de regel in een regel per klasse, of kies een klasse die bestaat.",
        "Split the line into one per class, or choose a class that exists.",
    ),
    needs=("project", "woningblok", "verdeling", "prijsklasse"),
)
def unclear_price(context: Context) -> Iterator[Hits]:
    """Ownership rows to which no one price class can be given, per scheme of classes (`rules.prices`)."""
    from diwi_qgis.rules.prices import ONBEKENDE_KLASSE, TWEE_KLASSEN, classify

    rows = context.breakdowns
    rows = rows[(rows["kenmerk"] == "eigendom") & (rows["prijs_min"].notna() | rows["prijsklasse"].notna())]
    if rows.empty:
        raise NotCheckedError("er zijn geen prijzen ingevuld", "no prices were filled in")
    years, classes = _last_years(context), context.frame("prijsklasse")
    for stelsel in _schemes(context, classes):
        verdict = classify(rows, years, classes, stelsel)["fout"]
        spread, unknown = rows[verdict == TWEE_KLASSEN], rows[verdict == ONBEKENDE_KLASSE]
        yield Hits(
            _with_prices(spread).assign(sleutel=f"{stelsel}:" + spread["categorie"].astype(str)),
            Text(
                f"Woningblok '{{blok}}' van {{plan}}: prijs {{van}} – {{tot}} valt in meer dan een prijsklasse ({stelsel}).",
                f"Block '{{blok}}' of {{plan}}: price {{van}} – {{tot}} falls in more than one price class ({stelsel}).",
            ),
            Text("binnen één prijsklasse", "within one price class"),
            value="{van} – {tot}",
        )
        yield Hits(
            unknown.assign(sleutel=f"{stelsel}:" + unknown["prijsklasse"].astype(str)),
            Text(
                f"Woningblok '{{blok}}' van {{plan}}: prijsklasse '{{prijsklasse}}' is niet vastgelegd ({stelsel}).",
                f"Block '{{blok}}' of {{plan}}: price class '{{prijsklasse}}' was not set ({stelsel}).",
            ),
            Text("een prijsklasse uit de tabel", "a price class in the table"),
            value="{prijsklasse}",
        )


def _schemes(context: Context, classes: pd.DataFrame) -> list[str]:
    """The schemes that count: the municipality's own and those of the deliveries, else the national one."""
    wanted = {"gemeente", *(profile.stelsel for profile in context.profiles)} & set(classes["stelsel"])
    return sorted(wanted) or ["landelijk"]


def _last_years(context: Context) -> pd.Series:
    """Year of the last delivery of every block that has one, by uuid."""
    import pandas as pd

    if not context.has("oplevering"):
        return pd.Series(dtype="Int64")
    last = context.deliveries.groupby("plaats")["datum"].max().dt.year
    return pd.Series(last.to_numpy(), index=context.blocks.index[last.index], dtype="Int64")


def _name(context: Context, kenmerk: str) -> str:
    """The label of a characteristic, safe in a template."""
    import pandas as pd

    label = str(context.label("kenmerk", pd.Series([kenmerk], dtype=object)).iloc[0])
    return label.replace("{", "{{").replace("}", "}}")


def _with_prices(rows: pd.DataFrame) -> pd.DataFrame:
    lowest, highest = rows["prijs_min"].astype("float64"), rows["prijs_max"].astype("float64")
    return rows.assign(van=lowest.map(_euro), tot=highest.map(_euro).where(highest.notna(), "…"))


def _euro(cents: float) -> str:
    return f"€ {number(cents / 100, 0 if cents % 100 == 0 else 2)}"
