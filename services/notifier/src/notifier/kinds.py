"""The kinds of jobs, as they stand in the job table."""

SEND = "send"
"""Its key is a message's id."""
