"""The registers that were opened lately, in the user's settings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

#: Setting (docs/instellingen.md): paths of registers, latest first.
KEY = "diwi/recent_registers"
_KEPT = 8


def recent_registers() -> list[Path]:
    """Those that are still there, latest first."""
    kept = QgsSettings().value(KEY, [], type="QStringList") or []
    return [Path(text) for text in kept if Path(text).is_file()]


def remember_register(path: Path) -> None:
    """This one was opened."""
    others = [other for other in recent_registers() if other != path]
    QgsSettings().setValue(KEY, [str(one) for one in [path, *others][:_KEPT]])
