"""Designations of cadastral parcels as people write them, made into the one form of the register: ``LLS00-B-10``.

A designation is cadastral municipality (AKR code such as ``LLS00``, or its name), section (``A`` … ``ZZ``) and parcel
number (1 … 99999). Source of the forms: answers of PDOK's Locatieserver and of the Kadaster WFS v5; the old ``G0000`` behind it says "the whole parcel".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Optional, Union

from diwi_qgis.texts import Text

_GAP = r"[\s\-–./_]*"
_CODE = re.compile(
    rf"(?P<gemeente>[A-Z]{{3}}\d{{2}}){_GAP}(?P<sectie>[A-Z]{{1,2}}){_GAP}(?P<nummer>\d{{1,5}})(?P<rest>\D.*)?"
)
_NAME = re.compile(
    r"(?P<gemeente>'?[^\W\d][^\d,;]*?)[\s\-–]+(?P<sectie>[A-Z]{1,2})[\s\-–.]*(?P<nummer>\d{1,5})(?P<rest>\D.*)?"
)
_WORDS = re.compile(r"\b(?:SECTIE|NUMMERS?|NRS?\.?|PERCEEL|PERCELEN|KADASTRALE GEMEENTE|GEMEENTE)\b:?", re.I)
_WHOLE_PARCEL = re.compile(rf"{_GAP}G{_GAP}0*")
_APARTMENT = re.compile(rf"{_GAP}A{_GAP}\d+")
_PART_PARCEL = re.compile(rf"{_GAP}D{_GAP}\d+")
_SEPARATOR = re.compile(r"[\n\r,;|\t]+|\s+(?:en|and|&)\s+", re.I)
#: No designation is longer; longer text is not worth looking at.
_LONGEST = 100
#: Within a list a number alone, or section and number, goes on where the one before left off.
_CONTINUED = re.compile(r"(?:(?P<sectie>[A-Z]{1,2})[\s\-–.]*)?(?P<nummer>\d{1,5})")


@dataclass(frozen=True)
class Aanduiding:
    """A designation taken apart. `gemeente` is an AKR code (capitals), or a name when `op_naam`."""

    gemeente: str
    sectie: str
    nummer: int
    op_naam: bool = False

    def __str__(self) -> str:
        return f"{self.gemeente}-{self.sectie}-{self.nummer}"


@dataclass(frozen=True)
class Afgekeurd:
    """A text that is no designation of a parcel, and why."""

    tekst: str
    reden: Text


@dataclass
class Lijst:
    """A list taken apart, each designation once, in the order written."""

    aanduidingen: list[Aanduiding] = field(default_factory=list)
    afgekeurd: list[Afgekeurd] = field(default_factory=list)


def parse_designation(text: str) -> Union[Aanduiding, Afgekeurd]:
    """One designation: ``LLS00-B-10``, ``LLS00 B 10``, ``LLS00B10``, ``lls00 b 00010``, ``Lelystad B 10``.

    Apartment rights (``AMF00-A-6892-A-1``) have no ground of their own and are refused, as are parts of a parcel (``D1``).
    """
    plain = _plain(text)
    match = _CODE.fullmatch(plain.upper()) if len(plain) <= _LONGEST else None
    if match is None and len(plain) <= _LONGEST:  # NR may be a section, so words go only where there is no code
        plain = _plain(_WORDS.sub(" ", plain))
        match = _NAME.fullmatch(plain.upper())
    if match is None:
        return Afgekeurd(text, Text("geen perceelaanduiding; verwacht als LLS00-B-10", "not like LLS00-B-10"))
    rest, number = match["rest"] or "", int(match["nummer"])
    if rest and not _WHOLE_PARCEL.fullmatch(rest):
        return Afgekeurd(text, _reason(rest))
    if number == 0:
        return Afgekeurd(
            text, Text("perceelnummer 0 bestaat niet; verwacht 1 tot en met 99999", "there is no parcel 0")
        )
    by_name = match.re is _NAME
    gemeente = plain[: match.end("gemeente")].strip() if by_name else match["gemeente"]
    return Aanduiding(gemeente, match["sectie"], number, by_name)


def parse_designations(text: str) -> Lijst:
    """A list with newlines, commas, semicolons, tabs, bars or "en" between, or only spaces.

    A number alone goes on where the one before left off: ``LLS00 B 10, 11, C 3``.
    """
    result = Lijst()
    seen: set[Aanduiding] = set()
    before: Optional[Aanduiding] = None
    for chunk in _SEPARATOR.split(text):
        if not chunk.strip():
            continue
        for found in _read(chunk.strip(), before):
            before = found if isinstance(found, Aanduiding) else None
            if isinstance(found, Afgekeurd):
                result.afgekeurd.append(found)
            elif found not in seen:
                seen.add(found)
                result.aanduidingen.append(found)
    return result


def _read(chunk: str, before: Optional[Aanduiding]) -> list[Union[Aanduiding, Afgekeurd]]:
    going_on = _CONTINUED.fullmatch(_plain(chunk).upper())
    if going_on and before is not None and int(going_on["nummer"]):
        sectie = going_on["sectie"] or before.sectie
        return [Aanduiding(before.gemeente, sectie, int(going_on["nummer"]), before.op_naam)]
    whole = parse_designation(chunk)
    if isinstance(whole, Aanduiding):
        return [whole]
    parts = [parse_designation(part) for part in chunk.split()]
    all_good = len(parts) > 1 and all(isinstance(part, Aanduiding) for part in parts)
    return parts if all_good else [whole]


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(' -."')


def _reason(rest: str) -> Text:
    if _APARTMENT.fullmatch(rest):
        return Text(
            "een appartementsrecht heeft geen eigen grond; geef het perceel op waarop het gebouw staat",
            "an apartment right has no ground of its own; give the parcel on which the building stands",
        )
    if _PART_PARCEL.fullmatch(rest):
        return Text("een deelperceel heeft nog geen eigen grens", "a part of a parcel has no border of its own yet")
    return Text(f"onbekende toevoeging '{rest.strip()}'", f"unknown addition '{rest.strip()}'")
