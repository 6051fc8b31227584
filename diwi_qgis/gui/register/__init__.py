"""The register of the window: open one, make one, bring an older one up to date."""
