"""Tests need no screen. Loaded by `-p` in pyproject.toml: earlier than pytest-qgis, which starts QGIS before any conftest."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
