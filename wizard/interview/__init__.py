"""The interview: questions as declared, the toolkit as a whole, and the walk through it."""
