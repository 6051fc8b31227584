"""A PostgreSQL server of the tests' own: made when first asked for, on this machine only, gone when the tests end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

#: Login of whoever makes registers in the tests: owns its databases, may make roles, is no superuser.
OWNER = "beheerder"
#: Login that needs a password.
GUARDED, PASSWORD = "metwachtwoord", "p@ss 'w\\ord"  # pragma: allowlist secret

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "jit": "off",
    "max_connections": "60",
}


def programs() -> Optional[Path]:
    """Folder of initdb and pg_ctl of the newest PostgreSQL here; None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


def why_not() -> Optional[str]:
    """Why no server can be started here; None when it can."""
    folder = programs()
    if folder is None:
        return "PostgreSQL is not installed"
    share = Path("/usr/share/postgresql", folder.parts[4], "extension", "postgis.control")
    return None if share.exists() else "PostGIS is not installed"


@dataclass(frozen=True)
class Server:
    """A server: its own folder, which is open to `postgres`, and its port."""

    folder: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """What `initdb` made."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it, and wait until it takes connections; also after `kill`."""
        given = {**_SETTINGS, **self.settings}
        options = " ".join(f"-c {name}={value}" for name, value in given.items())
        options = f"-p {self.port} -k {self.folder} {options}"
        _run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-o", options, "start")

    def stop(self) -> None:
        """Stop it, whether it runs or not."""
        if self._first is not None and _is_alive(self._first):
            _run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def kill(self) -> None:
        """End all its processes at once (`kill -9`), as a power cut does to programs; what reached the kernel stays."""
        first = self._first
        if first is None:
            return
        # It is held, so that it starts nobody anew while the others go.
        os.kill(first, signal.SIGSTOP)
        while _state(first) != "T":
            time.sleep(0.001)
        family = [*_children(first), first]
        for process in family:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(_is_alive(process) for process in family):
            time.sleep(0.005)
        # Their numbers stay taken until somebody asked how they ended, which may take the machine seconds; `start` would wait.
        for note in (self.data / "postmaster.pid", *self.folder.glob(".s.PGSQL.*")):
            note.unlink()

    @property
    def _first(self) -> Optional[int]:
        """The process from which all others of the server come."""
        note = self.data / "postmaster.pid"
        return int(note.read_text().split()[0]) if note.exists() else None

    def promote(self) -> None:
        """Let a standby be the primary."""
        _run("pg_ctl", "-D", self.data, "-w", "promote")

    def connect(self, database: str = "postgres", user: str = "postgres") -> Any:
        """A connection that commits every statement."""
        import psycopg2

        connection = psycopg2.connect(host="127.0.0.1", port=self.port, user=user, dbname=database)
        connection.autocommit = True
        return connection

    def run(self, *statements: str, database: str = "postgres", user: str = "postgres") -> None:
        """Run statements, each by itself."""
        with closing(self.connect(database, user)) as connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def parameters(self, database: str, user: str = OWNER) -> dict[str, str]:
        """How libpq reaches a database here."""
        return {"host": "127.0.0.1", "port": str(self.port), "dbname": database, "user": user}

    @contextmanager
    def database(self, template: str = "sjabloon") -> Iterator[str]:
        """A database of its own, with PostGIS; gone afterwards."""
        name = f"t_{os.urandom(6).hex()}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER}")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(**settings: str) -> Iterator[Server]:
    """A new server, with settings beside our own. Works as root too: PostgreSQL itself then runs as `postgres`."""
    with _folder() as folder:
        server = Server(folder, _free_port(), settings)
        _run("initdb", "-D", server.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        access = server.data / "pg_hba.conf"
        access.write_text(f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n" + access.read_text())
        with _started(server):
            _prepare(server)
            yield server


@contextmanager
def standby_of(primary: Server) -> Iterator[Server]:
    """A server that follows another by streaming replication, and can be asked things meanwhile."""
    with _folder() as folder:
        server = Server(folder, _free_port(), primary.settings)
        source = ("-h", "127.0.0.1", "-p", primary.port, "-U", "postgres")
        _run("pg_basebackup", "-D", server.data, *source, "-R", "-C", "-S", "reserve", "-c", "fast", "-N")
        with _started(server):
            yield server


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="diwi-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _started(server: Server) -> Iterator[None]:
    server.start()
    watch = _watch(server.folder)
    try:
        yield
    finally:
        watch.kill()
        watch.wait()
        server.stop()


def _watch(folder: Path) -> subprocess.Popen:
    """Ends the server when these tests are gone without having done so: killed, or timed out."""
    program = (
        'while kill -0 "$1" 2>/dev/null; do sleep 1; done; '
        'kill -QUIT "$(head -1 "$2/data/postmaster.pid")"; sleep 1; rm -rf "$2"'
    )
    return subprocess.Popen(
        ["sh", "-c", program, "sh", str(os.getpid()), str(folder)], cwd="/tmp", start_new_session=True
    )


def _prepare(server: Server) -> None:
    quoted = PASSWORD.replace("'", "''")
    server.run(f"CREATE ROLE {OWNER} LOGIN CREATEROLE", f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{quoted}'")
    server.run("CREATE DATABASE sjabloon")
    server.run("CREATE EXTENSION postgis", database="sjabloon")


def _children(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _is_alive(process: int) -> bool:
    """Whether it still runs; one that ended and of which nobody asked yet how does not."""
    return _state(process) not in ("", "Z")


def _state(process: int) -> str:
    """What the kernel says of a process, in one letter; empty when there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _run(program: str, *arguments: object, check: bool = True) -> None:
    folder = programs()
    if folder is None:
        raise RuntimeError(why_not())
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*before, str(folder / program), *map(str, arguments)]
    # In a folder that `postgres` may enter; without pipes, or the server that pg_ctl leaves behind would keep them open.
    subprocess.run(command, check=check, cwd="/tmp", stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
