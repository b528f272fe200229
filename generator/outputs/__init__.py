"""Everything that is made from a library: pages, feeds, and the files beside them."""
