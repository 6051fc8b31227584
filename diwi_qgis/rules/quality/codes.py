"""Rules on values that must stand in a code list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    known = _by_list(context.codes)
    for used in _used(context):
        yield used.hits(
            used.code.notna() & ~used.code.isin(known.get(used.lijst, ())),
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
    inactive = _by_list(context.codes[~context.codes["actief"].fillna(True).astype(bool)])
    for used in _used(context):
        if used.lijst in inactive:
            yield used.hits(
                used.code.isin(inactive[used.lijst]),
                Text(
                    "{onderwerp}: '{code}' ({naam}) is niet meer in gebruik.",
                    "{onderwerp}: '{code}' ({naam}) is no longer in use.",
                ),
            )


@dataclass(frozen=True)
class _Used:
    """Values that must be codes of one list: the rows they stand in, the codes, and what the field is called."""

    rows: pd.DataFrame
    lijst: str
    code: pd.Series
    naam: str

    def hits(self, wrong: pd.Series, message: Text) -> Hits:
        """The wrong ones as hits."""
        rows, code = self.rows[wrong], self.code[wrong]
        owners = [column for column in ("project_uuid", "woningblok_uuid") if column in rows.columns]
        return Hits(
            rows[owners].assign(
                code=code, naam=self.naam, lijst=self.lijst, sleutel=f"{self.lijst}:" + code.astype(str)
            ),
            message,
            Text("een actieve waarde uit lijst '{lijst}'", "an active value of list '{lijst}'"),
            value="{code}",
        )


def _by_list(codes: pd.DataFrame) -> dict[str, set[str]]:
    return {str(lijst): set(group) for lijst, group in codes.groupby("lijst")["code"]}


def _used(context: Context) -> Iterator[_Used]:
    """All values of plans that go on that must be codes."""
    for table in TABLES:
        if table.name in _CODED and context.has(table.name):
            rows = _owned(context, table.name)
            for column in table.columns:
                if column.codelijst:
                    yield _Used(rows, column.codelijst, rows[column.name], f"'{column.label}'")
    if context.has("verdeling"):
        for kenmerk, rows in context.breakdowns.groupby("kenmerk"):
            yield _Used(rows, str(kenmerk), rows["categorie"], f"verdeling '{kenmerk}'")
    yield from _used_in_properties(context)


def _used_in_properties(context: Context) -> Iterator[_Used]:
    if not (context.has("eigenschap") and context.has("eigenschap_waarde")):
        return
    listed = context.frame("eigenschap")
    rows = _owned(context, "eigenschap_waarde")
    for uuid, naam in listed.loc[listed["soort"].isin(["categorie", "rangorde"]), ["uuid", "naam"]].itertuples(
        index=False
    ):
        own = rows[(rows["eigenschap_uuid"] == uuid) & rows["tekst"].notna()]
        yield _Used(own, f"eigenschap:{naam}", own["tekst"], f"'{naam}'")


def _owned(context: Context, table: str) -> pd.DataFrame:
    """The rows of the table that belong to plans that go on, with `project_uuid` and, where there is one, `woningblok_uuid`."""
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
