"""Saying which column of a file is what."""
