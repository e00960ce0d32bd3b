"""Several returns at once."""
