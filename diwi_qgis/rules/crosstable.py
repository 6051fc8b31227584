"""Dwelling type × price class: the 33 cells that the provinces ask for, per plan, year and realised or not.

The margins of a block are known (how many of each type, how many of each class), their combination often not. Where a
block has one type or one class the table is exact; else it is the independence estimate type × class / total, made whole
by largest remainder; of equal remainders the first in the order of `CELLEN` gets the dwelling. The cells add up to the
number of the block, always, and none is negative; a block whose breakdown exceeds its number is a problem
(`Marges.te_veel`), and is counted as if its parts were reduced in proportion.

A block delivered in parts is divided over them in order of time: each part takes, again by largest remainder, its share
of what is left of every cell. So the cells of a part add up to the part, and the parts to the block, exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

TYPEN = ("meergezins", "eengezins", "onbekend")
KLASSEN = (
    *("koop1", "koop2", "koop3", "koop4", "koop_onb"),
    *("huur1", "huur2", "huur3", "huur4", "huur_onb"),
    "onbekend",
)
#: The cells, in the provinces' order.
CELLEN = tuple(f"{kind}_{klasse}" for kind in TYPEN for klasse in KLASSEN)

PER_BLOK, GEPOOLD = "per_blok", "gepoold"
METHODEN = (PER_BLOK, GEPOOLD)

_TYPE_OF = {"meergezinswoning": 0, "eengezinswoning": 1}
_CORPORATIE = "huurwoning_woningcorporatie"


@dataclass(frozen=True)
class Marges:
    """What is known of every block, in the order of `uuid`: `types` (n × 3), `klassen` (n × 11), each row adding up to
    `aantal`; `corporatie` (n × 11): of `klassen`, what a housing corporation lets. `te_veel`: the breakdowns that exceed
    their block (`woningblok_uuid`, `project_uuid`, `kenmerk`, `som`, `aantal`)."""

    uuid: pd.Index
    project_uuid: np.ndarray
    mutatie: np.ndarray
    aantal: np.ndarray
    types: np.ndarray
    klassen: np.ndarray
    corporatie: np.ndarray
    te_veel: pd.DataFrame


def largest_remainder(weights: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """Whole numbers in proportion to `weights` (n × k, whole, ≥ 0) that add up per row to `totals` (n).

    Exact integer arithmetic (weight × total must fit in 63 bits); of equal remainders the first column goes first. Rows
    without any weight give 0.
    """
    sums = weights.sum(axis=1)
    return _round(weights * totals[:, None], sums, np.where(sums > 0, totals, 0))


def _round(numerators: np.ndarray, denominators: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """The quotients as whole numbers adding up to `totals`: rounded down, then the largest remainders one up."""
    safe = np.where(denominators > 0, denominators, 1)[:, None]
    whole, remainder = np.divmod(numerators, safe)
    lost = totals - whole.sum(axis=1)
    order = np.argsort(-remainder, axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(order.shape[1]), order.shape), axis=1)
    return whole + (rank < lost[:, None])


def margins(woningblok: pd.DataFrame, verdeling: pd.DataFrame, categorie: pd.Series) -> Marges:
    """The margins of all blocks. `categorie`: price class by index of `verdeling` (see `prices.classify`)."""
    uuid = pd.Index(woningblok["uuid"])
    aantal = woningblok["aantal"].fillna(0).to_numpy(dtype="int64")
    position = uuid.get_indexer(verdeling["woningblok_uuid"])
    kenmerk = verdeling["kenmerk"].to_numpy()
    count = verdeling["aantal"].fillna(0).to_numpy(dtype="int64")
    kinds = verdeling["categorie"].map(_TYPE_OF).fillna(-1).to_numpy(dtype="int64")
    classes = categorie.reindex(verdeling.index).map({name: at for at, name in enumerate(KLASSEN)})
    classes = classes.fillna(-1).to_numpy(dtype="int64")

    def table(width: int, column: np.ndarray, rows: np.ndarray) -> np.ndarray:
        rows = rows & (position >= 0) & (column >= 0)
        cells = np.zeros((len(uuid), width), dtype="int64")
        np.add.at(cells, (position[rows], column[rows]), count[rows])
        return cells

    owned = kenmerk == "eigendom"
    known = {"woningtype": table(3, kinds, kenmerk == "woningtype"), "eigendom": table(11, classes, owned)}
    lets = table(11, classes, owned & (verdeling["categorie"].to_numpy() == _CORPORATIE))
    project_uuid = woningblok["project_uuid"].to_numpy()
    too_many = []
    for name, cells in known.items():
        total = cells.sum(axis=1)
        over = np.flatnonzero(total > aantal)
        too_many.append(
            pd.DataFrame(
                {
                    "woningblok_uuid": uuid[over],
                    "project_uuid": project_uuid[over],
                    "kenmerk": name,
                    "som": total[over],
                    "aantal": aantal[over],
                }
            )
        )
        cells[over] = largest_remainder(cells[over], aantal[over])
        cells[:, -1] += aantal - cells.sum(axis=1)
    return Marges(
        uuid,
        project_uuid,
        woningblok["mutatie"].to_numpy(),
        aantal,
        known["woningtype"],
        known["eigendom"],
        np.minimum(lets, known["eigendom"]),
        pd.concat(too_many, ignore_index=True),
    )


def combine(types: np.ndarray, klassen: np.ndarray) -> np.ndarray:
    """The 33 cells (n × 33) of margins (n × 3, n × 11) that add up to the same total per row."""
    products = types[:, :, None] * klassen[:, None, :]
    total = types.sum(axis=1)
    return _round(products.reshape(len(types), len(CELLEN)), total, total)


def divide(cells: np.ndarray, block: np.ndarray, aantal: np.ndarray) -> np.ndarray:
    """The cells of the parts of blocks (p × k). `block`: row of `cells` for every part, parts of a block together and in
    order; `aantal`: dwellings of every part, per block adding up to its cells."""
    left = cells.copy()
    result = np.zeros((len(block), cells.shape[1]), dtype="int64")
    starts = np.flatnonzero(np.r_[True, block[1:] != block[:-1]]) if len(block) else np.zeros(0, dtype="int64")
    sizes = np.diff(np.r_[starts, len(block)])
    for turn in range(int(sizes.max()) if len(sizes) else 0):
        part = starts[sizes > turn] + turn
        rows = block[part]
        result[part] = largest_remainder(left[rows], aantal[part])
        left[rows] -= result[part]
    return result


def yearly_parts(delen: pd.DataFrame, marges: Marges) -> pd.DataFrame:
    """Parts (`figures.parts`) taken together per block, year and realised or not, with `blok`: the row in `marges`."""
    known = delen.assign(blok=marges.uuid.get_indexer(delen["woningblok_uuid"]), later=~delen["gerealiseerd"])
    keys = ["blok", "jaar", "later", "project_uuid", "mutatie", "gerealiseerd"]
    return known.groupby(keys, sort=True, dropna=False)["aantal"].sum().reset_index().drop(columns="later")


def cross_table(delen: pd.DataFrame, marges: Marges, methode: str = PER_BLOK) -> pd.DataFrame:
    """The `CELLEN` per `project_uuid`, `jaar`, `gerealiseerd` and `mutatie` (columns), of `figures.parts`.

    Method `GEPOOLD` is that of DIWI, for comparison with old deliveries: a block counts wholly in the year of its last
    delivery, and the blocks of a plan and year are added up before the estimate, which mixes unlike blocks.
    """
    keys = ["project_uuid", "jaar", "gerealiseerd", "mutatie"]
    parts = yearly_parts(delen, marges)
    if methode == GEPOOLD:
        whole = parts.groupby("blok").agg(
            project_uuid=("project_uuid", "first"),
            jaar=("jaar", "max"),
            gerealiseerd=("gerealiseerd", "all"),
            mutatie=("mutatie", "first"),
        )
        rows = whole.index.to_numpy()
        pooled = pd.DataFrame(np.hstack([marges.types[rows], marges.klassen[rows]])).groupby(
            [whole[key].to_numpy() for key in keys], sort=True
        )
        sums = pooled.sum()
        cells = combine(sums.iloc[:, :3].to_numpy(), sums.iloc[:, 3:].to_numpy())
        table = pd.DataFrame(cells, columns=list(CELLEN), index=sums.index.set_names(keys))
        return table.reset_index()
    cells = divide(combine(marges.types, marges.klassen), parts["blok"].to_numpy(), parts["aantal"].to_numpy())
    table = pd.DataFrame(cells, columns=list(CELLEN))
    return table.groupby([parts[key] for key in keys], sort=True, dropna=False).sum().reset_index()


def totals(delen: pd.DataFrame, marges: Marges) -> pd.DataFrame:
    """Per plan (index project_uuid) what is known of type and class, without any estimate of their combination.

    Of what is still to be delivered: ``meergezins_resterend``, ``eengezins_resterend``, ``type_onbekend_resterend`` (bouw
    only, together `bouw_resterend`), ``koop_resterend``, ``huur_resterend``, ``eigendom_onbekend_resterend`` (bouw minus
    sloop, together `netto_resterend`). Of all: ``koop1`` … ``huur_onb``, ``eigendom_onbekend`` (together `netto`), and
    ``corporatie``, ``corporatie_sociaal`` (huur1 and huur2), ``corporatie_midden`` (huur3), all bouw minus sloop.
    """
    parts = yearly_parts(delen, marges)
    block, number = parts["blok"].to_numpy(), parts["aantal"].to_numpy()
    rest = ~parts["gerealiseerd"].to_numpy(dtype=bool)
    builds = parts["mutatie"].to_numpy() == "bouw"
    sign = np.where(builds, 1, -1)
    types = divide(marges.types, block, number) * (rest & builds)[:, None]
    klassen = divide(marges.klassen, block, number) * (sign * rest)[:, None]
    per_part = pd.DataFrame(types, columns=["meergezins_resterend", "eengezins_resterend", "type_onbekend_resterend"])
    per_part["koop_resterend"] = klassen[:, :5].sum(axis=1)
    per_part["huur_resterend"] = klassen[:, 5:10].sum(axis=1)
    per_part["eigendom_onbekend_resterend"] = klassen[:, 10]
    of_rest = per_part.groupby(parts["project_uuid"].to_numpy()).sum()

    sign = np.where(marges.mutatie == "bouw", 1, -1)[:, None]
    per_block = pd.DataFrame(marges.klassen * sign, columns=[*KLASSEN[:-1], "eigendom_onbekend"])
    lets = marges.corporatie * sign
    per_block["corporatie"] = lets.sum(axis=1)
    per_block["corporatie_sociaal"] = lets[:, 5:7].sum(axis=1)
    per_block["corporatie_midden"] = lets[:, 7]
    of_all = per_block.groupby(marges.project_uuid).sum()
    return of_all.join(of_rest, how="outer").fillna(0).astype("int64")
