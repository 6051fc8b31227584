"""What PostgreSQL and libpq say, as a user should read it; never with a password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Optional

from diwi_qgis.errors import RegisterError, SignInError
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.ddl import checks
from diwi_qgis.store.postgis.dialect import PostgisDialect, short
from diwi_qgis.texts import Text

#: Who loses his role does not see the schema any more, in a session that stays open: the tables are gone for him.
_GONE = Text(
    "is er niet (meer) voor u: u bent geen gebruiker meer, of de tabellen zijn weg; vraag de functioneel beheerder",
    "is not there for you (any more): you are no longer a user, or its tables are gone; ask the functional manager",
)

#: By SQLSTATE (or the class that it starts with); the longest that fits counts.
_STATES = {
    "08": Text("is niet bereikbaar: de verbinding is verbroken", "cannot be reached: the connection was lost"),
    "25006": Text(
        "mag niet worden gewijzigd (alleen-lezen: geopend om te lezen, of een reserveserver)",
        "may not be changed (read-only: opened for reading, or a standby server)",
    ),
    "28": Text("laat u niet binnen: naam of wachtwoord klopt niet", "does not let you in: wrong name or password"),
    "3D000": Text("bestaat niet: er is geen database met die naam", "does not exist: there is no database of that name"),
    "40P01": Text(
        "werd tegelijk door een ander gewijzigd. Probeer het nog eens",
        "was being changed by somebody else at the same time. Try again",
    ),
    "40001": Text("werd tegelijk door een ander gewijzigd. Probeer het nog eens", "was being changed by somebody else at the same time. Try again"),
    "42501": Text("mag u zo niet gebruiken: u hebt er de rechten niet voor", "may not be used so by you: you lack the rights"),
    "42883": _GONE,
    "53100": Text("past niet meer op de schijf van de server", "does not fit on the server's disk any more"),
    "53300": Text("neemt nu geen verbindingen meer aan", "takes no more connections now"),
    "55P03": Text("is in gebruik: een ander wijzigt dit nu. Probeer het straks nog eens", "is in use: somebody else is changing this now. Try again later"),
    "57P": Text("is niet bereikbaar: de server stopt of start", "cannot be reached: the server is stopping or starting"),
}  # fmt: skip

#: SQLSTATEs of data, constraints, triggers and rights.
_ABOUT_ROWS = ("22", "23", "42501", "44", "P0")

#: What libpq says before there is a connection, when no SQLSTATE comes with it.
_REFUSALS = (
    ("definition of service", "is niet te vinden: de service staat niet in pg_service.conf", "cannot be found: the service is not in pg_service.conf"),
    ("could not translate host name", "is niet te vinden: de server heeft die naam niet", "cannot be found: no server has that name"),
    ("session is read-only", "heeft nu geen server die wijzigingen aanneemt: alleen een reserveserver antwoordt", "has no server now that takes changes: only a standby server answers"),
    ("connection refused", "is niet bereikbaar: daar luistert geen PostgreSQL-server", "cannot be reached: no PostgreSQL server listens there"),
    ("timeout", "is niet bereikbaar: de server antwoordt niet", "cannot be reached: the server does not answer"),
    ("pg_hba.conf", "laat u vanaf deze computer niet binnen", "does not let you in from this computer"),
    ("does not exist", "bestaat niet: geen database of rol met die naam", "does not exist: no database or role of that name"),
    ("permission denied", *_STATES["42501"]),
    ("server closed the connection", *_STATES["08"]),
    ("connection already closed", *_STATES["08"]),
    ("no connection to the server", *_STATES["08"]),
    ("could not connect", "is niet bereikbaar", "cannot be reached"),
)  # fmt: skip


#: The same, where another name or password may help.
_SIGN_IN = (
    ("authentication failed", *_STATES["28"]),
    ("no password supplied", "laat u niet binnen: een wachtwoord ontbreekt", "does not let you in: a password is missing"),
    ('role ".*" does not exist', "bestaat niet voor u: de server kent die gebruiker niet", "does not exist for you: the server has no such user"),
)  # fmt: skip

#: A trigger or policy of ours, in Dutch and English.
_OUR_REFUSAL = re.compile(
    r"(?:^(?P<where>[\w.]+): |security policy \")(?P<nl>[^/]+?) / (?P<en>[^\n\"]+?)(?: \([IU]\))?(?:\"|$)", re.M
)


def failure(name: str, error: BaseException) -> RegisterError:
    """The readable form of what psycopg2 raised about a register."""
    state = getattr(error, "pgcode", None) or ""
    ours = _OUR_REFUSAL.search(str(error)) if state == "42501" else None
    if ours:
        where = f"{ours['where']}: " if ours["where"] else ""
        nl, en = (f"{where}{ours[language]}" for language in ("nl", "en"))
        return RegisterError(f"Register '{name}': {nl}.", f"Register '{name}': {en}.")
    said = str(error).strip()
    known = _of_state(state, said)
    if known is not None:
        return _about(name, known)
    if not said:  # GDAL, of a connection that broke while it read
        return _about(name, _STATES["08"])
    if not state:
        for phrase, nl, en in _SIGN_IN:
            if re.search(phrase, said):
                return SignInError(f"Register '{name}' {nl}.", f"Register '{name}' {en}.")
        for phrase, nl, en in _REFUSALS:
            if phrase in said.lower():
                return _about(name, Text(nl, en))
    reason = _reason(state, said, getattr(error, "diag", None))
    return RegisterError(f"Register '{name}': {reason.nl}.", f"Register '{name}': {reason.en}.")


def _of_state(state: str, said: str) -> Optional[Text]:
    if state == "42P01":
        named = re.search(r'"(?:[^".]+\.)?([^".]+)"', said)
        return _GONE if named and named[1] in {table.name for table in TABLES} else None
    return next((_STATES[state[:length]] for length in (5, 3, 2) if state[:length] in _STATES), None)


def about_rows(refusal: RegisterError) -> bool:
    """Whether it was what somebody wanted to store that was refused, and not that the server had no room, time or connection."""
    state = getattr(refusal.__cause__, "pgcode", None) or ""
    return state.startswith(_ABOUT_ROWS)


def _about(name: str, text: Text) -> RegisterError:
    return RegisterError(f"Register '{name}' {text.nl}.", f"Register '{name}' {text.en}.")


def _reason(state: str, said: str, diag: Any) -> Text:
    """What a constraint or trigger of ours says. Our texts read "table.column: Dutch / English" (see `ddl`, `refusals`)."""
    message = getattr(diag, "message_primary", None) or said.partition("\n")[0]
    where = ".".join(part for part in (getattr(diag, "table_name", None), getattr(diag, "column_name", None)) if part)
    if state == "23502":
        return Text(f"{where} is verplicht", f"{where} is required")
    if state == "23505":
        columns = re.search(r"\(([^)]+)\)=", getattr(diag, "message_detail", None) or "")
        what = f"{where}.{columns[1]}" if columns else where
        return Text(f"{what}: deze waarde komt al voor", f"{what}: this value exists already")
    constraint = getattr(diag, "constraint_name", None) or ""
    ours = re.match(r"(\w+(?:\.\w+)?): ([^:/]+) / (.+)$", _whole_names().get(constraint, constraint or message))
    if ours:
        return Text(f"{ours[1]}: {ours[2]}", f"{ours[1]}: {ours[3]}")
    words = _whole_names().get(constraint, message)
    return Text(words, words)


@lru_cache(maxsize=1)
def _whole_names() -> dict[str, str]:
    """Names of constraints as PostgreSQL cut them off, and whole."""
    return {short(name): name for name in _constraint_names()}


def _constraint_names() -> Iterator[str]:
    dialect = PostgisDialect()
    for table in TABLES:
        yield from (f"{table.name}: {condition}" for condition in table.checks)
        for column in table.all_columns:
            yield from (f"{table.name}.{column.name}: {text}" for text, _ in checks(column, dialect))
            if column.references:
                parent = column.references.table
                yield f"{table.name}.{column.name}: {parent} bestaat niet / does not exist"
