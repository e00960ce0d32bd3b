"""Parcels that come in, at the dock."""
