"""The delivery to Zuid-Holland: one GeoJSON file, one feature per plan (docs/formats/zuid-holland.md)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Optional

import shapely

from diwi_qgis.exchange.delivery.content import JAARVELDEN, Content
from diwi_qgis.progress import Progress, silent


def write_zuid_holland(content: Content, path: Path, progress: Optional[Progress] = None) -> None:
    """Write the file. The same content gives the same bytes: plans in order of plan code, coordinates in full."""
    progress = silent(progress)
    shapes = shapely.to_geojson(shapely.force_2d([plan.geom for plan in content.plannen])).tolist()
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:28992"}},"features":[')
        separator = "\n"
        for plan, shape in progress.track(zip(content.plannen, shapes), len(content.plannen)):
            # The year rows are by far the most of the file and hold whole numbers, Ja and Nee only: filled in by template.
            years = ",".join([_ROW % row for row in plan.jaren])
            file.write(
                f'{separator}{{"type":"Feature","properties":{_JSON.encode(plan.velden)[:-1]},"year_properties":[{years}]}},'
                f'"geometry":{shape or "null"}}}'
            )
            separator = ",\n"
        file.write("\n]}\n")


_ROW = "{" + ",".join(f'"{name}":' + ('"%s"' if name.endswith("gerealiseerd") else "%d") for name in JAARVELDEN) + "}"


def _day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r}")


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_day)
