"""Which column of a sheet means what: found by the words in its section, header and subheader rows, never by position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, NamedTuple, Optional, Union

from diwi_qgis.exchange.excel.cells import Prijs, Refused, is_blank, is_price_range, to_date, to_price, to_text
from diwi_qgis.exchange.excel.grid import Merged, Row, column_letter
from diwi_qgis.exchange.excel.layout import (
    CONTROLES,
    INVOER,
    ONBEKEND,
    ROL_TYPE,
    SLOOP_GEGEVENS,
    VEREIST,
    Doel,
    Kop,
    Onderkop,
    Sectie,
    koppen_van,
)
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plaats
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.model.definitions import markt_van

#: What a column stands for besides its header: a date, a price, the word of a category, the name of a property.
Betekenis = Union[date, Prijs, str, None]

#: Rows in which the header block is looked for, and how far the headers may be below the sections.
SEARCH_ROWS, HEADER_WITHIN = 50, 4

_SECTIONS = {sectie.tekst: sectie for sectie in INVOER}
_HEADERS = {sectie.tekst: {kop.tekst: kop for kop in koppen_van(sectie)} for sectie in INVOER}
#: Sections on blocks know the same headers, whichever of the two a template puts them in.
for _tekst in (INVOER[2].tekst, SLOOP_GEGEVENS.tekst):
    _HEADERS[_tekst] = {**_HEADERS[INVOER[2].tekst], **_HEADERS[SLOOP_GEGEVENS.tekst]}
    del _HEADERS[_tekst][ONBEKEND]


@dataclass
class Bron:
    """A column that is read. `problem` is what is wrong with its headings, an error once the column holds data."""

    index: int
    letter: str
    kop: Kop
    mutatie: str
    betekenis: Betekenis = None
    actief: bool = True
    problem: Optional[Problem] = None
    gebruikt: bool = False

    @property
    def titel(self) -> str:
        """Header and subheader, for messages."""
        under = self.betekenis if isinstance(self.betekenis, str) and self.kop.onderkop is not Onderkop.GEEN else ""
        return f"{self.kop.tekst} {under}".strip()


@dataclass
class Koppen:
    """The header block of a sheet: its columns, and what is wrong with it.

    `onbekend` are headers (by column index) of which the data are not read, `dubbel` columns that say the same as an
    earlier one; `einde` is the index at which the control sections begin.
    """

    kolommen: list[Bron]
    eerste_rij: int
    problems: list[Problem] = field(default_factory=list)
    onbekend: dict[int, str] = field(default_factory=dict)
    dubbel: set[int] = field(default_factory=set)
    einde: Optional[int] = None


class HeadingRows(NamedTuple):
    """The rows of a header block, and those below it, which are yet to be read."""

    secties: Row
    groepen: Row
    koppen: Row
    onderkoppen: Row
    rest: Iterator[Row]


def find_headings(rows: Iterator[Row]) -> Optional[HeadingRows]:
    """The header block of a sheet, of which no more rows are read than needed; None when it has none."""
    seen: dict[int, Row] = {}
    sections: Optional[int] = None
    for row in rows:
        number = row.number
        words = {_word(value) for value in row.cells.values()}
        if sections is None and words & (set(_SECTIONS) | set(CONTROLES)):
            sections = number
        elif sections is not None and len(words & VEREIST) > 2:
            group = seen.get(number - 1) if number - 1 > sections else None
            below = next(rows, None)
            if below and below.number > number + 1:  # nothing stands right below the headers
                rows, below = chain([below], rows), None
            return HeadingRows(
                seen[sections], group or Row(number - 1, {}), row, below or Row(number + 1, {}), iter(rows)
            )
        if number >= SEARCH_ROWS or (sections is not None and number > sections + HEADER_WITHIN):
            return None
        seen[number] = row
    return None


class HeadingReader:
    """Makes columns of the header rows. `lists` (None: not judged) say which words the register knows."""

    def __init__(self, sheet: str, lists: Optional[RegisterLists], create_missing: bool) -> None:
        self.sheet, self.lists, self.create_missing = sheet, lists, create_missing

    def read(self, rows: HeadingRows, merged: Iterable[Merged]) -> Koppen:
        """The columns, and what is wrong with the headings."""
        sections, groups, headers, under = (row.cells for row in rows[:4])
        header_row, self.under_row = rows.koppen.number, rows.onderkoppen.number
        found = Koppen([], self.under_row + 1)
        width = max((*sections, *headers, *under), default=-1) + 1
        sectie: Optional[Sectie] = None
        group, latest, texts = "", None, set()
        for index in range(width):
            word = _word(sections.get(index))
            if word in CONTROLES:
                found.einde = index
                break
            if word in _SECTIONS:
                sectie, group, latest = _SECTIONS[word], "", None
            group = _word(groups.get(index)) or group
            text = _word(headers.get(index))
            kop = self.header(sectie, text, group, latest)
            if kop is None:
                found.onbekend[index] = text
                continue
            latest = kop
            texts.add(text)
            letter = column_letter(index)
            bron = Bron(index, letter, kop, kop.naam if kop.doel is Doel.AANTAL else sectie.mutatie if sectie else "")
            self.subheader(bron, under.get(index))
            found.kolommen.append(bron)
        missing = sorted(VEREIST - texts)
        if missing:
            place = Plaats(self.sheet, header_row)
            found.problems.append(problem("missing_headers", place, ", ".join(missing)))
        self.duplicates(found, header_row)
        found.problems += self.merges(merged, header_row)
        return found

    def header(self, sectie: Optional[Sectie], text: str, group: str, latest: Optional[Kop]) -> Optional[Kop]:
        """The header of that text in that section; a bare "Onbekend" goes with the group it stands in."""
        if sectie is None or not text:
            return None
        if text == ONBEKEND and sectie.mutatie:
            before = latest.naam if latest else ""
            kenmerk = {"Eigendom type": "eigendom", "Woning type": "woningtype"}.get(group, before)
            tekst = {"eigendom": "Eigendom type onbekend", "woningtype": "Woning type onbekend"}.get(kenmerk)
            return _HEADERS[sectie.tekst][tekst] if tekst else None
        return _HEADERS[sectie.tekst].get(text)

    def subheader(self, bron: Bron, value: Any) -> None:
        """Set what the column stands for; without a subheader where one is needed it is not in use."""
        kind = bron.kop.onderkop
        if kind is Onderkop.GEEN:
            return
        if is_blank(value):
            bron.actief = False
            return
        try:
            bron.betekenis = self.meaning(bron.kop, value)
        except Refused as refused:
            bron.problem = problem(
                refused.code, Plaats(self.sheet, self.under_row, bron.letter), value, veld=bron.kop.tekst
            )
            return
        code = self.unknown(bron)
        if code:
            name = bron.betekenis.klasse if isinstance(bron.betekenis, Prijs) else bron.betekenis
            place = Plaats(self.sheet, self.under_row, bron.letter)
            bron.problem = problem(code, place, name, veld=bron.kop.tekst)

    def meaning(self, kop: Kop, value: Any) -> Betekenis:
        """The subheader as ours; ONBEKEND where the category is not known."""
        if kop.onderkop is Onderkop.DATUM:
            return to_date(value)
        if isinstance(value, str) and value.strip().casefold() == ONBEKEND.casefold():
            return self.code(kop.lijst, value.strip()) or ONBEKEND
        if kop.onderkop is Onderkop.PRIJS:
            return to_price(value)
        text = to_text(value)
        if kop.onderkop is not Onderkop.PRIJSKLASSE:
            return self.code(kop.lijst, text) or text
        known = self.lists.prijsklasse(markt_van(kop.categorie), text) if self.lists else None
        if known is None and is_price_range(text):
            return to_price(text)
        return Prijs(klasse=known or text)

    def code(self, lijst: str, text: str) -> Optional[str]:
        """The code of an open list for a word; None when it is not in it, or when there is nothing to judge by."""
        return self.lists.code(lijst, text) if self.lists and lijst else None

    def unknown(self, bron: Bron) -> Optional[str]:
        """The error code when the register does not know the word of a subheader and may not add it."""
        lists, kop, word = self.lists, bron.kop, bron.betekenis
        if lists is None or word == ONBEKEND:
            return None
        if kop.onderkop is Onderkop.EIGENSCHAP:
            return self.unknown_property(kop, str(word), lists)
        code = None
        if not self.create_missing and isinstance(word, Prijs) and word.klasse:
            markt = markt_van(kop.categorie)
            if lists.prijsklasse(markt, word.klasse) is None:
                code = f"unknown_price_{'buy' if markt == 'koop' else 'rent'}_range_category"
        elif (
            not self.create_missing
            and kop.lijst
            and not isinstance(word, Prijs)
            and lists.code(kop.lijst, str(word)) is None
        ):
            code = "unknown_property_value"
        return code

    def unknown_property(self, kop: Kop, naam: str, lists: RegisterLists) -> Optional[str]:
        """The error code when no custom property of that name, object and (for roles) kind may be used."""
        object_ = "woningblok" if kop.doel is Doel.BLOK_EIGENSCHAP else "project"
        known = lists.eigenschap(naam, object_)
        fits = known is not None and (kop is not ROL_TYPE or known.soort == "categorie")
        if fits or (self.create_missing and naam not in lists.eigenschappen):
            return None
        if kop is ROL_TYPE:
            return "unknown_project_category_property"
        return f"unknown_{'houseblock' if object_ == 'woningblok' else 'project'}_property"

    def duplicates(self, found: Koppen, header_row: int) -> None:
        """Set aside columns that say the same as an earlier one: which of the two counts would be a guess."""
        first: dict[tuple[Any, ...], Bron] = {}
        for bron in found.kolommen:
            if not bron.actief or (bron.problem and bron.betekenis is None):
                continue
            # a property may stand under "Rol type" or under "Maatwerk …", not under both
            what = bron.kop.doel if bron.kop.onderkop is Onderkop.EIGENSCHAP else bron.kop
            same = first.setdefault((bron.mutatie, what, bron.betekenis), bron)
            if same is not bron:
                row = header_row if bron.kop.onderkop is Onderkop.GEEN else self.under_row
                place = Plaats(self.sheet, row, bron.letter)
                found.problems.append(
                    problem("duplicate_header", place, bron.titel, veld=bron.titel, ander=same.letter)
                )
                found.dubbel.add(bron.index)
        found.kolommen = [bron for bron in found.kolommen if bron.index not in found.dubbel]

    def merges(self, merged: Iterable[Merged], header_row: int) -> list[Problem]:
        """Headers or subheaders merged over several columns: only the first of them would have one."""
        return [
            problem(
                "merged_header",
                Plaats(self.sheet, area.top, area.first),
                f"{area.first}{area.top}:{area.last}{area.bottom}",
            )
            for area in sorted(merged)
            if area.first != area.last and area.top <= self.under_row and area.bottom >= header_row
        ]


def _word(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
