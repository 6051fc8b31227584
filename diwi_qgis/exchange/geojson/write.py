"""Plans to a GeoJSON file: in DIWI's import format, with our own member beside it that makes the file lossless.

The same plans give the same bytes: nothing in the file depends on the clock or on the order in which a database answers.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.geojson.file import geometry_of
from diwi_qgis.exchange.geojson.properties_out import properties_of
from diwi_qgis.exchange.geojson.split import split_all
from diwi_qgis.exchange.geojson.supplement import MEMBER, VERSIE, encode
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.progress import Progress, silent

#: Largest `identificatie_nr` that DIWI holds (a 32-bit integer).
_MAX_NUMMER = 2**31 - 1


def write_geojson(
    path: Path,
    plans: Sequence[Plan],
    reference_date: date,
    definities: Optional[Definities] = None,
    progress: Optional[Progress] = None,
) -> None:
    """Write the plans; the file appears when it is complete, and a file that was there stays until then.

    `reference_date` decides on DIWI's project status. `definities` go along for registers that lack them.

    Raises:
        InputError: the file cannot be written there.
        Cancelled: the user stopped it.
    """
    progress = silent(progress)
    half = path.with_name(path.name + ".deel")
    try:
        with half.open("w", encoding="utf8", newline="\n") as file:
            for line in _lines(progress.track(plans, len(plans)), plans, reference_date, definities or Definities()):
                file.write(line)
        half.replace(path)
    except OSError as error:
        raise InputError(
            f"'{path}' kan niet worden geschreven: {error.strerror}.", f"'{path}' cannot be written: {error.strerror}."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            half.unlink()  # only there when something went wrong


def feature_of(plan: Plan, nummer: int, reference_date: date) -> dict[str, Any]:
    """One plan as a GeoJSON feature."""
    delen = split_all(plan)
    names = [[deel.naam for deel in parts] for parts in delen]
    return {
        "type": "Feature",
        "properties": properties_of(plan, nummer, reference_date, delen),
        "geometry": geometry_of(plan.geom),
        MEMBER: {**encode(plan, names), "nummer": nummer},
    }


def numbers_of(plans: Sequence[Plan]) -> list[int]:
    """`identificatie_nr` of each plan: its own number where that is a plain one and the first of its kind, else a free one."""
    own = [_own_number(plan) for plan in plans]
    taken: set[int] = set()
    numbers: list[Optional[int]] = []
    for number in own:
        numbers.append(None if number in taken else number)
        if number is not None:
            taken.add(number)
    free = (number for number in range(1, _MAX_NUMMER) if number not in taken)
    return [next(free) if number is None else number for number in numbers]


def _own_number(plan: Plan) -> Optional[int]:
    text = plan.velden.get("extern_id") or ""
    plain = text.isascii() and text.isdigit() and len(text) <= 10 and str(int(text)) == text
    return int(text) if plain and int(text) <= _MAX_NUMMER else None


def _lines(
    tracked: Iterator[Plan], plans: Sequence[Plan], reference_date: date, definities: Definities
) -> Iterator[str]:
    crs = {"type": "name", "properties": {"name": "EPSG:28992"}}
    own = {"versie": VERSIE, "peildatum": reference_date.isoformat(), "definities": definities.as_json()}
    yield '{"type": "FeatureCollection",\n'
    yield f'"crs": {_json(crs)},\n"{MEMBER}": {_json(own)},\n"features": ['
    for place, (plan, nummer) in enumerate(zip(tracked, numbers_of(plans))):
        yield ("," if place else "") + "\n" + _json(feature_of(plan, nummer, reference_date))
    yield "\n]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
