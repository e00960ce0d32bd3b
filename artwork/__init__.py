"""The eight backgrounds, drawn by program: `make backgrounds`. For work on them alone."""
