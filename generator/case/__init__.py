"""What a case is: its model, the words it may use, its prose, and the problems a record can have."""
