"""Write the town as the registers give it out: parcels as the Kadaster's WFS v5, panden as the BAG's, areas as CBS'."""

from __future__ import annotations

import json
from pathlib import Path

import shapely

from demo_data import AKR, BRONDATUM, GEMEENTE, GEMEENTECODE, PROVINCIE
from demo_data.town import BUURTEN, WIJKEN, Town, wijk_of

CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def write_collection(path: Path, name: str, features: list[dict]) -> None:
    """One GeoJSON file, one feature a line."""
    head = {"type": "FeatureCollection", "name": name, "numberMatched": len(features), "crs": CRS}
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    path.write_text(json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n' + lines + "\n]}\n", encoding="utf8")


def feature(identifier: str, geometry, properties: dict) -> dict:
    return {
        "type": "Feature",
        "id": identifier,
        "geometry": json.loads(shapely.to_geojson(geometry)),
        "properties": properties,
    }


def write_parcels(town: Town, path: Path) -> None:
    features = []
    for index, parcel in enumerate(town.parcels):
        point = parcel.geom.representative_point()
        features.append(
            feature(
                f"perceel.{index}",
                parcel.geom,
                {
                    "identificatieNamespace": "NL.IMKAD.KadastraalObject",
                    "identificatieLokaalID": f"{int(GEMEENTECODE):04d}{index:06d}0000",
                    "beginGeldigheid": "2020/03/02 12:00:00+00",
                    "tijdstipRegistratie": "2020/03/02 12:00:00+00",
                    "volgnummer": 0,
                    "statusHistorieCode": "G",
                    "statusHistorieWaarde": "Geldig",
                    "kadastraleGemeenteCode": "9999",
                    "kadastraleGemeenteWaarde": GEMEENTE,
                    "sectie": parcel.sectie,
                    "AKRKadastraleGemeenteCodeCode": "9999",
                    "AKRKadastraleGemeenteCodeWaarde": AKR,
                    "kadastraleGrootteWaarde": round(parcel.geom.area),
                    "soortGrootteCode": "1",
                    "soortGrootteWaarde": "Vastgesteld",
                    "perceelnummer": parcel.number,
                    "perceelnummerRotatie": 0.0,
                    "perceelnummerVerschuivingDeltaX": 0.0,
                    "perceelnummerVerschuivingDeltaY": 0.0,
                    "perceelnummerPlaatscoordinaatX": round(point.x, 3),
                    "perceelnummerPlaatscoordinaatY": round(point.y, 3),
                },
            )
        )
    write_collection(path, "Perceel", features)


def write_buildings(town: Town, path: Path) -> None:
    features = []
    for index, (geometry, year, use, dwellings) in enumerate(town.buildings):
        identifier = f"{GEMEENTECODE}10{index:010d}"
        features.append(
            feature(
                f"pand.{index}",
                geometry,
                {
                    "identificatie": identifier,
                    "rdf_seealso": f"http://bag.basisregistraties.overheid.nl/bag/id/pand/{identifier}",
                    "bouwjaar": year,
                    "status": "Pand in gebruik",
                    "gebruiksdoel": use,
                    "oppervlakte_min": round(geometry.area) if dwellings else None,
                    "oppervlakte_max": round(geometry.area) if dwellings else None,
                    "aantal_verblijfsobjecten": max(dwellings, 1 if use else 0),
                },
            )
        )
    write_collection(path, "pand", features)


def write_boundaries(town: Town, folder: Path) -> None:
    """Municipality, districts and neighbourhoods: unions of the parcels, so the borders fit to the millimetre."""
    per_buurt = [shapely.coverage_union_all([p.geom for p in town.parcels if p.buurt == b]) for b in range(7)]
    gemeente = shapely.coverage_union_all(per_buurt)
    write_collection(
        folder / "gemeentegebied.geojson",
        "Gemeentegebied",
        [
            feature(
                "gemeentegebied.1",
                gemeente,
                {
                    "naam": GEMEENTE,
                    "code": GEMEENTECODE,
                    "identificatie": f"GM{GEMEENTECODE}",
                    "ligtInProvincieCode": "28",
                    "ligtInProvincieNaam": PROVINCIE,
                },
            )
        ],
    )
    common = {"gemeentecode": f"GM{GEMEENTECODE}", "gemeentenaam": GEMEENTE, "jaar": 2026}
    wijken = [
        feature(
            f"wijken.{w}",
            shapely.coverage_union_all([per_buurt[b] for b in range(7) if wijk_of(b) == w]),
            {**common, "wijkcode": f"WK{GEMEENTECODE}{w:02d}", "wijknaam": name},
        )
        for w, name in enumerate(WIJKEN)
    ]
    buurten = [
        feature(
            f"buurten.{b}",
            per_buurt[b],
            {
                **common,
                "wijkcode": f"WK{GEMEENTECODE}{wijk_of(b):02d}",
                "buurtcode": f"BU{GEMEENTECODE}{wijk_of(b):02d}{b:02d}",
                "buurtnaam": name,
            },
        )
        for b, name in enumerate(BUURTEN)
    ]
    write_collection(folder / "wijken.geojson", "wijken", wijken)
    write_collection(folder / "buurten.geojson", "buurten", buurten)


__all__ = ["BRONDATUM", "write_boundaries", "write_buildings", "write_collection", "write_parcels"]
