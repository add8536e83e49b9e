"""A value in words, once for screen, lines, page and report; and words a person typed as a value."""
