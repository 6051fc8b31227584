"""Loaded before QGIS starts, wherever pytest is called from: tests need no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
