"""Rules that find numbers of dwellings that are unusual for their kind: the 2000 that should have been 200.

Numbers of dwellings spread over orders of magnitude, so everything is judged on logarithms, and robustly: median and MAD,
or a regression that gives no weight to what does not fit, so that the typing errors do not set the norm. How well it works
is shown by tests/rules/test_quality_uitschieters.py on simulated registers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, NotCheckedError, not_checked, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

THEME = Text("Uitschieters", "Outliers")

#: A plan type with fewer plans than this is judged together with the other small ones.
_SMALL_GROUP = 8
#: Smallest spread of the logarithm (a factor 1.2): in a very uniform register not every difference is an error.
_SMALLEST_SPREAD = 0.18
#: Smallest area (ha) to compute with; below it lies a scrap, not a plan.
_SMALLEST_AREA = 0.005
#: MAD of a normal distribution times this is its standard deviation.
_MAD = 1.4826


@rule(
    "aantal_uitschieter",
    THEME,
    WAARSCHUWING,
    Text("Ongebruikelijk aantal woningen", "Unusual number of dwellings"),
    why=Text(
        "Het aantal is veel groter of kleiner dan bij andere plannen van dit type. Vaak is er een nul te veel of te weinig "
        "getypt; één zo'n plan kan het totaal van de gemeente bepalen.",
        "The number is much larger or smaller than for other plans of this type. Often a zero too many or too few was typed; "
        "one such plan can dominate the municipality's total.",
    ),
    remedy=Text("Controleer de aantallen van de woningblokken.", "Check the numbers of the blocks."),
    needs=("project", "woningblok"),
)
def unusual_number(context: Context) -> Iterator[Hits]:
    """Robust z-score of the logarithm of the number, within the plan type."""
    import numpy as np

    table = _table(context)
    residual, spread = _within_type(np.log(table["aantal"].to_numpy()), table["soort"])
    yield _hits(
        table,
        residual,
        spread,
        context.options.outlier_z,
        Text(
            "{plan} telt {aantal:#woning|woningen}, ongebruikelijk {veel_nl} voor dit type plan.",
            "{plan} has {aantal:#dwelling|dwellings}, unusually {veel_en} for this type of plan.",
        ),
    )


@rule(
    "dichtheid_uitschieter",
    THEME,
    WAARSCHUWING,
    Text("Ongebruikelijk aantal woningen voor de oppervlakte", "Unusual number of dwellings for the area"),
    why=Text(
        "Het aantal woningen per hectare is veel hoger of lager dan bij andere plannen van dit type en deze grootte: er is "
        "een nul te veel of te weinig getypt, of het plangebied is te klein of te groot getekend.",
        "The number of dwellings per hectare is much higher or lower than for other plans of this type and size: a zero too "
        "many or too few was typed, or the plan area was drawn too small or too large.",
    ),
    remedy=Text(
        "Controleer de aantallen van de woningblokken en het plangebied.",
        "Check the numbers of the blocks, and the plan area.",
    ),
    needs=("project", "woningblok"),
    libraries=("shapely",),
)
def unusual_density(context: Context) -> Iterator[Hits]:
    """Robust z-score of what remains of the logarithm of the number after plan type and area."""
    import numpy as np
    import shapely

    table = _table(context)
    hectares = shapely.area(context.areas[context.plans.index.get_indexer(table.index)]) / 10_000
    known = hectares > 0  # without a plan area it is nan
    yield not_checked(
        table[~known],
        Text("{aantal:#plan|plannen} zonder plangebied", "{aantal:#plan|plans} without plan area"),
    )
    table = table[known].assign(hectare=hectares[known])
    _enough(context, len(table))
    size = np.log(np.maximum(table["hectare"].to_numpy(), _SMALLEST_AREA))
    residual, spread = _robust_fit(np.log(table["aantal"].to_numpy()), size, table["soort"])
    table = table.assign(dichtheid=table["aantal"] / table["hectare"])
    yield _hits(
        table,
        residual,
        spread,
        context.options.density_z,
        Text(
            "{plan} telt {aantal:#woning|woningen} op {hectare:.2f} ha ({dichtheid:.0f} per ha), ongebruikelijk {veel_nl} voor dit "
            "type en deze grootte.",
            "{plan} has {aantal:#dwelling|dwellings} on {hectare:.2f} ha ({dichtheid:.0f} per ha), unusually {veel_en} for this type "
            "and size.",
        ),
    )


def _table(context: Context) -> pd.DataFrame:
    """The plans that have dwellings to be built, with `aantal` and `soort` (type; small types taken together)."""
    built = context.built
    _enough(context, len(built))
    table = context.plans.loc[built.index, ["project_uuid", "plantype"]].assign(aantal=built.astype("int64"))
    kind = table["plantype"].fillna("").astype(str)
    return table.assign(soort=kind.where(kind.groupby(kind).transform("size") >= _SMALL_GROUP, ""))


def _enough(context: Context, number: int) -> None:
    least = context.options.outlier_minimum
    if number < least:
        raise NotCheckedError(
            f"er zijn {number} plannen om te vergelijken, minstens {least} zijn nodig",
            f"there are {number} plans to compare, at least {least} are needed",
        )


def _within_type(value: np.ndarray, kind: pd.Series) -> tuple[np.ndarray, float]:
    """Distance to the median of the type, and the robust spread of these distances over all types."""
    import pandas as pd

    numbers = pd.Series(value, index=kind.index)
    residual = (numbers - numbers.groupby(kind).transform("median")).to_numpy()
    return residual, _spread(residual)


def _robust_fit(value: np.ndarray, size: np.ndarray, kind: pd.Series) -> tuple[np.ndarray, float]:
    """Residuals of value ~ kind + size by iterated reweighting (Tukey's biweight), and their robust spread."""
    import numpy as np
    import pandas as pd

    design = np.column_stack([pd.get_dummies(kind).to_numpy(dtype=float), size])
    residual, spread = _within_type(value - size, kind)  # to start with: density the same at every size
    for _ in range(20):
        unfit = np.clip(np.abs(residual) / (4.685 * spread), 0, 1)
        weight = (1 - unfit**2) + 1e-6
        solution = np.linalg.lstsq(design * weight[:, None], value * weight, rcond=None)[0]
        residual = value - design @ solution
        spread = _spread(residual)
    return residual, spread


def _spread(residual: np.ndarray) -> float:
    import numpy as np

    return max(_SMALLEST_SPREAD, _MAD * float(np.median(np.abs(residual - np.median(residual)))))


def _hits(table: pd.DataFrame, residual: np.ndarray, spread: float, limit: float, message: Text) -> Hits:
    import numpy as np

    usual = table["aantal"] / np.exp(residual)
    wide = np.exp(2 * spread)
    table = table.assign(
        maat=np.abs(residual) / spread,
        veel_nl=np.where(residual > 0, "veel", "weinig"),
        veel_en=np.where(residual > 0, "many", "few"),
        laag=np.maximum(1, usual / wide),
        hoog=np.maximum(1, usual * wide),
    )
    return Hits(
        table[table["maat"] > limit],
        message,
        Text("gebruikelijk: {laag:.0f} tot {hoog:#woning|woningen}", "usual: {laag:.0f} to {hoog:#dwelling|dwellings}"),
        value="{aantal:n}",
    )
