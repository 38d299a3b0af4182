"""The page that asks which column of a file is what."""
