"""The steps from each schema to the next, one a file, run by Alembic."""
