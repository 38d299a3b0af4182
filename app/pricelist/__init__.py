"""Price lists out of tables."""
