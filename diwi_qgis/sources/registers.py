"""Parcels, buildings and boundaries from files, in whatever way a service spells them, as rows of our tables.

Nothing is dropped in silence: what was mended is in `warnings`, what cannot be used in `refused`, and whether the file is
the whole answer of a service in `cut_off`. Geometry comes out as valid MultiPolygons in EPSG:28992 on the millimetre grid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Callable, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.crs import place
from diwi_qgis.sources.schemas import GEBIEDEN, PAND, PERCEEL, Found, normalise, only_one, recognise_layers
from diwi_qgis.sources.values import as_integer, as_number, as_text, identifications, named
from diwi_qgis.sources.vector import Content, VectorFile, open_vector, parse_date
from diwi_qgis.texts import Text

#: Digits of an identification: Kadaster (identificatieLokaalID) and BAG.
PERCEEL_DIGITS, PAND_DIGITS = 14, 16
_BAG_PREFIX = "NL.IMBAG.Pand."
_AKR = re.compile(r"[A-Z]{3}\d{2}")
_SECTIE = re.compile(r"[A-Z]{1,2}")
_KINDS = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}


@dataclass
class Gelezen:
    """What a file gave. `rows` has the columns of the table (with `geom` and `brondatum`), one row per object."""

    table: str
    file: str
    rows: Any
    source_date: date
    warnings: list[Text] = field(default_factory=list)
    refused: list[Text] = field(default_factory=list)
    cut_off: Optional[Text] = None


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
        return _parcels(_Reading(file, found, source_date, silent(progress)))


def read_buildings(
    path: Path, layer: str = "", source_date: Optional[date] = None, progress: Optional[Progress] = None
) -> Gelezen:
    """The buildings of a file in their latest version, as rows of table `pand`; final states are kept with their status.

    Raises:
        InputError: as `read_parcels`.
    """
    with open_vector(path) as file:
        found = only_one(recognise_layers(file.layers(), (PAND,), path.name, layer), path.name)
        return _buildings(_Reading(file, found, source_date, silent(progress)))


def read_boundaries(
    path: Path,
    layer: str = "",
    year: int = 0,
    source_date: Optional[date] = None,
    progress: Optional[Progress] = None,
) -> Gelezen:
    """Municipalities, districts and neighbourhoods of all layers that have them, as rows of table `gebied`.

    `year` is the year of the division where the file does not say it; 0 is unknown.

    Raises:
        InputError: as `read_parcels`.
    """
    import pandas

    progress = silent(progress)
    with open_vector(path) as file:
        founds = recognise_layers(file.layers(), GEBIEDEN, path.name, layer)
        parts = [_areas(_Reading(file, found, source_date, progress), year) for found in founds]
    whole = parts[0]
    whole.rows = _merged_areas(pandas.concat([part.rows for part in parts], ignore_index=True), whole)
    for part in parts[1:]:
        whole.warnings += part.warnings
        whole.refused += part.refused
        whole.cut_off = whole.cut_off or part.cut_off
    return whole


# -- what the three have in common ----------------------------------------------------------------------------------


class _Reading:
    """One layer being read: its values by column of ours, and what there is to say about it."""

    def __init__(self, file: VectorFile, found: Found, source_date: Optional[date], progress: Progress) -> None:
        self.path, self.found, self.progress = file.path, found, progress
        self.content: Content = file.read(found.layer.name, list(set(found.fields.values())), progress)
        if not len(self.content):
            raise InputError(
                f"'{file.path.name}', laag '{found.layer.name}' bevat geen objecten.",
                f"'{file.path.name}', layer '{found.layer.name}' holds no features.",
            )
        self.warnings: list[Text] = []
        self.refused: dict[int, Text] = {}
        self.source_date = source_date or file.own_date() or self._modified(file)

    def __len__(self) -> int:
        return len(self.content)

    def values(self, column: str, convert: Callable[[Any], Any]) -> list[Any]:
        """The values of a column of ours, converted; all None when the file lacks it."""
        name = self.found.fields.get(column)
        return [None] * len(self) if name is None else [convert(value) for value in self.content.columns[name]]

    def raw(self, column: str) -> list[Any]:
        """The values of a column as they stand in the file."""
        return self.values(column, lambda value: value)

    def warn(self, nl: str, en: str) -> None:
        """Something to know that does not stop the work."""
        self.warnings.append(Text(nl, en))

    def refuse(self, position: int, name: str, why: Text) -> None:
        """A feature that cannot be used, with the first reason found."""
        self.refused.setdefault(position, Text(f"{name}: {why.nl}", f"{name}: {why.en}"))

    def result(self, columns: dict[str, list[Any]], names: list[str]) -> Gelezen:
        """The rows, with geometry; refused features left out and said."""
        import pandas

        rows = pandas.DataFrame(columns)
        rows["geom"] = self._areas(names)
        rows["brondatum"] = pandas.Timestamp(self.source_date)
        rows = rows.drop(index=list(self.refused))
        refused = [self.refused[position] for position in sorted(self.refused)]
        return Gelezen(
            self.found.schema.table,
            self.path.name,
            rows,
            self.source_date,
            self.warnings,
            refused,
            self.content.cut_off,
        )

    def _modified(self, file: VectorFile) -> date:
        day = file.modified()
        self.warn(
            f"Het bestand noemt geen brondatum; genomen is de dag waarop het is opgeslagen: {day:%d-%m-%Y}.",
            f"The file states no source date; the day it was saved is taken: {day:%Y-%m-%d}.",
        )
        return day

    def _areas(self, names: list[str]) -> Any:
        """Valid MultiPolygons on the millimetre grid, in RD; None where refused."""
        import numpy
        import shapely

        from diwi_qgis.rules.coverage import on_grid
        from diwi_qgis.rules.repair import to_multipolygon

        placed = place(self.content.geometries, self.content.epsg, self.path.name, names)
        shapes = on_grid(numpy.asarray(placed, dtype=object))
        kinds = shapely.get_type_id(shapes)
        good = ((kinds == 3) | (kinds == 6)) & shapely.is_valid(shapes) & ~shapely.is_empty(shapes)
        result = numpy.full(len(shapes), None, dtype=object)
        result[good] = _multi(shapes[good])
        for position in numpy.flatnonzero(~good):
            self.progress.check()
            outcome = to_multipolygon(shapes[position])
            for said in outcome.meldingen:
                self.warn(f"{names[position]}: {said.nl}", f"{names[position]}: {said.en}")
            if outcome.bezwaar is not None:
                self.refuse(int(position), names[position], outcome.bezwaar)
            else:
                result[position] = outcome.geom
        return result


def _multi(polygons: Any) -> Any:
    """Every polygon as a MultiPolygon with the same rings."""
    import shapely

    parts, owner = shapely.get_parts(polygons, return_index=True)
    return shapely.multipolygons(parts, indices=owner) if len(parts) else parts


def _identified(reading: _Reading, width: Optional[int], prefix: str = "") -> tuple[list[Any], list[str]]:
    """Identifications as text, and what to call each feature in messages."""
    raw = reading.raw("identificatie")
    column = identifications(raw, width, prefix)
    label = reading.found.schema.kind
    names = [
        f"{label} {value}" if value else f"object {position + 1} ({raw[position]!r})"
        for position, value in enumerate(column.values)
    ]
    for position in column.wrong:
        reading.refuse(
            position,
            names[position],
            Text(
                f"identificatie {raw[position]!r} bestaat niet uit {width or ''} cijfers",
                f"identification {raw[position]!r} is not made of {width or ''} digits",
            ),
        )
    if column.padded:
        some = named([str(column.values[position]) for position in column.padded], 3)
        reading.warn(
            f"Bij {len(column.padded)} {label}(en) waren voorloopnullen van de identificatie verloren (als getal gelezen "
            f"of ingekort); aangevuld tot {width} cijfers: {some.nl}.",
            f"{len(column.padded)} identifications had lost leading zeros (read as a number, or cut); padded to {width} "
            f"digits: {some.en}.",
        )
    return column.values, names


def _without_repeats(result: Gelezen, key: list[str]) -> Gelezen:
    """One row per key: repeats that are equal are taken together, different ones refused; both named."""
    rows = result.rows
    repeated = rows.duplicated(key, keep=False)
    if not repeated.any():
        return result
    import shapely

    doubles = rows[repeated].copy()
    doubles["geom"] = shapely.to_wkb(shapely.normalize(doubles["geom"].to_numpy()))
    filled = doubles.astype(object).where(doubles.notna(), None)
    same = filled.duplicated(keep="first")
    left = filled[~same]
    differing = left[left.duplicated(key, keep=False)]
    drop = set(filled.index[same])
    if drop:
        some = named(sorted({" ".join(map(str, values)) for values in filled.loc[list(drop), key].to_numpy()}), 5)
        result.warnings.append(
            Text(
                f"{len(drop)} keer dubbel in het bestand en gelijk, één keer genomen: {some.nl}.",
                f"{len(drop)} repeats that are equal, taken once: {some.en}.",
            )
        )
    for values in sorted({tuple(map(str, values)) for values in differing[key].to_numpy()}):
        result.refused.append(
            Text(
                f"{' '.join(values)}: staat meer dan één keer in het bestand, met verschillende gegevens",
                f"{' '.join(values)}: is in the file more than once, with different data",
            )
        )
    result.rows = rows.drop(index=list(drop | set(differing.index)))
    return result


# -- parcels --------------------------------------------------------------------------------------------------------


def _parcels(reading: _Reading) -> Gelezen:
    # lokaalID alone is the older numbering of nine digits; a register of ours may hold either
    current = normalise(reading.found.fields["identificatie"]) == "identificatielokaalid"
    width = PERCEEL_DIGITS if current else None
    ids, names = _identified(reading, width)
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
    result = _without_repeats(result, ["identificatie"])
    _warn_of_shared_designations(result)
    return result


def _no_designation(gemeente: str, sectie: str, nummer: Optional[int]) -> Text:
    return Text(
        f"aanduiding '{gemeente}-{sectie}-{nummer}' is onvolledig of onjuist; verwacht als LLS00-B-10",
        f"designation '{gemeente}-{sectie}-{nummer}' is incomplete or wrong; expected as LLS00-B-10",
    )


def _historic(reading: _Reading) -> list[bool]:
    """Per feature whether it is no longer valid."""
    status = reading.values("status", lambda value: (as_text(value) or "").casefold())
    ended = reading.values("einde", parse_date)
    return [bool(code and code not in ("g", "geldig")) or end is not None for code, end in zip(status, ended)]


def _say_history(reading: _Reading, ids: list[Any], historic: list[bool]) -> None:
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


# -- buildings ------------------------------------------------------------------------------------------------------


def _buildings(reading: _Reading) -> Gelezen:
    import pandas

    ids, names = _identified(reading, PAND_DIGITS, _BAG_PREFIX)
    for position, number in enumerate(ids):
        if number and number[4:6] != "10":
            why = Text("de cijfers 5 en 6 van een pand zijn 10", "digits 5 and 6 of a building are 10")
            reading.refuse(position, names[position], why)
    columns = {
        "identificatie": ids,
        "status": reading.values("status", as_text),
        **{
            name: pandas.array(reading.values(name, as_integer), dtype="Int64")
            for name in ("bouwjaar", "aantal_verblijfsobjecten", "oppervlakte_min", "oppervlakte_max")
        },
        "gebruiksdoel": reading.values("gebruiksdoel", as_text),
        "_einde": reading.values("einde", lambda value: parse_date(value) is None),
        "_versie": reading.values("voorkomen", lambda value: as_integer(value) or 0),
    }
    result = reading.result(columns, names)
    result.rows = _latest_versions(result)
    return _without_repeats(result, ["identificatie"])


def _latest_versions(result: Gelezen) -> Any:
    """Per building the version that has not ended, of those the one with the highest number.

    Only when the file has versions; otherwise repeats stay, to be judged as repeats.
    """
    rows = result.rows
    if rows["_versie"].isna().all() or not rows["_versie"].astype(bool).any():
        return rows.drop(columns=["_einde", "_versie"])
    order = rows.assign(_einde=rows["_einde"].fillna(True)).sort_values(["_einde", "_versie"], kind="stable")
    latest = order.drop_duplicates("identificatie", keep="last").sort_index()
    older = len(rows) - len(latest)
    if older:
        result.warnings.append(
            Text(
                f"{older} oudere voorkomens van panden zijn niet geladen: van elk pand het laatste.",
                f"{older} older versions of buildings are not loaded: of every building the last one.",
            )
        )
    return latest.drop(columns=["_einde", "_versie"])


# -- boundaries -----------------------------------------------------------------------------------------------------


def _areas(reading: _Reading, year: int) -> Gelezen:
    import pandas

    given = reading.found.schema.kind
    codes = [_area_code(value, given) for value in reading.raw("code")]
    names = [f"gebied {code or position + 1}" for position, code in enumerate(codes)]
    for position, code in enumerate(codes):
        if code is None:
            reading.refuse(
                position,
                f"object {position + 1} ({reading.raw('code')[position]!r})",
                Text("de code is niet als GM0307, WK030710 of BU03071001", "the code is not like GM0307"),
            )
    columns = {
        "soort": [given or _KINDS[(code or "GM")[:2]] for code in codes],
        "code": codes,
        "naam": reading.values("naam", as_text),
        "gemeentecode": [
            _municipality(stated, code or "") for stated, code in zip(reading.values("gemeentecode", as_text), codes)
        ],
        "jaar": pandas.array(reading.values("jaar", lambda value: _year(value, year)), dtype="Int64"),
    }
    result = reading.result(columns, names)
    result.rows["jaar"] = result.rows["jaar"].fillna(year)
    return result


def _area_code(value: Any, kind: str) -> Optional[str]:
    """``GM0307``, ``WK030710``, ``BU03071001``; a bare number of a municipality gets its prefix and its zeros."""
    text = (as_text(value) or "").upper()
    if kind == "gemeente" and text.isdecimal():
        text = f"GM{text.zfill(4)}"
    prefixes = {kind_: prefix for prefix, kind_ in _KINDS.items()}
    pattern = {"GM": r"GM\d{4}", "WK": r"WK\d{4}.{2}", "BU": r"BU\d{4}.{4}"}.get(text[:2])
    fits = pattern is not None and re.fullmatch(pattern, text) and (not kind or prefixes[kind] == text[:2])
    return text if fits else None


def _municipality(stated: Optional[str], code: str) -> str:
    """Four digits, out of what is stated, else out of the code of the area itself."""
    digits = re.sub(r"\D", "", stated or "") or code[2:6]
    return digits.zfill(4)[:4]


def _year(value: Any, otherwise: int) -> int:
    match = re.match(r"\s*((?:19|20)\d{2})", str(value if value is not None else ""))
    return int(match[1]) if match else otherwise


def _merged_areas(rows: Any, result: Gelezen) -> Any:
    """One row per area: CBS gives land and water of one area apart."""
    import shapely

    key = ["soort", "code", "jaar"]
    if not rows.duplicated(key).any():
        return rows
    geoms = rows.groupby(key, sort=False)["geom"].agg(lambda parts: shapely.union_all(list(parts)))
    merged = rows.drop_duplicates(key).set_index(key)
    merged["geom"] = _multi(geoms.reindex(merged.index).to_numpy())
    result.warnings.append(
        Text(
            f"{len(rows) - len(merged)} delen (zoals water) zijn bij hun gebied gevoegd.",
            f"{len(rows) - len(merged)} parts (such as water) were added to their area.",
        )
    )
    return merged.reset_index()
