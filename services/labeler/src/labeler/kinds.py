"""The kinds of jobs, as they stand in the job table."""

ESTIMATE = "estimate"
"""Its key is an estimate's id."""
LABEL = "label"
"""Its key is a return's id."""
TRACK = "track"
"""Its key is a return's id."""
