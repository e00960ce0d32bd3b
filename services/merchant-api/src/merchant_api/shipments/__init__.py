"""The parcels that merchants sent."""
