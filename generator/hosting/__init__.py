"""The MkDocs adapter: the only place that imports the host, and what it says put into Chinese."""

import os

# Before MkDocs is imported: its warning box about MkDocs 2.0 says nothing that an editor could act on.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
