"""The person's side: hub, screen and kinds of questions; all that is shown in a terminal."""
