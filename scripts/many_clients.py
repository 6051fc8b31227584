"""Many people in one shared register at once: is every change of theirs there, and was every clash told?

    python3 scripts/many_clients.py [--clients 50] [--acts 20]

Every client is a process of its own that works as the page of a plan does, by the same code: read a plan, think, change it,
save, choose when somebody else changed the same. Ten minutes of somebody's work are taken to be 20 acts of half a minute; the
thinking in between is made 30 times shorter (a second at most), so that in the same time far more people clash than ever would.
Eight in ten acts are on five plans. Each adds one dwelling to a block (a lost update would leave a dwelling out), writes a remark
and, now and then, a milestone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import postgis_server  # noqa: E402

from diwi_qgis.errors import RegisterError  # noqa: E402
from diwi_qgis.gui.page.plan_draft import EDITED, PlanDraft  # noqa: E402
from diwi_qgis.gui.page.saving import MovedOnError, save  # noqa: E402
from diwi_qgis.store import PostgisAddress, create_register, open_register  # noqa: E402

PLANS, BUSY = 100, 5
_THINKING = 1.0
_PROCESSES = multiprocessing.get_context("fork")


class Desk:
    """A register as the page gets it from the window's session."""

    def __init__(self, address: PostgisAddress) -> None:
        self.address = address

    @contextmanager
    def read(self):
        """See `RegisterSession`."""
        with open_register(self.address) as register:
            yield register

    @contextmanager
    def write(self, user=None):
        """See `RegisterSession`."""
        with open_register(self.address, write=True) as register, register.transaction(user) as writer:
            yield writer


def main() -> None:
    """Have them work, and count."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--clients", type=int, default=50)
    options.add_argument("--acts", type=int, default=20)
    asked = options.parse_args()
    with postgis_server.running(max_connections="250") as server, server.database() as name:
        start = time.perf_counter()
        told, wrong = work(PostgisAddress(server.parameters(name)), asked.clients, asked.acts)
        seconds = time.perf_counter() - start
    print(f"{asked.clients} clients, {asked.acts} acts each, in {seconds:.0f} s (load {os.getloadavg()[0]:.1f})")
    print(f"saved: {told['saved']}; clashes told and decided: {told['clash']}; of others taken along: {told['along']}")
    print(f"refusals left to the user: {told['refused']}; what is not as it should be: {len(wrong)}")
    for line in wrong[:10]:
        print(f"  {line}")
    sys.exit(bool(wrong or told["refused"]))


def work(address: PostgisAddress, clients: int, acts: int, thinking: float = _THINKING) -> tuple[Counter, list[str]]:
    """What the clients were told, and what is wrong with the register afterwards."""
    days = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}
    with create_register(address, gemeentecode="9999", gemeente="Testdam") as register, register.transaction() as write:
        plans = write.insert("project", [{**days, "naam": f"Plan {number}"} for number in range(PLANS)])
        write.insert("woningblok", [{"project_uuid": plan, "naam": "blok", "aantal": 0} for plan in plans])
    with tempfile.TemporaryDirectory() as folder:
        books = [Path(folder) / str(number) for number in range(clients)]
        people = [
            _PROCESSES.Process(target=_client, args=(address, plans, acts, thinking, book, number))
            for number, book in enumerate(books)
        ]
        for each in people:
            each.start()
        for each in people:
            each.join()
        lines = [line.split("\t") for book in books for line in book.read_text(encoding="utf8").splitlines()]
        unfinished = sum(each.exitcode != 0 for each in people)
    told = Counter(what for what, *_ in lines)
    told["along"] = sum(int(rest[2]) for what, *rest in lines if what == "saved")
    wrong = [f"{unfinished} clients did not finish"] if unfinished else []
    wrong += [" ".join(rest) for what, *rest in lines if what == "refused"]
    return told, wrong + _check(address, [rest for what, *rest in lines if what == "saved"])


def _client(address: PostgisAddress, plans: list[str], acts: int, thinking: float, book: Path, number: int) -> None:
    chance, desk = random.Random(number), Desk(address)
    with book.open("w", buffering=1, encoding="utf8") as notes:
        for act in range(acts):
            plan = plans[chance.randrange(BUSY if chance.random() < 0.8 else PLANS)]
            remark = f"{number}-{act}"
            with desk.read() as register:
                draft = PlanDraft(plan, register.plan_rows(plan, EDITED))
            time.sleep(chance.uniform(0.0, thinking))
            _change(draft, remark, milestone=chance.random() < 0.1)
            try:
                notes.write(f"saved\t{plan}\t{remark}\t{_save(desk, draft, notes)}\n")
            except RegisterError as error:
                notes.write(f"refused\t{plan}\t{remark}\t{error.text.nl}\n")


def _change(draft: PlanDraft, remark: str, milestone: bool) -> None:
    block = draft.rows("woningblok")[0]
    draft.set("woningblok", block["uuid"], "aantal", block["aantal"] + 1)
    draft.set("project", draft.uuid, "opmerkingen", remark)
    if milestone:
        draft.add("mijlpaal", project_uuid=draft.uuid, soort="eerste_oplevering", gepland=date(2028, 1, 1))


def _save(desk: Desk, draft: PlanDraft, notes) -> int:
    """Save, and decide as somebody would who is shown three values: one dwelling more than theirs, and one's own remark."""
    while True:
        try:
            return save(desk, draft)
        except MovedOnError as moved:
            notes.write(f"clash\t{draft.uuid}\t{len(moved.conflicts)}\n")
            draft.rebase(moved.theirs)
            block = draft.rows("woningblok")[0]
            draft.set("woningblok", block["uuid"], "aantal", draft.base["woningblok"][block["uuid"]]["aantal"] + 1)


def _check(address: PostgisAddress, saved: list[list[str]]) -> list[str]:
    """Every saved act is there: one dwelling each, and its remark once in the history, the last one in the plan."""
    expected = Counter(plan for plan, *_ in saved)
    remarks = {(plan, remark) for plan, remark, _ in saved}
    with open_register(address) as register:
        found = register.read("project", geometry=False)
        history = register._file.query(
            "SELECT uuid, rij::json ->> 'opmerkingen' FROM historie WHERE tabel = 'project' AND op = 'U' ORDER BY fid"
        )
    written = Counter((plan, remark) for plan, remark in dict.fromkeys(history) if remark)
    last = {plan: remark for plan, remark in history if remark}
    wrong = []
    for plan, dwellings, remark in zip(found["uuid"], found["aantal_bouw"], found["opmerkingen"]):
        if dwellings != expected[plan]:
            wrong.append(f"{plan}: {dwellings} dwellings after {expected[plan]} acts")
        if remark != last.get(plan):
            wrong.append(f"{plan}: remark {remark}, last one written {last.get(plan)}")
    wrong += [f"{plan}: remark {remark} was never written" for plan, remark in remarks if not written[plan, remark]]
    return wrong + [f"{plan}: remark {remark} of nobody" for plan, remark in written if (plan, remark) not in remarks]


if __name__ == "__main__":
    main()
