"""A register as it was known at a moment: its tables out of the history, for whoever reads whole tables.

What the history keeps comes back exactly (reals to the 15 digits of SQLite's JSON). Not in the history, and so not of that
moment: parcels, buildings and areas of others, which are as they are now, and findings, of which there are none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, NoReturn, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.rights import PLAN_RIGHTS, Actie
from diwi_qgis.model.schema import Column, Kind, Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.address import Address
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.frames import Box, wanted_columns
from diwi_qgis.store.plan_rows import moment as moment_of
from diwi_qgis.store.plan_rows import typed
from diwi_qgis.store.register import Register
from diwi_qgis.store.rights import Rights
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

#: Tables that only grow, and keep when each row came.
_GROWING = ("historie", "mijlpaal_prognose")


@dataclass(frozen=True)
class KnownRow:
    """A row as it was known at a moment: its last line of history then, what that says, and its geometry (hexadecimal WKB)."""

    line: int
    values: dict[str, Any]
    shape: Optional[str] = None


def in_utc(moment: datetime) -> datetime:
    """A moment with its zone, to the millisecond as the history keeps it; one without zone is in UTC already."""
    utc = moment.astimezone(timezone.utc) if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)


class PastRegister(Register):
    """Reads the tables of a register as they were known at `known_at`; nothing can be written.

    Raises RegisterError when the register was not there yet, that moment is still to come, or one may not see the history.
    """

    def __init__(self, present: Register, known_at: datetime) -> None:
        super().__init__(_NoQuestions(present.connection), write=False)
        self._present = present
        self._known_at = in_utc(known_at)
        self._check()

    def _check(self) -> None:
        when = f"{self._known_at.astimezone():%d-%m-%Y %H:%M}"
        rights = self.rights()
        if not rights.unlimited and rights.rol not in PLAN_RIGHTS[Actie.INZIEN]:
            raise RegisterError(
                f"Register '{self.name}': terugkijken mag alleen wie het dossier van plannen mag inzien.",
                f"Register '{self.name}': only those who may look into the files of plans may look back.",
            )
        if self._known_at > datetime.now(timezone.utc):
            raise RegisterError(
                f"Register '{self.name}': {when} moet nog komen; terugkijken kan alleen naar een moment dat er was.",
                f"Register '{self.name}': {when} is still to come; one can only look back at a moment that was.",
            )
        if not self._present.known_rows("instelling", self._known_at):
            raise RegisterError(
                f"Register '{self.name}' was er nog niet op {when}.",
                f"Register '{self.name}' was not there yet on {when}.",
            )

    @property
    def known_at(self) -> Optional[datetime]:
        """See `Register`."""
        return self._known_at

    @property
    def address(self) -> Address:
        """Where the register is."""
        return self._present.address

    def known_rows(self, table: str, moment: datetime) -> list[KnownRow]:
        """See `Register`."""
        return self._present.known_rows(table, moment)

    def rights(self, plans: Iterable[str] = ()) -> Rights:
        """Those of now: they say what of the past may be seen as well."""
        return self._present.rights(plans)

    def setting(self, key: str) -> Optional[str]:
        """See `Register`."""
        rows = self.read("instelling", columns=["sleutel", "waarde"])
        return dict(zip(rows["sleutel"], rows["waarde"])).get(key)

    def _frame(
        self, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
    ) -> pandas.DataFrame:
        if table.tracked:
            rows = self.known_rows(table.name, self._known_at) if table.logged_columns is None else []
            return frame_of(table, rows, columns, geometry, near)
        frame = self._present.read(table.name, columns=None, geometry=geometry, near=near)
        if table.name in _GROWING:
            frame = frame[frame["tijd"] <= self._known_at.replace(tzinfo=None)]
        if table.name == "plancode":
            lines = self._present.read("historie", columns=["tabel", "uuid", "tijd"])
            then = lines[(lines["tabel"] == "project") & (lines["tijd"] <= self._known_at.replace(tzinfo=None))]
            frame = frame[frame["project_uuid"].isin(then["uuid"])]
        names = [column.name for column in wanted_columns(table, columns, geometry)[0]]
        return frame[names + (["geom"] if "geom" in frame.columns else [])].reset_index(drop=True)

    def small_tables(self, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
        """See `Register`."""
        return {name: self._rows(model_table(name)) for name in names}

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        rows = sorted(self.known_rows(table.name, self._known_at), key=lambda row: row.values["fid"])
        columns = table.all_columns
        return [{column.name: typed(column, row.values.get(column.name)) for column in columns} for row in rows]

    def schema_differences(self) -> list[Text]:
        """See `Register`."""
        return self._present.schema_differences()

    def snapshot(self) -> AbstractContextManager[None]:
        """See `Register`."""
        return self._present.snapshot()

    def close(self) -> None:
        """See `Register`."""
        self._present.close()

    def forget_names(self) -> NoReturn:
        """Nothing is written."""
        raise _only_tables()

    def _writing(self, user: Optional[str]) -> NoReturn:
        raise _only_tables()

    def _apply_calendar(self) -> NoReturn:
        raise _only_tables()


class _NoQuestions:
    """Stands where a register has its connection: what asks the database itself would get the present."""

    def __init__(self, present: Connection) -> None:
        self.name, self.dialect = present.name, present.dialect

    def execute(self, statement: str) -> NoReturn:
        raise _only_tables()

    def query(self, statement: str) -> NoReturn:
        raise _only_tables()

    def query_many(self, statements: Sequence[str]) -> NoReturn:
        raise _only_tables()

    def transaction(self) -> NoReturn:
        raise _only_tables()

    def snapshot(self) -> NoReturn:
        raise _only_tables()

    def close(self) -> None:
        """The register that is looked at closes its own."""


def _only_tables() -> RegisterError:
    return RegisterError(
        "Van een register zoals het bekend was zijn alleen hele tabellen te lezen.",
        "Of a register as it was known only whole tables can be read.",
    )


# -- rows as frames -----------------------------------------------------------------------------------------------------------


def frame_of(
    table: Table, rows: Sequence[KnownRow], columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
) -> pandas.DataFrame:
    """Rows of the history as `Register.read` gives a table: in order of `fid`, with its column types."""
    import pandas
    import shapely

    wanted, geometry = wanted_columns(table, columns, geometry)
    rows = sorted(rows, key=lambda row: row.values["fid"])
    values = [row.values for row in rows]
    frame = pandas.DataFrame({column.name: _series(column, values) for column in wanted})
    if not geometry and near is None:
        return frame
    shapes = shapely.from_wkb([bytes.fromhex(row.shape) if row.shape else None for row in rows])
    if geometry:
        frame["geom"] = pandas.Series(shapes, dtype=object, index=frame.index)
    if near is not None and rows:
        xmin, ymin, xmax, ymax = shapely.bounds(shapes).T
        meets = (xmax >= near[0]) & (xmin <= near[2]) & (ymax >= near[1]) & (ymin <= near[3])
        frame = frame[meets].reset_index(drop=True)
    return frame


def _series(column: Column, rows: Sequence[dict[str, Any]]) -> pandas.Series:
    """One column. What an old line does not have yet is as a new row would have it."""
    import numpy
    import pandas

    missing = column.default if column.required else None
    values = [row.get(column.name, missing) for row in rows]
    if column.kind is Kind.TEXT:
        return pandas.Series(values, dtype=object)
    if column.kind is Kind.INTEGER:
        return pandas.Series(pandas.array(values, dtype="Int64"))
    if column.kind is Kind.BOOLEAN:
        return pandas.Series(pandas.array([None if v is None else bool(v) for v in values], dtype="boolean"))
    if column.kind is Kind.REAL:
        return pandas.Series([numpy.nan if value is None else value for value in values], dtype="float64")
    texts = ["NaT" if value is None else _plain(value) for value in values]
    return pandas.Series(numpy.array(texts, dtype="datetime64[ns]"))


def _plain(value: str) -> str:
    """A day, or a moment in UTC, as numpy reads it."""
    if "T" not in value or value.endswith("Z"):
        return value.rstrip("Z")
    return moment_of(value).replace(tzinfo=None).isoformat()


def known_rows(rows: Sequence[tuple[Any, ...]], shapes: Mapping[str, Optional[str]]) -> list[KnownRow]:
    """Rows as a database gives them (number of the line, JSON), and the geometries by uuid."""
    # One document is read faster than many.
    values = json.loads("[" + ",".join(row for _, row in rows) + "]")
    return [KnownRow(int(line), row, shapes.get(row["uuid"]) or None) for (line, _), row in zip(rows, values)]
