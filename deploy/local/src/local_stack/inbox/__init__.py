"""The world of mail outside: takes every message, shows it, and can be told to refuse."""
