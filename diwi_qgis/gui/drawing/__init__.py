"""Drawing plan areas in the QGIS window, and keeping them right whichever tool changed them."""
