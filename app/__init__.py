"""WaaS Quotes without its window and its database: the domain and its jobs."""

#: The same as in pyproject.toml; a test compares them.
VERSION = "0.1.0"
PROGRAM = f"WaaS Quotes {VERSION}"

#: The hidden arguments by which the program becomes one of its own children: the one
#: that reads a workbook, and the one that draws a paper.
CHILD_TABLE, CHILD_PAPER = "--child-table", "--child-paper"
