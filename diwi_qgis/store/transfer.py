"""A whole register from one place to another, whichever engines these are: every row as it is, identities, codes and history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional, Union

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.model.internal_tables import HISTORIE
from diwi_qgis.model.schema import Kind, Table
from diwi_qgis.model.tables import TABLES
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.create import build, new_file, schema_statements
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.geopackage_register import GeoPackageRegister
from diwi_qgis.store.opening import open_register
from diwi_qgis.store.past import in_utc
from diwi_qgis.store.register import Register
from diwi_qgis.store.snapshot import Snapshot, closing
from diwi_qgis.store.triggers import trigger_statements
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

#: What is of the moment: who writes now, and tickets of edits that are under way.
_NOT_COPIED = ("sessie", "verwacht", "aanwezig")


def copied_tables() -> list[Table]:
    """The tables that a copy has the same, in an order in which they can be filled."""
    return [table for table in TABLES if table.name not in _NOT_COPIED]


def copy_register(
    source: Union[str, Path, PostgisAddress],
    target: Union[str, Path, PostgisAddress],
    progress: Optional[Progress] = None,
) -> int:
    """Copy a register, as it is at this moment, to a place where there is none; gives the number of rows.

    Every table is read back and compared before the copy is kept. A QGIS project in the file is not copied: it shows the
    file. Raises RegisterError when either cannot be used or the target exists, Cancelled when the user stops it; then
    nothing is left of the target.
    """
    require("pandas", "shapely")
    progress = silent(progress)
    with open_register(source) as original, original.snapshot():
        if not original.rights().unlimited:
            raise RegisterError(
                f"Register '{original.name}' ziet u niet helemaal; alleen de eigenaar ervan kan het kopiëren.",
                f"You do not see all of register '{original.name}'; only its owner can copy it.",
            )
        if isinstance(target, PostgisAddress):
            return _into_database(original, target, progress)
        with new_file(Path(target)) as draft:
            return _into_file(original, draft, copied_tables(), trigger_statements(), progress)


def take_snapshot(
    source: Union[str, Path, PostgisAddress],
    known_at: datetime,
    target: Union[str, Path],
    overwrite: bool = False,
    progress: Optional[Progress] = None,
) -> int:
    """Write a register as it was known at a moment in a file, to look at (see `snapshot`); gives the number of rows.

    Of a register in a database it has what one may see. The history and what it has not (see `past`) are not in it, but for
    parcels, buildings and areas, as they are now. Raises as `copy_register` does.
    """
    require("pandas", "shapely")
    progress = silent(progress)
    tables = [table for table in copied_tables() if table.name != HISTORIE.name]
    with open_register(source, known_at=known_at) as past, new_file(Path(target), overwrite) as draft:
        mark = Snapshot(past.name, in_utc(known_at).isoformat())
        return _into_file(past, draft, tables, closing(mark, copied_tables()), progress, references=False)


def _into_file(
    original: Register,
    draft: Path,
    tables: Sequence[Table],
    closing: Iterable[str],
    progress: Progress,
    references: bool = True,
) -> int:
    """Triggers are for `closing`: they would take the rows for new ones. Without `references` a row may point at one unseen."""
    build(draft, list(schema_statements(triggers=False)))
    file = GeoPackageFile(draft, write=True)
    if not references:
        file.execute("PRAGMA foreign_keys = OFF")
    with GeoPackageRegister(file, write=True) as copy, copy.transaction() as write:
        count = _pour(original, copy, write, tables, progress)
        for statement in closing:
            file.execute(statement)
    return count


def _into_database(original: Register, target: PostgisAddress, progress: Progress) -> int:
    from diwi_qgis.store.postgis.create import build as build_schema
    from diwi_qgis.store.postgis.database import PostgisDatabase
    from diwi_qgis.store.postgis.register import PostgisRegister
    from diwi_qgis.store.postgis.writing import PostgisWriter

    counts = []

    def fill(database: PostgisDatabase) -> None:
        copy, write = PostgisRegister(database, True), PostgisWriter(database)
        counts.append(_pour(original, copy, write, copied_tables(), progress))

    build_schema(target, fill)
    return counts[0]


def _pour(original: Register, copy: Register, write: Writer, tables: Sequence[Table], progress: Progress) -> int:
    total = 0
    for number, table in enumerate(tables):
        progress.check(number / len(tables))
        progress.say(Text(table.label, table.label))
        frame = original.read(table.name)
        write.load(table.name, _rows(table, frame))
        if not same_rows(frame, copy.read(table.name)):
            raise RegisterError(
                f"De kopie '{copy.name}' is niet gelijk aan '{original.name}' (tabel {table.name}); er is niets gemaakt.",
                f"The copy '{copy.name}' is not the same as '{original.name}' (table {table.name}); nothing was made.",
            )
        total += len(frame)
    return total


def same_rows(one: pandas.DataFrame, other: pandas.DataFrame) -> bool:
    """Whether two frames of a table are the same row by row, geometries point by point."""
    import numpy
    import shapely

    plain = [name for name in one.columns if name != "geom"]
    if list(one.columns) != list(other.columns) or not one[plain].equals(other[plain]):
        return False
    if "geom" not in one.columns:
        return True
    first, second = (shapely.to_wkb(frame["geom"].to_numpy()) for frame in (one, other))
    return bool(numpy.array_equal(first, second))


def _rows(table: Table, frame: pandas.DataFrame) -> Sequence[dict[str, Any]]:
    """The rows with plain values: None where empty, dates and moments as `datetime`."""
    columns: dict[str, list[Any]] = {}
    for column in table.all_columns:
        values = frame[column.name]
        if column.kind in (Kind.DATE, Kind.TIMESTAMP):
            columns[column.name] = list(values.to_numpy().astype("datetime64[us]").astype(object))
        elif column.kind is Kind.TEXT:
            columns[column.name] = values.tolist()
        elif column.kind is Kind.REAL:
            columns[column.name] = [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN
        else:
            columns[column.name] = list(values.to_numpy(dtype=object, na_value=None))
    if table.geometry:
        columns["geom"] = frame["geom"].tolist()
    return [dict(zip(columns, values)) for values in zip(*columns.values())]
