"""The phase and plan status of every plan at a date, from its milestones.

A milestone takes effect on the day it was realised, or on the planned day when that is all there is. The state at a date
is set by the last milestone of its kind on or before it; of two on one day the later row counts (frames come in order of
`fid`). The triggers of the register keep `project.fase` and `project.planstatus` by the same rule for today.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np
import pandas as pd

#: Milestone kinds that end a plan, in the program's own meaning (see list `mijlpaalsoort`).
AFGEROND, AFGEBROKEN = "afgerond", "afgebroken"

#: Plan statuses that can no longer be appealed against.
ONHERROEPELIJK = ("1A", "1B", "1C")


def milestone_kinds(codelijst: pd.DataFrame) -> pd.DataFrame:
    """The milestone kinds of a register (table `codelijst`) with what they set: `code`, `zet_fase`, `zet_planstatus`."""
    kinds = codelijst.loc[codelijst["lijst"] == "mijlpaalsoort", ["code", "zet_fase", "zet_planstatus"]]
    return kinds.reset_index(drop=True)


def effective(mijlpaal: pd.DataFrame, kinds: pd.DataFrame) -> pd.DataFrame:
    """Milestones with the `datum` on which they take effect and what they set, in order of date (ties: of row)."""
    known = mijlpaal[["project_uuid", "soort"]].assign(datum=mijlpaal["gerealiseerd"].fillna(mijlpaal["gepland"]))
    known = known[known["datum"].notna()].sort_values("datum", kind="stable")
    return known.merge(kinds, left_on="soort", right_on="code", how="left").drop(columns="code")


def state_at(project: pd.DataFrame, mijlpaal: pd.DataFrame, kinds: pd.DataFrame, peildatum: date) -> pd.DataFrame:
    """`fase`, `planstatus` (None: not yet any), `afgerond` and `afgebroken` per plan at the end of `peildatum`.

    Indexed by the uuid of the plan, in the order of `project`. A plan is also finished when its `eind_datum` has passed.
    """
    day = pd.Timestamp(peildatum)
    past = effective(mijlpaal, kinds)
    past = past[past["datum"] <= day]
    state = pd.DataFrame(index=pd.Index(project["uuid"], name="project_uuid"))
    for column, source in (("fase", "zet_fase"), ("planstatus", "zet_planstatus")):
        last = past[past[source].notna()].groupby("project_uuid")[source].last()
        values = last.reindex(state.index).astype(object)
        state[column] = values.where(values.notna(), None)
    over = (pd.to_datetime(project["eind_datum"]) < day).to_numpy(dtype=bool, na_value=False)
    for column in (AFGEROND, AFGEBROKEN):
        state[column] = state.index.isin(past.loc[past["soort"] == column, "project_uuid"])
    state[AFGEROND] |= over
    return state


def first_date(
    mijlpaal: pd.DataFrame,
    kinds: pd.DataFrame,
    fase: Collection[str] = (),
    planstatus: Collection[str] = (),
) -> pd.Series:
    """Per plan the first day, past or planned, on which one of these phases or plan statuses takes effect."""
    known = effective(mijlpaal, kinds)
    wanted = np.asarray(known["zet_fase"].isin(list(fase)) | known["zet_planstatus"].isin(list(planstatus)), dtype=bool)
    return known[wanted].groupby("project_uuid")["datum"].min()
