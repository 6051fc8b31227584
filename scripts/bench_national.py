"""The whole country in one register on a server: 342 municipalities with 200 plans each. Does partitioning by municipality help?

    python3 scripts/bench_national.py [--plans 68400] [--repeat 3]

The same questions of the register as it is, of one with an index on the municipality, and of a copy of the plans partitioned by it (a
partition for each, as PostgreSQL does it); of the owner, as the conditions of rights are the same in all three. The best of
the repeats counts.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import postgis_server

import bench_rights

MUNICIPALITIES = 342

QUESTIONS = {
    "plans of one municipality, every column": "COPY (SELECT * FROM {project} WHERE gemeentecode = '0017') TO STDOUT",
    "dwellings of one municipality": "SELECT sum(aantal_netto) FROM {project} WHERE gemeentecode = '0017'",
    "dwellings per municipality": "SELECT gemeentecode, sum(aantal_netto) FROM {project} GROUP BY 1",
    "plans around a spot": "COPY (SELECT * FROM {project} WHERE geom && ST_MakeEnvelope(120000, 401000, 121000, 402000, 28992)) TO STDOUT",
    "one plan by its identity": "SELECT * FROM {project} WHERE uuid = 'p7050'",
    "all plans of the country, every column": "COPY (SELECT * FROM {project}) TO STDOUT",
}


def main() -> None:
    """Build, ask, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--plans", type=int, default=MUNICIPALITIES * 200)
    options.add_argument("--repeat", type=int, default=3)
    asked = options.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    with postgis_server.running() as server, server.database() as name:
        bench_rights._build(server, name, asked.plans)
        with closing(server.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute("SET search_path = diwi, public")
            found = {"as it is": _ask_all(connection, "project", asked.repeat)}
            cursor.execute("CREATE INDEX proef ON project (gemeentecode)")
            found["index"] = _ask_all(connection, "project", asked.repeat)
            cursor.execute("DROP INDEX proef")
            _partition(cursor)
            found["partitions"] = _ask_all(connection, "verdeeld", asked.repeat)
    print(f"{'milliseconds':42}" + "".join(f"{kind:>12}" for kind in found))
    for question in QUESTIONS:
        print(f"{question:42}" + "".join(f"{1000 * times[question]:12.1f}" for times in found.values()))
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _ask_all(connection, table: str, repeat: int) -> dict[str, float]:
    """Seconds per question."""
    times = {}
    for question, statement in QUESTIONS.items():
        asked = [bench_rights._ask(connection, statement.format(project=table)) for _ in range(repeat)]
        times[question] = min(seconds for _, seconds in asked)
    return times


def _partition(cursor) -> None:
    """The plans again, with the same indexes: `uuid` alone cannot be unique any more, which is one of the prices."""
    cursor.execute("CREATE TABLE verdeeld (LIKE project) PARTITION BY LIST (gemeentecode)")
    cursor.execute("SELECT DISTINCT gemeentecode FROM project")
    for (code,) in cursor.fetchall():
        cursor.execute(f"CREATE TABLE verdeeld_{code} PARTITION OF verdeeld FOR VALUES IN ('{code}')")
    cursor.execute("INSERT INTO verdeeld SELECT * FROM project")
    for column in ("uuid", "code", "naam", "hoofdplan_uuid"):
        cursor.execute(f"CREATE INDEX ON verdeeld ({column})")
    cursor.execute("CREATE INDEX ON verdeeld USING gist (geom)")
    cursor.execute("ANALYZE verdeeld")


if __name__ == "__main__":
    main()
