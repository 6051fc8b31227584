"""A register in a GeoPackage."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import derived_sql, history_sql
from diwi_qgis.store.frames import Box, read_frame
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.geopackage_writing import GeoPackageWriter
from diwi_qgis.store.past import KnownRow, known_rows
from diwi_qgis.store.register import CALENDAR, Register
from diwi_qgis.store.rights import UNLIMITED, Rights
from diwi_qgis.store.schema_check import schema_differences
from diwi_qgis.store.write_lock import release
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas


class GeoPackageRegister(Register):
    """See `register.Register`."""

    _file: GeoPackageFile

    def __init__(self, file: GeoPackageFile, write: bool, claimed: bool = False) -> None:
        """`claimed`: we are its one writer until it is closed (see `write_lock`)."""
        super().__init__(file, write)
        self._claimed = claimed

    def close(self) -> None:
        """See `Register`."""
        super().close()
        claimed, self._claimed = self._claimed, False
        if claimed:
            release(self.path)

    @property
    def address(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    def _frame(
        self, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
    ) -> pandas.DataFrame:
        return read_frame(self._file, table, columns, geometry, near)

    def rights(self, plans: Iterable[str] = ()) -> Rights:
        """See `Register`: a file knows no users."""
        return UNLIMITED

    def known_rows(self, table: str, moment: datetime) -> list[KnownRow]:
        """See `Register`."""
        declared = model_table(table)
        rows = self._file.query(history_sql.known_rows(declared, moment))
        shapes = self._file.query(history_sql.known_shapes(declared, moment)) if declared.geometry else []
        return known_rows(rows, dict(shapes))

    def forget_names(self) -> int:
        """See `Register`."""
        from diwi_qgis.store.geopackage_retention import forget_names

        return forget_names(self._file)

    @contextmanager
    def _writing(self, user: Optional[str]) -> Iterator[Writer]:
        writer = GeoPackageWriter(self._file)
        writer.sign(user or getpass.getuser())
        yield writer
        writer.confirm()
        self._file.execute("UPDATE sessie SET gebruiker = NULL")

    def schema_differences(self) -> list[Text]:
        """See `Register`."""
        return schema_differences(self._file)

    def _apply_calendar(self) -> None:
        with self.transaction(user=CALENDAR):
            self._file.execute(derived_sql.refresh_states(self._file.dialect))
