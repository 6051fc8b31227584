"""What changed in the plans between two states of a register: which came, went or changed, and what that did to the dwellings.

Dwellings are counted by the one definition (`figures`), both states at the same reference date, so that only what was changed
makes a difference and not the days that went by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from diwi_qgis.model.schema import Kind, Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.figures import dwellings, parts

Frames = Mapping[str, pd.DataFrame]

#: What can have happened to a plan.
NIEUW, VERVALLEN, GEWIJZIGD, GELIJK = "nieuw", "vervallen", "gewijzigd", "gelijk"

#: The dwellings that are compared: gross, demolished and net.
AANTALLEN = ("bouw", "sloop", "netto")
VOOR, NA, VERSCHIL = "voor", "na", "verschil"

#: What is part of a plan, and the column that leads to its plan or block.
PARTS = {
    "woningblok": "project_uuid",
    "verdeling": "woningblok_uuid",
    "oplevering": "woningblok_uuid",
    "mijlpaal": "project_uuid",
    "afspraak": "project_uuid",
    "knelpunt": "project_uuid",
    "document": "project_uuid",
    "eigenschap_waarde": "project_uuid",
}

#: The tables that a comparison needs of each state.
TABLES = ("project", *PARTS)


def compare_states(before: Frames, after: Frames, peildatum: date) -> pd.DataFrame:
    """One row for every plan of either state, by uuid; the frames are those of `TABLES`.

    Columns: `naam`, `code` (as they are last), `wat` (`NIEUW`, `VERVALLEN`, `GEWIJZIGD`, `GELIJK`), `velden` (labels of what
    changed: fields of the plan, "Geometrie", and tables below it), and `bouw_voor`, `bouw_na`, `bouw_verschil` … for all
    `AANTALLEN`. Plans that came first, then those that went, that changed, and the rest; each by name.
    """
    old, new = (frames["project"].set_index("uuid") for frames in (before, after))
    uuids = new.index.union(old.index)
    table = pd.DataFrame(index=pd.Index(uuids, name="uuid"))
    for column in ("naam", "code"):
        table[column] = new[column].reindex(uuids).fillna(old[column].reindex(uuids))
    fields = _changed_fields(old, new)
    for name in PARTS:
        for uuid in _changed_parts(name, before, after):
            fields.setdefault(uuid, []).append(model_table(name).label)
    there, then = uuids.isin(new.index), uuids.isin(old.index)
    changed = uuids.isin(list(fields))
    table["wat"] = np.select([~then, ~there, changed], [NIEUW, VERVALLEN, GEWIJZIGD], GELIJK)
    table["velden"] = [", ".join(fields.get(uuid, ())) if both else "" for uuid, both in zip(uuids, there & then)]
    for state, frames in ((VOOR, before), (NA, after)):
        count = dwellings(parts(frames["project"], frames["woningblok"], frames["oplevering"], peildatum))
        for column in AANTALLEN:
            table[f"{column}_{state}"] = count[column].reindex(uuids).fillna(0).astype("int64")
    for column in AANTALLEN:
        table[f"{column}_{VERSCHIL}"] = table[f"{column}_{NA}"] - table[f"{column}_{VOOR}"]
    order = {what: number for number, what in enumerate((NIEUW, VERVALLEN, GEWIJZIGD, GELIJK))}
    keys = pd.DataFrame({"wat": table["wat"].map(order), "naam": table["naam"].str.casefold()}, index=table.index)
    return table.loc[keys.sort_values(["wat", "naam"], kind="stable").index]


def totals(table: pd.DataFrame) -> pd.DataFrame:
    """The dwellings of all plans together: a row for each of `AANTALLEN`, columns `voor`, `na` and `verschil`."""
    sums = {state: [int(table[f"{name}_{state}"].sum()) for name in AANTALLEN] for state in (VOOR, NA, VERSCHIL)}
    return pd.DataFrame(sums, index=list(AANTALLEN))


def _changed_fields(old: pd.DataFrame, new: pd.DataFrame) -> dict[str, list[str]]:
    """By plan the labels of its own fields that are not the same."""
    both = new.index.intersection(old.index)
    then, now = old.loc[both], new.loc[both]
    fields: dict[str, list[str]] = {}
    for column in model_table("project").user_columns:
        for uuid in both[_differ(then[column.name], now[column.name])]:
            fields.setdefault(uuid, []).append(column.label)
    if "geom" in then and "geom" in now:
        for uuid, one, other in zip(both, then["geom"], now["geom"]):
            if (one is None) != (other is None) or (one is not None and one.wkb != other.wkb):
                fields.setdefault(uuid, []).append("Geometrie")
    return fields


def _differ(then: pd.Series, now: pd.Series) -> np.ndarray:
    """Where two columns are not the same; empty is a value like any other."""
    empty = np.asarray(then.isna()), np.asarray(now.isna())
    same = np.asarray((then == now).fillna(False), dtype=bool)
    return ~(same | (empty[0] & empty[1]))


def _changed_parts(name: str, before: Frames, after: Frames) -> list[str]:
    """The plans for which a table below them is not the same, in the order of the new state."""
    rows = [_signed(model_table(name), frames[name], _plans(name, frames)) for frames in (before, after)]
    every = pd.concat(rows, ignore_index=True)
    only_in_one = ~every.duplicated(["uuid", "plan", "inhoud"], keep=False)
    return list(dict.fromkeys(every.loc[only_in_one, "plan"].dropna()))


def _plans(name: str, frames: Frames) -> pd.Series:
    """The plan of every row of a table."""
    frame, blocks = frames[name], frames["woningblok"].set_index("uuid")["project_uuid"]
    if PARTS[name] == "woningblok_uuid":
        return frame["woningblok_uuid"].map(blocks)
    if "woningblok_uuid" in frame:
        return frame["project_uuid"].where(frame["project_uuid"].notna(), frame["woningblok_uuid"].map(blocks))
    return frame["project_uuid"]


def _signed(table: Table, frame: pd.DataFrame, plans: pd.Series) -> pd.DataFrame:
    """Every row as uuid, plan, and all that people wrote in it as one number."""
    columns: Sequence[str] = [column.name for column in table.user_columns]
    texts = pd.DataFrame({name: _as_text(frame[name], table.column(name).kind) for name in columns})
    if "geom" in frame:
        texts["geom"] = ["" if shape is None else shape.wkb_hex for shape in frame["geom"]]
    content = pd.util.hash_pandas_object(texts, index=False) if len(frame) else pd.Series([], dtype="uint64")
    return pd.DataFrame({"uuid": frame["uuid"].to_numpy(), "plan": plans.to_numpy(), "inhoud": content.to_numpy()})


def _as_text(values: pd.Series, kind: Kind) -> pd.Series:
    """Values so that the same ones are equal; reals to the digits that the history keeps."""
    if kind is Kind.REAL:
        return values.map(lambda value: f"{value:.14g}")
    return values.astype(object).where(values.notna(), "").astype(str)
