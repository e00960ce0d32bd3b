"""How a return centre is set up."""
