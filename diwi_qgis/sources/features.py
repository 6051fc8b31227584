"""Pages of GeoJSON features as services give them, and what they add up to, in the shape in which files are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.sources.crs import epsg_of
from diwi_qgis.sources.http import Answer
from diwi_qgis.sources.http_faults import lies, malformed
from diwi_qgis.sources.schemas import Found, Schema, recognise_layer
from diwi_qgis.sources.vector import Content, Layer
from diwi_qgis.texts import Text

#: (west, south, east, north) in EPSG:28992.
Extent = tuple[float, float, float, float]

#: No municipality has so many of anything; a server that goes on beyond this makes them up.
MOST = 2_000_000


@dataclass
class Page:
    """One answer. `matched` is how many there are in all according to the service, `next` the address of the next page.

    `cut_off`: why what was read of an extent is not all there is; set on the last page.
    """

    url: str
    features: list[dict[str, Any]]
    matched: Optional[int] = None
    next: Optional[str] = None
    epsg: Optional[int] = None
    stamp: Optional[str] = None
    cut_off: Optional[Text] = None
    keys: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [_key(feature) for feature in self.features]


def read_page(answer: Answer) -> Page:
    """The page in an answer.

    Raises:
        ServiceError: it is no collection of features.
    """
    document = answer.document
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise malformed(answer.url, f"type {document.get('type')!r}")
    if not all(map(_is_feature, features)):
        raise malformed(answer.url, "feature without properties or geometry")
    matched, stamp = document.get("numberMatched"), document.get("timeStamp")
    return Page(
        answer.url,
        features,
        matched if isinstance(matched, int) else None,
        _next(document),
        _epsg(answer),
        stamp if isinstance(stamp, str) else None,
    )


def _is_feature(feature: Any) -> bool:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return False
    geometry = feature.get("geometry")
    return geometry is None or (isinstance(geometry, dict) and isinstance(geometry.get("type"), str))


class Seen:
    """Tells features apart within one series of pages, and stops a series that repeats itself."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._empty = False

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, page: Page) -> None:
        """Take note of a page.

        Raises:
            ServiceError: nothing in it is new, or it is the second empty page in a row.
        """
        before = len(self._keys)
        self._keys.update(page.keys)
        nothing_new = len(self._keys) == before
        if nothing_new and (page.features or self._empty):
            raise lies(
                page.url, "de dienst geeft steeds dezelfde pagina", "the service gives the same page again and again"
            )
        self._empty = nothing_new

    def short_of(self, matched: Optional[int]) -> Optional[Text]:
        """What is wrong when these are not as many as the service says there are; None when all is well."""
        if matched is None or matched == len(self):
            return None
        return Text(
            f"de dienst noemt er {matched} en gaf er {len(self)}", f"the service states {matched} and gave {len(self)}"
        )


@dataclass
class Harvest:
    """All features of one layer, each once."""

    schema: Sequence[Schema]
    name: str
    found: Optional[Found] = None
    stamp: Optional[str] = None
    expected: int = 0
    cut_off: Optional[Text] = None
    _keys: set[str] = field(default_factory=set)
    _columns: dict[str, list[Any]] = field(default_factory=dict)
    _shapes: list[Any] = field(default_factory=list)
    _epsg: Optional[int] = None

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, page: Page) -> None:
        """Take over what was not there yet (an area on the border of two extents is in the answer to both).

        Raises:
            ServiceError: it is not the layer asked for, in another system than before, or there is no end to it.
        """
        self.expected = max(self.expected, page.matched or 0)
        self.cut_off = self.cut_off or page.cut_off
        if not page.features:
            return
        if self.found is None:
            self._begin(page)
        elif page.epsg != self._epsg:
            raise malformed(page.url, f"EPSG:{self._epsg} / EPSG:{page.epsg}")
        new = []
        for key, feature in zip(page.keys, page.features):
            if key not in self._keys:
                self._keys.add(key)
                new.append(feature)
        if len(self) > MOST:
            raise lies(page.url, f"er komt geen einde aan (meer dan {MOST})", f"there is no end to it (over {MOST})")
        for name, values in self._columns.items():
            values.extend(feature["properties"].get(name) for feature in new)
        try:
            self._shapes.append(shapes([feature.get("geometry") for feature in new]))
        except (ValueError, TypeError, KeyError) as error:
            raise malformed(page.url, f"geometry: {error}") from error

    def content(self) -> Content:
        """What was gathered, as it would have been read from a file."""
        import numpy

        geometries = numpy.concatenate(self._shapes) if self._shapes else shapes([])
        return Content(self._columns, geometries, self._epsg, self.cut_off)

    def _begin(self, page: Page) -> None:
        names = {name: None for feature in page.features for name in feature["properties"]}
        self.found = recognise_layer(Layer(self.name, tuple(names), areas=True), self.schema)
        if self.found is None:
            label = self.schema[0].label
            raise lies(
                page.url,
                f"'{self.name}' bevat geen {label.nl}; het heeft de gegevens {', '.join(names)}",
                f"'{self.name}' holds no {label.en}; it has the attributes {', '.join(names)}",
            )
        self._epsg, self.stamp = page.epsg, page.stamp
        self._columns = {name: [] for name in self.found.fields.values()}


def _key(feature: dict[str, Any]) -> str:
    """What tells a feature from others: its id; without one, its attributes and where its outline starts."""
    identity = feature.get("id")
    if identity is not None:
        return str(identity)
    start = (feature.get("geometry") or {}).get("coordinates")
    while isinstance(start, list) and start and isinstance(start[0], list):
        start = start[0]
    return f"{feature['properties']} {start}"


def shapes(geometries: list[Any]) -> Any:
    """GeoJSON geometries as an array of shapely ones, in two dimensions; None for what is missing or no area.

    Raises:
        ValueError, TypeError, KeyError: coordinates are no numbers, or no rings.
    """
    import numpy
    import shapely

    polygons: list[Any] = []
    owner: list[int] = []
    for number, geometry in enumerate(geometries):
        mine = _polygons(geometry)
        polygons += mine
        owner += [number] * len(mine)
    result = numpy.full(len(geometries), None, dtype=object)
    if not polygons:
        return result
    rings = [ring for polygon in polygons for ring in polygon]
    points = numpy.array(_flat([point for ring in rings for point in ring]), dtype="float64")
    ring_of_point = numpy.repeat(numpy.arange(len(rings)), [len(ring) for ring in rings])
    polygon_of_ring = numpy.repeat(numpy.arange(len(polygons)), [len(polygon) for polygon in polygons])
    with numpy.errstate(invalid="ignore"):  # coordinates that are not finite are named by sources.crs.place
        lines = shapely.linearrings(points, indices=ring_of_point)
        areas = shapely.polygons(lines, indices=polygon_of_ring)
        present, places = numpy.unique(owner, return_inverse=True)
        result[present] = shapely.multipolygons(areas, indices=places)
    return result


def _flat(points: list[Any]) -> list[Any]:
    """Points in two dimensions; heights are rare, and cutting them off costs more than all the rest."""
    return points if set(map(len, points)) == {2} else [point[:2] for point in points]


def _polygons(geometry: Optional[dict[str, Any]]) -> list[Any]:
    """The polygons of a geometry as lists of rings; none when it is no area."""
    if geometry is None or geometry["type"] not in ("Polygon", "MultiPolygon"):
        return []
    found = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [rings for rings in found if rings]


def _next(document: dict[str, Any]) -> Optional[str]:
    links = document.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and "json" in str(link.get("type", "json")):
            return str(link["href"]) if link.get("href") else None
    return None


def _epsg(answer: Answer) -> Optional[int]:
    """The system that an answer states: GeoJSON of before 2016 in ``crs``, OGC API in a header; None when it does not."""
    crs = answer.document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    stated = properties.get("name") if isinstance(properties, dict) else None
    return epsg_of(str(stated or answer.headers.get("content-crs", "")).strip("<> "))
