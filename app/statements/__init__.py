"""Papers for the partner alone: what they say, as a PDF or as a workbook."""
