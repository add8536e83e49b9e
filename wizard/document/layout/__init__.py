"""Measures for a page: how much room words take, and how they are set in it."""
