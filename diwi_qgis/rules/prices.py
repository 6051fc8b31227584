"""From the price of an ownership row to the province's price class.

Bounds are data (table `prijsklasse`): per scheme, market and first year, both inclusive. The year of a block is that of
its last delivery; a year without bounds uses the nearest earlier year, or the earliest there is, and `bounds_used` says
so. A range belongs to a class when both ends do. A range that only touches a bound with one end (up to € 280,000; from
€ 405,000) belongs to the class in which the rest of it lies. A range over two classes is unknown, and a problem; a price
outside every class, or no price at all, is unknown and no problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import pandas as pd

#: Schemes in which the name of a price class is looked up, besides the province's own.
_NAMED = ("gemeente", "landelijk")

#: What can be wrong with an ownership row.
TWEE_KLASSEN, ONBEKENDE_KLASSE = "ownership_range_mapping_error", "unknown_price_class"

_OPEN = np.iinfo("int64").max


def market(eigendom: pd.Series) -> pd.Series:
    """``koop`` or ``huur`` for a code of list `eigendom`; None for an unknown one."""
    return eigendom.map(
        {
            "koopwoning": "koop",
            "huurwoning_particuliere_verhuurder": "huur",
            "huurwoning_woningcorporatie": "huur",
        }
    )


@dataclass(frozen=True)
class Grenzen:
    """The classes of one scheme and market in one year, in order of their minimum (cents, inclusive)."""

    markt: str
    vanaf_jaar: int
    klassen: tuple[str, ...]
    minima: tuple[int, ...]
    maxima: tuple[Optional[int], ...]

    def categories(self, minimum: np.ndarray, maximum: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Class of every price range (cents; NaN maximum: and higher), and whether it lies over two classes."""
        low = np.asarray(minimum, dtype="float64")
        high = np.where(np.isnan(maximum), float(_OPEN), maximum)
        wide = high > low
        first, last = self._position(low), self._position(high)
        # A range that touches a bound with one end only: look one cent further in.
        touches_low, touches_high = self._position(low + wide), self._position(high - wide * np.isfinite(maximum))
        found = np.where(first == last, first, -1)
        found = np.where((found < 0) & (touches_high == first), first, found)
        found = np.where((found < 0) & (touches_low == last), last, found)
        names = np.array([*self.klassen, f"{self.markt}_onb"], dtype=object)
        spread = (found < 0) & ((first >= 0) | (last >= 0)) & wide
        return names[found], spread

    def _position(self, amount: np.ndarray) -> np.ndarray:
        """Position of the class in which an amount lies, -1 when in none."""
        position = np.searchsorted(np.asarray(self.minima, dtype="float64"), amount, side="right") - 1
        ceilings = np.array([float(_OPEN) if maximum is None else maximum for maximum in self.maxima], dtype="float64")
        return np.where((position >= 0) & (amount <= ceilings[position]), position, -1)


def bounds(prijsklasse: pd.DataFrame, stelsel: str, markt: str, jaar: Optional[int]) -> Optional[Grenzen]:
    """The bounds that hold in a year (None: the latest known); None when the scheme has none for this market."""
    rows = prijsklasse[(prijsklasse["stelsel"] == stelsel) & (prijsklasse["markt"] == markt)]
    rows = rows[rows["actief"].fillna(True).astype(bool)]
    if rows.empty:
        return None
    first = _valid_from(rows["vanaf_jaar"], jaar)
    rows = rows[rows["vanaf_jaar"] == first].sort_values("minimum", kind="stable")
    maxima = tuple(None if pd.isna(value) else int(value) for value in rows["maximum"])
    return Grenzen(markt, first, tuple(rows["klasse"]), tuple(int(value) for value in rows["minimum"]), maxima)


def _valid_from(years: pd.Series, jaar: Optional[int]) -> int:
    known = sorted({int(year) for year in years})
    earlier = [year for year in known if jaar is None or year <= jaar]
    return earlier[-1] if earlier else known[0]


def classify(
    verdeling: pd.DataFrame,
    jaar: pd.Series,
    prijsklasse: pd.DataFrame,
    stelsel: str,
    koppeling: Optional[Mapping[str, str]] = None,
) -> pd.DataFrame:
    """Price class of every ownership row (`verdeling` with kenmerk ``eigendom``), on the same index.

    `jaar`: year of last delivery by woningblok_uuid. `koppeling`: the municipality's own choice of a class for the name
    of a price class of its own. Columns: `markt` (None: unknown ownership), `categorie` (``koop1`` … ``huur_onb``, None
    when the market is unknown), `fout` (None, `TWEE_KLASSEN` or `ONBEKENDE_KLASSE`), `jaar`, `grenzen_jaar` (first year of
    the bounds used; NA when no price was compared).
    """
    result = pd.DataFrame(index=verdeling.index)
    result["markt"] = market(verdeling["categorie"])
    result["categorie"] = result["markt"].map({"koop": "koop_onb", "huur": "huur_onb"}).astype(object)
    result["fout"] = pd.Series([None] * len(verdeling), index=verdeling.index, dtype=object)
    result["jaar"] = verdeling["woningblok_uuid"].map(jaar).astype("Int64")
    result["grenzen_jaar"] = pd.Series(pd.NA, index=verdeling.index, dtype="Int64")
    prices = verdeling[["prijs_min", "prijs_max"]].astype("float64")
    _by_name(verdeling, result, prices, prijsklasse, stelsel, koppeling or {})
    priced = prices["prijs_min"].notna() & result["markt"].notna()
    for (markt, year), rows in _grouped(result[priced], "markt"):
        grenzen = bounds(prijsklasse, stelsel, markt, year)
        if grenzen is None:
            continue
        names, spread = grenzen.categories(
            prices.loc[rows, "prijs_min"].to_numpy(), prices.loc[rows, "prijs_max"].to_numpy()
        )
        result.loc[rows, "categorie"] = names
        result.loc[rows[spread], "fout"] = TWEE_KLASSEN
        result.loc[rows, "grenzen_jaar"] = grenzen.vanaf_jaar
    return result


def _by_name(
    verdeling: pd.DataFrame,
    result: pd.DataFrame,
    prices: pd.DataFrame,
    prijsklasse: pd.DataFrame,
    stelsel: str,
    koppeling: Mapping[str, str],
) -> None:
    """Rows with the name of a price class: its class when that is known, else its bounds as prices."""
    named = verdeling["prijsklasse"].notna() & result["markt"].notna()
    keys = result[named].assign(naam=verdeling.loc[named, "prijsklasse"])
    for (markt, naam, year), rows in _grouped(keys, "markt", "naam"):
        own = bounds(prijsklasse, stelsel, markt, None)
        allowed = {f"{markt}{number}" for number in (1, 2, 3, 4)} | {f"{markt}_onb"}
        direct = koppeling.get(naam) or (naam if naam in allowed or (own and naam in own.klassen) else None)
        if direct in allowed:
            result.loc[rows, "categorie"] = direct
            continue
        found = _named_bounds(prijsklasse, markt, naam, year)
        if found is None:
            result.loc[rows, "fout"] = ONBEKENDE_KLASSE
        else:
            prices.loc[rows, ["prijs_min", "prijs_max"]] = found


def _grouped(rows: pd.DataFrame, *columns: str) -> Iterator[tuple[tuple[Any, ...], pd.Index]]:
    """Index of the rows per value of the columns and year (None when unknown)."""
    for (*values, year), group in rows.assign(jaar=rows["jaar"].fillna(-1)).groupby([*columns, "jaar"]):
        yield (*values, None if year < 0 else int(year)), group.index


def _named_bounds(prijsklasse: pd.DataFrame, markt: str, naam: str, jaar: Optional[int]) -> Optional[list[Any]]:
    for stelsel in _NAMED:
        rows = prijsklasse[
            (prijsklasse["stelsel"] == stelsel) & (prijsklasse["markt"] == markt) & (prijsklasse["klasse"] == naam)
        ]
        if not rows.empty:
            row = rows[rows["vanaf_jaar"] == _valid_from(rows["vanaf_jaar"], jaar)].iloc[0]
            return [float(row["minimum"]), np.nan if pd.isna(row["maximum"]) else float(row["maximum"])]
    return None


def bounds_used(classes: pd.DataFrame) -> pd.DataFrame:
    """The years for which bounds of another year were used: `markt`, `jaar`, `grenzen_jaar`, `rijen`."""
    used = classes[classes["grenzen_jaar"].notna() & classes["jaar"].notna()]
    other = used[used["jaar"] != used["grenzen_jaar"]]
    counts = other.groupby(["markt", "jaar", "grenzen_jaar"]).size()
    return counts.rename("rijen").reset_index()
