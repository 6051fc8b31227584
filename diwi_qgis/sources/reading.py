"""One layer of a register being read: values by column of ours, geometry that can be trusted, and what there is to say.

Nothing is dropped in silence: what was mended is in `warnings`, what cannot be used in `refused`, and whether the file is
the whole answer of a service in `cut_off`. Geometry comes out as valid MultiPolygons in EPSG:28992 on the millimetre grid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Callable, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress
from diwi_qgis.sources.crs import place
from diwi_qgis.sources.schemas import Found
from diwi_qgis.sources.values import identifications, named
from diwi_qgis.sources.vector import Content, VectorFile
from diwi_qgis.texts import Text


@dataclass
class Gelezen:
    """What a file gave. `rows` has the columns of the table (with `geom` and `brondatum`), one row per object."""

    table: str
    file: str
    rows: Any
    source_date: date
    warnings: list[Text] = field(default_factory=list)
    refused: list[Text] = field(default_factory=list)
    cut_off: Optional[Text] = None


class Reading:
    """One layer being read: its values by column of ours, and what there is to say about it.

    `name` is what messages call the file or service.
    """

    def __init__(self, name: str, content: Content, found: Found, source_date: date, progress: Progress) -> None:
        self.name, self.content, self.found = name, content, found
        self.source_date, self.progress = source_date, progress
        self.warnings: list[Text] = []
        self.refused: dict[int, Text] = {}

    @classmethod
    def of_file(cls, file: VectorFile, found: Found, source_date: Optional[date], progress: Progress) -> Reading:
        """A layer of a file; without `source_date` the date is that in the file, else the day it was saved.

        Raises:
            InputError: the layer is empty, or the file breaks off.
        """
        content = file.read(found.layer.name, list(set(found.fields.values())), progress)
        if not len(content):
            raise InputError(
                f"'{file.path.name}', laag '{found.layer.name}' bevat geen objecten.",
                f"'{file.path.name}', layer '{found.layer.name}' holds no features.",
            )
        stated = source_date or file.own_date()
        reading = cls(file.path.name, content, found, stated or file.modified(), progress)
        if stated is None:
            reading.warn(
                f"Het bestand noemt geen brondatum; genomen is de dag waarop het is opgeslagen: "
                f"{reading.source_date:%d-%m-%Y}.",
                f"The file states no source date; the day it was saved is taken: {reading.source_date:%Y-%m-%d}.",
            )
        return reading

    def __len__(self) -> int:
        return len(self.content)

    def values(self, column: str, convert: Callable[[Any], Any]) -> list[Any]:
        """The values of a column of ours, converted; all None when the file lacks it."""
        name = self.found.fields.get(column)
        return [None] * len(self) if name is None else [convert(value) for value in self.content.columns[name]]

    def raw(self, column: str) -> list[Any]:
        """The values of a column as they stand in the file."""
        return self.values(column, lambda value: value)

    def warn(self, nl: str, en: str) -> None:
        """Something to know that does not stop the work."""
        self.warnings.append(Text(nl, en))

    def refuse(self, position: int, name: str, why: Text) -> None:
        """A feature that cannot be used, with the first reason found."""
        self.refused.setdefault(position, Text(f"{name}: {why.nl}", f"{name}: {why.en}"))

    def result(self, columns: dict[str, list[Any]], names: list[str]) -> Gelezen:
        """The rows, with geometry; refused features left out and said."""
        import pandas

        rows = pandas.DataFrame(columns)
        rows["geom"] = self._areas(names)
        rows["brondatum"] = pandas.Timestamp(self.source_date)
        rows = rows.drop(index=list(self.refused))
        refused = [self.refused[position] for position in sorted(self.refused)]
        return Gelezen(
            self.found.schema.table,
            self.name,
            rows,
            self.source_date,
            self.warnings,
            refused,
            self.content.cut_off,
        )

    def _areas(self, names: list[str]) -> Any:
        """Valid MultiPolygons on the millimetre grid, in RD; None where refused."""
        import numpy
        import shapely

        from diwi_qgis.rules.coverage import on_grid
        from diwi_qgis.rules.repair import to_multipolygon

        placed = place(self.content.geometries, self.content.epsg, self.name, names)
        shapes = on_grid(numpy.asarray(placed, dtype=object))
        kinds = shapely.get_type_id(shapes)
        good = ((kinds == 3) | (kinds == 6)) & shapely.is_valid(shapes) & ~shapely.is_empty(shapes)
        result = numpy.full(len(shapes), None, dtype=object)
        result[good] = multipolygons(shapes[good])
        for position in numpy.flatnonzero(~good):
            self.progress.check()
            outcome = to_multipolygon(shapes[position])
            for said in outcome.meldingen:
                self.warn(f"{names[position]}: {said.nl}", f"{names[position]}: {said.en}")
            if outcome.bezwaar is not None:
                self.refuse(int(position), names[position], outcome.bezwaar)
            else:
                result[position] = outcome.geom
        return result


def multipolygons(polygons: Any) -> Any:
    """Every polygon as a MultiPolygon with the same rings."""
    import shapely

    parts, owner = shapely.get_parts(polygons, return_index=True)
    return shapely.multipolygons(parts, indices=owner) if len(parts) else parts


def identified(reading: Reading, width: Optional[int], prefix: str = "") -> tuple[list[Any], list[str]]:
    """Identifications as text, and what to call each feature in messages."""
    raw = reading.raw("identificatie")
    column = identifications(raw, width, prefix)
    label = reading.found.schema.kind
    names = [
        f"{label} {value}" if value else f"object {position + 1} ({raw[position]!r})"
        for position, value in enumerate(column.values)
    ]
    for position in column.wrong:
        reading.refuse(
            position,
            names[position],
            Text(
                f"identificatie {raw[position]!r} bestaat niet uit {width or ''} cijfers",
                f"identification {raw[position]!r} is not made of {width or ''} digits",
            ),
        )
    if column.padded:
        some = named([str(column.values[position]) for position in column.padded], 3)
        reading.warn(
            f"Bij {len(column.padded)} {label}(en) waren voorloopnullen van de identificatie verloren (als getal gelezen "
            f"of ingekort); aangevuld tot {width} cijfers: {some.nl}.",
            f"{len(column.padded)} identifications had lost leading zeros (read as a number, or cut); padded to {width} "
            f"digits: {some.en}.",
        )
    return column.values, names


def without_repeats(result: Gelezen, key: list[str]) -> Gelezen:
    """One row per key: repeats that are equal are taken together, different ones refused; both named."""
    rows = result.rows
    repeated = rows.duplicated(key, keep=False)
    if not repeated.any():
        return result
    import shapely

    doubles = rows[repeated].copy()
    doubles["geom"] = shapely.to_wkb(shapely.normalize(doubles["geom"].to_numpy()))
    filled = doubles.astype(object).where(doubles.notna(), None)
    same = filled.duplicated(keep="first")
    left = filled[~same]
    differing = left[left.duplicated(key, keep=False)]
    drop = set(filled.index[same])
    if drop:
        some = named(sorted({" ".join(map(str, values)) for values in filled.loc[list(drop), key].to_numpy()}), 5)
        result.warnings.append(
            Text(
                f"{len(drop)} keer dubbel in het bestand en gelijk, één keer genomen: {some.nl}.",
                f"{len(drop)} repeats that are equal, taken once: {some.en}.",
            )
        )
    for values in sorted({tuple(map(str, values)) for values in differing[key].to_numpy()}):
        result.refused.append(
            Text(
                f"{' '.join(values)}: staat meer dan één keer in het bestand, met verschillende gegevens",
                f"{' '.join(values)}: is in the file more than once, with different data",
            )
        )
    result.rows = rows.drop(index=list(drop | set(differing.index)))
    return result
