"""The parts of the editor's handbook that are made from the code."""
