"""The QGIS project of a register: layers, forms, styles and settings, made by code from the model."""
