"""Templates: found, compiled, filled."""
