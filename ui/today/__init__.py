"""The page of today: what needs doing, and what the quotes come to."""
