"""What the demo made, counted from the files themselves."""

from __future__ import annotations

import json
from pathlib import Path

from osgeo import gdal

gdal.UseExceptions()


def query(path: Path, sql: str) -> list[tuple]:
    """Rows of a query on the register."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = source.ExecuteSQL(sql)
    if layer is None:
        return []
    rows = [tuple(feature.GetField(i) for i in range(feature.GetFieldCount())) for feature in layer]
    source.ReleaseResultSet(layer)
    return rows


def report_realised(register: Path, until: str, late: set[int]) -> None:
    """A colleague ticks off what has been delivered before `until`; the plans in `late` are forgotten."""
    source = gdal.OpenEx(str(register), gdal.OF_VECTOR | gdal.OF_UPDATE)
    blocks = {f.GetField("uuid"): f.GetField("project_uuid") for f in source.GetLayerByName("woningblok")}
    numbers = {f.GetField("uuid"): f.GetField("extern_id") for f in source.GetLayerByName("project")}
    layer = source.GetLayerByName("oplevering")
    for fid, block, day in [(f.GetFID(), f.GetField("woningblok_uuid"), f.GetField("datum")) for f in layer]:
        if day.replace("/", "-") < until and int(numbers[blocks[block]] or 0) not in late:
            delivery = layer.GetFeature(fid)
            delivery.SetField("gerealiseerd", 1)
            layer.SetFeature(delivery)


def hand_edit(register: Path) -> None:
    """Another colleague lowers the number of two blocks in an attribute table and forgets the breakdown below it."""
    source = gdal.OpenEx(str(register), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = source.GetLayerByName("woningblok")
    blocks = [(f.GetField("aantal"), f.GetFID()) for f in layer if f.GetField("mutatie") == "bouw"]
    for amount, fid in sorted(blocks)[-4:-2]:
        block = layer.GetFeature(fid)
        block.SetField("aantal", amount - 5)
        layer.SetFeature(block)


#: The rule that has to find each kind of planted mistake.
FOUND_BY = {
    "nul te veel": "dichtheid_uitschieter",
    "hard plan te vertrouwelijk": "vertrouwelijk_hard",
    "plansoort ontbreekt": "verplicht_veld",
    "oplevering voorbij, niet gerealiseerd": "gepland_in_verleden",
    "dubbele naam": "dubbele_naam",
}


def missed(register: Path, planted: list[tuple[int, str]]) -> list[str]:
    """Planted mistakes (plan number, kind) that the quality check did not find at that plan; should be empty."""
    found = set(
        query(register, "SELECT p.extern_id, b.regel FROM bevinding b JOIN project p ON p.uuid = b.project_uuid")
    )
    rules = {rule for _, rule in found}
    lost = [
        f"{number}: {kind}"
        for number, kind in planted
        if kind in FOUND_BY and (str(number), FOUND_BY[kind]) not in found
    ]
    return lost + [rule for rule in ("overlap", "verdeling_te_groot", "fasering_som") if rule not in rules]


def add_counts(summary: dict, register: Path) -> None:
    """Counts of what is in the register and in the deliveries."""
    one = {
        name: query(register, f'SELECT count(*) FROM "{name}"')[0][0]
        for name in (
            "perceel",
            "pand",
            "gebied",
            "project",
            "woningblok",
            "verdeling",
            "oplevering",
            "mijlpaal",
            "historie",
        )
    }
    bouw, sloop = query(
        register,
        "SELECT sum(CASE mutatie WHEN 'bouw' THEN aantal ELSE 0 END), sum(CASE mutatie WHEN 'sloop' THEN aantal ELSE 0 END)"
        " FROM woningblok",
    )[0]
    summary["counts"] = {
        **one,
        "plannen_met_plangebied": query(register, "SELECT count(*) FROM project WHERE geom IS NOT NULL")[0][0],
        "woningen_bouw": bouw,
        "woningen_sloop": sloop,
        "woningen_netto": bouw - sloop,
    }
    summary["findings"] = {
        f"{regel} ({ernst})": number
        for regel, ernst, number in query(
            register, "SELECT regel, ernst, count(*) FROM bevinding GROUP BY regel, ernst ORDER BY ernst, regel"
        )
    }
    summary["deliveries"] = {
        profiel: {"plannen": plannen, "rijen": rijen, "overgeslagen": over, "sha256": sha}
        for profiel, plannen, rijen, over, sha in query(
            register,
            "SELECT profiel, aantal_plannen, aantal_rijen, aantal_overgeslagen, sha256 FROM leveringsronde ORDER BY fid",
        )
    }


def show(summary: dict, out: Path) -> None:
    """The summary for a person."""
    counts = summary["counts"]
    print(f"\n{'in het register':<28}{'':>10}")
    for name, number in counts.items():
        print(f"  {name.replace('_', ' '):<26}{number:>10,}".replace(",", "."))
    print("\nbevindingen per regel")
    for name, number in summary["findings"].items():
        print(f"  {name:<48}{number:>6}")
    print("\nleveringen")
    for name, delivery in summary["deliveries"].items():
        print(f"  {name:<16}{json.dumps({k: v for k, v in delivery.items() if k != 'sha256'}, ensure_ascii=False)}")
    print(f"\n{summary['seconds']} s in all; results in {out}:")
    for path in sorted(out.iterdir()):
        print(f"  {path.name:<32}{path.stat().st_size / 1024:>10.0f} kB")
