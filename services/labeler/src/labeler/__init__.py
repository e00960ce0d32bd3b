"""Asks the carrier for prices and labels, and follows parcels home."""
