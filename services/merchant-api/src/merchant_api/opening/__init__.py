"""Returns that the merchant's people open for customers."""
