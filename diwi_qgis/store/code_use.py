"""Where values of lists are used, and how other values take their place: the same SQL on both engines.

It follows from the model: a column with a code list, categories of breakdowns and conditions, options of custom properties,
names of price classes. What never changes (history, earlier forecasts) is not counted and keeps its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from diwi_qgis.model.definitions import EIGEN_STELSELS, EIGENSCHAP, MET_OPTIES, PRIJSKLASSE, vaste_lijsten
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store.sql import identifier, literal, sql

#: (list, value) -> table of what uses it -> how many.
CodeUse = Mapping[tuple[str, str], Mapping[str, int]]


class Use(NamedTuple):
    """A column that holds values of lists: `lijst` is SQL for the name of the list of a row (NULL: the row has none).

    What uses them is counted by `holder` (a table) and `counted` (SQL for its identity): a breakdown is used by its block.
    """

    table: str
    column: str
    lijst: str
    holder: str
    counted: str = "uuid"


_OPTIONS = sql(
    "(SELECT {prefix} || e.naam FROM eigenschap AS e WHERE e.uuid = eigenschap_waarde.eigenschap_uuid AND e.soort IN ({kinds}))",
    prefix=literal(EIGENSCHAP),
    kinds=", ".join(map(literal, MET_OPTIES)),
)
_PRICES = (
    f"CASE WHEN verdeling.kenmerk <> 'eigendom' THEN NULL WHEN verdeling.categorie = 'koopwoning' THEN '{PRIJSKLASSE}koop' "
    f"ELSE '{PRIJSKLASSE}huur' END"
)
_PLAN_OR_BLOCK = (("project", "project_uuid"), ("woningblok", "woningblok_uuid"))

#: Tables of which another table is what people count.
_HOLDER = {"verdeling": ("woningblok", "woningblok_uuid"), "beleidsdoel_conditie": ("beleidsdoel", "beleidsdoel_uuid")}

#: Not code lists of `codelijst`: properties by their uuid, and groups by theirs.
EIGENSCHAPPEN, GROEPEN = "eigenschap", "groep"

_IDENTITIES = (literal(EIGENSCHAPPEN), literal(GROEPEN))


def uses() -> Iterator[Use]:
    """Every column in which people give values of lists."""
    for table in TABLES:
        holder, counted = _HOLDER.get(table.name, (table.name, "uuid"))
        for column in table.columns if table.tracked else ():
            if column.codelijst:
                yield Use(table.name, column.name, literal(column.codelijst), holder, counted)
        if table.name in _HOLDER:
            yield Use(table.name, "categorie", f"{table.name}.kenmerk", holder, counted)
    yield Use("verdeling", "prijsklasse", _PRICES, *_HOLDER["verdeling"])
    for holder, counted in _PLAN_OR_BLOCK:
        yield Use("eigenschap_waarde", "tekst", _OPTIONS, holder, counted)
        yield Use("eigenschap_waarde", "eigenschap_uuid", literal(EIGENSCHAPPEN), holder, counted)
    yield Use("project_groep", "groep_uuid", literal(GROEPEN), "project", "project_uuid")


def counting() -> str:
    """SELECT (list, value, table of what uses it, how many)."""
    return sql(
        "SELECT lijst, waarde, houder, count(*) AS aantal FROM ({rows}) AS gebruik WHERE lijst IS NOT NULL "
        "GROUP BY lijst, waarde, houder",
        rows=" UNION ".join(map(_using, uses())),
    )


def _using(use: Use) -> str:
    return sql(
        "SELECT {lijst} AS lijst, {column} AS waarde, '{holder}' AS houder, {counted} AS wie FROM {table} "
        "WHERE {column} IS NOT NULL AND {counted} IS NOT NULL",
        lijst=use.lijst,
        column=identifier(use.column),
        holder=use.holder,
        counted=identifier(use.counted),
        table=identifier(use.table),
    )


def _columns() -> Iterator[Use]:
    """Each column once, however many kinds of holders its rows have."""
    yield from {(use.table, use.column): use for use in uses()}.values()


def in_use(lijst: str, waarde: str) -> str:
    """Condition that a value of a list is used; both are SQL (columns of a row that is about to go)."""
    return " OR ".join(
        sql(
            "EXISTS (SELECT 1 FROM {table} WHERE {table}.{column} = {waarde} AND {of} = {lijst})",
            table=identifier(use.table),
            column=identifier(use.column),
            waarde=waarde,
            of=use.lijst,
            lijst=lijst,
        )
        for use in _columns()
    )


#: Who had both values of a property keeps one.
_DOUBLE = (
    "DELETE FROM eigenschap_waarde WHERE tekst = {old} AND {options} = {lijst} AND EXISTS (SELECT 1 FROM eigenschap_waarde AS a "
    "WHERE a.eigenschap_uuid = eigenschap_waarde.eigenschap_uuid AND a.tekst = {new} AND coalesce(a.project_uuid, "
    "a.woningblok_uuid) = coalesce(eigenschap_waarde.project_uuid, eigenschap_waarde.woningblok_uuid))"
)


def replacing(lijst: str, old: str, new: str) -> Iterator[str]:
    """Statements that put one value of a list in the place of another wherever it is used; all three are SQL.

    Ask `cannot_replace` first.
    """
    yield sql(_DOUBLE, options=_OPTIONS, lijst=lijst, old=old, new=new)
    for use in _columns():
        if use.lijst not in _IDENTITIES:
            yield sql(
                "UPDATE {table} SET {column} = {new} WHERE {column} = {old} AND {of} = {lijst}",
                table=identifier(use.table),
                column=identifier(use.column),
                new=new,
                old=old,
                of=use.lijst,
                lijst=lijst,
            )


def cannot_replace(lijst: str, new: str) -> str:
    """Condition that no value of a list is to be replaced by this one: the list is closed, or does not have it.

    Whoever keeps the lists has no say in plans: else he might open all that is confidential.
    """
    return sql(
        "{lijst} IN ({fixed}) OR NOT (EXISTS (SELECT 1 FROM codelijst AS c WHERE c.lijst = {lijst} AND c.code = {new}) OR EXISTS "
        "(SELECT 1 FROM prijsklasse AS p WHERE '{price}' || p.markt = {lijst} AND p.klasse = {new} AND p.stelsel IN ({own})))",
        lijst=lijst,
        new=new,
        fixed=", ".join(map(literal, sorted(vaste_lijsten()))),
        price=PRIJSKLASSE,
        own=", ".join(map(literal, EIGEN_STELSELS)),
    )


#: What is said then.
CANNOT_REPLACE = (
    "codelijst: een waarde wordt alleen vervangen door een andere van dezelfde open lijst / a value is replaced by another of "
    "the same open list only"
)
