"""What a process does until it is ended: each act in a process of its own, which writes down what was acknowledged to it."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from diwi_qgis.errors import RegisterError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Mijlpaal, Plan, Woningblok
from diwi_qgis.exchange.save import save
from diwi_qgis.libraries import require
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.store import PostgisAddress, copy_register, open_register, upgrade_register
from diwi_qgis.store.migration import Migration
from diwi_qgis.store.postgis import create, register  # noqa: F401 - loaded once, for all processes

require("pandas", "shapely", "psycopg2")

BLOCK, IMPORTED = 7, 5
_STATEMENTS = ("CREATE TABLE proef (id INTEGER PRIMARY KEY)", "UPDATE project SET opmerkingen = 'bijgewerkt'")
STEP = Migration(SCHEMA_VERSION + 1, "proef", _STATEMENTS, _STATEMENTS)


def edit(place, target, turn: int, acknowledge: Callable[[str], None]) -> None:
    """Commit after commit: a plan with its block and its phase, and its name in the first plan."""
    with open_register(place, write=True) as opened:
        first = opened.read("project")["uuid"][0]
        for number in count():
            name = f"{turn}-{number}"
            with opened.transaction() as write:
                days = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
                uuid = write.insert("project", [{**days, "naam": name, "fase": "concept"}])[0]
                write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": BLOCK}])
                write.update("project", [{"uuid": first, "opmerkingen": name}])
            acknowledge(name)


def take_in(place, target, turn: int, acknowledge: Callable[[str], None]) -> None:
    """Import after import, each of some plans."""
    with open_register(place, write=True) as opened:
        lists = RegisterLists.read(opened)
        for number in count():
            plans = [_plan(f"{turn}-{number}-{each}") for each in range(IMPORTED)]
            save(opened, plans, lists)
            acknowledge(f"{turn}-{number}")


def _plan(name: str) -> Plan:
    days = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
    fields = {**days, "naam": name, "extern_id": name, "vertrouwelijkheid": "openbaar"}
    milestone = Mijlpaal("fase_concept", gerealiseerd=date(2024, 1, 1))
    return Plan(fields, [milestone], [Woningblok("b", "bouw", BLOCK)])


def migrate(place, target, turn: int, acknowledge: Callable[[str], None]) -> None:
    """One upgrade."""
    upgrade_register(place, migrations=[STEP])
    acknowledge("done")


def copy(place, target, turn: int, acknowledge: Callable[[str], None]) -> None:
    """One copy."""
    copy_register(place, target)
    acknowledge("done")


ACTS = {"edit": edit, "import": take_in, "migrate": migrate, "copy": copy}


def main() -> None:
    """Fork a process for every line of work on the standard input, and say its number: all is loaded once, nothing is open."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        act, place, target, turn, notes = json.loads(line)
        process = os.fork()
        if not process:
            _work(act, _address(place), _address(target), turn, notes)
            os._exit(0)
        print(process, flush=True)


def _address(given):
    return PostgisAddress(given[0], given[1]) if isinstance(given, list) else Path(given)


def _work(act: str, place, target, turn: int, notes: str) -> None:
    book, parent = os.open(notes, os.O_WRONLY | os.O_APPEND), os.getppid()

    def acknowledge(what: str) -> None:
        os.write(book, f"{what}\n".encode())
        if os.getppid() != parent:  # the tests are gone
            os._exit(1)

    with suppress(RegisterError):  # the server was ended
        ACTS[act](place, target, turn, acknowledge)


if __name__ == "__main__":
    main()
