"""One field that finds everything: actions, pages, quotes, items (Ctrl+K)."""
