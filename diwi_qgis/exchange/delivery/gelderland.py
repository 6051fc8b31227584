"""The delivery to Gelderland: a zipped File Geodatabase in the province's own layout (docs/formats/gelderland.md)."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Optional

import shapely
from osgeo import gdal

from diwi_qgis.exchange.delivery.content import JAARVELDEN, Content, DeliveredPlan
from diwi_qgis.exchange.delivery.gelderland_schema import Rows, braces, create_geodatabase, guid, require_writer
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.crosstable import CELLEN

#: Name of the folder inside the zip.
FOLDER = "Gelderland.gdb"
#: What a year row starts with: most of its 66 cells stay 0, and setting one takes longer than copying all.
_NO_DWELLINGS = {f"{prefix}{cel}": 0 for prefix in ("", "sloop_") for cel in CELLEN}


def plan_id(uuid: str) -> str:
    """GlobalID of a plan: its own uuid, so that it is the same in every delivery and can be found back."""
    return braces(uuid)


def row_id(plan_uuid: str, jaartal: int, gerealiseerd: str) -> str:
    """GlobalID of a year row: the same whenever this plan has such a row."""
    return guid(plan_uuid, str(jaartal), gerealiseerd)


def umbrella_id(uuid: str) -> str:
    """GlobalID of a main plan as 'overkoepelend plan', which is another row than the plan itself."""
    return guid(uuid, "overkoepelend")


def write_gelderland(content: Content, path: Path, progress: Optional[Progress] = None) -> None:
    """Write ``*.gdb.zip``. Raises DeliveryError when the geodatabase refuses a row, MissingLibraryError with old GDAL."""
    require_writer()
    progress = silent(progress)
    with TemporaryDirectory(prefix="diwi-gelderland-") as folder:
        database = Path(folder) / FOLDER
        create_geodatabase(database)
        _fill(content, database, progress)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(database.iterdir()):
                archive.write(file, f"{FOLDER}/{file.name}")


def _fill(content: Content, database: Path, progress: Progress) -> None:
    dataset = gdal.OpenEx(str(database), gdal.OF_VECTOR | gdal.OF_UPDATE)
    plans, umbrellas = (Rows(dataset.GetLayerByName(name)) for name in ("Planregistratie", "Overkoepelendeplannen"))
    details = Rows(dataset.GetLayerByName("DetailPlanning"), _NO_DWELLINGS)
    shapes = shapely.to_wkb(shapely.force_2d([plan.geom for plan in content.plannen])) if content.plannen else []
    for plan, wkb in progress.track(zip(content.plannen, shapes), len(content.plannen)):
        plans.add(_plan_values(plan), wkb)
        _add_years(details, plan)
    _add_umbrellas(umbrellas, content)


def _plan_values(plan: DeliveredPlan) -> dict[str, Any]:
    values = {name: _plain(value) for name, value in plan.velden.items()}
    mother = values.get("overkoeppelende_plan_id")
    return {"GlobalID": plan_id(plan.uuid), **values, "overkoeppelende_plan_id": mother and umbrella_id(mother)}


def _plain(value: Any) -> Any:
    return f"{value:%Y/%m/%d %H:%M:%S}+00" if isinstance(value, datetime) else value


def _add_years(details: Rows, plan: DeliveredPlan) -> None:
    shared = {name: _plain(plan.velden[name]) for name in ("Creator", "Created", "Editor", "Edited")}
    shared.update({name: plan.velden[name] for name in ("gemeente", "regio", "vertrouwelijkheid")})
    shared["parent_globalid"] = plan_id(plan.uuid)
    for values in plan.jaren:
        row = {name: value for name, value in zip(JAARVELDEN, values) if value}
        own = row_id(plan.uuid, row["jaartal"], row["bouw_gerealiseerd"])
        details.add({"GlobalID": own, **shared, **row})


def _add_umbrellas(umbrellas: Rows, content: Content) -> None:
    """One row per main plan of a delivered part; municipality and region are those of its parts."""
    done: set[str] = set()
    for plan in content.plannen:
        mother = plan.velden["overkoeppelende_plan_id"]
        if mother is None or mother in done:
            continue
        done.add(mother)
        main = content.hoofdplannen[mother]
        values = {name: _plain(main[name]) for name in ("Creator", "Created", "Editor", "Edited", "naam")}
        values.update(oorspronkelijkenaam=main["naam"], vertrouwelijkheid=main["vertrouwelijkheid"])
        values.update(gemeente=plan.velden["gemeente"], regio=plan.velden["regio"])
        wkb = None if main["geom"] is None else shapely.to_wkb(shapely.force_2d(main["geom"]))
        umbrellas.add({"GlobalID": umbrella_id(mother), **values}, wkb)
