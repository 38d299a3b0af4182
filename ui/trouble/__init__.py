"""The page that stands in for all others while the data cannot be opened."""
