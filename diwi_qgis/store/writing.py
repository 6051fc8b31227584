"""Rows into the register, through GDAL, inside one transaction that `Register.transaction` opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional
from uuid import uuid4

from osgeo import ogr

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.model.schema import Kind, Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import insertion_sql
from diwi_qgis.store.gdal_file import GeoPackageFile, exceptions, failure
from diwi_qgis.store.sql import identifier, literal, sql

Row = Mapping[str, Any]

#: GDAL's time-zone flag for UTC.
_UTC = 100

_DELETE_AT_ONCE = 500

#: So many rows are looked up by their uuid; for more the whole table is read.
_FEW = 500


class Writer:
    """Insert, update and delete rows; nothing is kept unless the transaction around it ends well."""

    def __init__(self, file: GeoPackageFile) -> None:
        self._file = file
        self._refusal: Optional[BaseException] = None

    def sign(self, user: str) -> None:
        """Record who writes from here on."""
        with self._file.failures():
            layer = self._file.layer("sessie")
            session = layer.GetNextFeature()
            session.SetField("gebruiker", user)
            layer.SetFeature(session)
            layer.ResetReading()

    def confirm(self) -> None:
        """To be called before all is kept: raises again what went wrong halfway, if somebody caught that."""
        if self._refusal is not None:
            raise self._refusal

    @contextmanager
    def _no_way_back(self) -> Iterator[None]:
        """Rows may be half completed when this fails."""
        try:
            yield
        except BaseException as error:
            self._refusal = error
            raise

    def insert(self, table: str, rows: Sequence[Row]) -> list[str]:
        """Add rows; gives their uuids in the order of `rows` (an empty list for tables that have none).

        Values are str, int, float, bool, date, datetime (UTC when it has no zone) or None; `geom` is shapely. A column
        that a row leaves out gets its default. Raises RegisterError, which names row and column, when one is refused;
        then nothing of the transaction can be kept.
        """
        declared = model_table(table)
        uuids = [str(row.get("uuid") or uuid4()) for row in rows] if declared.tracked else []
        with self._no_way_back():
            if insertion_sql.in_bulk(declared):
                self._create_in_bulk(declared, rows, uuids)
            else:
                self._create(declared, rows, uuids)
        return uuids

    def _create_in_bulk(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        """New rows, and what triggers would do for each of them once for all: several times as fast."""
        query = sql("SELECT coalesce(max(fid), 0) + 0 AS laatste FROM {table}", table=identifier(declared.name))
        added = sql("fid > {last}", last=self._file.query(query)[0][0])
        self._file.execute(insertion_sql.BUSY)
        self._create(declared, rows, uuids)
        self._file.execute(insertion_sql.completion(declared, added))
        self._file.execute(insertion_sql.READY)
        for statement in (*insertion_sql.log(declared, added), *insertion_sql.consequences(declared, added)):
            self._file.execute(statement)

    def _create(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        """Rows through GDAL, as they are."""
        with exceptions():
            layer = self._file.layer(declared.name)
            feature = ogr.Feature(layer.GetLayerDefn())
            fill = _Filler(declared, layer, _filled_columns(declared, rows))
            identity = layer.GetLayerDefn().GetFieldIndex("uuid")
            geometries = _wkb(declared, rows)
            for number in _parents_first(declared, rows, uuids):
                row = rows[number]
                try:
                    fill(feature, row)
                    if uuids:
                        feature.SetFieldString(identity, uuids[number])
                    if geometries is not None:
                        wkb = geometries[number]
                        feature.SetGeometryDirectly(None if wkb is None else ogr.CreateGeometryFromWkb(wkb))
                    feature.SetFID(ogr.NullFID)
                    layer.CreateFeature(feature)
                except RuntimeError as error:
                    raise self._refused(declared, row, error) from error

    def update(self, table: str, rows: Sequence[Row]) -> None:
        """Change rows: each has `uuid` and only the columns to change. Raises RegisterError for an unknown uuid."""
        declared = model_table(table)
        fids = self._fids(declared, [row["uuid"] for row in rows])
        with exceptions():
            layer = self._file.layer(table)
            geometries = _wkb(declared, rows)
            for number, (row, fid) in enumerate(zip(rows, fids)):
                feature = layer.GetFeature(fid)
                names = [name for name in row if name != "uuid"]
                try:
                    _Filler(declared, layer, names)(feature, row)
                    if geometries is not None and "geom" in row:
                        wkb = geometries[number]
                        feature.SetGeometryDirectly(None if wkb is None else ogr.CreateGeometryFromWkb(wkb))
                    layer.SetFeature(feature)
                except RuntimeError as error:
                    raise self._refused(declared, row, error) from error

    def delete(self, table: str, uuids: Iterable[str]) -> None:
        """Remove rows and what is part of them. Raises RegisterError for an unknown uuid or when others depend on it."""
        declared = model_table(table)
        wanted = list(uuids)
        fids = dict(zip(wanted, self._fids(declared, wanted)))
        # Many at once: SQLite compiles all triggers below a plan anew for every statement, which takes milliseconds.
        for level in self._daughters_first(declared, fids):
            for start in range(0, len(level), _DELETE_AT_ONCE):
                numbers = ", ".join(str(fids[uuid]) for uuid in level[start : start + _DELETE_AT_ONCE])
                self._file.execute(
                    sql("DELETE FROM {table} WHERE fid IN ({numbers})", table=identifier(table), numbers=numbers)
                )

    def clear(self, table: str) -> None:
        """Empty a table that is filled anew as a whole: source tables and findings."""
        declared = model_table(table)
        if declared.append_only or (declared.tracked and table != "bevinding"):
            raise ValueError(f"{table} is never emptied as a whole")
        self._file.execute(sql("DELETE FROM {table}", table=identifier(table)))

    def _daughters_first(self, declared: Table, wanted: Mapping[str, int]) -> list[list[str]]:
        """The rows to delete in levels, those that others of the same table point at last."""
        own = _own_parent(declared)
        if own is None:
            return [list(wanted)]
        above = dict(
            self._file.query(
                sql(
                    "SELECT uuid, {own} FROM {declared} WHERE {own} IS NOT NULL",
                    own=own,
                    declared=identifier(declared.name),
                )
            )
        )
        levels: dict[int, list[str]] = {}
        for uuid in wanted:
            depth, current = 0, above.get(uuid)
            while current is not None:
                depth, current = depth + 1, above.get(current)
            levels.setdefault(depth, []).append(uuid)
        return [levels[depth] for depth in sorted(levels, reverse=True)]

    def _fids(self, declared: Table, uuids: Sequence[str]) -> list[int]:
        wanted = "1" if len(uuids) > _FEW else sql("uuid IN ({uuids})", uuids=", ".join(map(literal, uuids)))
        found = dict(
            self._file.query(
                sql(
                    "SELECT uuid, fid + 0 AS nummer FROM {declared} WHERE {wanted}",
                    declared=identifier(declared.name),
                    wanted=wanted,
                )
            )
        )
        missing = [uuid for uuid in uuids if uuid not in found]
        if missing:
            raise RegisterError(
                f"{declared.label} {missing[0]} staat niet (meer) in register '{self._file.path}'.",
                f"{declared.label} {missing[0]} is not in register '{self._file.path}' (any more).",
            )
        return [found[uuid] for uuid in uuids]

    def _refused(self, declared: Table, row: Row, error: RuntimeError) -> RegisterError:
        reason = failure(self._file.path, error).text
        who = row.get("naam") or row.get("code") or row.get("uuid") or ""
        return RegisterError(
            f"{declared.label} {who} is niet opgeslagen. {reason.nl}",
            f"{declared.label} {who} was not stored. {reason.en}",
        )


def _filled_columns(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The columns to set in all rows: those with a default, and those that are filled in any row."""
    names = {name for row in rows for name, value in row.items() if value is not None}
    return sorted(names | {column.name for column in declared.columns if column.default is not None})


def _parents_first(declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> list[int]:
    """Order of insertion: a row after the row of the same table that it points at (hoofdplan before deelplan)."""
    own = _own_parent(declared)
    if own is None:
        return list(range(len(rows)))
    place = {uuid: number for number, uuid in enumerate(uuids)}
    order: dict[int, None] = {}
    for number in range(len(rows)):
        chain: list[int] = []
        current: Optional[int] = number
        while current is not None and current not in order and current not in chain:
            chain.append(current)
            current = place.get(rows[current].get(own) or "")
        order.update(dict.fromkeys(reversed(chain)))
    return list(order)


def _own_parent(declared: Table) -> Optional[str]:
    """The column that points at a row of the same table, if there is one."""
    own = [column.name for column in declared.parents if column.references and column.references.table == declared.name]
    return own[0] if own else None


class _Filler:
    """Puts a row's values in a feature; every column of `names` is set, so that GDAL can reuse one statement."""

    def __init__(self, declared: Table, layer: Any, names: Sequence[str]) -> None:
        definition = layer.GetLayerDefn()
        columns = [declared.column(name) for name in names if name not in ("geom", "fid")]
        self._setters = [
            (column.name, definition.GetFieldIndex(column.name), column.default, _SETTERS[column.kind])
            for column in columns
        ]

    def __call__(self, feature: Any, row: Row) -> None:
        for name, index, default, setter in self._setters:
            value = row.get(name, default)
            if value is None or value != value:  # noqa: PLR0124 - NaN and NaT differ from themselves
                feature.SetFieldNull(index)
                continue
            try:
                setter(feature, index, value)
            except ValueError as error:
                raise RuntimeError(f"{name}: {error}") from error


def _set_text(feature: Any, index: int, value: Any) -> None:
    feature.SetFieldString(index, str(value))


def _set_integer(feature: Any, index: int, value: Any) -> None:
    whole = int(value)
    if whole != value:
        raise ValueError(f"{value} geen geheel getal / not a whole number")
    feature.SetFieldInteger64(index, whole)


def _set_real(feature: Any, index: int, value: Any) -> None:
    feature.SetField(index, float(value))


def _set_boolean(feature: Any, index: int, value: Any) -> None:
    feature.SetFieldInteger64(index, int(bool(value)))


def _set_date(feature: Any, index: int, value: date) -> None:
    feature.SetField(index, value.year, value.month, value.day, 0, 0, 0.0, 0)


def _set_timestamp(feature: Any, index: int, value: datetime) -> None:
    moment = value.astimezone(timezone.utc) if value.tzinfo else value
    seconds = moment.second + moment.microsecond / 1e6
    feature.SetField(index, moment.year, moment.month, moment.day, moment.hour, moment.minute, seconds, _UTC)


_SETTERS: dict[Kind, Callable[[Any, int, Any], None]] = {
    Kind.TEXT: _set_text,
    Kind.INTEGER: _set_integer,
    Kind.REAL: _set_real,
    Kind.BOOLEAN: _set_boolean,
    Kind.DATE: _set_date,
    Kind.TIMESTAMP: _set_timestamp,
}


def _wkb(declared: Table, rows: Sequence[Row]) -> Optional[list[Optional[bytes]]]:
    """Geometries as WKB in two dimensions, polygons as multipolygons where the table wants those; None: no geometry."""
    if declared.geometry is None or not any("geom" in row for row in rows):
        return None
    require("shapely")
    import numpy
    import shapely

    shapes = numpy.array([None] * len(rows), dtype=object)
    for number, row in enumerate(rows):
        shapes[number] = row.get("geom")
    if declared.geometry == "MultiPolygon":
        for number, shape in enumerate(shapes):
            shapes[number] = _multipolygon(declared, rows[number], shape)
    return list(shapely.to_wkb(shapely.force_2d(shapes), byte_order=1))


def _multipolygon(declared: Table, row: Row, shape: Any) -> Any:
    import shapely

    if shape is None or shape.is_empty:
        return None
    if shape.geom_type == "Polygon":
        return shapely.multipolygons([shape])
    if shape.geom_type != "MultiPolygon":
        who = row.get("naam") or row.get("uuid") or ""
        raise RegisterError(
            f"{declared.label} {who}: de geometrie is een {shape.geom_type}, verwacht wordt een vlak.",
            f"{declared.label} {who}: the geometry is a {shape.geom_type}, a polygon is expected.",
        )
    return shape
