"""The report on plan areas made of parcels: HTML, or CSV for who wants to sort and filter."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from diwi_qgis.reports.html import write_report


def write_outcome(path: Path, uitkomst: Any) -> None:
    """An outcome of `sources.plan_areas` as HTML, or as CSV with a line per parcel or problem when the file is named so."""
    if path.suffix.lower() != ".csv":
        write_report(path, "planfromparcels.html", uitkomst=uitkomst)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["plancode", "plan", "perceel", "soort", "toelichting"])
        for made in uitkomst.plangebieden:
            rows.writerows([_safe(made.code), _safe(made.naam), perceel, made.wat, ""] for perceel in made.percelen)
        for item in uitkomst.kwesties:
            rows.writerow(["", _safe(item.plan), _safe(item.perceel), item.soort, _safe(item.text.nl)])


def _safe(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
