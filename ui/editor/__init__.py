"""The page on which one quote is made."""
