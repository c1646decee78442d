"""The addresses, one module for each, or for those that are alike."""
