"""Deliveries to the provinces Zuid-Holland and Gelderland, with their receipts."""
