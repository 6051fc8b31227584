"""What comes in and goes out as files: DIWI's Excel and GeoJSON, the deliveries to the provinces."""
