"""The site as a whole: settings, addresses, files, pages and their frames."""
