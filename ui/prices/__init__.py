"""The page of price lists."""
