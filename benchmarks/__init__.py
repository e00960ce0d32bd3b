"""Ratios against a baseline, measured in one run: `python -m benchmarks`."""
