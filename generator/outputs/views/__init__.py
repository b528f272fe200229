"""What pages and the book both tell of a case, ready to be shown."""
