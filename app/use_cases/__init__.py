"""The jobs of the user, one module each."""
