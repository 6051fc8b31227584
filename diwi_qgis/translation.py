"""Which language the user sees, and the translation of the texts that go through Qt."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from diwi_qgis.paths import resource

CONTEXT = "DIWI"


def tr(text: str) -> str:
    """The text in the user's language; source texts are English."""
    return QCoreApplication.translate(CONTEXT, text)


def locale() -> str:
    """The locale that QGIS uses for its own texts (an override in its settings wins over the system's)."""
    return QgsApplication.locale()


def load_translator() -> Optional[QTranslator]:
    """Install the Dutch translation when QGIS runs in Dutch; None otherwise."""
    if not locale().lower().startswith("nl"):
        return None
    translator = QTranslator()
    if not translator.load(str(resource("i18n", "diwi_nl.qm"))):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
