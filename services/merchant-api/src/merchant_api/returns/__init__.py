"""One return: what is known of it, and what is decided."""
