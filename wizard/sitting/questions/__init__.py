"""One question in a sitting: its cards, its parts, what is left open, an entry added on the spot."""
