"""What every store promises, the one over SQLite and the one in memory alike."""
