"""HTML reports from the templates in `resources/templates`, all in one look, one file each, no scripts, no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from diwi_qgis.notation import number
from diwi_qgis.paths import resource


def render(template: str, **values: Any) -> str:
    """The filled template. Values are escaped: text from a register can never become markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(resource("templates"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["getal"] = number
    return environment.get_template(template).render(**values)


def write_report(path: Path, template: str, **values: Any) -> None:
    """Write a report as UTF-8."""
    path.write_text(render(template, **values), encoding="utf8")
