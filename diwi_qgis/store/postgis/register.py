"""A register in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Optional

from diwi_qgis.model.schema import Table
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.frames import Box
from diwi_qgis.store.past import KnownRow, known_rows
from diwi_qgis.store.postgis.database import PostgisDatabase
from diwi_qgis.store.postgis.frames import read_frame
from diwi_qgis.store.postgis.schema_check import schema_differences
from diwi_qgis.store.postgis.writing import PostgisWriter
from diwi_qgis.store.register import Register
from diwi_qgis.store.rights import UNLIMITED, Rights, Standing
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

#: One row when no plan is asked about, or none is seen.
_RIGHTS = """SELECT eigen_werk(), mijn_rol(), p.uuid, p.vertrouwelijkheid, p._groepen && (SELECT mijn_groepen('bekijken'))
FROM (SELECT 1) AS een LEFT JOIN project AS p ON p.uuid = ANY (%s)"""


class PostgisRegister(Register):
    """See `register.Register`."""

    _file: PostgisDatabase
    _counting = "SELECT * FROM gebruik_van_codes()"

    @property
    def address(self) -> PostgisAddress:
        """Database and schema."""
        return self._file.address

    def _frame(
        self, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
    ) -> pandas.DataFrame:
        return read_frame(self._file, table, columns, geometry, near)

    def rights(self, plans: Iterable[str] = ()) -> Rights:
        """See `Register`."""
        rows = self._file.query(_RIGHTS, [list(plans)])
        unlimited, rol = rows[0][:2]
        if unlimited:
            return UNLIMITED
        return Rights(rol, plans={uuid: Standing(level, own) for _, _, uuid, level, own in rows if uuid})

    def login_is_missing(self, login: str) -> bool:
        """See `Register`."""
        return not self._file.query("SELECT 1 FROM pg_roles WHERE rolname = %s AND rolcanlogin", [login])

    def known_rows(self, table: str, moment: datetime) -> list[KnownRow]:
        """See `Register`."""
        rows = self._file.query("SELECT regel, rij, uuid, vorm FROM bekend_op(%s, %s)", [table, moment])
        return known_rows([row[:2] for row in rows], {uuid: shape for _, _, uuid, shape in rows})

    def forget_names(self) -> int:
        """See `Register`."""
        return int(self._file.query("SELECT pseudonimiseer()")[0][0])

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
