"""Readers of office files, within bounds; their libraries are loaded only when a file is read."""
