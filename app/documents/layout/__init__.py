"""How each part of a document stands on the page."""
