"""What is decided on a return: its price asked, its label agreed to, or a no with its words."""
