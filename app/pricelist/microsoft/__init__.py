"""Microsoft's own lists as canonical tables: recognised by their headers."""
