"""All published cases with everything derived from them: facets, related cases, statistics, collections."""
