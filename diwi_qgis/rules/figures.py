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
    blocks = woningblok[["uuid", "project_uuid", "mutatie", "in_programmering", "aantal"]].rename(
        columns={"uuid": "woningblok_uuid", "aantal": "totaal"}
    )
    blocks = blocks.assign(blok=np.arange(len(blocks)), totaal=blocks["totaal"].fillna(0).astype("int64"))
    given = oplevering[["woningblok_uuid", "datum", "aantal", "gerealiseerd"]].merge(blocks, on="woningblok_uuid")
    given["datum"] = pd.to_datetime(given["datum"])
    done = given["gerealiseerd"].fillna(False).astype(bool) & (given["datum"] <= pd.Timestamp(peildatum))
    given = given.assign(gerealiseerd=done, later=~done, gefaseerd=True, aantal=given["aantal"].astype("int64"))
    given = given.sort_values(["blok", "later", "datum"], kind="stable")
    before = given.groupby("blok")["aantal"].cumsum() - given["aantal"]
    room = (given["totaal"] - before).clip(lower=0)
    given["aantal"] = np.minimum(given["aantal"].to_numpy(), room.to_numpy())

    phased = given.groupby("blok")["aantal"].sum().reindex(blocks["blok"], fill_value=0).to_numpy()
    ends = pd.Series(pd.to_datetime(project["eind_datum"]).to_numpy(), index=project["uuid"].to_numpy())
    rest = blocks.assign(aantal=blocks["totaal"].to_numpy() - phased, gerealiseerd=False, gefaseerd=False, later=True)
    rest["datum"] = ends.reindex(rest["project_uuid"]).to_numpy()

    columns = ["blok", "project_uuid", "woningblok_uuid", "mutatie", "in_programmering", "datum", "aantal"]
    flags = ["gerealiseerd", "gefaseerd", "later"]
    every = pd.concat([frame.loc[frame["aantal"] > 0, columns + flags] for frame in (given, rest)], ignore_index=True)
    every = every.sort_values(["blok", "later", "datum", "gefaseerd"], kind="stable", ignore_index=True)
    every["jaar"] = every["datum"].dt.year.astype("Int64")
    for flag in ("gerealiseerd", "gefaseerd"):
        every[flag] = every[flag].astype(bool)
    return every.drop(columns=["blok", "later"])


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
    table = pd.DataFrame(index=delen.index)
    for mutatie in ("bouw", "sloop"):
        own = np.where(delen["mutatie"].to_numpy() == mutatie, count, 0)
        table[mutatie] = own
        table[f"{mutatie}_gerealiseerd"] = np.where(done, own, 0)
        table[f"{mutatie}_resterend"] = np.where(done, 0, own)
    for stand in ("", "_gerealiseerd", "_resterend"):
        table[f"netto{stand}"] = table[f"bouw{stand}"] - table[f"sloop{stand}"]
    if not per:
        return table.sum().to_frame().T[list(CIJFERS)].astype("int64")
    keys = [delen[column] for column in per]
    return table.groupby(keys, sort=True, dropna=False)[list(CIJFERS)].sum()
