"""Tests of what the window shows, as values."""
