"""Drawings made from data alone: covers, charts, posters, QR codes, patterns."""
