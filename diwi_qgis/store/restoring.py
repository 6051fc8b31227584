"""A plan put back out of the history, as a new change: one that was deleted, or as it was at an earlier moment.

Everything below the plan goes along. Whose it is, how confidential it is, and what comes from elsewhere (permits, messages,
tasks) stay as they are now, of a plan that is there; a deleted plan comes back with all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts
from diwi_qgis.store.past import KnownRow, in_utc
from diwi_qgis.store.plan_rows import moment as moment_of
from diwi_qgis.store.plan_rows import plan_tables
from diwi_qgis.store.register import Register
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.texts import Text

#: What stays as it is when an earlier version of a plan comes back.
_STAYS = ("project_groep", "vergunning", "melding", "actie")

#: Rows that one user deleted within so short a time of each other went together.
_TOGETHER = timedelta(seconds=10)

_ALWAYS = datetime.max.replace(tzinfo=timezone.utc)
_MILLISECOND = timedelta(milliseconds=1)

Rows = Mapping[str, KnownRow]


@dataclass(frozen=True)
class DeletedPlan:
    """A plan that is not there any more: what it was called last, and when and by whom it was deleted."""

    uuid: str
    naam: str
    code: str
    moment: datetime
    user: Optional[str]


@dataclass(frozen=True)
class Restored:
    """What was put back: of which plan, as it was when, and how many rows came back, went and changed."""

    plan: str
    naam: str
    moment: datetime
    back: int
    gone: int
    changed: int

    @property
    def nothing(self) -> bool:
        """The plan was already so."""
        return not (self.back or self.gone or self.changed)


def deleted_plans(register: Register) -> list[DeletedPlan]:
    """Plans that were deleted and did not come back, the last deleted first; of a database those whose history one may see."""
    file = register.connection
    query = (
        "SELECT fid + 0 AS nummer, uuid, tijd, gebruiker, {naam} AS naam, {code} AS code FROM historie WHERE op = 'D' AND fid IN "
        "(SELECT max(fid) FROM historie WHERE tabel = 'project' GROUP BY uuid) ORDER BY fid DESC"
    )
    names = {name: file.dialect.member("rij", name) for name in ("naam", "code")}
    return [
        DeletedPlan(uuid, naam, code, moment_of(tijd), user)
        for _, uuid, tijd, user, naam, code in file.query(sql(query, **names))
    ]


def find_plan(register: Register, plan: str) -> str:
    """The uuid of a plan, there or deleted, by its code or uuid. Raises InputError when there never was one."""
    codes = register.read("plancode", columns=["code", "project_uuid"])
    found = codes.loc[(codes["code"] == plan) | (codes["project_uuid"] == plan), "project_uuid"]
    if found.empty:
        raise InputError(f"Plan '{plan}' is er niet en was er nooit.", f"There is no plan '{plan}', and never was.")
    return str(found.iloc[0])


def restore_plan(
    register: Register, plan: str, moment: Optional[datetime] = None, user: Optional[str] = None
) -> Restored:
    """Put a plan (uuid) back as it was at a moment; None: a deleted plan as it was right before that.

    One transaction, one act in the history. Raises RegisterError, which names what is in the way, when the plan was not there
    then, is not deleted though no moment was given, or rows of it belong to other plans by now or hang on what is gone.
    """
    gone = _deletion(register, plan)
    if moment is None and gone is None:
        raise RegisterError(
            "Dit plan is niet verwijderd. Geef een moment op om het plan zoals het toen was terug te zetten.",
            "This plan is not deleted. Give a moment to put it back as it was then.",
        )
    then = in_utc(moment) if moment is not None else (gone or _ALWAYS) - _MILLISECOND
    past = list(_past(register, plan, then, there=gone is None))
    whole = next((each for each in past if each.table == "project"), None)
    if whole is None or whole.before is None:
        raise RegisterError(
            f"Dit plan was er niet op {_words(then)}, of u mocht het toen niet zien.",
            f"This plan was not there on {_words(then)}, or was not for you to see.",
        )
    way = acts.way_of(past)
    obstacles = [*_elsewhere(past, plan), *_hanging(register, way)]
    if obstacles:
        raise RegisterError(
            f"Plan '{whole.before['naam']}' kan niet worden teruggezet: {acts.some([each.nl for each in obstacles])}.",
            f"Plan '{whole.before['naam']}' cannot be put back: {acts.some([each.en for each in obstacles])}.",
        )
    done = Restored(plan, whole.before["naam"], then, len(way.gone), len(way.new), len(way.changed))
    if not done.nothing:
        with register.transaction(user) as write:
            write.put_back(plan, f"{done.naam} ({_words(then)})", way)
    return done


def _words(moment: datetime) -> str:
    return f"{moment.astimezone():%d-%m-%Y %H:%M:%S}"


def _deletion(register: Register, plan: str) -> Optional[datetime]:
    """When the deletion of a plan began: rows below it went first. None: it is there, or never was."""
    lines = register.plan_history(plan)
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n]["tabel"] == "project"), None)
    if last is None or lines[last]["op"] != "D":
        return None
    since = _act_around(register, lines[last]["nummer"])
    first = last
    for number in range(last - 1, -1, -1):
        line, next_one = lines[number], lines[first]
        # A plan is brought in step when blocks go: a change of it, in between.
        part = line["op"] == "D" or (line["tabel"] == "project" and line["op"] == "U")
        together = line["gebruiker"] == next_one["gebruiker"] and next_one["tijd"] - line["tijd"] <= _TOGETHER
        if not (line["nummer"] > since if since is not None else part and together):
            break
        first = number if line["op"] == "D" else first
    return lines[first]["tijd"]  # type: ignore[no-any-return]


def _act_around(register: Register, line: int) -> Optional[int]:
    """The line after which the act began of which a line is part; None: it is part of none."""
    file = register.connection
    query = "SELECT {na} AS na FROM historie WHERE tabel = {act} AND fid > {line} ORDER BY fid LIMIT 1"
    parts = {"na": file.dialect.member("rij", "na"), "act": literal(acts.TABLE), "line": line}
    return next((int(na) for (na,) in file.query(sql(query, **parts)) if int(na) < line), None)


def _past(register: Register, plan: str, moment: datetime, there: bool) -> Iterator[acts.Past]:
    """All rows that belonged to the plan then or belong to it now; parents come first."""
    blocks: dict[datetime, set[str]] = {moment: set(), _ALWAYS: set()}
    for name in plan_tables():
        if model_table(name).logged_columns is not None or (there and name in _STAYS):
            continue
        rows = {when: {row.values["uuid"]: row for row in register.known_rows(name, when)} for when in blocks}
        own = {
            when: {uuid for uuid, row in rows[when].items() if _belongs(name, row, plan, blocks[when])} for when in rows
        }
        if name == "woningblok":
            blocks = own
        for uuid in dict.fromkeys([*rows[moment], *rows[_ALWAYS]]):
            if uuid in own[moment] or uuid in own[_ALWAYS]:
                yield _of_row(name, uuid, rows[moment].get(uuid), rows[_ALWAYS].get(uuid), there)


def _belongs(name: str, row: KnownRow, plan: str, blocks: set[str]) -> bool:
    if name == "project":
        return bool(row.values["uuid"] == plan)
    return row.values.get("project_uuid") == plan or row.values.get("woningblok_uuid") in blocks


def _of_row(name: str, uuid: str, then: Optional[KnownRow], now: Optional[KnownRow], there: bool) -> acts.Past:
    before = dict(then.values) if then else None
    if name == "project" and there and before and now:
        before["vertrouwelijkheid"] = now.values["vertrouwelijkheid"]
    return acts.Past(
        name,
        uuid,
        before,
        after=now.values if now else None,
        now=now.values if now else None,
        before_line=then.line if then else 0,
        moved=bool(then and now and then.shape != now.shape),
        geom_before=(then.shape if then else None) or "",
    )


def _elsewhere(past: Sequence[acts.Past], plan: str) -> Iterator[Text]:
    """Rows that came from another plan since, or belong to one by now."""
    for each in past:
        for row in (each.before, each.now):
            if each.table != "project" and row and row.get("project_uuid") not in (None, plan):
                yield Text(f"{each} hoorde of hoort bij een ander plan", f"{each} belonged or belongs to another plan")


def _hanging(register: Register, way: acts.Way) -> Iterator[Text]:
    """Rows that would point at what is not there any more."""
    coming: dict[str, set[str]] = {}
    for past in way.gone:
        coming.setdefault(past.table, set()).add(past.uuid)
    for past in (*way.gone, *way.changed):
        before: Mapping[str, Any] = past.before or {}
        for column in model_table(past.table).parents:
            parent, uuid = column.references.table if column.references else "", before.get(column.name)
            if uuid and uuid not in coming.get(parent, ()) and not _there(register, parent, uuid):
                yield Text(f"{past}: {column.label} bestaat niet meer", f"{past}: {column.label} is not there any more")


def _there(register: Register, table: str, uuid: str) -> bool:
    query = sql("SELECT uuid FROM {table} WHERE uuid = {uuid}", table=identifier(table), uuid=literal(uuid))
    return bool(register.connection.query(query))
