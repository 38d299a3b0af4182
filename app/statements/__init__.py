"""Sheets for the partner only: they may show what it earns."""
