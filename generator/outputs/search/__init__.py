"""Search: exact Chinese search in small files that any page can load by `<script>`.

`characters` says which characters are alike; `texts` what of a case is searched; `grams` turns all texts into sorted
lists of places; `packing` writes such lists small; `index` cuts them into parts; `files` makes
them files, each a `script`.
The same rules stand in `theme/assets/js/`: a query is normalised, its grams are looked up, their places compared.
"""
