"""Municipalities, districts and neighbourhoods from files, as rows of table `gebied`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.reading import Gelezen, Reading, multipolygons
from diwi_qgis.sources.schemas import GEBIEDEN, recognise_layers
from diwi_qgis.sources.values import as_text
from diwi_qgis.sources.vector import open_vector
from diwi_qgis.texts import Text

_KINDS = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}


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
        InputError: as `sources.parcels.read_parcels`.
    """
    progress = silent(progress)
    with open_vector(path) as file:
        founds = recognise_layers(file.layers(), GEBIEDEN, path.name, layer)
        return together([areas_of(Reading.of_file(file, found, source_date, progress), year) for found in founds])


def together(parts: list[Gelezen]) -> Gelezen:
    """The areas of several layers as one; parts of one area are merged."""
    import pandas

    whole = parts[0]
    whole.rows = _merged_areas(pandas.concat([part.rows for part in parts], ignore_index=True), whole)
    for part in parts[1:]:
        whole.warnings += part.warnings
        whole.refused += part.refused
        whole.cut_off = whole.cut_off or part.cut_off
    return whole


def areas_of(reading: Reading, year: int) -> Gelezen:
    """The areas of one layer, as rows of table `gebied`; see `read_boundaries`."""
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
    merged["geom"] = multipolygons(geoms.reindex(merged.index).to_numpy())
    result.warnings.append(
        Text(
            f"{len(rows) - len(merged)} delen (zoals water) zijn bij hun gebied gevoegd.",
            f"{len(rows) - len(merged)} parts (such as water) were added to their area.",
        )
    )
    return merged.reset_index()
