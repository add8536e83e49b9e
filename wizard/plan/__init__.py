"""What a plan holds: one module per toolkit section, the parts they share, and slots (a typed place by its path)."""
