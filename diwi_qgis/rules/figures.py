"""How many dwellings: the one definition that every screen, report, goal and delivery uses (docs/cijfers.md).

A *part* is what one block delivers on one day. The parts of a block always add up to its number: dwellings without an
`oplevering` are delivered on the `eind_datum` of the plan; deliveries beyond the number of the block do not count (the
last ones first). A part is *gerealiseerd* at a reference date when it is marked so and its date has come; every other
part is *resterend*, also when its planned date has passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

#: What `dwellings` counts. Netto is bouw minus sloop; *_gerealiseerd + *_resterend is the whole.
CIJFERS = tuple(
    f"{mutatie}{stand}" for mutatie in ("bouw", "sloop", "netto") for stand in ("", "_gerealiseerd", "_resterend")
)


def parts(project: pd.DataFrame, woningblok: pd.DataFrame, oplevering: pd.DataFrame, peildatum: date) -> pd.DataFrame:
    """Every part of every block, in the order of the blocks and of time.

    Columns: `project_uuid`, `woningblok_uuid`, `mutatie`, `in_programmering`, `datum`, `jaar` (Int64), `aantal`,
    `gerealiseerd` (at `peildatum`), `gefaseerd` (False for what has no `oplevering`). Parts of 0 dwellings are left out.
    """
    blocks = woningblok[["uuid", "project_uuid", "mutatie", "in_programmering"]].reset_index(drop=True)
    totaal = woningblok["aantal"].fillna(0).to_numpy(dtype="int64")
    given = _given(oplevering, pd.Index(blocks["uuid"]), totaal, peildatum)

    phased = np.zeros(len(blocks), dtype="int64")
    np.add.at(phased, given["blok"], given["aantal"])
    ends = pd.Series(pd.to_datetime(project["eind_datum"]).to_numpy(), index=project["uuid"].to_numpy())
    no, yes = np.zeros(len(blocks), dtype=bool), np.ones(len(blocks), dtype=bool)
    rest = {
        "blok": np.arange(len(blocks)),
        "datum": ends.reindex(blocks["project_uuid"]).to_numpy(dtype="datetime64[ns]"),
        "aantal": totaal - phased,
        "gerealiseerd": no,
        "later": yes,
        "gefaseerd": no,
    }
    every = {name: np.concatenate([given[name], rest[name]]) for name in rest}
    order = np.lexsort((every["gefaseerd"], _days(every["datum"]), every["later"], every["blok"]))
    order = order[every["aantal"][order] > 0]
    every = {name: values[order] for name, values in every.items()}
    of_block = blocks.take(every["blok"]).reset_index(drop=True)
    return pd.DataFrame(
        {
            "project_uuid": of_block["project_uuid"],
            "woningblok_uuid": of_block["uuid"],
            "mutatie": of_block["mutatie"],
            "in_programmering": of_block["in_programmering"],
            "datum": every["datum"],
            "aantal": every["aantal"],
            "gerealiseerd": every["gerealiseerd"],
            "gefaseerd": every["gefaseerd"],
            "jaar": pd.Series(every["datum"]).dt.year.astype("Int64"),
        }
    )


def _given(oplevering: pd.DataFrame, uuids: pd.Index, totaal: np.ndarray, peildatum: date) -> dict[str, np.ndarray]:
    """What the blocks deliver (`blok` is the place in `uuids`), in the order of time, realised ones first; none beyond `totaal`."""
    blok = uuids.get_indexer(oplevering["woningblok_uuid"])
    known = blok >= 0
    datum = pd.to_datetime(oplevering["datum"]).to_numpy(dtype="datetime64[ns]")
    done = oplevering["gerealiseerd"].fillna(False).to_numpy(dtype=bool) & (datum <= np.datetime64(peildatum))
    order = np.lexsort((_days(datum), ~done, blok))
    order = order[known[order]]
    blok, aantal, done = blok[order], oplevering["aantal"].to_numpy(dtype="int64")[order], done[order]
    before = np.cumsum(aantal) - aantal
    first = np.searchsorted(blok, blok)  # where the block of each row begins
    room = np.maximum(totaal[blok] - (before - before[first]), 0)
    return {
        "blok": blok,
        "datum": datum[order],
        "aantal": np.minimum(aantal, room),
        "gerealiseerd": done,
        "later": ~done,
        "gefaseerd": np.ones(len(blok), dtype=bool),
    }


def _days(moments: np.ndarray) -> np.ndarray:
    """Numbers in the order of time; no date comes last."""
    days = moments.astype("int64")
    return np.where(np.isnat(moments), np.iinfo("int64").max, days)


def dwellings(
    delen: pd.DataFrame, per: Sequence[str] = ("project_uuid",), alleen_in_programmering: bool = False
) -> pd.DataFrame:
    """The `CIJFERS` (dwellings) of `parts`, per plan, block, year or any columns of it; ``per=()`` gives one row.

    `alleen_in_programmering` leaves out blocks that are not, or not known to be, in the municipal programme.
    """
    if alleen_in_programmering:
        delen = delen[delen["in_programmering"].fillna(False).astype(bool)]
    count = delen["aantal"].to_numpy(dtype="int64")
    done = delen["gerealiseerd"].to_numpy(dtype=bool)
    table = {}
    for mutatie in ("bouw", "sloop"):
        own = np.where(delen["mutatie"].to_numpy() == mutatie, count, 0)
        table[mutatie] = own
        table[f"{mutatie}_gerealiseerd"] = np.where(done, own, 0)
        table[f"{mutatie}_resterend"] = np.where(done, 0, own)
    for stand in ("", "_gerealiseerd", "_resterend"):
        table[f"netto{stand}"] = table[f"bouw{stand}"] - table[f"sloop{stand}"]
    if not per:
        return pd.DataFrame({name: [int(table[name].sum())] for name in CIJFERS})
    keys = [delen[column] for column in per]
    counted = pd.DataFrame({name: table[name] for name in CIJFERS}, index=delen.index)
    return counted.groupby(keys, sort=True, dropna=False).sum()
