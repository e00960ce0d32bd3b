"""Which of the merchant’s people are written to, and about what."""
