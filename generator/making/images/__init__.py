"""Pictures as the site publishes them: the copies of photos, and posters."""
