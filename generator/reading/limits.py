"""How large a file may be that we read; no record comes near, so what is larger is something else."""

MAX_BYTES = 512 * 1024
MAX_DEPTH = 8
"""Lists and mappings inside each other."""
MAX_NODES = 5_000
"""Keys, values and items."""
MAX_LISTED_NODES = 50_000
"""The same in a list of the project's, which may name every university of the country."""
