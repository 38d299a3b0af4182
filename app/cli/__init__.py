"""The commands: arguments in, use cases, words or JSON out."""
