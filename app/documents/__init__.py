"""Documents for the customer: what they say, and how it stands on the page."""
