"""The stories run inside QGIS (see test_stories.py), not here."""

collect_ignore = ["stories"]
