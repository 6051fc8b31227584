"""What people see and click in the QGIS window: map tools, docks, dialogs."""
