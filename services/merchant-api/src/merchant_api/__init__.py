"""Where merchants decide on returns."""
