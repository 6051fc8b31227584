"""The document of the rules says what the rules say."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_document_is_current():
    script = runpy.run_path(str(ROOT / "scripts" / "quality_docs.py"))
    current = script["DOCUMENT"].read_text(encoding="utf8")
    assert current == script["document"](), "run python3 scripts/quality_docs.py"
