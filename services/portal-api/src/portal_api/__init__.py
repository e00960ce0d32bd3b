"""Where customers ask for a return and follow it."""
