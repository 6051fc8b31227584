"""Field copies: a register taken along in one folder, to work in without network, and brought back by a merge."""
