"""The plain front end: the same questions in lines, for screen readers, dumb terminals, pipes and files."""
