"""Quotes and customers between two laptops."""
