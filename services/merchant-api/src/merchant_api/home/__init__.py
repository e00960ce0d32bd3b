"""Where one begins: what remains to be set up, a first trial, and then today's numbers."""
