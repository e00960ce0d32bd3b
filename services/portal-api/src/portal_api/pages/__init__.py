"""The pages of customers: the way to a return, and the return's own page."""
