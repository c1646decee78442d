"""Scripts that make derived files and run servers for tests; not part of the package."""
