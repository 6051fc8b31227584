"""Where the values of a delivery come from: every source of a profile as a column over all plans of the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Optional

import pandas as pd

from diwi_qgis.model.profiles import Profiel
from diwi_qgis.rules import state
from diwi_qgis.rules.crosstable import Marges, totals
from diwi_qgis.rules.figures import dwellings

Frames = Mapping[str, pd.DataFrame]


class Sources:
    """The columns, one value per plan in the order of table `project` (None: no value; a list: several values)."""

    def __init__(self, frames: Frames, profiel: Profiel, peildatum: date) -> None:
        self.frames, self.profiel, self.peildatum = frames, profiel, peildatum
        self.project = frames["project"]
        self.uuids = pd.Index(self.project["uuid"])
        self.kinds = state.milestone_kinds(frames["codelijst"])
        self.state = state.state_at(self.project, frames["mijlpaal"], self.kinds, peildatum)
        self.settings = dict(zip(frames["instelling"]["sleutel"], frames["instelling"]["waarde"]))
        self.figures: pd.DataFrame = pd.DataFrame(index=self.uuids)

    def add_figures(self, delen: pd.DataFrame, marges: Marges) -> None:
        """Make the ``cijfer.…`` columns from the parts of the blocks."""
        sums = dwellings(delen).join(totals(delen, marges), how="outer")
        years = delen.groupby("project_uuid")["jaar"].agg(oplevering_eerste="min", oplevering_laatste="max")
        known = sums.reindex(self.uuids).fillna(0).astype("int64").astype(object)
        self.figures = known.join(years.reindex(self.uuids))
        self.figures["start_jaar"] = pd.to_datetime(self.project["start_datum"]).dt.year.astype("Int64").to_numpy()

    def column(self, source: str) -> list[Any]:
        """The values of one source (see `model.profiles.Veld.bron`)."""
        kind, _, name = source.partition(".")
        reader = getattr(self, f"_{kind}")
        values: list[Any] = reader(name)
        return values

    def has_property(self, naam: str) -> bool:
        """Whether the register has an active custom property of plans of that name."""
        return self._property(naam) is not None

    # -- one reader per kind of source ---------------------------------------------------------------------------

    def _project(self, name: str) -> list[Any]:
        return plain(self.project[name])

    def _cijfer(self, name: str) -> list[Any]:
        return plain(self.figures[name])

    def _instelling(self, name: str) -> list[Any]:
        return [self.settings.get(name)] * len(self.uuids)

    def _profiel(self, name: str) -> list[Any]:
        return [getattr(self.profiel, name)] * len(self.uuids)

    def _peildatum(self, _: str) -> list[Any]:
        return [self.peildatum] * len(self.uuids)

    def _leeg(self, _: str) -> list[Any]:
        return [None] * len(self.uuids)

    def _stand(self, name: str) -> list[Any]:
        if name == "fase":
            return [
                "afgerond" if over else fase or "" for over, fase in zip(self.state["afgerond"], self.state["fase"])
            ]
        if name == "planstatus":
            return [status or "" for status in self.state["planstatus"]]
        fase, planstatus = {
            "start_realisatie": (("realisatie",), ()),
            "onherroepelijk": ((), state.ONHERROEPELIJK),
        }[name]
        first = state.first_date(self.frames["mijlpaal"], self.kinds, fase, planstatus)
        return plain(first.reindex(self.uuids))

    def _hoofdplan(self, name: str) -> list[Any]:
        mothers = self.project["hoofdplan_uuid"]
        if name == "naam":
            names = pd.Series(self.project["naam"].to_numpy(), index=self.uuids)
            return plain(mothers.map(names))
        return plain(mothers)

    def _tabel(self, name: str) -> list[Any]:
        """Bottlenecks that stand on the reference date, the oldest first; the explanation names the kind too."""
        rows = self.frames["knelpunt"]
        day = pd.Timestamp(self.peildatum)
        open_then = ~(rows["sinds"] > day) & ~(rows["opgelost"] <= day)
        rows = rows[open_then.to_numpy(dtype=bool)].sort_values("sinds", kind="stable", na_position="last")
        values = rows["soort"]
        if name == "knelpunt.toelichting":
            values = values.where(rows["toelichting"].isna(), values + ": " + rows["toelichting"])
        lists = values.groupby(rows["project_uuid"], sort=False).agg(lambda group: list(dict.fromkeys(group)))
        return plain(lists.reindex(self.uuids))

    def _eigenschap(self, name: str) -> list[Any]:
        prop = self._property(name)
        if prop is None:
            return [None] * len(self.uuids)
        rows = self.frames["eigenschap_waarde"]
        rows = rows[(rows["eigenschap_uuid"] == prop["uuid"]) & rows["project_uuid"].notna()]
        column = {"getal": "getal", "ja_nee": "ja_nee"}.get(prop["soort"], "tekst")
        rows = rows[rows[column].notna()]
        values: pd.Series = rows[column]
        if column == "ja_nee":
            values = values.map({True: "Ja", False: "Nee"})
        elif column == "tekst":
            values = values.map(self._labels(name)).fillna(values)
        values = pd.Series(values.astype(object).to_numpy(), index=rows["project_uuid"].to_numpy())
        double = values.index.duplicated(keep=False)
        column_of = plain(values[~double].reindex(self.uuids))
        for uuid, several in values[double].groupby(level=0, sort=False):
            column_of[self.uuids.get_loc(uuid)] = several.tolist()
        return column_of

    def _property(self, naam: str) -> Optional[pd.Series]:
        table = self.frames["eigenschap"]
        found = table[
            (table["naam"] == naam) & (table["object"] == "project") & table["actief"].fillna(True).astype(bool)
        ]
        return None if found.empty else found.iloc[0]

    def _labels(self, naam: str) -> dict[str, str]:
        codes = self.frames["codelijst"]
        own = codes[codes["lijst"] == f"eigenschap:{naam}"]
        return dict(zip(own["code"], own["label"]))


def plain(values: pd.Series) -> list[Any]:
    """A column as Python values: None for missing, int, float, str, date (no time of day) or datetime."""
    if pd.api.types.is_datetime64_any_dtype(values):
        moments = values.to_numpy().astype("datetime64[us]").astype(object)
        midnight = bool((values.dropna() == values.dropna().dt.normalize()).all())
        return [moment.date() if moment and midnight else moment for moment in moments]
    missing = values.isna().to_numpy()
    if pd.api.types.is_extension_array_dtype(values):
        values = values.astype(object)
    return [None if gone else value for value, gone in zip(values.tolist(), missing)]
