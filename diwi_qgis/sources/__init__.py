"""Registers of others: Kadaster parcels, BAG buildings, administrative and CBS areas."""
