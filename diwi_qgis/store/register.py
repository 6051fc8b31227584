"""The register: the tables of the model in a database, open for reading or writing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts, derived_sql, row_states, snapshot, tickets
from diwi_qgis.store.address import Address
from diwi_qgis.store.code_use import CodeUse, counting
from diwi_qgis.store.connection import Connection
from diwi_qgis.store.frames import Box
from diwi_qgis.store.plan_rows import plan_history, plan_kin, plan_rows, plan_shapes, small_tables
from diwi_qgis.store.rights import Rights
from diwi_qgis.store.writing import Writer
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import pandas

    from diwi_qgis.store.past import KnownRow

#: Recorded as who changed a phase or plan status because its date came.
CALENDAR = "kalender"


class Register(ABC):
    """An open register, on either engine. Use `open_register` or `create_register` to get one."""

    #: The SELECT that counts for `code_use`.
    _counting = counting()

    def __init__(self, file: Connection, write: bool) -> None:
        self._file = file
        self._write = write

    @property
    def connection(self) -> Connection:
        """The database, for what else of the store reads it."""
        return self._file

    @property
    def known_at(self) -> Optional[datetime]:
        """The moment (UTC) as of which it is read; None: now."""
        return None

    @property
    @abstractmethod
    def address(self) -> Address:
        """Where it is: `open_register` opens it again by that."""

    @property
    def name(self) -> str:
        """What messages call it: the file, or database and schema."""
        return self._file.name

    @property
    def path(self) -> Optional[Path]:
        """The file; None for a register in a database."""
        return None

    def read(
        self,
        table: str,
        columns: Optional[Sequence[str]] = None,
        geometry: bool = True,
        near: Optional[Box] = None,
    ) -> pandas.DataFrame:
        """A whole table in order of `fid`; column types as in docs/architecture.md.

        `columns` limits it to those columns (name "geom" for the geometry); `geometry=False` leaves `geom` out. `near`
        (xmin, ymin, xmax, ymax) limits it to rows whose bounding box meets that box: fast, however large the table.
        """
        require("pandas")
        return self._frame(model_table(table), columns, geometry, near)

    @abstractmethod
    def _frame(
        self, table: Table, columns: Optional[Sequence[str]], geometry: bool, near: Optional[Box]
    ) -> pandas.DataFrame: ...

    def read_many(self, tables: Iterable[str]) -> dict[str, pandas.DataFrame]:
        """Several whole tables by name."""
        return {table: self.read(table) for table in tables}

    def plan_rows(self, uuid: str, tables: Optional[Iterable[str]] = None) -> dict[str, list[dict[str, Any]]]:
        """One plan and everything below it, or only what stands in `tables`, quickly: see `plan_rows.plan_rows`."""
        return plan_rows(self._file, uuid, tables)

    def small_tables(self, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
        """All rows of small tables as plain values: see `plan_rows.small_tables`."""
        return small_tables(self._file, names)

    def plan_kin(self, uuid: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The main plan (none or one) and the sub-plans of a plan: see `plan_rows.plan_kin`."""
        return plan_kin(self._file, uuid)

    def plan_history(self, uuid: str) -> list[dict[str, Any]]:
        """What happened to one plan and to everything that is or was below it: see `plan_rows.plan_history`."""
        return plan_history(self._file, uuid)

    def plan_shapes(self, uuid: str, line: Optional[int] = None) -> dict[tuple[str, str], str]:
        """The geometry of one plan and everything below it, now or after a line of history: see `plan_rows.plan_shapes`."""
        return plan_shapes(self._file, uuid, line)

    def versions(self, table: str, uuids: Iterable[str]) -> dict[str, int]:
        """The version of each of these rows that is there."""
        return row_states.versions(self._file, table, uuids)

    def known_versions(self, table: str) -> dict[int, tuple[str, int]]:
        """`fid` -> (uuid, version) of all rows of a table."""
        return row_states.known_versions(self._file, table)

    def rows_now(self, table: str, uuids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Some rows of a table by uuid: see `row_states.rows_now`."""
        return row_states.rows_now(self._file, table, uuids)

    def rows_then(self, table: str, versions: Mapping[str, int]) -> dict[str, dict[str, Any]]:
        """Some rows of a table as they were in these versions: see `row_states.rows_then`."""
        return row_states.rows_then(self._file, table, versions)

    def last_hands(self, table: str, uuids: Sequence[str]) -> dict[str, row_states.LastHand]:
        """Who changed or removed these rows last."""
        return row_states.last_hands(self._file, table, uuids)

    def hand_in(self, found: Iterable[tickets.Ticket]) -> None:
        """Have the register refuse these rows if they are not what we think: see `tickets`. None: nothing more is expected."""
        with self._file.transaction():
            tickets.hand_in(self._file, found)

    def acts(self, plan: str) -> list[acts.Act]:
        """What was done with a plan (uuid) as one act, and may be taken back: see `acts`."""
        return acts.acts(self._file, plan)

    @abstractmethod
    def known_rows(self, table: str, moment: datetime) -> list[KnownRow]:
        """The rows of a tracked table as they were known at a moment (see `past`), in no order.

        Of a database only those of plans that one may see now and might see then.
        """

    @abstractmethod
    def forget_names(self) -> int:
        """Put pseudonyms for old names in the history (see `retention`), within a transaction; gives how many."""

    def setting(self, key: str) -> Optional[str]:
        """Value of a setting of this register (table `instelling`); None when it is not set."""
        values = dict(self._file.query("SELECT sleutel, waarde FROM instelling"))
        return values.get(key)

    def code_use(self) -> CodeUse:
        """How often each value of each list is used, by what: (list, value) -> table -> how many, see `code_use`.

        In a database of all plans, also those that one does not see; whoever may not change lists is refused.
        """
        found: dict[tuple[str, str], dict[str, int]] = {}
        for lijst, waarde, holder, number in self._file.query(self._counting):
            found.setdefault((lijst, waarde), {})[holder] = number
        return found

    @property
    def snapshot_mark(self) -> Optional[snapshot.Snapshot]:
        """Of which register and moment this is a snapshot; None: it is a register itself."""
        return snapshot.parse(self.setting(snapshot.SETTING))

    @abstractmethod
    def rights(self, plans: Iterable[str] = ()) -> Rights:
        """What the one who opened it may do, with the register and with these plans (uuids): one question, see `store.rights`."""

    def login_is_missing(self, login: str) -> bool:
        """Whether the server has no login of that name; never so for a file, which has none."""
        return False

    @contextmanager
    def transaction(self, user: Optional[str] = None) -> Iterator[Writer]:
        """Write all or nothing; any exception (cancel too) leaves the register as it was.

        `user` is recorded as who did it: in a GeoPackage, which knows no users (the name with which one logged in to the
        computer when it is not given). In a database it is always who logged in there.
        """
        if not self._write:
            raise RegisterError(
                f"Register '{self.name}' is geopend om te lezen, niet om te schrijven.",
                f"Register '{self.name}' was opened for reading, not for writing.",
            )
        if self.snapshot_mark is not None:
            nl, en = snapshot.REFUSAL.split(" / ")
            raise RegisterError(f"Register '{self.name}': {nl}.", f"Register '{self.name}': {en}.")
        with self._file.transaction(), self._writing(user) as writer:
            yield writer

    @abstractmethod
    def _writing(self, user: Optional[str]) -> AbstractContextManager[Writer]:
        """A writer within a transaction; what it did is complete when this ends."""

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is all of one moment, whatever others write meanwhile."""
        return self._file.snapshot()

    @abstractmethod
    def schema_differences(self) -> list[Text]:
        """Where tables, indexes and triggers are not as declared; empty when all is well."""

    def follow_calendar(self) -> None:
        """Apply milestones whose date came by without anyone writing; writes nothing when there are none."""
        if self._file.query(derived_sql.outdated_states(self._file.dialect))[0][0]:
            self._apply_calendar()

    @abstractmethod
    def _apply_calendar(self) -> None:
        """Bring the states of all plans in step with the day; recorded as done by CALENDAR."""

    def close(self) -> None:
        """Close the file; may be called again."""
        self._file.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()
