"""Taking a merchant in from a file."""
