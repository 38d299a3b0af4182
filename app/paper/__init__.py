"""Tagged PDF pages: fonts, text, tables and their flow; knows no quote."""
