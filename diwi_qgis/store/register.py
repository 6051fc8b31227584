"""The register: a GeoPackage with the tables of the model, open for reading or writing."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Optional, Union

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts, derived_sql
from diwi_qgis.store.admission import admit
from diwi_qgis.store.frames import read_frame
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.plan_rows import plan_history, plan_rows
from diwi_qgis.store.schema_check import schema_differences
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

#: Recorded as who changed a phase or plan status because its date came.
_CALENDAR = "kalender"


class Register:
    """An open register. Use `open_register` or `create_register` to get one."""

    def __init__(self, file: GeoPackageFile, write: bool) -> None:
        self._file = file
        self._write = write

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    def read(
        self,
        table: str,
        columns: Optional[Sequence[str]] = None,
        geometry: bool = True,
        near: Optional[tuple[float, float, float, float]] = None,
    ) -> pandas.DataFrame:
        """A whole table in order of `fid`; column types as in docs/architecture.md.

        `columns` limits it to those columns (name "geom" for the geometry); `geometry=False` leaves `geom` out. `near`
        (xmin, ymin, xmax, ymax) limits it to rows whose bounding box meets that box: fast, however large the table.
        """
        require("pandas")
        return read_frame(self._file, model_table(table), columns, geometry, near)

    def read_many(self, tables: Iterable[str]) -> dict[str, pandas.DataFrame]:
        """Several whole tables by name."""
        return {table: self.read(table) for table in tables}

    def plan_rows(self, uuid: str, tables: Optional[Iterable[str]] = None) -> dict[str, list[dict[str, Any]]]:
        """One plan and everything below it, or only what stands in `tables`, quickly: see `plan_rows.plan_rows`."""
        return plan_rows(self._file, uuid, tables)

    def plan_history(self, uuid: str) -> list[dict[str, Any]]:
        """What happened to one plan and to everything that is or was below it: see `plan_rows.plan_history`."""
        return plan_history(self._file, uuid)

    def acts(self, plan: str) -> list[acts.Act]:
        """What was done with a plan (uuid) as one act, and may be taken back: see `acts`."""
        return acts.acts(self._file, plan)

    def setting(self, key: str) -> Optional[str]:
        """Value of a setting of this register (table `instelling`); None when it is not set."""
        values = dict(self._file.query("SELECT sleutel, waarde FROM instelling"))
        return values.get(key)

    @contextmanager
    def transaction(self, user: Optional[str] = None) -> Iterator[Writer]:
        """Write all or nothing; any exception (cancel too) leaves the register as it was.

        `user` is recorded as who did it; the name with which one logged in to the computer when it is not given.
        """
        if not self._write:
            raise RegisterError(
                f"Register '{self.path}' is geopend om te lezen, niet om te schrijven.",
                f"Register '{self.path}' was opened for reading, not for writing.",
            )
        with self._file.transaction():
            writer = Writer(self._file)
            writer.sign(user or getpass.getuser())
            yield writer
            writer.confirm()
            self._file.execute("UPDATE sessie SET gebruiker = NULL")

    def schema_differences(self) -> list[Text]:
        """Where tables, indexes and triggers in the file are not as declared; empty when all is well."""
        return schema_differences(self._file)

    def follow_calendar(self) -> None:
        """Apply milestones whose date came by without anyone writing; writes nothing when there are none."""
        if self._file.query(derived_sql.outdated_states())[0][0]:
            with self.transaction(user=_CALENDAR):
                self._file.execute(derived_sql.refresh_states())

    def close(self) -> None:
        """Close the file; may be called again."""
        self._file.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()


def open_register(path: Union[str, Path], write: bool = False) -> Register:
    """Open an existing register.

    Raises RegisterError when it is absent, not a GeoPackage, not a register, made by a newer version of the plugin, of an
    older schema (then `upgrade_register` is needed), damaged, locked (after waiting some five seconds) or, with `write`,
    read-only. With `write` it first applies the milestones that took effect since (`Register.follow_calendar`).
    """
    register = Register(admit(Path(path), write), write)
    if write:
        try:
            register.follow_calendar()
        except BaseException:
            register.close()
            raise
    return register
