"""What becomes of a return around its decision: called off, labelled anew, closed."""
