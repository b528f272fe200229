"""The MkDocs theme `anliji`: Material's frame with our head, header and footer, and the pages' templates."""

import os

# MkDocs loads the theme before any plugin, and Material prints its warning box when it is imported.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
