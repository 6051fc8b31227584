"""Cadastral parcels from files, in whatever way a service spells them, as rows of table `perceel`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.reading import Gelezen, Reading, identified, without_repeats
from diwi_qgis.sources.schemas import PERCEEL, normalise, only_one, recognise_layers
from diwi_qgis.sources.values import as_integer, as_number, as_text, named
from diwi_qgis.sources.vector import open_vector, parse_date
from diwi_qgis.texts import Text

#: Digits of identificatieLokaalID.
PERCEEL_DIGITS = 14
_AKR = re.compile(r"[A-Z]{3}\d{2}")
_SECTIE = re.compile(r"[A-Z]{1,2}")


def read_parcels(
    path: Path, layer: str = "", source_date: Optional[date] = None, progress: Optional[Progress] = None
) -> Gelezen:
    """The valid parcels of a file, as rows of table `perceel`.

    Raises:
        InputError: unreadable, cut short, no layer or more than one layer of parcels, coordinates that are not what they
            claim to be or lie outside the Netherlands.
    """
    with open_vector(path) as file:
        found = only_one(recognise_layers(file.layers(), (PERCEEL,), path.name, layer), path.name)
        return parcels_of(Reading.of_file(file, found, source_date, silent(progress)))


def parcels_of(reading: Reading) -> Gelezen:
    """The valid parcels of a layer, as rows of table `perceel`; see `read_parcels`."""
    # lokaalID alone is the older numbering of nine digits; a register of ours may hold either
    current = normalise(reading.found.fields["identificatie"]) == "identificatielokaalid"
    width = PERCEEL_DIGITS if current else None
    ids, names = identified(reading, width)
    gemeenten = reading.values("akr_gemeentecode", lambda value: (as_text(value) or "").upper())
    secties = reading.values("sectie", lambda value: (as_text(value) or "").upper())
    nummers = reading.values("perceelnummer", as_integer)
    for position, (gemeente, sectie, nummer) in enumerate(zip(gemeenten, secties, nummers)):
        if not (_AKR.fullmatch(gemeente) and _SECTIE.fullmatch(sectie) and nummer and 0 < nummer <= 99_999):
            reading.refuse(position, names[position], _no_designation(gemeente, sectie, nummer))
    historic = _historic(reading)
    _say_history(reading, ids, historic)
    columns = {
        "identificatie": ids,
        "aanduiding": [
            f"{gemeente}-{sectie}-{nummer}" for gemeente, sectie, nummer in zip(gemeenten, secties, nummers)
        ],
        "akr_gemeentecode": gemeenten,
        "sectie": secties,
        "perceelnummer": nummers,
        "kadastrale_gemeente": reading.values("kadastrale_gemeente", as_text),
        "kadastrale_grootte": reading.values("kadastrale_grootte", as_number),
        "soort_grootte": reading.values("soort_grootte", as_text),
        "begin_geldigheid": reading.values("begin_geldigheid", parse_date),
        "_historie": historic,
    }
    result = reading.result(columns, names)
    result.rows = result.rows[~result.rows.pop("_historie")]
    result = without_repeats(result, ["identificatie"])
    _warn_of_shared_designations(result)
    return result


def _no_designation(gemeente: str, sectie: str, nummer: Optional[int]) -> Text:
    return Text(
        f"aanduiding '{gemeente}-{sectie}-{nummer}' is onvolledig of onjuist; verwacht als LLS00-B-10",
        f"designation '{gemeente}-{sectie}-{nummer}' is incomplete or wrong; expected as LLS00-B-10",
    )


def _historic(reading: Reading) -> list[bool]:
    """Per feature whether it is no longer valid."""
    status = reading.values("status", lambda value: (as_text(value) or "").casefold())
    ended = reading.values("einde", parse_date)
    return [bool(code and code not in ("g", "geldig")) or end is not None for code, end in zip(status, ended)]


def _say_history(reading: Reading, ids: list[Any], historic: list[bool]) -> None:
    old = [str(number) for number, is_old in zip(ids, historic) if is_old]
    if old:
        some = named(old, 5)
        reading.warn(
            f"{len(old)} vervallen percelen zijn overgeslagen: {some.nl}.",
            f"{len(old)} parcels that are no longer valid are left out: {some.en}.",
        )


def _warn_of_shared_designations(result: Gelezen) -> None:
    shared = result.rows.loc[result.rows.duplicated("aanduiding", keep=False), "aanduiding"]
    if len(shared):
        some = named(sorted(set(shared)), 5)
        result.warnings.append(
            Text(
                f"Aanduidingen die bij meer dan één perceel staan: {some.nl}.",
                f"Designations that belong to more than one parcel: {some.en}.",
            )
        )
