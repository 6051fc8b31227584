"""Small registers for tests of the quality rules: say what matters, the rest is as a good plan has it."""

from __future__ import annotations

from datetime import date
from itertools import count
from uuid import UUID

import pandas as pd
from shapely import wkt

from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import TABLES
from diwi_qgis.rules.quality.run import run_checks

TODAY = date(2026, 7, 1)
_DTYPES = {
    Kind.TEXT: object,
    Kind.INTEGER: "Int64",
    Kind.REAL: "float64",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "datetime64[ns]",
    Kind.TIMESTAMP: "datetime64[ns]",
}
_number = count(1)


def square(x, y, side=100.0):
    """A square plan area with its corner at x, y metres from a point in the middle of the Netherlands."""
    left, bottom = 150_000 + x, 450_000 + y
    return box(left, bottom, left + side, bottom + side)


def box(west, south, east, north):
    """A rectangle as MultiPolygon."""
    return wkt.loads(
        f"MULTIPOLYGON ((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))"
    )


def frame(table, rows):
    """Rows (dicts) as the store gives them: every column, of its own type."""
    model = next(each for each in TABLES if each.name == table)
    data = {
        column.name: pd.Series([row.get(column.name) for row in rows], dtype=_DTYPES[column.kind])
        for column in model.all_columns
    }
    if model.geometry:
        data["geom"] = pd.Series([row.get("geom") for row in rows], dtype=object)
    return pd.DataFrame(data)


class World:
    """A register in the making; every method adds one thing and gives its uuid."""

    def __init__(self):
        self.rows = {table.name: [] for table in TABLES}
        for lijst in all_codelists():
            for waarde in lijst.waarden:
                self.add(
                    "codelijst",
                    lijst=lijst.naam,
                    code=waarde.code,
                    label=waarde.label,
                    actief=True,
                    zet_fase=waarde.zet_fase,
                    zet_planstatus=waarde.zet_planstatus,
                )

    def add(self, table, **values):
        number = next(_number)
        uuid = values.setdefault("uuid", str(UUID(int=number)))
        self.rows[table].append({"fid": number, **values})
        return uuid

    def plan(self, naam=None, bouw=None, status="3", **values):
        """A plan in order: a square of its own, a phase and status, and `bouw` dwellings for 2034 that add up."""
        place = len(self.rows["project"])
        defaults = {
            "code": f"9999-{place:06d}-X",
            "naam": naam or f"Plan {place}",
            "vertrouwelijkheid": "extern_mede_overheden",
            "plantype": "verdichting",
            "start_datum": "2020-01-01",
            "eind_datum": "2040-01-01",
            "gemeentecode": "9999",
            "gemeente": "Testdam",
            "geom": square(1000 * (place % 50), 1000 * (place // 50)),
        }
        uuid = self.add("project", **{**defaults, **values})
        if status:
            self.step(uuid, "fase_definitie", "2021-01-01")
            self.step(uuid, f"status_{status}", "2021-01-01")
        if bouw is not None:
            self.block(uuid, bouw, jaar="2034-06-01")
        return uuid

    def block(self, project, aantal, jaar=None, mutatie="bouw", naam=None, **values):
        """A block; with `jaar` wholly delivered then, and wholly known."""
        name = naam or f"Blok {len(self.rows['woningblok'])}"
        uuid = self.add("woningblok", project_uuid=project, naam=name, mutatie=mutatie, aantal=aantal, **values)
        if jaar:
            self.delivery(uuid, aantal, jaar)
            self.part(uuid, "eigendom", "koopwoning", aantal)
            self.part(uuid, "woningtype", "eengezinswoning", aantal)
        return uuid

    def delivery(self, block, aantal, datum, gerealiseerd=False):
        return self.add("oplevering", woningblok_uuid=block, aantal=aantal, datum=datum, gerealiseerd=gerealiseerd)

    def part(self, block, kenmerk, categorie, aantal, **values):
        return self.add(
            "verdeling", woningblok_uuid=block, kenmerk=kenmerk, categorie=categorie, aantal=aantal, **values
        )

    def step(self, project, soort, datum, gerealiseerd=None):
        return self.add("mijlpaal", project_uuid=project, soort=soort, gepland=datum, gerealiseerd=gerealiseerd)

    @property
    def frames(self):
        return {table: frame(table, rows) for table, rows in self.rows.items()}

    def check(self, today=TODAY, **more):
        """The result of all rules."""
        return run_checks(self.frames, today, **more)

    def outcome(self, rule, today=TODAY, **more):
        """The outcome of one rule."""
        return next(outcome for outcome in self.check(today, **more).outcomes if outcome.rule.id == rule)

    def found(self, rule, today=TODAY, **more):
        """The findings of one rule."""
        return self.outcome(rule, today, **more).findings
