"""Imports on disk: each is written whole or not at all, kept, and can be taken back."""
