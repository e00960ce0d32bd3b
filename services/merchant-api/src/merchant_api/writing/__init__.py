"""What people write about a return: notes among themselves, letters to the customer."""
