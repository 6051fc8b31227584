"""One row of a sheet, one kind of mutation: the block with its deliveries and breakdowns, and whether its sums fit.

Sums are judged here because only the sheet knows the "Onbekend" columns. In a row of a workbook that a register
exported (`exported`) a sum may stay below the number of the block: what is missing is unknown, as it is in the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Optional

from diwi_qgis.exchange.excel.cells import Prijs, Refused, to_amount
from diwi_qgis.exchange.excel.headings import Bron
from diwi_qgis.exchange.excel.layout import ONBEKEND, OPLEVERDATUM, Doel, Onderkop
from diwi_qgis.exchange.plan import Oplevering, Plaats, Verdeling, Woningblok
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.exchange.validate_blocks import EIGENAAR, TOTAAL

#: A filled cell: its column and its value.
Cell = tuple[Bron, Any]

#: Codes for sums; size is ours, DIWI does not read it.
_TOTAAL = {**TOTAAL, "grootte": "houseblock_size_total"}


class _Deel(NamedTuple):
    """An amount above zero: of which column, how many, where."""

    bron: Bron
    aantal: int
    plaats: Plaats


@dataclass
class BlockReader:
    """Reads one block. `broken` says that an amount could not be read, so that sums cannot be judged."""

    sheet: str
    row: int
    plan: str
    naam: str
    exported: bool
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    _aantal: int = 0

    def read(self, mutatie: str, number: Cell, cells: Sequence[Cell]) -> Optional[Woningblok]:
        """The block, without custom properties; None when the row has no dwellings of this mutation.

        `number` is the column with the number of dwellings and its value; `cells` are the filled cells of the section.
        """
        self._aantal = self.amount(*number) if number[1] is not None else 0
        by_target: dict[str, list[_Deel]] = {}
        with_property = False
        for bron, value in cells:
            kop = bron.kop
            if kop.doel is Doel.BLOK_EIGENSCHAP:
                with_property = True
            elif found := self.amount(bron, value):
                by_target.setdefault(kop.naam, []).append(_Deel(bron, found, self.place(bron)))
        if not self._aantal:
            if (by_target or with_property) and not self.broken:
                self.wrong("houseblock_housing_number", self.place(number[0]), number[1])
            return None
        place = self.place(number[0])
        blok = Woningblok(self.naam, mutatie, self._aantal, plaats=place, plaatsen={"aantal": place})
        blok.opleveringen = [
            Oplevering(part.bron.betekenis, part.aantal, plaats=part.plaats)
            for part in by_target.get(OPLEVERDATUM.naam, ())
            if isinstance(part.bron.betekenis, date)
        ]
        for kenmerk in _TOTAAL:
            if kenmerk in by_target:
                reader = self.ownership if kenmerk == "eigendom" else self.breakdown
                blok.verdelingen.extend(reader(kenmerk, by_target[kenmerk]))
        return blok

    def amount(self, bron: Bron, value: Any) -> int:
        """The number in a cell; 0 when it could not be read, which is then a problem."""
        try:
            found = to_amount(value)
        except Refused as refused:
            self.broken = bron.gebruikt = True
            self.wrong(refused.code, self.place(bron), value, veld=bron.titel)
            return 0
        bron.gebruikt = bron.gebruikt or found > 0
        return found

    def breakdown(self, kenmerk: str, parts: Sequence[_Deel]) -> Iterable[Verdeling]:
        """The rows of one characteristic; unknown dwellings count in the sum and are not stored."""
        self.total(kenmerk, parts, may_stay_below=kenmerk == "grootte")
        for part in parts:
            categorie = part.bron.kop.categorie or part.bron.betekenis
            if categorie != ONBEKEND and isinstance(categorie, str):
                yield Verdeling(kenmerk, categorie, part.aantal, plaats=part.plaats)

    def ownership(self, kenmerk: str, parts: Sequence[_Deel]) -> Iterable[Verdeling]:
        """Ownership with prices; dwellings of a type without a price become a row without one."""
        types = {p.bron.kop.categorie: p for p in parts if p.bron.kop.onderkop is Onderkop.GEEN}
        prices = [p for p in parts if p.bron.kop.onderkop is not Onderkop.GEEN]
        if types:
            self.total(kenmerk, list(types.values()))
        else:
            self.total(kenmerk, prices, may_stay_below=True)
        for eigendom in EIGENAAR:
            of_type = [part for part in prices if part.bron.kop.categorie == eigendom]
            priced = [part for part in of_type if isinstance(part.bron.betekenis, Prijs)]
            if types and of_type:
                self.prices_fit(eigendom, types.get(eigendom), of_type, priced)
            for part in priced:
                price = part.bron.betekenis
                if isinstance(price, Prijs):
                    yield Verdeling(
                        kenmerk, eigendom, part.aantal, price.minimum, price.maximum, price.klasse, plaats=part.plaats
                    )
            of_all = types[eigendom].aantal if eigendom in types else _sum(of_type)
            without = of_all - _sum(priced)
            if without > 0:
                place = types[eigendom].plaats if eigendom in types else of_type[0].plaats
                yield Verdeling(kenmerk, eigendom, without, plaats=place)

    def prices_fit(
        self, eigendom: str, of_type: Optional[_Deel], parts: Sequence[_Deel], priced: Sequence[_Deel]
    ) -> None:
        """Prices of a type: as many as there are dwellings of it, all by class or all by amount."""
        number, found = of_type.aantal if of_type else 0, _sum(parts)
        if not self.broken and (found > number or (found < number and not self.exported)):
            code = f"houseblock_ownership_{EIGENAAR[eigendom]}_total"
            place = of_type.plaats if of_type else parts[0].plaats
            self.wrong(code, place, found, som=found, ander=number)
        classes = [part for part in priced if isinstance(part.bron.betekenis, Prijs) and part.bron.betekenis.klasse]
        if classes and len(classes) < len(priced) and not self.exported:
            amounts = [part for part in priced if part not in classes]
            self.wrong(f"houseblock_ownership_{EIGENAAR[eigendom]}_multiple_types", amounts[0].plaats, _sum(amounts))

    def total(self, kenmerk: str, parts: Sequence[_Deel], may_stay_below: bool = False) -> None:
        """A problem when the parts do not add up to the block."""
        found = _sum(parts)
        below_is_fine = may_stay_below or self.exported
        if not self.broken and (found > self._aantal or (found < self._aantal and not below_is_fine)):
            self.wrong(_TOTAAL[kenmerk], parts[0].plaats, found, som=found, aantal=self._aantal)

    def place(self, bron: Bron) -> Plaats:
        """Where a cell of this row is."""
        return Plaats(self.sheet, self.row, bron.letter)

    def wrong(self, code: str, place: Plaats, value: Any, **fields: Any) -> None:
        """Note a problem of this block."""
        self.problems.append(problem(code, place, value, self.plan, self.naam, **fields))


def _sum(parts: Iterable[_Deel]) -> int:
    return sum(part.aantal for part in parts)
