"""The definitions of a register: compared, stored in one transaction, shared with others as a package (docs/formats/definities.md)."""
