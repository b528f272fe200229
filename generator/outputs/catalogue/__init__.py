"""All published cases as data for other programs: one row each, as JSON and as a table, with what describes them."""
