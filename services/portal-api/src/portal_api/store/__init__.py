"""All SQL of the portal, by noun: what is staged from elsewhere, and what begins here."""
