"""WeasyPrint and pydyf, spoken of nowhere else: a page is laid out, tagged and written. In the child process alone."""
