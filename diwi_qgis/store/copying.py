"""Whole registers as files: a copy that is sound while others write, and what of one is needed to compare with later."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.source_tables import SOURCE_TABLES
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store.gdal_file import GeoPackageFile, failure
from diwi_qgis.store.sql import identifier, literal, sql

_PAGES_AT_ONCE = 4096

#: Tables that say nothing of plans; those with geometry have a spatial index.
_CACHE = tuple(table.name for table in SOURCE_TABLES if not table.tracked)
_BULK = (*_CACHE, "historie", "qgis_projects")


def back_up(source: Path, target: Path, progress: Optional[Progress] = None) -> None:
    """Copy a register through SQLite's backup, which also has what still stands in a `-wal` file and waits for who writes.

    Raises RegisterError when one cannot be read or the other not be written, Cancelled when the user stops it; then no
    target is left.
    """
    progress = silent(progress)
    # Under its own name only when it is whole: also when this process is ended on the way.
    draft = target.with_name(f".{target.name}.deel")

    def tell(_status: int, left: int, total: int) -> None:
        progress.check(1 - left / max(1, total))

    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(draft)) as copy:
            original.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)
            # The mode of the journal came along; a copy is complete without files beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        draft.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise failure(source, error) from error
    finally:
        draft.unlink(missing_ok=True)


def check_sound(path: Path) -> None:
    """Read all of a file. Raises RegisterError when SQLite finds damage in it."""
    try:
        with closing(sqlite3.connect(path)) as file:
            (said,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise failure(path, error) from error
    if said != "ok":
        raise RegisterError(f"Register '{path}' is beschadigd.", f"Register '{path}' is damaged.")


def strip(path: Path) -> None:
    """Take parcels, buildings, areas, history and QGIS projects out of a register; what remains is a register, but small.

    Raises RegisterError.
    """
    file = GeoPackageFile(path, write=True)
    try:
        there = {name for (name,) in file.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
        emptied = [name for name in _BULK if name in there]
        triggers = file.query(
            sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({names})",
                names=", ".join(literal(name) for name in emptied),
            )
        )
        with file.transaction():
            # Without triggers SQLite empties a table at once, and the history lets itself be emptied.
            for name, _ in triggers:
                file.execute(sql("DROP TRIGGER {name}", name=identifier(name)))
            for name in [*emptied, *(f"rtree_{name}_geom" for name in _CACHE if f"rtree_{name}_geom" in there)]:
                file.execute(sql("DELETE FROM {name}", name=identifier(name)))
            for _, statement in triggers:
                file.execute(statement)
        file.execute("VACUUM")
    finally:
        file.close()
