"""A PostgreSQL server of the tests' own: made when first asked for, on this machine only, gone when the tests end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
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
    """A running server."""

    folder: Path
    port: int

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
def running() -> Iterator[Server]:
    """A new server. Works as root too: PostgreSQL itself then runs as `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="diwi-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _run("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        access = folder / "data" / "pg_hba.conf"
        access.write_text(f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n" + access.read_text())
        server = Server(folder, _free_port())
        options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        _run(
            "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", f"-p {server.port} -k {folder} {options}", "start"
        )  # fmt: skip
        watch = _watch(folder)
        try:
            _prepare(server)
            yield server
        finally:
            watch.kill()
            watch.wait()
            _run("pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


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


def _run(program: str, *arguments: object) -> None:
    folder = programs()
    if folder is None:
        raise RuntimeError(why_not())
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*before, str(folder / program), *map(str, arguments)]
    # In a folder that `postgres` may enter; without pipes, or the server that pg_ctl leaves behind would keep them open.
    subprocess.run(command, check=True, cwd="/tmp", stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
