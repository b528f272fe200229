"""The edge: what touches the disk and the terminal, and how results look there."""
