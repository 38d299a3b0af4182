"""Keeps quotes, customers and price lists in a SQLite file."""
