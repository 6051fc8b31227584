"""What follows from the data: counts, cross tables, quality checks and parcel geometry. No QGIS, no Qt."""
