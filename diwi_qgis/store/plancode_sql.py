"""Plan codes in SQLite's SQL. `model.plancode` is the definition; a test holds the two together."""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.plancode import CANDIDATES, CROCKFORD, ISO7064
from diwi_qgis.store.sql import sql

_HEX = "0123456789abcdef"
_FOUR_DIGITS = "[0-9]" * 4
_MOTHER = f"{_FOUR_DIGITS}-{'[0-9A-HJKMNP-TV-Z]' * 6}-[0-9A-Z]"


def check_character(text: str) -> str:
    """ISO 7064 mod 37,36 over the ten characters of an SQL expression: ((product + digit - 1) mod 36 + 1) · 2 mod 37."""
    product = "36"
    for place in range(1, 11):
        digit = f"instr('{ISO7064}', substr({text}, {place}, 1)) - 1"
        product = f"(((({product} + {digit} - 1) % 36) + 1) * 2 % 37)"
    return f"substr('{ISO7064}', 1 + (37 - {product}) % 36, 1)"


#: Said when all candidates of a plan's uuid are taken.
NO_FREE_CODE = "project.code: er is geen vrije plancode bij deze uuid / no free plan code for this uuid"


def new_codes(rows: str) -> Iterator[str]:
    """Statements that give each of many plans its code, the same as one by one; without one are those that get none.

    A plan that is passed over because another of these took its candidate finds the next one free in the next round.
    """
    for _ in CANDIDATES:
        yield sql(
            "UPDATE OR IGNORE project SET code = {code} WHERE {rows} AND code IS NULL",
            code=new_code("project.fid"),
            rows=rows,
        )
        yield sql(
            "INSERT INTO plancode (code, project_uuid) SELECT code, uuid FROM project WHERE {rows} AND code IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM plancode WHERE plancode.code = project.code)",
            rows=rows,
        )


def without_code(rows: str) -> str:
    """The plans that have none."""
    return sql("SELECT uuid FROM project WHERE {rows} AND code IS NULL", rows=rows)


def new_code(fid: str) -> str:
    """The code for the row of `project` with that fid: the one it came with if sound and free or its own, else a new one.

    NULL when all candidates of the plan's uuid are taken.
    """
    return f"coalesce({_given(fid)}, {_daughter(fid)}, {_mother(fid)})"


def _given(fid: str) -> str:
    check = check_character("substr(p.code, 1, 4) || substr(p.code, 6, 6)")
    return sql(
        "(SELECT p.code FROM project AS p WHERE p.fid = {fid} AND substr(p.code, 1, 13) GLOB '{mother}' "
        "AND substr(p.code, 13, 1) = {check} AND (length(p.code) = 13 OR (substr(p.code, 14) GLOB "
        "'.[0-9][0-9]*' AND substr(p.code, 15) NOT GLOB '*[^0-9]*')) AND NOT EXISTS (SELECT 1 FROM "
        "plancode WHERE plancode.code = p.code AND plancode.project_uuid IS NOT p.uuid))",
        fid=fid,
        mother=_MOTHER,
        check=check,
    )


def _daughter(fid: str) -> str:
    """Code of the mother with the next number; '/' is the character after '.', so the range is one look in the index."""
    base = sql(
        "(SELECT substr(m.code, 1, 13) AS base FROM project AS p JOIN project AS m ON m.uuid = "
        "p.hoofdplan_uuid WHERE p.fid = {fid})",
        fid=fid,
    )
    last = (
        "(SELECT max(CAST(substr(plancode.code, 15) AS INTEGER)) FROM plancode "
        "WHERE plancode.code > base || '.' AND plancode.code < base || '/')"
    )
    return sql("(SELECT printf('%s.%02d', base, 1 + coalesce({last}, 0)) FROM {base})", last=last, base=base)


def _mother(fid: str) -> str:
    """First candidate of the plan's uuid that was never given.

    Each step keeps its LIMIT: it stops SQLite from writing the steps into each other, which makes the check character
    thousands of operations long.
    """
    limit = f"LIMIT {len(CANDIDATES)}"
    candidates = " UNION ALL ".join(
        f"SELECT {number} AS nr, {start} AS start" for number, start in enumerate(CANDIDATES)
    )
    municipality = sql(
        "CASE WHEN p.gemeentecode GLOB '{four_digits}' THEN p.gemeentecode ELSE (SELECT waarde FROM "
        "instelling WHERE sleutel = 'gemeentecode') END",
        four_digits=_FOUR_DIGITS,
    )
    digits = sql(
        "SELECT {municipality} AS gemeente, substr(replace(p.uuid, '-', ''), k.start, 8) AS cijfers, "
        "k.nr AS nr FROM project AS p, ({candidates}) AS k WHERE p.fid = {fid} {limit}",
        municipality=municipality,
        candidates=candidates,
        fid=fid,
        limit=limit,
    )
    number = " + ".join(f"((instr('{_HEX}', substr(cijfers, {i + 1}, 1)) - 1) << {28 - 4 * i})" for i in range(8))
    numbers = sql(
        "SELECT gemeente, nr, ({number}) >> 2 AS getal FROM ({digits}) {limit}",
        number=number,
        digits=digits,
        limit=limit,
    )
    body = " || ".join(f"substr('{CROCKFORD}', 1 + ((getal >> {shift}) & 31), 1)" for shift in range(25, -5, -5))
    bodies = sql(
        "SELECT gemeente, nr, {body} AS midden FROM ({numbers}) {limit}", body=body, numbers=numbers, limit=limit
    )
    check = check_character("gemeente || midden")
    codes = sql(
        "SELECT nr, gemeente || '-' || midden || '-' || {check} AS code FROM ({bodies}) {limit}",
        check=check,
        bodies=bodies,
        limit=limit,
    )
    return sql(
        "(SELECT k.code FROM ({codes}) AS k WHERE NOT EXISTS (SELECT 1 FROM plancode WHERE "
        "plancode.code = k.code) ORDER BY k.nr LIMIT 1)",
        codes=codes,
    )
