"""Field copies in the window: take the register along, bring it back, choose where office and field differ."""
