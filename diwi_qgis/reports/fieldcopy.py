"""The report of a field copy that comes back: what waits for a choice, and what changes, plan by plan."""

from __future__ import annotations

from pathlib import Path

from diwi_qgis.exchange.fieldcopy.receipt import Kind, Receipt
from diwi_qgis.libraries import require
from diwi_qgis.reports.html import write_report
from diwi_qgis.rules.merging import Side
from diwi_qgis.texts import Text

_KINDS = {
    Kind.NEW: Text("toegevoegd", "added"),
    Kind.CHANGED: Text("gewijzigde velden", "changed fields"),
    Kind.REMOVED: Text("verwijderd", "removed"),
}
_SIDES = {
    Side.MINE: Text("veld", "field"),
    Side.THEIRS: Text("kantoor", "office"),
    None: Text("vraagt uw keuze", "needs your choice"),
}


def write_fieldcopy_report(path: Path, register: str, found: Receipt) -> None:
    """Write one HTML file, Dutch with English beside it; `register` is the name of the office's register.

    Raises MissingLibraryError when jinja2 is missing.
    """
    require("jinja2")
    write_report(
        path,
        "fieldcopy.html",
        register=register,
        found=found,
        aantallen=[(_KINDS[kind], found.count(kind)) for kind in Kind],
        soorten=_KINDS,
        kanten=_SIDES,
        open=sum(question.choice is None for question in found.questions),
    )
