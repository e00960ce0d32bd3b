"""The JSON API: for programs, with a bearer key, under `/api/v1`."""
