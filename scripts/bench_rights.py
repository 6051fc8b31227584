"""What row-level security costs: the same questions of a user of the register, and with the same rows selected by WHERE.

    python3 scripts/bench_rights.py [--plans 70000] [--repeat 5]

A server of its own, as the tests have. The peer is the owner, for whom no policy holds, asking with the condition written out and
the user's level and groups as constants: the least that any way of hiding those rows must do. The two take turns; the best of the
repeats counts. 3 blocks and 10 rows of breakdown a plan; the user sees some six in ten plans, a tenth of them by a group.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import postgis_server  # noqa: E402

TARGET = 1.5
LOGIN = "lezer"

#: What is asked; {p}, {w}, {v} stand for the condition on project, woningblok and verdeling (true for the user).
QUESTIONS = {
    "all plans, every column": "COPY (SELECT {columns} FROM project AS p WHERE {p}) TO STDOUT",
    "all breakdowns, every column": "COPY (SELECT v.* FROM verdeling AS v WHERE {v}) TO STDOUT",
    "sums per municipality": "SELECT gemeentecode, sum(aantal_netto) FROM project AS p WHERE {p} GROUP BY 1",
    "cross table of three tables": "SELECT v.kenmerk, v.categorie, p.gemeentecode, sum(v.aantal) FROM project AS p JOIN woningblok AS w "
    "ON w.project_uuid = p.uuid JOIN verdeling AS v ON v.woningblok_uuid = w.uuid WHERE {p} AND {w} AND {v} GROUP BY 1, 2, 3",
    "number of breakdowns": "SELECT count(*) FROM verdeling AS v WHERE {v}",
    "one plan's blocks": "SELECT * FROM woningblok AS w WHERE project_uuid = '{one}' AND {w}",
}
_CONDITION = "({row}._niveau >= 1 OR {row}._groepen && ARRAY[{group}])"

_FILL = """
INSERT INTO project (fid, uuid, code, naam, vertrouwelijkheid, start_datum, eind_datum, gemeentecode, aantal_netto, versie, _niveau, _groepen, geom)
  SELECT i, 'p' || i, 'c' || i, 'Plan ' || i, (ARRAY['prive', 'intern_ambtelijk', 'openbaar'])[niveau + 1], '2024-01-01', '2034-01-01',
    lpad((i % 342)::text, 4, '0'), i % 200, 1, CASE niveau WHEN 2 THEN 6 ELSE niveau END,
    CASE WHEN i % 10 = 0 THEN ARRAY[{group}] ELSE ARRAY[{group} + 1 + i % 40] END,
    ST_Multi(ST_Buffer(ST_SetSRID(ST_MakePoint(100000 + i % 1000 * 100, 400000 + i / 1000 * 100), 28992), 40))
  FROM (SELECT i, CASE WHEN i % 100 < 42 THEN 0 ELSE 1 + i % 2 END AS niveau FROM generate_series(1, {plans}) AS i) AS p;
INSERT INTO woningblok (fid, uuid, project_uuid, naam, aantal, versie, _niveau, _groepen)
  SELECT p.fid * 3 + n, 'w' || (p.fid * 3 + n), p.uuid, 'blok', n * 7, 1, p._niveau, p._groepen FROM project AS p, generate_series(0, 2) AS n;
INSERT INTO verdeling (fid, uuid, woningblok_uuid, kenmerk, categorie, aantal, versie, _plan, _niveau, _groepen)
  SELECT p.fid * 10 + n, 'v' || (p.fid * 10 + n), 'w' || (p.fid * 3 + n % 3), 'woningtype', 'soort' || n % 5, n, 1, p.uuid, p._niveau, p._groepen
  FROM project AS p, generate_series(0, 9) AS n;
"""


def main() -> None:
    """Build, ask, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--plans", type=int, default=70_000)
    options.add_argument("--repeat", type=int, default=5)
    asked = options.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    with postgis_server.running() as server, server.database() as name:
        group = _build(server, name, asked.plans)
        users = [server.connect(name, user) for user in (LOGIN, postgis_server.OWNER)]
        with closing(users[0]), closing(users[1]):
            for question, template in QUESTIONS.items():
                _report(question, _measure(users, template, group, asked.repeat))
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _build(server: postgis_server.Server, name: str, plans: int) -> int:
    from diwi_qgis.store import PostgisAddress, create_register
    from diwi_qgis.store.people import set_group, set_user

    server.run(f"CREATE ROLE {LOGIN} LOGIN")
    with create_register(PostgisAddress(server.parameters(name)), gemeentecode="9999", gemeente="Testdam") as register:
        set_user(register, LOGIN, "Lezer", "gebruiker")
        uuid = set_group(register, "Team", [LOGIN])
        group = int(register._file.query("SELECT fid FROM groep WHERE uuid = %s", [uuid])[0][0])
        tables = ("project", "woningblok", "verdeling")
        statements = [f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in tables]
        with closing(server.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute("SET search_path = diwi, public")
            for statement in (
                *statements,
                _FILL.format(plans=plans, group=group),
                "VACUUM ANALYZE project, woningblok, verdeling",
            ):
                cursor.execute(statement)
    return group


def _measure(users: list, template: str, group: int, repeat: int) -> list[tuple[int, float]]:
    """(rows, seconds) of the user and of the owner."""
    best = [(0, float("inf"))] * 2
    for _ in range(repeat):
        for number, connection in enumerate(users):
            condition = {row: "true" if number == 0 else _CONDITION.format(row=row, group=group) for row in "pwv"}
            statement = template.format(columns="p.*", one="p7050", **condition)
            rows, seconds = _ask(connection, statement)
            if seconds < best[number][1]:
                best[number] = (rows, seconds)
    return best


def _ask(connection, statement: str) -> tuple[int, float]:
    with connection.cursor() as cursor:
        cursor.execute("SET search_path = diwi, public")
        started = time.perf_counter()
        if statement.startswith("COPY"):
            with Path(os.devnull).open("w") as nowhere:
                cursor.copy_expert(statement, nowhere)
            rows = cursor.rowcount
        else:
            cursor.execute(statement)
            found = cursor.fetchall()
            rows = found[0][0] if len(found) == 1 and len(found[0]) == 1 else len(found)
        return rows, time.perf_counter() - started


def _report(question: str, measured: list[tuple[int, float]]) -> None:
    (rows, seconds), (same, peer) = measured
    ratio = seconds / peer
    print(
        f"{question:32}{rows:10,} rows{'' if rows == same else f' (peer {same:,}!)'}  policy {seconds * 1000:8.1f} ms  "
        f"WHERE {peer * 1000:8.1f} ms  ratio {ratio:5.2f}{'' if ratio <= TARGET else '  above ' + str(TARGET)}",
        flush=True,
    )


if __name__ == "__main__":
    main()
