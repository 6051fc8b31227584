"""Rules on values that must stand in a code list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diwi_qgis.model.tables import TABLES
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import FOUT, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas as pd


THEME = Text("Velden", "Fields")

#: Tables of which the codes are checked.
_CODED = ("project", "woningblok", "verdeling", "mijlpaal")


@rule(
    "onbekende_code",
    THEME,
    FOUT,
    Text("Waarde staat niet in de codelijst", "Value is not in its code list"),
    why=Text(
        "Een waarde buiten de lijst telt in geen overzicht mee en kan niet worden aangeleverd.",
        "A value outside the list counts in no overview and cannot be delivered.",
    ),
    remedy=Text("Kies een waarde uit de lijst.", "Choose a value from the list."),
)
def unknown_code(context: Context) -> Iterator[Hits]:
    """Codes that no code list has."""
    known = _keys(context.codes)
    for rows in _coded_rows(context):
        yield _code_hits(
            rows[~_pairs(rows).isin(known)],
            Text(
                "{onderwerp}: '{code}' is geen bekende waarde van {naam}.",
                "{onderwerp}: '{code}' is no known value of {naam}.",
            ),
        )


@rule(
    "inactieve_code",
    THEME,
    WAARSCHUWING,
    Text("Waarde is niet meer in gebruik", "Value is no longer in use"),
    why=Text(
        "De beheerder heeft deze waarde inactief gemaakt; nieuwe plannen kunnen haar niet meer krijgen.",
        "The manager made this value inactive; new plans can no longer have it.",
    ),
    remedy=Text("Kies een waarde die nog in gebruik is.", "Choose a value that is still in use."),
)
def inactive_code(context: Context) -> Iterator[Hits]:
    """Codes that are in their list but inactive."""
    codes = context.codes
    inactive = _keys(codes[~codes["actief"].fillna(True).astype(bool)])
    for rows in _coded_rows(context) if len(inactive) else ():
        yield _code_hits(
            rows[_pairs(rows).isin(inactive)],
            Text(
                "{onderwerp}: '{code}' ({naam}) is niet meer in gebruik.",
                "{onderwerp}: '{code}' ({naam}) is no longer in use.",
            ),
        )


def _coded_rows(context: Context) -> Iterator[pd.DataFrame]:
    """All values that must be codes: `lijst`, `code`, `naam` of the field, and whose they are."""
    for table in TABLES:
        if table.name in _CODED and context.has(table.name):
            rows = _owned(context, table.name)
            for column in table.columns:
                if column.codelijst:
                    used = rows[rows[column.name].notna()]
                    yield _values(used, column.codelijst, used[column.name], f"'{column.label}'")
    if context.has("verdeling"):
        rows = _owned(context, "verdeling")
        yield _values(rows, rows["kenmerk"], rows["categorie"], "verdeling '" + rows["kenmerk"].astype(str) + "'")
    yield from _property_codes(context)


def _property_codes(context: Context) -> Iterator[pd.DataFrame]:
    if not (context.has("eigenschap") and context.has("eigenschap_waarde")):
        return
    listed = context.frame("eigenschap")
    names = listed[listed["soort"].isin(["categorie", "rangorde"])].set_index("uuid")["naam"]
    rows = _owned(context, "eigenschap_waarde")
    rows = rows[rows["eigenschap_uuid"].isin(names.index) & rows["tekst"].notna()]
    naam = rows["eigenschap_uuid"].map(names)
    yield _values(rows, "eigenschap:" + naam, rows["tekst"], "'" + naam + "'")


def _owned(context: Context, table: str) -> pd.DataFrame:
    """The rows of the table that belong to plans that go on, with `project_uuid` and where it has one `woningblok_uuid`."""
    if table == "project":
        return context.plans
    if table == "woningblok":
        return context.blocks
    if table == "verdeling":
        return context.breakdowns
    rows = context.frame(table)
    if "woningblok_uuid" in rows.columns and context.has("woningblok"):
        projects = context.frame("woningblok").set_index("uuid")["project_uuid"]
        rows = rows.assign(project_uuid=rows["project_uuid"].fillna(rows["woningblok_uuid"].map(projects)))
    return rows[rows["project_uuid"].isin(context.plans.index)]


def _values(rows: pd.DataFrame, lijst: Any, code: pd.Series, naam: Any) -> pd.DataFrame:
    columns = [column for column in ("project_uuid", "woningblok_uuid") if column in rows.columns]
    return rows[columns].assign(lijst=lijst, code=code, naam=naam)


def _keys(codes: pd.DataFrame) -> pd.Index:
    import pandas as pd

    return pd.Index(codes["lijst"].astype(str) + "\n" + codes["code"].astype(str))


def _pairs(rows: pd.DataFrame) -> pd.Series:
    return rows["lijst"].astype(str) + "\n" + rows["code"].astype(str)


def _code_hits(rows: pd.DataFrame, message: Text) -> Hits:
    return Hits(
        rows.assign(sleutel=_pairs(rows).str.replace("\n", ":")),
        message,
        Text("een actieve waarde uit lijst '{lijst}'", "an active value of list '{lijst}'"),
        value="{code}",
    )
