"""Plans out of a GeoJSON file: DIWI's import format, what DIWI exports, or our own (docs/formats/geojson.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.geojson.export_format import is_export_format, read_export_format
from diwi_qgis.exchange.geojson.file import ShapeError, read_collection, shape_of, stated_epsg
from diwi_qgis.exchange.geojson.import_format import PLACEHOLDER, read_import_format
from diwi_qgis.exchange.geojson.merge import merge
from diwi_qgis.exchange.geojson.nodes import Melder
from diwi_qgis.exchange.geojson.properties_out import properties_of
from diwi_qgis.exchange.geojson.split import split_all
from diwi_qgis.exchange.geojson.supplement import MEMBER, decode
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.coordinates import Stelsel, recognise
from diwi_qgis.rules.repair import to_multipolygon
from diwi_qgis.sources.crs import place
from diwi_qgis.texts import Text


@dataclass
class Gelezen:
    """What a file holds: plans without problems that stop them, all problems, and the definitions that came along."""

    plans: list[Plan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    definities: Definities = field(default_factory=Definities)


def read_geojson(
    path: Path, lists: RegisterLists, *, repair: bool = False, progress: Optional[Progress] = None
) -> Gelezen:
    """Read all plans and find all that is wrong with how they are written; `validate` then checks what they say.

    `repair` accepts repairs of geometry that change an area by more than 1 % or 1 m²; without it they are problems.

    Raises:
        InputError: not a file of plans, or coordinates that are not where they say they are. Names the place.
        Cancelled: the user stopped it.
    """
    progress = silent(progress)
    data = read_collection(path)
    own = data.get(MEMBER)
    reader = _Reader(path.name, lists, own if isinstance(own, Mapping) else {})
    for nummer, feature in enumerate(progress.track(data["features"], len(data["features"]), 0.0, 0.8), start=1):
        reader.feature(nummer, feature)
    reader.place_areas(stated_epsg(data.get("crs"), path.name))
    for entry in progress.track(reader.entries, len(reader.entries), 0.9, 1.0):
        reader.keep_area(entry, repair)
    return reader.result()


@dataclass
class _Entry:
    plan: Plan
    melder: Melder
    shape: Any = None
    epsg: Optional[int] = None

    @property
    def name(self) -> str:
        naam = self.plan.velden.get("naam")
        return f"feature {self.melder.nummer}" + (f" ({naam})" if naam else "")


class _Reader:
    def __init__(self, file: str, lists: RegisterLists, own: Mapping[str, Any]) -> None:
        self.file, self.lists = file, lists
        self.entries: list[_Entry] = []
        self.loose: list[Problem] = []
        self.definities = Definities.from_json(own.get("definities"))
        self.peildatum = _date(own.get("peildatum"))

    def feature(self, nummer: int, feature: Any) -> None:
        melder = Melder(nummer)
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict):
            expected = Text('{"type": "Feature", "properties": { … }}', '{"type": "Feature", "properties": { … }}')
            message = Text(f"Feature {nummer} heeft geen 'properties'.", f"Feature {nummer} has no 'properties'.")
            melder.own("feature_error", ("properties",), None, message, expected)
            self.loose += melder.problems
            return
        if _is_blank(properties) and _is_blank(feature.get("geometry") or {}):
            message = Text(f"Feature {nummer} is leeg en overgeslagen.", f"Feature {nummer} is empty and was skipped.")
            melder.own("empty_feature", (), None, message, Text("Een plan.", "A plan."), warning=True)
            self.loose += melder.problems
            return
        entry = _Entry(self._plan(properties, feature.get(MEMBER), melder), melder)
        self.entries.append(entry)
        self._shape(entry, feature.get("geometry"))

    def _plan(self, properties: dict[str, Any], member: Any, melder: Melder) -> Plan:
        if is_export_format(properties):
            return read_export_format(properties, melder, self.lists)
        if member is None:
            return read_import_format(properties, melder, self.lists)
        own, parts = decode(member, melder)
        nummer = member.get("nummer") if isinstance(member, dict) else None
        if melder.fouten or self.peildatum is None or not isinstance(nummer, int):
            return own
        written = json.loads(
            json.dumps(properties_of(own, nummer, self.peildatum, split_all(own))), parse_float=Decimal
        )
        melder.plan = own.naam
        if written == properties:
            return own
        before, after = Melder(melder.nummer), Melder(melder.nummer)
        base = read_import_format(written, before, self.lists)
        theirs = read_import_format(properties, after, self.lists)
        # what DIWI would say of our own plan, such as a missing owner, is no fault of this file
        melder.problems += [found for found in after.problems if found not in before.problems]
        return merge(own, base, theirs, parts)

    def _shape(self, entry: _Entry, geometry: Any) -> None:
        try:
            entry.shape = shape_of(geometry)
        except ShapeError as error:
            self._bad_area(entry, error.text)
            return
        if isinstance(geometry, dict) and geometry.get("crs") is not None:
            entry.epsg = stated_epsg(geometry["crs"], f"{self.file}, {entry.name}")
        if geometry is not None and entry.shape is None:
            message = Text("Het plangebied is leeg.", "The plan area is empty.")
            expected = Text("Een vlak, of null.", "An area, or null.")
            entry.melder.own("geometry_empty", ("geometry",), None, message, expected, warning=True)

    def place_areas(self, epsg: Optional[int]) -> None:
        """All shapes to EPSG:28992, per stated reference system at once."""
        systems: dict[Optional[int], list[_Entry]] = {}
        for entry in self.entries:
            if entry.shape is not None:
                systems.setdefault(entry.epsg or epsg, []).append(entry)
        for code, entries in systems.items():
            if code is None:
                self._judged(recognise([entry.shape for entry in entries]).stelsel)
            shapes = place([entry.shape for entry in entries], code, self.file, [entry.name for entry in entries])
            for entry, shape in zip(entries, shapes):
                entry.shape = shape

    def _judged(self, stelsel: Stelsel) -> None:
        message = Text(
            f"Het bestand noemt geen coördinatenstelsel; naar de coördinaten is het {stelsel.text.nl}.",
            f"The file states no reference system; by its coordinates it is {stelsel.text.en}.",
        )
        expected = Text("Een 'crs', bijvoorbeeld EPSG:28992.", "A 'crs', such as EPSG:28992.")
        self.loose.append(Problem("crs_judged", message, expected, warning=True))

    def keep_area(self, entry: _Entry, repair: bool) -> None:
        """The shape as plan area, when it is one."""
        if entry.shape is None:
            return
        found = to_multipolygon(entry.shape)
        for melding in found.meldingen:
            self._bad_area(entry, melding, warning=True)
        if found.bezwaar is not None:
            self._bad_area(entry, found.bezwaar, warning=repair and found.geom is not None)
        entry.plan.geom = found.geom

    def _bad_area(self, entry: _Entry, why: Text, warning: bool = False) -> None:
        message = Text(f"Plangebied: {why.nl}.", f"Plan area: {why.en}.")
        expected = Text(
            "Een geldig vlak (Polygon of MultiPolygon) zonder zelfdoorsnijding, of null.",
            "A valid area (Polygon or MultiPolygon) that does not cross itself, or null.",
        )
        entry.melder.blok = ""
        entry.melder.own("geometry_invalid", ("geometry",), None, message, expected, warning)

    def result(self) -> Gelezen:
        problems = self.loose + [found for entry in self.entries for found in entry.melder.problems]
        plans = [entry.plan for entry in self.entries if not entry.melder.fouten]
        problems.sort(key=lambda found: found.plaats.row or 0)
        return Gelezen(plans, problems, self.definities)


def _is_blank(value: Any) -> bool:
    """Whether nothing is filled in, as in DIWI's template."""
    if isinstance(value, Mapping):
        return all(_is_blank(one) for key, one in value.items() if key != "type")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(_is_blank(one) for one in value)
    return value in (None, "", PLACEHOLDER)


def _date(text: Any) -> Optional[date]:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
