"""A schema in a PostgreSQL database: open, execute, query, one transaction; every failure as `RegisterError`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, Optional, TypeVar, Union

from osgeo import gdal

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.gdal_file import exceptions
from diwi_qgis.store.postgis.dialect import PostgisDialect
from diwi_qgis.store.postgis.messages import failure
from diwi_qgis.store.sql import identifier, sql

#: Milliseconds to wait for a row that somebody else is changing.
_PATIENCE = 10_000

#: How long to wait for a server, and how soon a line that died is noticed (seconds; the last one milliseconds).
_LINE = {
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
}

#: What psycopg2 says of a connection that was lost.
_BROKEN = 2

#: Values of a statement, in its order or by name.
Values = Union[Sequence[Any], Mapping[str, Any]]

Result = TypeVar("Result")


class PostgisDatabase:
    """An open database (a `connection.Connection`): a session of psycopg2, and one of GDAL when whole tables are read."""

    def __init__(self, address: PostgisAddress, write: bool) -> None:
        self.address = address
        self.write = write
        self.dialect = PostgisDialect()
        self.in_transaction = False
        self._reader: Any = None
        self._connect()

    def _connect(self) -> None:
        psycopg2 = _psycopg2()
        own = {"application_name": "DIWI for QGIS", **_LINE, **self.address.parameters}
        with self.failures():
            self._session = psycopg2.connect(**own)
            self._session.autocommit = True
            try:
                self._set_up()
            except BaseException:
                self._session.close()
                raise

    def _set_up(self) -> None:
        found = self.query(
            "SELECT n.nspname FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace WHERE extname = 'postgis'"
        )
        if found:
            self.dialect = PostgisDialect(str(found[0][0]))
        path = ", ".join(identifier(schema) for schema in (self.address.schema, self.dialect.postgis))
        self.execute(
            f"SET search_path = {path}; SET lock_timeout = {_PATIENCE}; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; "
            f"SET client_min_messages = warning; SET default_transaction_read_only = {'off' if self.write else 'on'}"
        )

    @property
    def session(self) -> Any:
        """The connection of psycopg2, another one after the former was lost."""
        return self._session

    @property
    def name(self) -> str:
        """Database, server and schema; no user, no password."""
        return self.address.name

    @contextmanager
    def failures(self) -> Iterator[None]:
        """What psycopg2 or GDAL raises leaves as `RegisterError`."""
        psycopg2 = _psycopg2()
        try:
            yield
        except (psycopg2.Error, UnicodeError) as error:
            raise failure(self.name, error) from _without_context(error)

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A cursor; on a new connection when the old one broke and no transaction was lost with it."""
        with self.failures():
            if self._broken and not self.in_transaction:
                self._connect()
            with self._session.cursor() as cursor:
                yield cursor

    @property
    def _broken(self) -> bool:
        """Whether the connection was lost: a server that stopped, a network that failed. Not: closed by us."""
        return bool(self._session.closed == _BROKEN)

    def execute(self, statement: str, values: Optional[Sequence[Any]] = None) -> int:
        """Run a statement, with psycopg2's values when it has any; gives how many rows it touched."""
        with self._cursor() as cursor:
            cursor.execute(statement, values)
            return int(cursor.rowcount)

    def query(self, statement: str, values: Optional[Values] = None) -> list[tuple[Any, ...]]:
        """Run one SELECT; asked again, of whichever server answers then, when the connection turns out to be lost."""
        return self._again(lambda: self._answer(statement, values))

    def _answer(self, statement: str, values: Optional[Values]) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())

    def _again(self, act: Callable[[], Result]) -> Result:
        """Do what may be done twice, a second time when it finds the connection broken outside a transaction."""
        try:
            return act()
        except RegisterError:
            if self.in_transaction or not self._broken:
                raise
            return act()

    def query_many(self, statements: Sequence[str]) -> list[list[tuple[Any, ...]]]:
        """See `Connection`: each SELECT as one value, so that a slow network is crossed once."""
        parts = (sql("(SELECT json_agg(gevonden) FROM ({one}) AS gevonden)", one=statement) for statement in statements)
        (found,) = self.query("SELECT " + ", ".join(parts))
        return [[tuple(row.values()) for row in rows or ()] for rows in found]

    def copy_in(self, statement: str, lines: Iterable[str]) -> None:
        """Feed COPY … FROM STDIN with lines of its text format."""
        with self._cursor() as cursor:
            cursor.copy_expert(statement, _Lines(lines))

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is all of one moment; nobody waits for it."""
        # The moment is that of the first question.
        return self.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1")

    @contextmanager
    def transaction(self, begin: str = "BEGIN") -> Iterator[None]:
        """All or nothing: committed at the end, rolled back on any exception."""
        self._again(lambda: self.execute(begin))
        self.in_transaction = True
        try:
            yield
            self._commit()
        except BaseException:
            with suppress(RegisterError):  # the connection is gone: the server rolls back by itself
                self.execute("ROLLBACK")
            raise
        finally:
            self.in_transaction = False

    def _commit(self) -> None:
        try:
            with self._cursor() as cursor:
                cursor.execute("COMMIT")
                said = cursor.statusmessage
        except RegisterError as error:
            if self._broken:
                # All or nothing of it is stored; which of the two, only the register can tell.
                raise RegisterError(
                    f"De verbinding met register '{self.name}' brak tijdens het opslaan. Het is in zijn geheel opgeslagen of "
                    "helemaal niet: kijk wat er staat voordat u het nog eens doet.",
                    f"The connection with register '{self.name}' broke while storing. All of it was stored or nothing at all: "
                    "look at what is there before you do it again.",
                ) from error
            raise
        else:
            if said != "COMMIT":
                raise RegisterError(
                    f"Register '{self.name}': er ging eerder iets mis; er is niets opgeslagen.",
                    f"Register '{self.name}': something went wrong before; nothing was stored.",
                )

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Within a transaction: what fails inside is undone alone, and the transaction can go on. They may be nested."""
        self.execute("SAVEPOINT stap")
        try:
            yield
        except BaseException:
            with suppress(RegisterError):  # the connection is gone: the server rolls back by itself
                self.execute("ROLLBACK TO SAVEPOINT stap; RELEASE SAVEPOINT stap")
            raise
        self.execute("RELEASE SAVEPOINT stap")

    def read(self, ask: Callable[[Any], Result]) -> Result:
        """Ask the database as GDAL dataset: the fast way to whole tables, which does not see an open transaction's own rows.

        Asked again of a new one when a dataset that was there already fails: the server may have stopped since.
        """
        used = self._reader is not None
        try:
            return self._ask(ask)
        except RegisterError:
            self._reader = None
            if not used:
                raise
        return self._ask(ask)

    def _ask(self, ask: Callable[[Any], Result]) -> Result:
        try:
            if self._reader is None:
                # Without OF_VECTOR the driver of PostGIS rasters takes it, and fails.
                with exceptions():
                    self._reader = gdal.OpenEx(f"PG:{_dsn(self.address)}", gdal.OF_VECTOR | gdal.OF_READONLY)
            return ask(self._reader)
        except RuntimeError as error:
            raise failure(self.name, error) from None

    def close(self) -> None:
        """Close both sessions; may be called again."""
        self._reader = None
        self._session.close()


def _dsn(address: PostgisAddress) -> str:
    from psycopg2.extensions import make_dsn

    return str(make_dsn(**{**_LINE, **address.parameters}))


def _without_context(error: BaseException) -> Optional[BaseException]:
    """A failed connection is not chained: a traceback must not show how it was made."""
    return error if getattr(error, "pgcode", None) else None


class _Lines:
    """Lines as the file that psycopg2's COPY reads."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        parts, length = [self._rest], len(self._rest)
        while size < 0 or length < size:
            line = next(self._lines, None)
            if line is None:
                break
            parts.append(line.encode())
            length += len(parts[-1])
        whole = b"".join(parts)
        end = len(whole) if size < 0 else size
        self._rest = whole[end:]
        return whole[:end]


def _psycopg2() -> Any:
    require("psycopg2")
    import psycopg2

    return psycopg2
