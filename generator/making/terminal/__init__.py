"""What the program says to people and machines: problems, progress, help and wrong use."""
