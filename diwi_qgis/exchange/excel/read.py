"""From a workbook in DIWI's layout to plans and everything that is wrong with its cells and headings.

Whatever DIWI skips without a word is a problem or a reported warning here (docs/formats/excel.md).
"""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.excel import supplement as excel_supplement
from diwi_qgis.exchange.excel.blocks import BlockReader, Cell
from diwi_qgis.exchange.excel.grid import Merged, Row, column_letter
from diwi_qgis.exchange.excel.headings import Bron, HeadingReader, Koppen, find_headings
from diwi_qgis.exchange.excel.layout import BOUW, IDENTIFICATIE, SHEET, SLOOP, Doel
from diwi_qgis.exchange.excel.projects import ProjectReader, ProjectRow
from diwi_qgis.exchange.excel.properties import read_properties
from diwi_qgis.exchange.excel.rows import rows_of
from diwi_qgis.exchange.excel.workbook import Workbook, open_workbook
from diwi_qgis.exchange.excel.written import written_rows
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plaats, Plan, Woningblok
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.progress import Progress, silent

#: Headers without which the rows cannot be read at all.
_NEEDED = (IDENTIFICATIE, BOUW, SLOOP)


@dataclass
class Reading:
    """What a workbook holds. `rijen` counts rows with data; `gebroken` are rows in which sums could not be judged."""

    file: str
    blad: str
    plans: list[Plan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rijen: int = 0
    gebroken: set[int] = field(default_factory=set)
    definities: Optional[Definities] = None


def read_workbook(
    path: Path,
    lists: Optional[RegisterLists] = None,
    create_missing: bool = False,
    progress: Optional[Progress] = None,
) -> Reading:
    """Read the first sheet of a workbook: DIWI's template, ours, or DIWI's export.

    `lists` are the words that the register knows; without them words are not judged here. With `create_missing` unknown
    ones that may be added are no problem.

    Raises:
        InputError: the file is not a plain .xlsx, is damaged, or its first sheet has no header block of DIWI.
        Cancelled: the user stopped it.
    """
    progress = silent(progress)
    with open_workbook(path, progress.part(0, 0.1)) as workbook:
        sheet = workbook.sheets[0]
        reading = Reading(workbook.file, sheet)
        rows = workbook.rows(sheet, progress.part(0.1, 0.8))
        if not _read_sheet(reading, rows, workbook.merged(sheet), lists, create_missing):
            raise _wrong_sheet(workbook)
        if excel_supplement.SHEET in workbook.sheets[1:]:
            _make_whole(reading, excel_supplement.read(workbook), lists, create_missing)
    reading.problems.sort(key=_order)
    return reading


def _read_sheet(
    reading: Reading,
    rows: Iterator[Row],
    merged: frozenset[Merged],
    lists: Optional[RegisterLists],
    create_missing: bool,
) -> bool:
    """Add to the reading what its sheet says; False when that does not have DIWI's headings."""
    found = find_headings(rows)
    if found is None:
        return False
    koppen = HeadingReader(reading.blad, lists, create_missing).read(found, merged)
    reading.problems += koppen.problems
    if all(any(bron.kop is needed for bron in koppen.kolommen) for needed in _NEEDED):
        with collector_at_rest():
            _RowReader(koppen, lists, reading).read(found.rest)
    return True


def read_written(
    plans: Sequence[Plan],
    definities: Definities,
    reference_date: date,
    lists: Optional[RegisterLists],
    create_missing: bool = False,
) -> Reading:
    """What the first sheet says of a workbook in which we would write these plans; no file is made."""
    reading = Reading("", SHEET)
    rows = written_rows(rows_of(plans, definities.lists(), reference_date))
    _read_sheet(reading, rows, frozenset(), lists, create_missing)
    return reading


def _make_whole(
    reading: Reading,
    supplement: excel_supplement.Supplement,
    lists: Optional[RegisterLists],
    create_missing: bool,
) -> None:
    """Of a workbook that we exported: add to the plans what only its hidden sheet holds."""
    base = read_written(supplement.plans, supplement.definities, supplement.peildatum, lists, create_missing)
    reading.plans = excel_supplement.restore(supplement, reading.plans, base.plans)
    reading.problems = list(excel_supplement.changed_problems(reading.problems, base.problems))
    reading.definities = supplement.definities


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Hundreds of thousands of small objects without cycles are made: looking for cycles takes a third of the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def _wrong_sheet(workbook: Workbook) -> InputError:
    """No headings on the first sheet: say whether they are on another one."""
    first, *others = workbook.sheets
    better = next((name for name in others if find_headings(workbook.rows(name))), None)
    if better:
        return InputError(
            f"'{workbook.file}': de gegevens staan op blad '{better}', maar horen op het eerste ('{first}'). Zet dat "
            f"blad vooraan.",
            f"'{workbook.file}': the data are on sheet '{better}', but belong on the first ('{first}'). Move that "
            f"sheet to the front.",
        )
    return InputError(
        f"'{workbook.file}': blad '{first}' heeft niet de kolomkoppen van het DIWI-sjabloon (secties zoals "
        f"'Projectgegevens', daaronder koppen zoals 'Identificatie nr'). Maak met 'Excel-sjabloon schrijven' een sjabloon.",
        f"'{workbook.file}': sheet '{first}' does not have the column headers of the DIWI template (sections such as "
        f"'Projectgegevens', below them headers such as 'Identificatie nr'). Make a template with 'Write Excel template'.",
    )


def _order(one: Problem) -> tuple[bool, int, int, str]:
    return (one.plaats.row is not None, one.plaats.row or 0, len(one.plaats.column), one.plaats.column)


class _RowReader:
    def __init__(self, koppen: Koppen, lists: Optional[RegisterLists], reading: Reading) -> None:
        self.sheet, self.koppen, self.lists, self.reading = reading.blad, koppen, lists, reading
        self.by_index = {bron.index: bron for bron in koppen.kolommen}
        active = [bron for bron in koppen.kolommen if bron.actief]
        self.active = {bron.index for bron in active}
        self.projects = ProjectReader(self.sheet, koppen.kolommen, lists)
        self.number: dict[str, Bron] = {}
        for bron in active:
            if bron.kop.doel is Doel.AANTAL:
                self.number.setdefault(bron.mutatie, bron)
        self.properties = {
            mutatie: [b for b in active if b.mutatie == mutatie and b.kop.doel is Doel.BLOK_EIGENSCHAP]
            for mutatie in self.number
        }
        self.known: dict[str, ProjectRow] = {}
        self.unread: dict[int, list[int]] = {}

    def read(self, rows: Iterator[Row]) -> None:
        """All data rows, from the first below the subheaders to the last that was saved."""
        for number, values, unsaved in rows:
            filled = self.filled(number, values)
            formulas = self.formulas_without_value(number, unsaved)
            if filled or formulas:
                self.reading.rijen += 1
                self.row(number, filled, formulas)
        self.headings()

    def filled(self, number: int, values: dict[int, Any]) -> dict[int, Any]:
        """The cells of a row that hold something and are read, by column index."""
        found = {}
        for index, value in values.items():
            if isinstance(value, str) and (not value or value.isspace()):
                continue
            if index in self.active:
                found[index] = value
            else:
                self.left_out(number, index, value)
        return found

    def left_out(self, number: int, index: int, value: Any) -> None:
        """Note a value that is not read, unless it stands where nothing is: in a double column, or behind the input."""
        end = self.koppen.einde
        if index in self.koppen.dubbel or (end is not None and index >= end):
            return
        bron = self.by_index.get(index)
        if bron is None:
            self.unread.setdefault(index, []).append(number)
        elif value != 0:
            self.wrong("missing_subheader", number, bron, value, veld=bron.kop.tekst)

    def formulas_without_value(self, number: int, unsaved: frozenset[int]) -> set[int]:
        """Positions of formulas whose result was never saved, each a problem."""
        found = set()
        for index in sorted(unsaved):
            bron = self.by_index.get(index)
            if bron and bron.actief:
                found.add(index)
                self.wrong("formula_without_value", number, bron, None, veld=bron.titel)
        return found

    def row(self, number: int, filled: dict[int, Any], unread: set[int]) -> None:
        """One row: its plan, new or known, and its blocks."""
        first, here = self.project(number, filled, unread)
        cells: dict[str, list[Cell]] = {}
        for index, value in filled.items():
            bron = self.by_index[index]
            if bron.mutatie:
                cells.setdefault(bron.mutatie, []).append((bron, value))
        for mutatie, of_mutatie in cells.items():
            blok = self.block(number, mutatie, of_mutatie, first, bool(unread))
            if blok is not None:
                blok.in_programmering = here.plan.velden.get("in_programmering") if here else None
                first.plan.woningblokken.append(blok)

    def project(self, number: int, filled: dict[int, Any], unread: set[int]) -> tuple[ProjectRow, ProjectRow]:
        """The plan's first row and this one."""
        identity = next((b for b in self.projects.columns if b.kop is IDENTIFICATIE), None)
        key = str(filled.get(identity.index, "")).strip().casefold() if identity else ""
        first = self.known.get(key)
        if first and not unread and self.projects.repeats(first, filled):
            return first, first
        here = self.projects.read(number, filled, unread)
        self.reading.problems += here.problems
        if first:
            self.reading.problems += self.projects.compare(first, here)
            return first, here
        if here.plan.uuid or here.plan.velden.get("extern_id"):
            self.known[key] = here
            self.reading.plans.append(here.plan)
        return here, here

    def block(
        self, number: int, mutatie: str, cells: list[Cell], first: ProjectRow, unread: bool
    ) -> Optional[Woningblok]:
        """The block of one mutation in a row, with its custom properties; None when there is none."""
        total = self.number[mutatie]
        count = first.blokken.get(mutatie, 0) + 1
        naam = total.kop.tekst if count == 1 else f"{total.kop.tekst} {count}"
        reader = BlockReader(self.sheet, number, first.plan.naam, naam, first.exported, broken=unread)
        amount = next((value for bron, value in cells if bron is total), None)
        blok = reader.read(mutatie, (total, amount), [cell for cell in cells if cell[0] is not total])
        self.reading.problems += reader.problems
        if reader.broken:
            self.reading.gebroken.add(number)
        if blok is None:
            return None
        first.blokken[mutatie] = count
        own = self.properties[mutatie]
        if own:
            filled = {bron.index: value for bron, value in cells}
            found = read_properties(own, filled, "woningblok", self.lists, self.sheet, number, first.plan.naam, naam)
            blok.eigenschappen = found.values
            blok.plaatsen.update(found.places)
            self.reading.problems += found.problems
        if first.plan.status == "REALIZED":
            for oplevering in blok.opleveringen:
                oplevering.gerealiseerd = True
        return blok

    def headings(self) -> None:
        """What is wrong with a subheader is an error once data stand under it; data under unknown headers are reported."""
        for bron in self.koppen.kolommen:
            if bron.problem:
                self.reading.problems.append(dataclasses.replace(bron.problem, warning=not bron.gebruikt))
        for index, rows in sorted(self.unread.items()):
            letter = column_letter(index)
            header = self.koppen.onbekend.get(index) or letter
            place = Plaats(self.sheet, rows[0], letter)
            self.reading.problems.append(
                problem("unknown_header", place, header, warning=True, veld=header, som=len(rows))
            )

    def wrong(self, code: str, row: int, bron: Bron, value: Any, **fields: Any) -> None:
        """Note a problem with a cell."""
        self.reading.problems.append(problem(code, Plaats(self.sheet, row, bron.letter), value, **fields))
