"""Fill the Excel template as a municipality would: find each column by its words, add the rows of the programme.

A second copy gets mistakes of form, each of a kind that people make; that one has to be refused.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from demo_data.programme import DemoPlan

SECTIONS, HEADERS, SUBHEADERS, FIRST = 2, 4, 5, 6
LAND = {"Bouw": "Bouw gegevens", "Sloop": "Sloop gegevens"}
BY_SUBHEADER = {
    "oplevering": "Opleverdatum",
    "grootte": "Grootte categorie",
    "koop": "Koopprijs waarde",
    "huur_particulier": "Huurprijs particuliere verhuurder",
    "huur_corporatie": "Huurprijs woningcorporatie",
    "fysiek": "Fysiek voorkomen",
    "doelgroep": "Doelgroep categorie",
}
BY_HEADER = ("eigendom", "woningtype", "grond")


class Sheet:
    """The data sheet of a template, addressed by words."""

    def __init__(self, path: Path) -> None:
        self.book = load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.columns: dict[tuple[str, str], list[int]] = defaultdict(list)
        section = ""
        for number in range(1, self.sheet.max_column + 1):
            section = str(self.sheet.cell(SECTIONS, number).value or section)
            header = self.sheet.cell(HEADERS, number).value
            if header:
                self.columns[section, str(header)].append(number)

    def column(self, section: str, header: str) -> int:
        """The first column with that header."""
        return self.columns[section, header][0]

    def under(self, section: str, header: str, subheader: object) -> int:
        """The column with that subheader; a column that is still free is given it."""
        for number in self.columns[section, header]:
            cell = self.sheet.cell(SUBHEADERS, number)
            if _day(cell.value) == subheader:
                return number
        for number in self.columns[section, header]:
            cell = self.sheet.cell(SUBHEADERS, number)
            if cell.value is None:
                cell.value = subheader
                if isinstance(subheader, date):
                    cell.number_format = "d-mmm-yy"
                return number
        raise KeyError(f"no free column for {section}, {header}, {subheader}")

    def put(self, row: int, column: int, value: object) -> None:
        """Fill a cell; dates look like dates."""
        cell = self.sheet.cell(row, column)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd-mm-yyyy"


def _day(value: object) -> object:
    return value.date() if hasattr(value, "date") else value


def fill(template: Path, plans: list[DemoPlan], target: Path) -> int:
    """Write the programme into a copy of the template; returns the number of rows."""
    sheet = Sheet(template)
    row = FIRST
    for plan in plans:
        for build, demolish in _pairs(plan):
            for header, value in plan.cellen.items():
                if value is not None:
                    sheet.put(row, sheet.column("Projectgegevens", header), value)
            for name, value in properties(plan).items():
                sheet.put(row, sheet.under("Projectgegevens", "Maatwerk project eigenschap", name), value)
            for part in (build, demolish):
                if part:
                    _fill_part(sheet, row, part)
            row += 1
    sheet.book.save(target)
    return row - FIRST


def _pairs(plan: DemoPlan):
    """Rows of a plan: demolition stands beside the first construction part."""
    builds = [part for part in plan.delen if part.soort == "Bouw"]
    demolitions = [part for part in plan.delen if part.soort == "Sloop"]
    for index in range(max(len(builds), len(demolitions))):
        yield (
            builds[index] if index < len(builds) else None,
            demolitions[index] if index < len(demolitions) else None,
        )


def _fill_part(sheet: Sheet, row: int, part) -> None:
    section = LAND[part.soort]
    sheet.put(row, sheet.column("Woning aantallen", part.soort), part.aantal)
    for name in BY_HEADER:
        for header, number in getattr(part, name).items():
            sheet.put(row, sheet.column(section, header), number)
    for name, header in BY_SUBHEADER.items():
        for subheader, number in getattr(part, name).items():
            sheet.put(row, sheet.under(section, header, subheader), number)


def properties(plan: DemoPlan) -> dict[str, object]:
    """Custom properties that the province asks for; one plan lacks them, as always."""
    if plan.nummer % 41 == 0:
        return {}
    rnd = random.Random(plan.nummer)
    hard = "harde" if plan.cellen["1a Onherroepelijk"] < date(2026, 7, 1) else "kansrijke"
    listed = {"harde": "1a harde plannen, in voorbereiding of in uitvoering", "kansrijke": "1b kansrijke plannen"}
    return {
        "Opdrachtgever type": rnd.choice(("Gemeente", "Woningcorporatie", "Projectontwikkelaar")),
        "Categorie planlijst": listed[hard],
        "Aantal studentenwoningen": 0,
        "Realiseerbaarheid": rnd.choice(("60%", "80%", "100%")),
    }


def spoil(good: Path, target: Path) -> int:
    """A copy with mistakes of form, as people make them; returns how many cells were spoiled."""
    sheet = Sheet(good)
    project = "Projectgegevens"
    mistakes = (
        (FIRST + 2, sheet.column(project, "Vertrouwelijkheid"), "Geheim"),
        (FIRST + 5, sheet.column(project, "Start project"), "01-03-2024"),
        (FIRST + 8, sheet.column(project, "Naam"), None),
        (FIRST + 11, sheet.column(project, "Project status"), "Openbaar"),
        (FIRST + 14, sheet.column("Woning aantallen", "Bouw"), "veertig"),
        (FIRST + 17, sheet.column(project, "Eind project"), date(2019, 1, 1)),
        (FIRST + 20, sheet.column("Bouw gegevens", "Koopwoning"), -3),
        (FIRST + 23, sheet.column("Bouw gegevens", "Eengezins woning"), 2.5),
        (FIRST + 26, sheet.column(project, "Rol gemeente"), "Toeschouwer"),
        (FIRST + 29, sheet.column("Woning aantallen", "Bouw"), "=2+"),
        (FIRST + 32, sheet.column(project, "Identificatie nr"), None),
    )
    for row, column, value in mistakes:
        sheet.sheet.cell(row, column).value = value
    sheet.book.save(target)
    return len(mistakes)
