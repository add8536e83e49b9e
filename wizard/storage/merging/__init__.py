"""Two copies of one plan brought together, entry by entry."""
