"""The world of mail outside, on one machine: takes every message, shows it, can be told to refuse."""
