"""The parts of the window, each with `install()` and `remove()`; loaded when the plugin starts, so they import little."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from diwi_qgis.gui.window import Window

#: module:class of every part, in the order of the toolbar. A part is made with the window it stands in.
PARTS: tuple[str, ...] = (
    "diwi_qgis.gui.register.part:RegisterPart",
    "diwi_qgis.gui.settings.part:SettingsPart",
    "diwi_qgis.gui.fieldcopy.part:FieldCopyPart",
    "diwi_qgis.gui.lookback.part:LookBackPart",
    "diwi_qgis.gui.search.part:SearchPart",
    "diwi_qgis.gui.pick.part:PickPart",
    "diwi_qgis.gui.drawing.draw_tools:DrawPart",
    "diwi_qgis.gui.drawing.plan_work:PlanWork",
    "diwi_qgis.gui.drawing.overlap_guard:OverlapGuard",
    "diwi_qgis.gui.together.part:Together",
    "diwi_qgis.gui.drawing.links:AreaLinks",
    "diwi_qgis.gui.qgis_forms:QgisForms",
    "diwi_qgis.gui.page.project_page:ProjectPage",
    "diwi_qgis.gui.page.plan_table:PlanTable",
    "diwi_qgis.gui.people.part:PeoplePart",
)


class Part(Protocol):
    """A map tool with its button, a dock, a dialog behind an action."""

    def install(self) -> None:
        """Put actions and docks in the window; connect to the session."""

    def remove(self) -> None:
        """Disconnect, and give back map tools; actions and docks are the window's to remove."""


def make_parts(window: Window) -> list[Part]:
    """All parts, installed."""
    parts: list[Part] = []
    for entry in PARTS:
        module, _, name = entry.partition(":")
        part: Any = getattr(import_module(module), name)(window)
        part.install()
        parts.append(part)
    return parts
