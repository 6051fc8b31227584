"""Whole tables as data frames, through GDAL's Arrow stream: one way for both engines, and the fastest on all versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.libraries import require
from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.store.gdal_file import GeoPackageFile, exceptions
from diwi_qgis.store.sql import identifier, literal, sql

if TYPE_CHECKING:
    import numpy
    import pandas

#: xmin, ymin, xmax, ymax in EPSG:28992.
Box = tuple[float, float, float, float]

#: Arrays by column name, masked where empty.
Batch = dict[str, Any]

#: Rows per Arrow batch: GDAL 3.6 makes every text of a batch as wide as its longest, so keep it small.
_BATCH = 8192


def read_frame(
    file: GeoPackageFile,
    table: Table,
    columns: Optional[Sequence[str]],
    geometry: bool,
    near: Optional[Box] = None,
) -> pandas.DataFrame:
    """All rows of a table, in order of `fid`, with the column types of docs/architecture.md.

    `columns` None means all declared columns; `geom` comes last, for tables that have it, unless `geometry` is false.
    `near` (xmin, ymin, xmax, ymax) gives only the rows whose bounding box meets that box.
    Raises KeyError for a column the model does not know, RegisterError when the file cannot be read.
    """
    wanted, geometry = wanted_columns(table, columns, geometry)
    names = ["fid", *(column.name for column in wanted if column.name != "fid"), *(["geom"] if geometry else [])]
    rows = _in_box(table, near) if near else "1"
    # Of a SELECT and not of the table itself: see `arrow_batches`.
    statement = sql(
        "SELECT {columns} FROM {table} WHERE {rows} ORDER BY fid",
        columns=", ".join(identifier(name) for name in names),
        table=identifier(table.name),
        rows=rows,
    )
    with file.failures():
        batches = arrow_batches(file.dataset, statement)
    yes_no = _booleans(file, table, [column for column in wanted if column.kind is Kind.BOOLEAN], rows)
    return frame_of(batches, wanted, geometry, yes_no)


def wanted_columns(table: Table, columns: Optional[Sequence[str]], geometry: bool) -> tuple[list[Column], bool]:
    """The columns to read, and whether the geometry too."""
    wanted = [table.column(name) for name in columns if name != "geom"] if columns else list(table.all_columns)
    return wanted, geometry and table.geometry is not None and (columns is None or "geom" in columns or not columns)


def frame_of(
    batches: Sequence[Batch],
    columns: Sequence[Column],
    geometry: bool,
    ready: Optional[Mapping[str, pandas.arrays.BooleanArray]] = None,
) -> pandas.DataFrame:
    """A frame out of arrays by column name; `ready` are columns that were read in another way. `geom` is WKB."""
    import pandas

    ready = ready or {}
    frame = pandas.DataFrame(
        {
            column.name: ready[column.name]
            if column.name in ready
            else _series([batch[column.name] for batch in batches], column)
            for column in columns
        }
    )
    if geometry:
        frame["geom"] = pandas.Series(_geometries([batch["geom"] for batch in batches]), dtype=object)
    return frame


def _in_box(table: Table, box: Box) -> str:
    """SQL: the rows whose bounding box meets the box, by the spatial index (in single precision, rounded outwards)."""
    xmin, ymin, xmax, ymax = (literal(float(value)) for value in box)
    return sql(
        "fid IN (SELECT id FROM {index} WHERE maxx >= {xmin} AND minx <= {xmax} AND maxy >= {ymin} AND miny <= {ymax})",
        index=identifier(f"rtree_{table.name}_geom"),
        xmin=xmin,
        ymin=ymin,
        xmax=xmax,
        ymax=ymax,
    )


def arrow_batches(dataset: Any, statement: str) -> list[Batch]:
    """What a SELECT of a dataset gives, as Arrow batches, with the key named `fid` and the geometry (WKB) `geom`.

    Always a SELECT: of a table itself GDAL fills the batches in a thread of its own, and before 3.11.4 that crashes at
    random (https://github.com/OSGeo/gdal/pull/12960); with 3.10, within some reads of 35,000 rows.
    """
    with exceptions():
        layer = dataset.ExecuteSQL(statement)
        key, geom = layer.GetFIDColumn() or "OGC_FID", layer.GetGeometryColumn() or "wkb_geometry"
        try:
            stream = layer.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES", f"MAX_FEATURES_IN_BATCH={_BATCH}"])
            batches = [dict(batch) for batch in stream]
        finally:
            dataset.ReleaseResultSet(layer)
    for batch in batches:
        for ours, theirs in (("fid", key), ("geom", geom), ("geom", "wkb_geometry")):
            if theirs in batch and ours not in batch:
                batch[ours] = batch.pop(theirs)
    return batches


def _booleans(
    file: GeoPackageFile, table: Table, columns: Sequence[Column], rows: str
) -> dict[str, pandas.arrays.BooleanArray]:
    """Boolean columns as one string of 1, 0 and - each: GDAL 3.6 loses booleans in its NumPy stream."""
    import numpy
    import pandas

    if not columns:
        return {}
    signs = ", ".join(f"coalesce({identifier(c.name)}, '-') AS {identifier(c.name)}" for c in columns)
    joined = ", ".join(f"group_concat({identifier(c.name)}, '')" for c in columns)
    row = file.query(
        sql(
            "SELECT {joined} FROM (SELECT {signs} FROM {table} WHERE {rows} ORDER BY fid)",
            joined=joined,
            signs=signs,
            table=identifier(table.name),
            rows=rows,
        )
    )[0]
    arrays = {}
    for column, text in zip(columns, row):
        array = numpy.frombuffer((text or "").encode("ascii"), dtype="S1")
        arrays[column.name] = pandas.arrays.BooleanArray(array == b"1", array == b"-")
    return arrays


def _series(parts: list[numpy.ndarray], column: Column) -> pandas.Series:
    import numpy
    import pandas

    dtype = {
        Kind.INTEGER: "Int64",
        Kind.REAL: "float64",
        Kind.DATE: "datetime64[ns]",
        Kind.TIMESTAMP: "datetime64[ns]",
        Kind.TEXT: object,
        Kind.BOOLEAN: "boolean",
    }[column.kind]
    if not parts:
        return pandas.Series([], dtype=dtype)
    data = numpy.concatenate([numpy.ma.getdata(part) for part in parts])
    missing = numpy.concatenate([numpy.ma.getmaskarray(part) for part in parts])
    if column.kind is Kind.TEXT:
        return pandas.Series(_texts(data, missing), dtype=object)
    if column.kind in (Kind.DATE, Kind.TIMESTAMP):
        moments = data.astype("datetime64[ns]")
        moments[missing] = numpy.datetime64("NaT")
        return pandas.Series(moments)
    if column.kind is Kind.REAL:
        numbers = data.astype("float64")
        numbers[missing] = numpy.nan
        return pandas.Series(numbers)
    if column.kind is Kind.BOOLEAN:
        return pandas.Series(pandas.arrays.BooleanArray(data.astype(bool), missing.copy()))
    return pandas.Series(pandas.arrays.IntegerArray(data.astype("int64"), missing.copy()))


def _texts(data: numpy.ndarray, missing: numpy.ndarray) -> numpy.ndarray:
    """Text as str or None; GDAL 3.6 gives bytes."""
    import numpy

    texts = numpy.empty(len(data), dtype=object)
    texts[:] = [
        None if absent or value is None else value.decode("utf8") if isinstance(value, bytes) else str(value)
        for value, absent in zip(data.tolist(), missing.tolist())
    ]
    return texts


def _geometries(parts: list[numpy.ndarray]) -> numpy.ndarray:
    require("shapely")
    import numpy
    import shapely

    if not parts:
        return numpy.empty(0, dtype=object)
    wkb = numpy.empty(sum(len(part) for part in parts), dtype=object)
    wkb[:] = [
        None if absent or not value else bytes(value)
        for part in parts
        for value, absent in zip(numpy.ma.getdata(part).tolist(), numpy.ma.getmaskarray(part).tolist())
    ]
    return shapely.from_wkb(wkb)
