"""A GeoPackage opened with GDAL: open, execute, query, one transaction; every failure as `RegisterError` with the file's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from diwi_qgis.errors import RegisterError
from diwi_qgis.store.geopackage_sql import GEOPACKAGE
from diwi_qgis.texts import Text

#: Memory for pages. With SQLite's own 2 MB a large import writes its indexes (random uuids) to disk and back all the time.
_CACHE_KIB = 131_072

#: What SQLite says, and what that means to a user; first match wins.
_MEANINGS = (
    ("database is locked", "is in gebruik door een ander programma", "is in use by another program"),
    ("database table is locked", "is in gebruik door een ander programma", "is in use by another program"),
    ("readonly", "mag niet worden gewijzigd (alleen-lezen)", "may not be changed (read-only)"),
    ("read-only", "mag niet worden gewijzigd (alleen-lezen)", "may not be changed (read-only)"),
    ("disk is full", "past niet meer op de schijf", "does not fit on the disk any more"),
    ("disk I/O error", "kan niet worden gelezen of geschreven (schijffout)", "cannot be read or written (disk error)"),
    ("malformed", "is beschadigd", "is damaged"),
    ("not a database", "is beschadigd of geen GeoPackage", "is damaged or not a GeoPackage"),
    ("unable to open", "kan niet worden geopend of bijgehouden in zijn map", "cannot be opened or kept in its folder"),
    (
        "not recognized as",
        "is geen register van DIWI voor QGIS (het bestand is leeg of beschadigd)",
        "is not a register of DIWI for QGIS (the file is empty or damaged)",
    ),
)

#: Constraints without a name of ours.
_CONSTRAINTS = (
    (r"NOT NULL constraint failed: (\S+)", Text("{column} is verplicht", "{column} is required")),
    (
        r"UNIQUE constraint failed: (.+)",
        Text("{column}: deze waarde komt al voor", "{column}: this value exists already"),
    ),
)


@contextmanager
def exceptions() -> Iterator[None]:
    """GDAL's Python bindings raise RuntimeError inside, and behave as before outside.

    Both switches: GDAL 3.6 with only that of `gdal` lets SetFeature fail in silence.
    """
    modules = [module for module in (gdal, ogr) if not module.GetUseExceptions()]
    for module in modules:
        module.UseExceptions()
    try:
        yield
    finally:
        for module in reversed(modules):
            module.DontUseExceptions()


def failure(path: Path, error: BaseException) -> RegisterError:
    """The readable form of what GDAL or SQLite said about the file."""
    said = str(error).strip()
    for phrase, nl, en in _MEANINGS:
        if phrase.lower() in said.lower():
            return RegisterError(f"Register '{path}' {nl}.", f"Register '{path}' {en}.")
    reason = _reason(said)
    return RegisterError(f"Register '{path}': {reason.nl}.", f"Register '{path}': {reason.en}.")


def _reason(said: str) -> Text:
    """What a constraint or trigger of ours says, without the words of GDAL before it.

    Our own texts read "table.column: Dutch / English" (see `ddl` and `triggers`).
    """
    for pattern, text in _CONSTRAINTS:
        found = re.search(pattern, said)
        if found:
            return text.fill(column=found[1])
    ours = re.search(r"(\w+(?:\.\w+)?): ([^:/]+) / (.+)$", said)
    if ours:
        return Text(f"{ours[1]}: {ours[2]}", f"{ours[1]}: {ours[3]}")
    words = re.sub(r"^.*(CHECK constraint failed: |failed to \w+ \w+ : )", "", said, flags=re.DOTALL)
    return Text(words, words)


def _getters(definition: Any) -> list[Callable[[Any, int], Any]]:
    """What gives the value of each field, asked once for all rows: `Feature.GetField` asks it of every value."""
    known = {
        ogr.OFTInteger: ogr.Feature.GetFieldAsInteger,
        ogr.OFTInteger64: ogr.Feature.GetFieldAsInteger64,
        ogr.OFTReal: ogr.Feature.GetFieldAsDouble,
    }
    types = (definition.GetFieldDefn(i).GetType() for i in range(definition.GetFieldCount()))
    return [known.get(kind, ogr.Feature.GetField) for kind in types]


class GeoPackageFile:
    """An open GeoPackage (a `connection.Connection`). Foreign keys are on for every connection of ours."""

    dialect = GEOPACKAGE

    def __init__(self, path: Path, write: bool) -> None:
        self.path = path
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        with self.failures():
            self._dataset = gdal.OpenEx(str(path), flags, ["GPKG"])
            self.execute("PRAGMA foreign_keys = ON")
            self.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            # Where a trigger may refuse, every row is a step that can be undone: not by way of the disk.
            self.execute("PRAGMA temp_store = MEMORY")

    @contextmanager
    def failures(self) -> Iterator[None]:
        """GDAL raises inside, and what it raises leaves as `RegisterError`."""
        try:
            with exceptions():
                yield
        except RuntimeError as error:
            raise failure(self.path, error) from error

    @property
    def name(self) -> str:
        """The file, as messages call it."""
        return str(self.path)

    @property
    def dataset(self) -> Any:
        """The GDAL dataset."""
        return self._dataset

    def layer(self, name: str) -> Any:
        """A table as GDAL layer."""
        with self.failures():
            return self._dataset.GetLayerByName(name)

    def execute(self, statement: str) -> None:
        """Run one statement that gives no rows (or whose rows don't matter)."""
        with self.failures():
            result = self._dataset.ExecuteSQL(statement)
            if result is not None:
                self._dataset.ReleaseResultSet(result)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """Run one SELECT; small results only (no geometry)."""
        with self.failures():
            result = self._dataset.ExecuteSQL(statement)
            if result is None:
                return []
            getters = _getters(result.GetLayerDefn())
            rows = [
                tuple(get(feature, i) if feature.IsFieldSetAndNotNull(i) else None for i, get in enumerate(getters))
                for feature in result
            ]
            self._dataset.ReleaseResultSet(result)
            return rows

    def query_many(self, statements: Sequence[str]) -> list[list[tuple[Any, ...]]]:
        """See `Connection`."""
        return [self.query(statement) for statement in statements]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: committed at the end, rolled back on any exception."""
        with self.failures():
            self._dataset.StartTransaction()
        try:
            yield
            with self.failures():
                self._dataset.CommitTransaction()
        except BaseException:
            with exceptions():
                self._roll_back()
            raise

    def _roll_back(self) -> None:
        try:
            self._dataset.RollbackTransaction()
        except RuntimeError:
            # SQLite itself rolls back when the disk is full or the file fails; there is nothing left to undo.
            return

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is all of one moment: SQLite lets nobody write until it ends."""
        return self.transaction()

    def close(self) -> None:
        """Close the file; may be called again."""
        if self._dataset is not None:
            with self.failures():
                dataset, self._dataset = self._dataset, None
                dataset.FlushCache()
                del dataset
