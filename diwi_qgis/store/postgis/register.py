"""A register in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.frames import Box
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.frames import read_frame
from diwi_qgis.store.postgis.schema_check import schema_differences
from diwi_qgis.store.postgis.writing import PostgisWriter
from diwi_qgis.store.register import Register
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas


class PostgisRegister(Register):
    """See `register.Register`."""

    _file: PostgisDatabase

    @property
    def address(self) -> PostgisAddress:
        """Database and schema."""
        return self._file.address

    def _frame(
        self, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
    ) -> pandas.DataFrame:
        return read_frame(self._file, table, columns, geometry, near)

    @contextmanager
    def _writing(self, user: Optional[str]) -> Iterator[Writer]:
        writer = PostgisWriter(self._file)
        yield writer
        writer.confirm()

    def schema_differences(self) -> list[Text]:
        """See `Register`."""
        return schema_differences(self._file)

    def _apply_calendar(self) -> None:
        """A function of the register's, which whoever may write can call: the states of plans are not his doing."""
        with self._file.transaction():
            self._file.execute("SELECT volg_kalender()")
