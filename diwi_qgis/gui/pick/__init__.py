"""Plan areas of whole parcels, picked on the map."""
