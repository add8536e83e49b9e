"""The reader's side: a view and a template become one safe, accessible page, as PDF or HTML."""
