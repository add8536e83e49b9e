"""The screen front end: a page on questionary."""
