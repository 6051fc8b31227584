"""What follows from other rows, in SQLite's SQL: phase and plan status from milestones, totals from blocks.

The state on a day is set by the last milestone on or before it (realised date, else planned date; on one day the later
row). "Today" is the day on the wall, not in Greenwich.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.store.sql import sql

TODAY = "date('now', 'localtime')"

#: Derived column of `project` -> column of `codelijst` that says which milestone kinds set it.
STATES = {"fase": "zet_fase", "planstatus": "zet_planstatus"}

_TOTALS = {
    "aantal_bouw": "coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0)",
    "aantal_sloop": "coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0)",
    "aantal_netto": "coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0)",
}


def state(column: str, project: str) -> str:
    """Today's phase or plan status of a project, given as an SQL expression for its uuid."""
    sets = STATES[column]
    return sql(
        "(SELECT soort.{sets} FROM mijlpaal JOIN codelijst AS soort ON soort.lijst = 'mijlpaalsoort' "
        "AND soort.code = mijlpaal.soort WHERE mijlpaal.project_uuid = {project} AND soort.{sets} IS "
        "NOT NULL AND coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) <= {today} ORDER BY "
        "coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) DESC, mijlpaal.fid DESC LIMIT 1)",
        sets=sets,
        project=project,
        today=TODAY,
    )


def refresh_states(where: str = "") -> str:
    """Bring phase and plan status in step with the milestones, for all projects or those of a condition."""
    values = {column: state(column, "project.uuid") for column in STATES}
    sets = ", ".join(f"{column} = {value}" for column, value in values.items())
    return sql(
        "UPDATE project SET {sets} WHERE {condition}({outdated})",
        sets=sets,
        condition=where and where + " AND ",
        outdated=_outdated(),
    )


def outdated_states() -> str:
    """How many projects have a state that the calendar overtook."""
    return sql("SELECT count(*) FROM project WHERE {outdated}", outdated=_outdated())


def _outdated() -> str:
    return " OR ".join(f"project.{column} IS NOT {state(column, 'project.uuid')}" for column in STATES)


def refresh_totals(where: str) -> str:
    """Bring the numbers of dwellings in step with the blocks, for the projects of a condition."""
    values = {
        column: sql("(SELECT {total} FROM woningblok WHERE woningblok.project_uuid = project.uuid)", total=total)
        for column, total in _TOTALS.items()
    }
    sets = ", ".join(f"{column} = {value}" for column, value in values.items())
    outdated = " OR ".join(f"project.{column} IS NOT {value}" for column, value in values.items())
    return sql(
        "UPDATE project SET {sets} WHERE {where} AND ({outdated})",
        sets=sets,
        where=where,
        outdated=outdated,
    )


def kind_that_sets(column: str, value: str) -> str:
    """The milestone kind that stands for a phase or plan status; one that sets nothing else comes first."""
    others = " + ".join(f"({sets} IS NOT NULL)" for sets in STATES.values())
    return sql(
        "(SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND {states} = {value} ORDER BY "
        "{others}, actief DESC, volgorde LIMIT 1)",
        states=STATES[column],
        value=value,
        others=others,
    )


def milestones_for_states_written(old: bool) -> Iterator[str]:
    """Statements that turn a phase or status written by hand into a milestone realised today.

    A value that the milestones already give is not "by hand": this is what ends the circle with `refresh_states`.
    With `old`, only what changed counts (UPDATE); else whatever was given (INSERT).
    """
    for column in STATES:
        changed = f"NEW.{column} IS NOT OLD.{column} AND " if old else ""
        uuid = "(SELECT uuid FROM project WHERE fid = NEW.fid)"
        yield (
            "INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) "
            f"SELECT {uuid}, {kind_that_sets(column, f'NEW.{column}')}, {TODAY}, 'handmatig' "
            f"WHERE {changed}NEW.{column} IS NOT NULL AND NEW.{column} IS NOT {state(column, uuid)}"
        )


def first_forecasts(rows: str) -> Iterator[str]:
    """Statements that keep the dates that new milestones (a condition on their `fid`) came with."""
    yield _forecasts("gepland", rows)
    yield _forecasts("gerealiseerd", f"{rows} AND gerealiseerd IS NOT gepland")


def new_forecasts() -> Iterator[str]:
    """Statements that keep the dates that a changed milestone got."""
    for column in ("gepland", "gerealiseerd"):
        yield _forecasts(column, f"fid = NEW.fid AND NEW.{column} IS NOT OLD.{column}")


def _forecasts(column: str, rows: str) -> str:
    return sql(
        "INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, "
        "soort, {column}, bron, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM mijlpaal WHERE {column} IS NOT NULL AND {rows} "
        "ORDER BY fid",
        column=column,
        rows=rows,
    )
