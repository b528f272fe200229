"""Attachments: what is inside them, and their copies for readers, without what readers should not get."""
