"""The files that quotes travel in."""
