"""How long names stand in the history: after a number of years that the register says, pseudonyms take their place.

Only if somebody set that number, and only when asked. What happened stays; who did it becomes "persoon-…", the same for one
name in all lines that are replaced at one time, and kept nowhere. Nothing else of a line changes, and no line goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Callable, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.register import CALENDAR, Register
from diwi_qgis.store.seed import SEEDER
from diwi_qgis.store.sql import literal, sql

#: Settings of the register: the number of years, and until when names were replaced (ISO 8601, UTC).
YEARS, DONE = "bewaartermijn_namen", "namen_onherkenbaar_tot"

PSEUDONYM = "persoon-"

#: Table of a line (None: any) -> where names of persons stand in its row.
_PLACES: dict[Optional[str], tuple[str, ...]] = {
    None: ("aangemaakt_door", "gewijzigd_door", "geaccepteerd_door"),
    "gebruiker": ("naam", "inlognaam", "email"),
}
#: Where a name may stand: somebody's group of one is called after him.
_NAMED_AFTER: dict[Optional[str], tuple[str, ...]] = {"groep": ("naam",)}

_MOST_YEARS = 99


def retention_years(register: Register) -> Optional[int]:
    """After how many years names are replaced; None: never, nobody said so. Raises RegisterError for what is no number of years."""
    given = (register.setting(YEARS) or "").strip()
    if not given:
        return None
    if not given.isdigit() or not 1 <= int(given) <= _MOST_YEARS:
        raise RegisterError(
            f"Instelling '{YEARS}' is '{given}'; verwacht: een geheel aantal jaren van 1 tot en met {_MOST_YEARS}.",
            f"Setting '{YEARS}' is '{given}'; expected: a whole number of years from 1 to {_MOST_YEARS}.",
        )
    return int(given)


def pseudonymise(register: Register, user: Optional[str] = None) -> int:
    """Replace names in lines of history that are older than the register says; gives how many.

    One transaction; that it was done stands in the history. Raises RegisterError when the register says no number of years, or
    one may not (in a database only a functional manager may).
    """
    if retention_years(register) is None:
        raise RegisterError(
            f"Er is geen bewaartermijn ingesteld (instelling '{YEARS}', in jaren); er is niets gewijzigd.",
            f"No retention period is set (setting '{YEARS}', in years); nothing was changed.",
        )
    with register.transaction(user) as write:
        count = register.forget_names()
        row = {"sleutel": DONE, "waarde": datetime.now(timezone.utc).isoformat(timespec="seconds")}
        settings = register.read("instelling", columns=["uuid", "sleutel"])
        known = settings.loc[settings["sleutel"] == DONE, "uuid"].tolist()
        if known:
            write.update("instelling", [{"uuid": known[0], **row}])
        else:
            write.insert("instelling", [row])
    return count


# -- in SQL, for both engines -------------------------------------------------------------------------------------------------


def names(dialect: Dialect, before: str) -> str:
    """SELECT of the names (`oud`) in lines from before a moment (SQL)."""
    sources = [sql("SELECT gebruiker AS oud FROM historie WHERE tijd < {before}", before=before)]
    for table, places in _PLACES.items():
        for place in places:
            value = dialect.member("rij", place)
            lines = _lines(table, before)
            sources.append(sql("SELECT {value} FROM historie WHERE {lines}", value=value, lines=lines))
    return sql(
        "SELECT oud FROM ({sources}) AS namen WHERE oud <> '' AND oud NOT LIKE {pseudonyms} AND oud NOT IN ({programs})",
        sources=" UNION ".join(sources),
        pseudonyms=literal(f"{PSEUDONYM}%"),
        programs=", ".join(map(literal, (CALENDAR, SEEDER))),
    )


def replacements(
    dialect: Dialect, before: str, quoted: Callable[[str], str], new: Callable[[str], str]
) -> Iterator[str]:
    """The statements that put pseudonyms in lines from before a moment (SQL).

    `quoted` gives a text (SQL) as JSON, `new` the pseudonym of a name (SQL), NULL when it has none. A member is replaced as
    the text that it is: in no value can that text stand, since quotes are escaped there.
    """
    yield sql(
        "UPDATE historie SET gebruiker = {new} WHERE tijd < {before} AND {new} IS NOT NULL",
        new=new("gebruiker"),
        before=before,
    )
    for table, places in (*_PLACES.items(), *_NAMED_AFTER.items()):
        for place in places:
            value = dialect.member("rij", place)
            key = literal(f'"{place}":')
            yield sql(
                "UPDATE historie SET rij = replace(rij, {key} || {old}, {key} || {pseudonym}) WHERE {lines} AND {new} IS NOT NULL",
                key=key,
                old=quoted(value),
                pseudonym=quoted(new(value)),
                lines=_lines(table, before),
                new=new(value),
            )


def _lines(table: Optional[str], before: str) -> str:
    condition = sql("tijd < {before}", before=before)
    return (
        condition
        if table is None
        else sql("{condition} AND tabel = {table}", condition=condition, table=literal(table))
    )
