"""Canada Post's web services, simulated for rehearsal."""
