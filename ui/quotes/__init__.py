"""The page of saved quotes."""
