"""DIWI's GeoJSON: its import and export format, and our lossless one."""
