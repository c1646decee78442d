"""Builds the reference tables from shared facts files and from the hand-written tables under `reference/curated`."""
