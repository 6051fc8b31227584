"""docs/datamodel.md says what the model says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from diwi_qgis.model.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]


def test_the_document_is_what_the_model_gives():
    specification = importlib.util.spec_from_file_location("write_datamodel", ROOT / "scripts" / "write_datamodel.py")
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    written = (ROOT / "docs" / "datamodel.md").read_text(encoding="utf8")
    assert written == script.document(), "docs/datamodel.md is stale: run scripts/write_datamodel.py"
    for table in TABLES:
        assert f"### {table.name}: " in written
        assert all(f"| `{column.name}` | {column.label} |" in written for column in table.columns)
