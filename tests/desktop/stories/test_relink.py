"""A parcel under a plan is split by the Kadaster: it is found, and linked again with one click."""

from __future__ import annotations

import processing
import shapely
from map_hands import Ground, choose, look_at, select_plan, stored, wait_for
from qgis.core import QgsProject
from shapely.ops import split

NAAM = "Kokkelstraat fase 2"


def halve(path, identificatie):
    """The parcels are loaded again, and this one is now two; gives the two."""
    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register:
        frame = register.read("perceel").drop(columns="fid")
        rows = [
            {name: (None if value is None or value != value else value) for name, value in row.items()}
            for row in frame.to_dict("records")
        ]
        old = next(row for row in rows if row["identificatie"] == identificatie)
        middle, (_, low, _, high) = old["geom"].centroid, old["geom"].bounds
        line = shapely.LineString([(middle.x, low - 10), (middle.x, high + 10)])
        halves = [
            {**old, "identificatie": f"9000000000000{number}", "perceelnummer": 9000 + number, "geom": half,
             "aanduiding": f"{old['akr_gemeentecode']}-{old['sectie']}-{9000 + number}"}
            for number, half in enumerate(split(old["geom"].geoms[0], line).geoms)
        ]  # fmt: skip
        with register.transaction("kadaster") as write:
            write.clear("perceel")
            write.insert("perceel", [row for row in rows if row is not old] + halves)
    return {row["identificatie"] for row in halves}


def findings(path):
    """Rules that find something about the parcels of the plan, after a check."""
    processing.run("diwi:checkquality", {"REGISTER": str(path), "REFERENCE_DATE": "2026-07-01"})
    query = "SELECT regel FROM bevinding b JOIN project p ON p.uuid = b.project_uuid WHERE p.naam = ? AND regel LIKE 'perceel%'"
    return {rule for (rule,) in stored(path, query, NAAM)}


def test_a_split_parcel_is_found_and_linked_again(town, plugin, mouse, shoot):
    ground = Ground(town)
    plan, linked = ground.area(NAAM), ground.linked(NAAM)
    gone = sorted(linked)[0]
    assert findings(town) == set()
    new = halve(town, gone)
    assert findings(town) == {"perceel_vervallen"}
    plugin.session.refresh()
    look_at([plan], 40)
    select_plan(mouse, plan)
    layers = set(QgsProject.instance().mapLayers())
    choose("diwiPlanWork", "diwiRelinkParcels", lambda: shoot("relink_menu"))
    wait_for(lambda: Ground(town).linked(NAAM) != linked, "the new links")
    (difference,) = wait_for(lambda: set(QgsProject.instance().mapLayers()) - layers, "the layer with what changed")
    shoot("relink")
    after = Ground(town)
    assert after.linked(NAAM) == linked - {gone} | new
    assert after.area(NAAM).symmetric_difference(plan).area < 0.01
    assert QgsProject.instance().mapLayer(difference).featureCount() > 0
    assert findings(town) == set()
