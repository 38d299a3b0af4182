"""The page of customers: who they are, and their quotes."""
