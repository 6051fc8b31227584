"""A plan of ours whose DIWI part was changed by somebody: what was changed there wins, everything else stays ours.

Three versions of one plan: `own` (our member of the feature), `base` (what our writer makes of it in DIWI's words, read
back) and `theirs` (what now stands in DIWI's words). What differs between base and theirs is what somebody changed.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Optional

from diwi_qgis.exchange.geojson.properties_out import mijlpaal_date
from diwi_qgis.exchange.geojson.split import LIJSTEN
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok

#: Characteristics that DIWI's formats can say (size only in Excel); the others in a block stay as they are.
_KENMERKEN = ("eigendom", "woningtype", "grootte", *LIJSTEN)
_BLOKVELDEN = ("mutatie", "in_programmering", "contract")


def merge(own: Plan, base: Plan, theirs: Plan, parts: Sequence[Sequence[str]]) -> Plan:
    """Our plan with the changes of the DIWI part. `parts` gives per own block the names of its blocks in the DIWI part."""
    if base == theirs:
        return own
    _merge_dict(own.velden, base.velden, theirs.velden)
    _merge_dict(own.eigenschappen, base.eigenschappen, theirs.eigenschappen)
    if base.status != theirs.status:
        own.status = theirs.status
        own.mijlpalen = [mijlpaal for mijlpaal in own.mijlpalen if mijlpaal.soort != "afgebroken"]
    _merge_mijlpalen(own, base, theirs)
    _merge_blokken(own, base, theirs, parts)
    own.plaatsen = theirs.plaatsen
    return own


def _merge_dict(own: dict[str, Any], base: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
    for key in {**base, **theirs}:
        if base.get(key) != theirs.get(key):
            own[key] = theirs.get(key)


def _merge_mijlpalen(own: Plan, base: Plan, theirs: Plan) -> None:
    before = {mijlpaal.soort: mijlpaal for mijlpaal in base.mijlpalen}
    after = {mijlpaal.soort: mijlpaal for mijlpaal in theirs.mijlpalen}
    for soort in {**before, **after}:
        old, new = before.get(soort), after.get(soort)
        if old == new:
            continue
        if new is None:
            own.mijlpalen = [mijlpaal for mijlpaal in own.mijlpalen if mijlpaal.soort != soort]
        elif old is None:
            own.mijlpalen.append(new)
        else:
            _move(own.mijlpalen, old, new)


def _move(mijlpalen: list[Mijlpaal], old: Mijlpaal, new: Mijlpaal) -> None:
    """The milestone that counted on the old date, which is the one DIWI knew, counts on the new one."""
    for place, mijlpaal in enumerate(mijlpalen):
        if mijlpaal.soort == old.soort and mijlpaal_date(mijlpaal) == old.gepland:
            moved = dataclasses.replace(mijlpaal, bron="import", plaats=new.plaats)
            if moved.gerealiseerd:
                moved.gerealiseerd = new.gepland
            else:
                moved.gepland = new.gepland
            mijlpalen[place] = moved
            return


# -- blocks -----------------------------------------------------------------------------------------------------------

_Named = dict[tuple[str, int], Woningblok]


def _merge_blokken(own: Plan, base: Plan, theirs: Plan, parts: Sequence[Sequence[str]]) -> None:
    before, after = _named(base.woningblokken), _named(theirs.woningblokken)
    seen: Counter[str] = Counter()
    kept = []
    for blok, names in zip(own.woningblokken, parts):
        keys = []
        for name in names:
            keys.append((name, seen[name]))
            seen[name] += 1
        merged = _merge_blok(blok, [before[k] for k in keys if k in before], [after.pop(k) for k in keys if k in after])
        if merged is not None:
            kept.append(merged)
    own.woningblokken = kept + list(after.values())


def _named(blokken: Sequence[Woningblok]) -> _Named:
    """Blocks by name; of equal names by name and how many came before."""
    seen: Counter[str] = Counter()
    found: _Named = {}
    for blok in blokken:
        found[blok.naam, seen[blok.naam]] = blok
        seen[blok.naam] += 1
    return found


def _merge_blok(own: Woningblok, base: list[Woningblok], theirs: list[Woningblok]) -> Optional[Woningblok]:
    """The block with the changes in its parts; None when all its parts were removed."""
    if base == theirs:
        return own
    if not theirs:
        return None
    own.aantal += sum(part.aantal for part in theirs) - sum(part.aantal for part in base)
    for column in _BLOKVELDEN:
        old, new = getattr(base[0], column) if base else None, getattr(theirs[0], column)
        if old != new:
            setattr(own, column, new)
    if base:
        _merge_dict(own.eigenschappen, base[0].eigenschappen, theirs[0].eigenschappen)
    for kenmerk in _KENMERKEN:
        if _totals(base, kenmerk) != _totals(theirs, kenmerk):
            own.verdelingen = _replaced(own.verdelingen, kenmerk, _totals(theirs, kenmerk))
    if _delivered(base) != _delivered(theirs):
        own.opleveringen = _rescheduled(own.opleveringen, _delivered(theirs))
    own.plaats, own.plaatsen = theirs[0].plaats, theirs[0].plaatsen
    return own


_Price = tuple[str, Optional[int], Optional[int], Optional[str]]


def _key(verdeling: Verdeling) -> _Price:
    return (verdeling.categorie, verdeling.prijs_min, verdeling.prijs_max, verdeling.prijsklasse)


def _totals(parts: Sequence[Woningblok], kenmerk: str) -> Counter[_Price]:
    totals: Counter[_Price] = Counter()
    for part in parts:
        for verdeling in part.verdelingen:
            if verdeling.kenmerk == kenmerk:
                totals[_key(verdeling)] += verdeling.aantal
    return totals


def _replaced(own: list[Verdeling], kenmerk: str, totals: Counter[_Price]) -> list[Verdeling]:
    """The breakdown of one characteristic as it is now; rows of the same category and price keep their identity."""
    uuids = {_key(verdeling): verdeling.uuid for verdeling in reversed(own) if verdeling.kenmerk == kenmerk}
    rows = [
        Verdeling(kenmerk, *_split(key, aantal), uuid=uuids.get(key)) for key, aantal in totals.items() if aantal > 0
    ]
    return [verdeling for verdeling in own if verdeling.kenmerk != kenmerk] + rows


def _split(key: _Price, aantal: int) -> tuple[str, int, Optional[int], Optional[int], Optional[str]]:
    categorie, laag, hoog, klasse = key
    return categorie, aantal, laag, hoog, klasse


def _delivered(parts: Sequence[Woningblok]) -> Counter[Any]:
    totals: Counter[Any] = Counter()
    for part in parts:
        for oplevering in part.opleveringen:
            totals[oplevering.datum] += oplevering.aantal
    return totals


def _rescheduled(own: list[Oplevering], totals: Counter[Any]) -> list[Oplevering]:
    known = {oplevering.datum: oplevering for oplevering in reversed(own)}
    return [
        dataclasses.replace(known[datum], aantal=aantal) if datum in known else Oplevering(datum, aantal)
        for datum, aantal in sorted(totals.items())
    ]
