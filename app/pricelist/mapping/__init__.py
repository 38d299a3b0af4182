"""Lists in layouts that nobody described: a mapping says which column is what."""
