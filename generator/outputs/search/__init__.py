"""Search: exact Chinese search in small files that any page can load by `<script>`.

`characters` says which characters are alike; `texts` what of a case is searched; `grams` turns all texts into sorted
lists of places; `packing` writes such lists small; `index` cuts them into parts; `files` makes
them files, each a `script`.
`theme/assets/js/search/` follows the same rules: a query is normalised, its grams are looked up, their places compared.
"""
