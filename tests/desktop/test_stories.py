"""Runs the stories of `stories/` inside the real QGIS, once, and reports each.

Screenshots are kept in `build/desktop/` (or the folder that DIWI_DESKTOP names). One story: ``DIWI_STORIES="-k pick" bash scripts/test.sh tests/desktop``.
"""

from __future__ import annotations

import ast
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
OUTPUT = Path(os.environ.get("DIWI_DESKTOP", ROOT / "build" / "desktop"))
TOWNS = ("duinvoorde", "doesburg")


def stories():
    """Names of all stories; those that are told in both towns twice."""
    for path in (HERE / "stories").glob("test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                told = {each.arg for each in node.args.args}
                ends = [f"[{town}]" for town in TOWNS] if "town" in told else [""]
                yield from (f"{path.stem}::{node.name}{end}" for end in ends)


STORIES = sorted(stories())

pytestmark = pytest.mark.slow


#: Two windows at a time, on two processors: the stories that are told in both towns, and all others.
WINDOWS = {"towns": "-k=(duinvoorde)or(doesburg)", "window": "-k=not((duinvoorde)or(doesburg))"}


@pytest.fixture(scope="session")
def outcome():
    """What became of each story: {"file::story": text of its failure, or "" when it went well}; and QGIS' exit codes."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from qgis_window import missing, run_inside

    if missing():
        pytest.skip(f"needs {missing()}")
    asked = {OUTPUT: os.environ["DIWI_STORIES"]} if "DIWI_STORIES" in os.environ else {}
    windows = asked or {OUTPUT / name: choice for name, choice in WINDOWS.items()}
    with ThreadPoolExecutor() as pool:
        codes = pool.map(
            lambda window: run_inside(HERE / "inside.py", window[0], DIWI_STORIES=window[1]), windows.items()
        )
        codes = list(codes)
    found = {}
    for output in windows:
        read_report(output, found)
    return found, codes


def read_report(output, found):
    """Add what the stories of one window became."""
    report = output / "stories.xml"
    assert report.is_file(), (output / "qgis.log").read_text(encoding="utf8")[-4000:]
    for case in ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('classname').rpartition('.')[2]}::{case.get('name')}"
        if name not in STORIES:  # parametrised in another way it counts as one: all of it must go well
            name = name.partition("[")[0]
        troubles = [
            child.text or child.get("message") or "failed" for child in case if child.tag in ("failure", "error")
        ]
        found[name] = "\n".join([found.get(name, ""), *troubles]).strip()
        if any(child.tag == "skipped" for child in case):
            found[name] = found[name] or "skipped: " + next(c.get("message") for c in case if c.tag == "skipped")
    report.unlink()


@pytest.mark.parametrize("story", STORIES)
def test_story(outcome, story):
    result = outcome[0].get(story, "the story was not run: QGIS stopped before it")
    if result.startswith("skipped: "):
        pytest.skip(result.removeprefix("skipped: "))
    assert result == "", f"{story}\n{result}"


def test_qgis_closes_without_a_crash(outcome):
    assert set(outcome[1]) == {0}
