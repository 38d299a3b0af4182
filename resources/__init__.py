"""Fonts, icons and sample data that travel with the program."""
