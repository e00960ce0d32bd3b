"""Files of shipments: received, understood, read line by line, and mended."""
