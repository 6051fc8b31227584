"""The quality check: what in a register is wrong, doubtful or remarkable, and what could not be checked.

`rule` says what a rule is, the modules by theme hold the rules, `registry` lists them, `run` carries them out.
"""
