"""Every version of a price list that was imported: looked at, compared, exported."""
