"""Settings of the open register, for the functional manager: lists, properties, price classes and what else is his."""
