"""What several kinds of pages show: cards, photos, links, pagers, tables."""
