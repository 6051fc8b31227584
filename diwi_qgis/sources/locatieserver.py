"""Addresses, parcels and places by name, from the Locatieserver of PDOK.

`suggest` while somebody types, `lookup` for what was chosen. Answers are small; what is found is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

from diwi_qgis.sources.features import Extent
from diwi_qgis.sources.http import Patience, Web
from diwi_qgis.sources.http_faults import malformed
from diwi_qgis.sources.services import Dienst

#: Nobody waits longer for a list that changes with the next key.
PATIENCE = Patience(connect=4, read=6, whole=8, attempts=1)

#: What can be found, the most useful first.
SOORTEN = ("adres", "perceel", "weg", "postcode", "woonplaats", "buurt", "wijk", "gemeente")


@dataclass(frozen=True)
class Treffer:
    """A suggestion: what to show, what sort of thing it is (one of `SOORTEN`), and the id for `lookup`."""

    label: str
    soort: str
    id: str


@dataclass(frozen=True)
class Plek:
    """A place in EPSG:28992. `percelen` are the designations of the parcels that an address is linked to (AMF00-A-6864)."""

    label: str
    soort: str
    id: str
    punt: tuple[float, float]
    extent: Extent
    percelen: tuple[str, ...]
    gemeentecode: str


def suggest(web: Web, dienst: Dienst, text: str, soorten: Sequence[str] = SOORTEN, most: int = 10) -> list[Treffer]:
    """What a text may mean, the likeliest first; nothing for an empty text.

    Raises:
        ServiceError: as `Web.get`.
    """
    words = " ".join(text.split())
    if not words:
        return []
    question = {"q": words, "fq": f"type:({' OR '.join(soorten)})", "rows": str(most), "fl": "id,weergavenaam,type"}
    found = _docs(web, f"{dienst.adres}/suggest", question)
    return [Treffer(str(doc["weergavenaam"]), str(doc["type"]), str(doc["id"])) for doc in found if _whole(doc)]


def lookup(web: Web, dienst: Dienst, id: str) -> Optional[Plek]:
    """The place with an id that `suggest` gave; None when it is not there any more, or has no place in the Netherlands.

    Raises:
        ServiceError: as `Web.get`.
    """
    found = _docs(web, f"{dienst.adres}/lookup", {"id": id, "fl": "*"})
    if not found or not _whole(found[0]):
        return None
    doc = found[0]
    shape = _shape(doc.get("geometrie_rd")) or _shape(doc.get("centroide_rd"))
    if shape is None:
        return None
    point = _shape(doc.get("centroide_rd")) or shape.representative_point()
    parcels = doc.get("gekoppeld_perceel") or ([doc["weergavenaam"]] if doc["type"] == "perceel" else [])
    return Plek(
        str(doc["weergavenaam"]),
        str(doc["type"]),
        str(doc["id"]),
        (point.x, point.y),
        tuple(shape.bounds),
        tuple(map(str, parcels)),
        str(doc.get("gemeentecode") or ""),
    )


def _docs(web: Web, url: str, question: dict[str, str]) -> list[dict[str, Any]]:
    answer = web.get(url, question)
    response = answer.document.get("response")
    docs = response.get("docs") if isinstance(response, dict) else None
    if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs):
        raise malformed(url, "response.docs")
    return docs


def _whole(doc: dict[str, Any]) -> bool:
    return all(doc.get(name) for name in ("id", "weergavenaam", "type"))


def _shape(wkt: Any) -> Any:
    """The geometry in a text; None when there is none, or it does not lie in the Netherlands (swapped axes, degrees)."""
    import shapely

    from diwi_qgis.rules.coordinates import Stelsel, recognise_each

    shape = shapely.from_wkt(wkt, on_invalid="ignore") if isinstance(wkt, str) else None
    return shape if shape is not None and recognise_each([shape]) == [Stelsel.RD] else None
