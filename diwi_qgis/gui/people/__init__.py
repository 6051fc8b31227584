"""People and rights: who uses the register, in which groups, whose plans are whose, and what each role may do."""
