"""Bring a register of an older version of the plugin up to date: all steps or none, after a copy was made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional, Union

from diwi_qgis.errors import RegisterError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.admission import check_file, check_version, schema_version
from diwi_qgis.store.copying import back_up
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.migration import MIGRATIONS, Migration, Upgrade, say, stamp, unlike_model
from diwi_qgis.store.schema_check import schema_differences
from diwi_qgis.store.sql import identifier
from diwi_qgis.store.triggers import trigger_statements
from diwi_qgis.store.write_lock import writing


def upgrade_register(
    address: Union[str, Path, PostgisAddress],
    progress: Optional[Progress] = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Upgrade:
    """Upgrade a register to the schema of this version of the plugin.

    Of a file the old one is kept beside it as `<name>-schema<n>.gpkg`; in a database all is one transaction. Raises
    RegisterError when it is not a register, newer, damaged, read-only or locked, or when a step fails; then it is as it was
    and no copy is left. Raises Cancelled, with the same effect, when the user stops it.
    """
    progress = silent(progress)
    if isinstance(address, PostgisAddress):
        from diwi_qgis.store.postgis.migrate import upgrade

        return upgrade(address, progress, migrations)
    target = Path(address)
    check_file(target, write=True)
    file = GeoPackageFile(target, write=True)
    try:
        before = schema_version(file)
        pending = [step for step in migrations if step.version > before]
        if not pending:
            check_version(target, before)
            return Upgrade(before, before, None)
        with writing(target):
            backup = _copy(target, before)
            try:
                _run(file, pending, progress)
            except BaseException:
                backup.unlink(missing_ok=True)
                raise
        return Upgrade(before, pending[-1].version, backup)
    finally:
        file.close()


def _copy(path: Path, version: int) -> Path:
    """A copy through SQLite's backup, which also has what still stands in a `-wal` file; never over an older copy."""
    number, copy = 1, path.with_name(f"{path.stem}-schema{version}.gpkg")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}-schema{version}-{number}.gpkg")
    back_up(path, copy)
    return copy


def _run(file: GeoPackageFile, steps: Sequence[Migration], progress: Progress) -> None:
    file.execute("PRAGMA foreign_keys = OFF")
    with file.transaction():
        _drop_triggers(file)
        for number, step in enumerate(steps):
            progress.check(number / len(steps))
            say(progress, step)
            for statement in step.statements:
                file.execute(statement)
            file.execute(stamp(step, file.dialect))
        for statement in trigger_statements():
            file.execute(statement)
        _prove(file)


def _drop_triggers(file: GeoPackageFile) -> None:
    """All triggers but those of GDAL (spatial index, GeoPackage itself)."""
    rows = file.query(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT GLOB 'rtree_*' AND name NOT GLOB 'gpkg_*' "
        "AND name NOT GLOB 'trigger_*'"
    )
    for (name,) in rows:
        file.execute(f"DROP TRIGGER {identifier(name)}")


def _prove(file: GeoPackageFile) -> None:
    """The result is what the model declares and no reference hangs loose; else nothing is kept."""
    differences = schema_differences(file)
    if differences:
        raise unlike_model(file.name, differences)
    loose = file.query('SELECT "table", parent FROM pragma_foreign_key_check')
    if loose:
        raise RegisterError(
            f"Register '{file.path}' kon niet worden bijgewerkt: rijen van {loose[0][0]} verwijzen naar niets.",
            f"Register '{file.path}' could not be upgraded: rows of {loose[0][0]} refer to nothing.",
        )
