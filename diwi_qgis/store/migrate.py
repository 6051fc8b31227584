"""Bring a register of an older version of the plugin up to date: all steps or none, after a copy was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Union

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress, silent
from diwi_qgis.store.admission import check_file, check_version, schema_version
from diwi_qgis.store.copying import back_up
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.history_sql import NOW
from diwi_qgis.store.schema_check import schema_differences
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.store.triggers import trigger_statements
from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Migration:
    """One step: the statements that make schema `version` of the one before.

    Triggers are not its concern: they are dropped before the steps and made anew, from the model, after them. Foreign
    keys are off while it runs (a table can be rebuilt) and checked before the commit.
    """

    version: int
    description: str
    statements: tuple[str, ...]


#: In order; version 1 is what `create_register` made first, so the first step is number 2.
MIGRATIONS: tuple[Migration, ...] = ()


@dataclass(frozen=True)
class Upgrade:
    """What was done: schema before and after, and the copy of the old file (None when nothing was needed)."""

    before: int
    after: int
    backup: Optional[Path]


def upgrade_register(
    path: Union[str, Path],
    progress: Optional[Progress] = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Upgrade:
    """Upgrade a register to the schema of this version of the plugin.

    The old file is kept beside it as `<name>-schema<n>.gpkg`. Raises RegisterError when the file is not a register,
    newer, damaged, read-only or locked, or when a step fails; then the file is as it was and no copy is left. Raises
    Cancelled, with the same effect, when the user stops it.
    """
    target, progress = Path(path), silent(progress)
    check_file(target, write=True)
    file = GeoPackageFile(target, write=True)
    try:
        before = schema_version(file)
        pending = [step for step in migrations if step.version > before]
        if not pending:
            check_version(target, before)
            return Upgrade(before, before, None)
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
            progress.say(
                Text(f"Schema {step.version}: {step.description}", f"Schema {step.version}: {step.description}")
            )
            for statement in step.statements:
                file.execute(statement)
            values = f"{literal(step.version)}, {NOW}, {literal(step.description)}"
            file.execute(sql("INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES ({values})", values=values))
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
        raise RegisterError(
            f"Register '{file.path}' kon niet worden bijgewerkt: {'; '.join(text.nl for text in differences)}.",
            f"Register '{file.path}' could not be upgraded: {'; '.join(text.en for text in differences)}.",
        )
    loose = file.query('SELECT "table", parent FROM pragma_foreign_key_check')
    if loose:
        raise RegisterError(
            f"Register '{file.path}' kon niet worden bijgewerkt: rijen van {loose[0][0]} verwijzen naar niets.",
            f"Register '{file.path}' could not be upgraded: rows of {loose[0][0]} refer to nothing.",
        )


#: The schema that the last step leads to must be the one this version of the plugin works with.
if max((step.version for step in MIGRATIONS), default=1) != SCHEMA_VERSION:
    raise ImportError("SCHEMA_VERSION and MIGRATIONS do not agree")
