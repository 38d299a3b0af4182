"""Tables out of files, as rows of texts; it knows no price list."""
