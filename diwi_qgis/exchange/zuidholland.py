"""The delivery to Zuid-Holland: one GeoJSON file, one feature per plan (docs/formats/zuid-holland.md)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Optional

import shapely
from shapely.geometry import mapping

from diwi_qgis.exchange.delivery_content import JAARVELDEN, Content
from diwi_qgis.progress import Progress, silent


def write_zuid_holland(content: Content, path: Path, progress: Optional[Progress] = None) -> None:
    """Write the file. The same content gives the same bytes: plans in order of plan code, coordinates in full."""
    progress = silent(progress)
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:28992"}},"features":[')
        separator = "\n"
        for plan in progress.track(content.plannen, len(content.plannen)):
            properties = {name: _plain(value) for name, value in plan.velden.items()}
            # The year rows are by far the most of the file and hold whole numbers, Ja and Nee only: filled in by template.
            years = ",".join([_ROW % row for row in plan.jaren])
            file.write(
                f'{separator}{{"type":"Feature","properties":{_json(properties)[:-1]},"year_properties":[{years}]}},'
                f'"geometry":{_json(_geometry(plan.geom))}}}'
            )
            separator = ",\n"
        file.write("\n]}\n")


_ROW = "{" + ",".join(f'"{name}":' + ('"%s"' if name.endswith("gerealiseerd") else "%d") for name in JAARVELDEN) + "}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _geometry(geom: Any) -> Optional[dict[str, Any]]:
    if geom is None:
        return None
    return dict(mapping(shapely.force_2d(geom)))
