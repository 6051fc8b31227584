"""The page of one plan and the table of all plans."""
