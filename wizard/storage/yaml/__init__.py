"""Strict YAML, read and written."""
