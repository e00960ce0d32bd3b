"""The JSON API: what programs may ask, in which shapes, and how refusals are told."""
