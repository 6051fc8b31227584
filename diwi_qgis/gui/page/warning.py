"""How something that is wrong looks: readable on the palette of the moment, and never by colour alone."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor, QPalette

#: Stands before every text about something wrong.
SIGN = "⚠"

_RED = 0


def warning_colour(palette: QPalette) -> QColor:
    """Red that contrasts with the ground on which texts stand: dark on light, light on dark."""
    ground = palette.color(QPalette.ColorRole.Base)
    return QColor.fromHsl(_RED, 255, 185 if ground.lightness() < 128 else 80)
