"""The register in a PostgreSQL database with PostGIS: what that engine says and does in its own way."""
