"""What our work costs beside what people would use instead: one table, ratios side by side in one run.

    python3 scripts/bench.py [--quick] [--repeat 3] [--only WORD] [--folder DIR]

Every engine runs in a process of its own, so its peak memory is its own; the engines of one subject take turns, so that
other work on the machine hits them alike, and the best of the repeats counts. Reading the data is not in the seconds of
the geometry rows (QGIS' algorithms read as they go). A module `bench_*.py` beside this one with a function
`cases(folder, quick)` adds its rows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"


@dataclass(frozen=True)
class Case:
    """One engine on one subject: a function of a module, called in its own process with these arguments (JSON values).

    It gives a `Measured`. The `reference` of a subject is what the ratios are of.
    """

    subject: str
    engine: str
    module: str
    function: str
    arguments: tuple = ()
    reference: bool = False


@dataclass
class Measured:
    """What an engine found (a count, to see that engines agree), its seconds, and the peak memory of its process (MB)."""

    count: int
    seconds: float
    peak: float = 0.0


def main() -> None:
    """Run what was asked and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="a tenth of the size")
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--only", default="", help="only modules or subjects that contain this word")
    options.add_argument("--folder", type=Path, default=Path("/var/tmp/diwi-bench"), help="where test data is kept")
    options.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.run:
        _run_here(*asked.run)
        return
    chosen = [case for case in _all_cases(asked) if asked.only in case.module or asked.only in case.subject]
    results: dict[Case, Measured] = {}
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    for subject in dict.fromkeys(case.subject for case in chosen):
        group = [case for case in chosen if case.subject == subject]
        for _ in range(asked.repeat):
            for case in group:
                _keep_best(results, case, _in_own_process(case))
        _print(subject, {case: results[case] for case in group})
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _all_cases(asked: argparse.Namespace) -> Iterator[Case]:
    for path in sorted(HERE.glob("bench_*.py")):
        module = importlib.import_module(path.stem)
        if hasattr(module, "cases"):
            yield from module.cases(asked.folder, asked.quick)


def _in_own_process(case: Case) -> Measured:
    command = [sys.executable, __file__, "--run", case.module, case.function, json.dumps(case.arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"{case.engine} on '{case.subject}' failed:\n{done.stderr[-2000:]}")
    return Measured(**json.loads(lines[-1]))


def _run_here(module: str, function: str, arguments: str) -> None:
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    sys.modules.setdefault("bench", sys.modules["__main__"])
    measured = getattr(importlib.import_module(module), function)(*json.loads(arguments))
    measured.peak = _peak_memory()
    print(json.dumps(asdict(measured)), flush=True)


def _peak_memory() -> float:
    """Most memory (MB) that this process had; `ru_maxrss` would also count the parent as it was when it forked."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _keep_best(results: dict[Case, Measured], case: Case, measured: Measured) -> None:
    best = results.get(case)
    if best is None or measured.seconds < best.seconds:
        results[case] = measured


def _print(subject: str, results: dict[Case, Measured]) -> None:
    reference = next((measured for case, measured in results.items() if case.reference), None)
    print(f"\n{subject}\n  {'':34}{'found':>10}{'seconds':>10}{'ratio':>8}{'peak MB':>9}")
    for case, measured in results.items():
        ratio = f"{measured.seconds / reference.seconds:8.2f}" if reference else f"{'':8}"
        print(f"  {case.engine:34}{measured.count:10,}{measured.seconds:10.3f}{ratio}{measured.peak:9.0f}", flush=True)


@contextmanager
def qgis() -> Iterator:
    """QGIS without a screen; gives its module `processing`."""
    sys.path.append(QGIS_PLUGINS)
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    yield processing
    application.exitQgis()


if __name__ == "__main__":
    sys.modules.setdefault("bench", sys.modules["__main__"])
    main()
