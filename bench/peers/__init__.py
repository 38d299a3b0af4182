"""The same paper made by other programs: the same words, tables and files in it.

Each module has `maker(folder)`, which gets everything warm and returns what makes a
PDF of a document. One that is not installed raises ImportError or OSError.
"""
