"""WaaS Quotes without its window and its database: the domain and its jobs."""

#: The same as in pyproject.toml; a test compares them.
VERSION = "0.1.0"
PROGRAM = f"WaaS Quotes {VERSION}"
