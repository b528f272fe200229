"""The MkDocs adapter: the only place that imports the host, and what it says put into Chinese."""
