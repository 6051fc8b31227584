"""The report of a delivery, made or refused: HTML to read, JSON to process."""

from __future__ import annotations

import json
from pathlib import Path

from diwi_qgis.exchange.delivery.receipt import Facts
from diwi_qgis.reports.html import write_report


def write_delivery_report(path: Path, facts: Facts) -> None:
    """Write it: JSON when the name ends in ``.json``, else HTML."""
    if path.suffix.lower() == ".json":
        path.write_text(json.dumps(facts.as_json(), ensure_ascii=False, indent=1), encoding="utf8")
    else:
        write_report(path, "levering.html", facts=facts, lists=facts.as_json())
