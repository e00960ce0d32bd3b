"""Views of the queue that are kept under a name."""
