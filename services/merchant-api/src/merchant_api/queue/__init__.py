"""The list of returns that people work through."""
