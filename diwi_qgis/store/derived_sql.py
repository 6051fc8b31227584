"""What follows from other rows: phase and plan status from milestones, totals from blocks.

The state on a day is set by the last milestone on or before it (realised date, else planned date; on one day the later
row). "Today" is the day on the wall, not in Greenwich.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.schema import Table
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.sql import sql

#: The dates of a milestone of which every value is kept.
DATES = ("gepland", "gerealiseerd")

#: Derived column of `project` -> column of `codelijst` that says which milestone kinds set it.
STATES = {"fase": "zet_fase", "planstatus": "zet_planstatus"}

#: Derived column of `project` -> how it follows from the blocks.
TOTALS = {
    "aantal_bouw": "coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0)",
    "aantal_sloop": "coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0)",
    "aantal_netto": "coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0)",
}


def state(dialect: Dialect, column: str, project: str) -> str:
    """Today's phase or plan status of a project, given as an SQL expression for its uuid."""
    # What a kind sets is looked up per milestone, of which a plan has few; joined, servers go through all kinds for each plan.
    return sql(
        "(SELECT stand.waarde FROM (SELECT (SELECT soort.{sets} FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' "
        "AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid "
        "FROM mijlpaal WHERE mijlpaal.project_uuid = {project}) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= {today} "
        "ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1)",
        sets=STATES[column],
        project=project,
        today=dialect.today,
    )


def refresh(dialect: Dialect, table: Table, where: str) -> Iterator[str]:
    """Statements that bring plans (a condition) in step after rows of a table came, changed or went."""
    if table.name == "woningblok":
        yield refresh_totals(dialect, where)
    if table.name in ("mijlpaal", "codelijst"):
        yield refresh_states(dialect, where)


def refresh_states(dialect: Dialect, where: str = "") -> str:
    """Bring phase and plan status in step with the milestones, for all projects or those of a condition."""
    values = {column: state(dialect, column, "project.uuid") for column in STATES}
    sets = ", ".join(f"{column} = {value}" for column, value in values.items())
    return sql(
        "UPDATE project SET {sets} WHERE {condition}({outdated})",
        sets=sets,
        condition=where and where + " AND ",
        outdated=_outdated(dialect),
    )


def outdated_states(dialect: Dialect) -> str:
    """How many projects have a state that the calendar overtook."""
    return sql("SELECT count(*) FROM project WHERE {outdated}", outdated=_outdated(dialect))


def _outdated(dialect: Dialect) -> str:
    return " OR ".join(
        dialect.differs(f"project.{column}", state(dialect, column, "project.uuid")) for column in STATES
    )


def refresh_totals(dialect: Dialect, where: str) -> str:
    """Bring the numbers of dwellings in step with the blocks, for the projects of a condition."""
    values = {
        column: sql("(SELECT {total} FROM woningblok WHERE woningblok.project_uuid = project.uuid)", total=total)
        for column, total in TOTALS.items()
    }
    sets = ", ".join(f"{column} = {value}" for column, value in values.items())
    outdated = " OR ".join(dialect.differs(f"project.{column}", value) for column, value in values.items())
    return sql(
        "UPDATE project SET {sets} WHERE {where} AND ({outdated})",
        sets=sets,
        where=where,
        outdated=outdated,
    )


def kind_that_sets(dialect: Dialect, column: str, value: str) -> str:
    """The milestone kind that stands for a phase or plan status; one that sets nothing else comes first."""
    others = " + ".join(dialect.one_if(f"{sets} IS NOT NULL") for sets in STATES.values())
    return sql(
        "(SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND {states} = {value} ORDER BY "
        "{others}, actief DESC, volgorde LIMIT 1)",
        states=STATES[column],
        value=value,
        others=others,
    )


def milestones_for_states_written(
    dialect: Dialect, uuid: str, new: str, old: str = "", source: str = ""
) -> Iterator[str]:
    """Statements that turn a phase or status written by hand into a milestone realised today.

    A value that the milestones already give is not "by hand": this is what ends the circle with `refresh_states`.
    `uuid` is that of the plan, `new` and `old` are its rows, `source` is where these come from (FROM …); without `old`
    whatever was given counts, not only what changed.
    """
    for column in STATES:
        changed = f"{dialect.differs(f'{new}.{column}', f'{old}.{column}')} AND " if old else ""
        by_hand = dialect.differs(f"{new}.{column}", state(dialect, column, uuid))
        yield (
            "INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) "
            f"SELECT {uuid}, {kind_that_sets(dialect, column, f'{new}.{column}')}, {dialect.today}, 'handmatig' {source}"
            f"WHERE {changed}{new}.{column} IS NOT NULL AND {by_hand}"
        )


def first_forecasts(dialect: Dialect, rows: str) -> Iterator[str]:
    """Statements that keep the dates that new milestones (a condition on their `fid`) came with."""
    yield forecasts(dialect, "gepland", rows)
    yield forecasts(dialect, "gerealiseerd", f"{rows} AND {dialect.differs('gerealiseerd', 'gepland')}")


def forecasts(dialect: Dialect, column: str, rows: str) -> str:
    """The statement that keeps one of the dates of milestones (a condition)."""
    return sql(
        "INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, "
        "soort, {column}, bron, {now} FROM mijlpaal WHERE {column} IS NOT NULL AND {rows} ORDER BY fid",
        column=column,
        now=dialect.now,
        rows=rows,
    )
