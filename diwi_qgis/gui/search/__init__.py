"""Plans, parcels and addresses in the search box of QGIS (Ctrl+K)."""
