"""Runs the stories of `stories/` inside the real QGIS, once, and reports each.

Screenshots are kept in `build/desktop/` (or the folder that DIWI_DESKTOP names). One story: ``DIWI_STORIES="-k pick" bash scripts/test.sh tests/desktop``.
"""

from __future__ import annotations

import ast
import os
import sys
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


@pytest.fixture(scope="session")
def outcome():
    """What became of each story: {"file::story": text of its failure, or "" when it went well}; and QGIS' exit code."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from qgis_window import missing, run_inside

    if missing():
        pytest.skip(f"needs {missing()}")
    code = run_inside(HERE / "inside.py", OUTPUT)
    report = OUTPUT / "stories.xml"
    assert report.is_file(), (OUTPUT / "qgis.log").read_text(encoding="utf8")[-4000:]
    found = {}
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
    return found, code


@pytest.mark.parametrize("story", STORIES)
def test_story(outcome, story):
    result = outcome[0].get(story, "the story was not run: QGIS stopped before it")
    if result.startswith("skipped: "):
        pytest.skip(result.removeprefix("skipped: "))
    assert result == "", f"{story}\n{result}"


def test_qgis_closes_without_a_crash(outcome):
    assert outcome[1] == 0
