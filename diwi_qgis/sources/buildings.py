"""Buildings of the BAG from files, as rows of table `pand`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.reading import Gelezen, Reading, identified, without_repeats
from diwi_qgis.sources.schemas import PAND, only_one, recognise_layers
from diwi_qgis.sources.values import as_integer, as_text
from diwi_qgis.sources.vector import open_vector, parse_date
from diwi_qgis.texts import Text

#: Digits of a BAG identification; GDAL's LVBAG driver puts the prefix before it.
PAND_DIGITS, _BAG_PREFIX = 16, "NL.IMBAG.Pand."


def read_buildings(
    path: Path, layer: str = "", source_date: Optional[date] = None, progress: Optional[Progress] = None
) -> Gelezen:
    """The buildings of a file in their latest version, as rows of table `pand`; final states are kept with their status.

    Raises:
        InputError: as `sources.parcels.read_parcels`.
    """
    with open_vector(path) as file:
        found = only_one(recognise_layers(file.layers(), (PAND,), path.name, layer), path.name)
        return buildings_of(Reading.of_file(file, found, source_date, silent(progress)))


def buildings_of(reading: Reading) -> Gelezen:
    """The buildings of a layer, as rows of table `pand`; see `read_buildings`."""
    import pandas

    ids, names = identified(reading, PAND_DIGITS, _BAG_PREFIX)
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
    return without_repeats(result, ["identificatie"])


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
