"""Writes to people, once."""
