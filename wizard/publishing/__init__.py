"""From a page to a file: formats, the process that prints, many at once."""
