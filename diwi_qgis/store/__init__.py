"""The register: create, upgrade, read as data frames, write in one transaction."""
