"""Two servers on this machine; the primary is killed while people write. Is what was acknowledged there, and does everybody go on?

    python3 scripts/failover.py [--clients 4] [--seconds 3]

The set-up is that of docs/opstelling.md: streaming replication that a commit waits for, and a service with both hosts. Editors ask
for the server that takes changes, council and dashboards for a standby. Clients are processes of their own; each plan with
its block is one commit, written down once it was acknowledged. The disk is not waited for (fsync off): programs are killed
here, not power.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import postgis_server  # noqa: E402

from diwi_qgis.errors import RegisterError  # noqa: E402
from diwi_qgis.store import PostgisAddress, create_register, open_register  # noqa: E402

_PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
_PROCESSES = multiprocessing.get_context("fork")


@dataclass
class Told:
    """What the clients of one kind wrote down: moment and plan of what was acknowledged, and of what got no answer; what they heard."""

    acknowledged: list[tuple[float, str]] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    messages: set[str] = field(default_factory=set)


@dataclass
class Outcome:
    """How a fail-over went."""

    editors: Told
    council: Told
    killed: float
    promoted: float
    stored: set[str]
    whole: bool

    @property
    def lost(self) -> set[str]:
        """Plans that were acknowledged and are not there."""
        return {plan for _, plan in self.editors.acknowledged} - self.stored

    @property
    def unexplained(self) -> set[str]:
        """Plans that are there though nobody was told so or left in doubt."""
        return self.stored - {plan for _, plan in self.editors.acknowledged} - set(self.editors.doubtful)

    @property
    def pause(self) -> float:
        """Seconds between the last acknowledgement of the old primary and the first of the new one."""
        before = max(moment for moment, _ in self.editors.acknowledged if moment < self.killed)
        return min(moment for moment, _ in self.editors.acknowledged if moment > self.promoted) - before


def main() -> None:
    """Fail over once and say how it went."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--clients", type=int, default=4)
    options.add_argument(
        "--seconds", type=float, default=3.0, help="of writing before the primary is killed, and after"
    )
    asked = options.parse_args()
    with two_servers() as servers:
        found = fail_over(*servers, asked.clients, asked.seconds)
    after = sum(moment > found.promoted for moment, _ in found.editors.acknowledged)
    print(f"acknowledged: {len(found.editors.acknowledged)} commits, {after} of them by the new primary")
    print(f"lost: {len(found.lost)}; there without an answer: {len(found.stored & set(found.editors.doubtful))}")
    print(f"half of a plan: {'none' if found.whole else 'FOUND'}; plans nobody wrote: {len(found.unexplained)}")
    print(f"promotion {found.promoted - found.killed:.1f} s, no commits during {found.pause:.1f} s")
    print(f"council: {len(found.council.acknowledged)} readings, all whole: {not found.council.doubtful}")
    for message in sorted(found.editors.messages | found.council.messages):
        print(f"  told: {message}")
    sys.exit(bool(found.lost or found.unexplained or not found.whole or found.council.doubtful))


@contextmanager
def two_servers() -> Iterator[tuple[postgis_server.Server, postgis_server.Server, str]]:
    """A primary with a register, a standby that every commit waits for, and a service file with both; the name of the database."""
    with ExitStack() as stack:
        primary = stack.enter_context(postgis_server.running(synchronous_commit="on", wal_keep_size="64MB"))
        name = stack.enter_context(_database(primary))
        create_register(PostgisAddress(primary.parameters(name)), gemeentecode="9999", gemeente="Testdam").close()
        standby = stack.enter_context(postgis_server.standby_of(primary))
        primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        _wait_for(primary, "SELECT sync_state = 'sync' FROM pg_stat_replication")
        services = stack.enter_context(tempfile.NamedTemporaryFile("w", suffix=".conf"))
        for service, kind in (("wonen", "read-write"), ("wonen-lezen", "prefer-standby")):
            services.write(
                f"[{service}]\nhost=127.0.0.1,127.0.0.1\nport={primary.port},{standby.port}\ndbname={name}\n"
                f"user={postgis_server.OWNER}\ntarget_session_attrs={kind}\nconnect_timeout=3\n\n"
            )
        services.flush()
        before = os.environ.get("PGSERVICEFILE")
        os.environ["PGSERVICEFILE"] = services.name
        try:
            yield primary, standby, name
        finally:
            os.environ.pop("PGSERVICEFILE")
            if before is not None:
                os.environ["PGSERVICEFILE"] = before


@contextmanager
def _database(server: postgis_server.Server) -> Iterator[str]:
    """Not dropped: its server will be gone."""
    server.run(f"CREATE DATABASE wonen TEMPLATE sjabloon OWNER {postgis_server.OWNER}")
    yield "wonen"


def fail_over(
    primary: postgis_server.Server, standby: postgis_server.Server, name: str, clients: int = 4, seconds: float = 2.0
) -> Outcome:
    """Have people write and look, kill the primary, promote the standby, have them go on."""
    with tempfile.TemporaryDirectory() as folder:
        notes, stop = Path(folder), _PROCESSES.Event()
        people = [_PROCESSES.Process(target=_edit, args=(notes / f"editor{n}", stop)) for n in range(clients)]
        people.append(_PROCESSES.Process(target=_look, args=(notes / "council", stop)))
        for each in people:
            each.start()
        time.sleep(seconds)
        killed = time.time()
        primary.kill()
        standby.promote()
        promoted = time.time()
        _wait_until(lambda: any(moment > promoted for moment, _ in _told(notes, "editor").acknowledged))
        time.sleep(seconds)
        stop.set()
        for each in people:
            each.join(30)
        editors, council = _told(notes, "editor"), _told(notes, "council")
    with open_register(PostgisAddress(standby.parameters(name)), write=True) as register:
        plans = register.read("project", columns=["uuid", "naam", "aantal_bouw"], geometry=False)
        whole = bool((plans["aantal_bouw"] == 7).all()) and len(register.read("woningblok")) == len(plans)
        whole = whole and not register.schema_differences()
    return Outcome(editors, council, killed, promoted, set(plans["naam"]), whole)


def _edit(notes: Path, stop) -> None:
    """Store plans one after the other by the service, as long as it takes; go on after whatever goes wrong."""
    register, number = open_register(PostgisAddress({"service": "wonen"}), write=True), 0
    with notes.open("a", buffering=1, encoding="utf8") as book:
        while not stop.is_set():
            plan, number = f"{notes.name}-{number}", number + 1
            try:
                with register.transaction() as write:
                    uuid = write.insert("project", [{**_PLAN, "naam": plan}])[0]
                    write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 7}])
            except RegisterError as error:
                book.write(f"doubt\t{time.time()}\t{plan}\n" if "kijk wat er staat" in error.text.nl else "")
                book.write(f"said\t{time.time()}\t{error.text.nl}\n")
                time.sleep(0.1)
            else:
                book.write(f"done\t{time.time()}\t{plan}\n")
    register.close()


def _look(notes: Path, stop) -> None:
    """Open the register as a dashboard does and count what is in it, over and over."""
    with notes.open("a", buffering=1, encoding="utf8") as book:
        while not stop.is_set():
            try:
                with open_register(PostgisAddress({"service": "wonen-lezen"})) as register, register.snapshot():
                    plans = register.read("project", columns=["aantal_bouw"], geometry=False)
                    blocks = register.read("woningblok", columns=["aantal"], geometry=False)
                    standby = register._file.query("SELECT pg_is_in_recovery()")[0][0]
                right = plans["aantal_bouw"].sum() == blocks["aantal"].sum() == 7 * len(plans)
                book.write(f"{'done' if right else 'doubt'}\t{time.time()}\t{'standby' if standby else 'primary'}\n")
            except RegisterError as error:
                book.write(f"said\t{time.time()}\t{error.text.nl}\n")
                time.sleep(0.1)


def _told(notes: Path, kind: str) -> Told:
    told = Told()
    for path in notes.glob(f"{kind}*"):
        for line in path.read_text(encoding="utf8").splitlines():
            what, moment, text = line.split("\t", 2)
            if what == "done":
                told.acknowledged.append((float(moment), text))
            elif what == "doubt":
                told.doubtful.append(text)
            else:
                told.messages.add(text)
    return told


def _wait_for(server: postgis_server.Server, question: str) -> None:
    def answer() -> bool:
        with closing(server.connect()) as connection, connection.cursor() as cursor:
            cursor.execute(question)
            return any(row[0] for row in cursor.fetchall())

    _wait_until(answer)


def _wait_until(reached, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


if __name__ == "__main__":
    main()
