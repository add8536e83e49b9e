"""The plan as a reader meets it: labels, written dates, joined references, nothing left to compute."""
