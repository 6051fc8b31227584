"""The manual names what is on the screen, and shows pictures that are there and small."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TEXT = (DOCS / "handleiding.md").read_text(encoding="utf8")
MOST, LARGEST = 12, 200 * 1024


def dutch():
    messages = ElementTree.parse(ROOT / "resources" / "i18n" / "diwi_nl.ts").iter("message")
    return {message.findtext("translation") for message in messages}


@pytest.mark.parametrize("words", sorted(set(re.findall(r"\*\*(.+?)\*\*", TEXT))))
def test_what_stands_in_bold_is_a_text_of_the_window(words):
    assert words in dutch()


def test_every_picture_is_used_taken_by_the_script_and_small():
    pictures = {path.name: path.stat().st_size for path in (DOCS / "beelden").glob("*")}
    shown = set(re.findall(r"beelden/([\w-]+\.png)", TEXT))
    program = ast.parse((ROOT / "scripts" / "screenshots_inside.py").read_text(encoding="utf8"))
    functions = {node.name for node in ast.walk(program) if isinstance(node, ast.FunctionDef)}
    assert set(pictures) == shown and len(shown) <= MOST
    assert {f"p{name.removesuffix('.png').replace('-', '_')}" for name in shown} <= functions
    assert all(size < LARGEST for size in pictures.values())


def test_every_link_inside_leads_somewhere():
    heads = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in TEXT.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#(.+?)\)", TEXT)) <= heads
    assert all((DOCS / name).is_file() for name in re.findall(r"\]\(([\w./-]+\.md)\)", TEXT))


def test_the_window_points_to_the_manual():
    from diwi_qgis.gui.report_problem import MANUAL

    assert (ROOT / MANUAL.removeprefix("blob/main/")).is_file()
