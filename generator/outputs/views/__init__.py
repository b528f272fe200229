"""What pages and the book both say of a case, ready to be shown."""
