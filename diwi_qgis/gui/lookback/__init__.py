"""Looking back: the register as it was known at a moment, the difference between two, and plans that were deleted."""
