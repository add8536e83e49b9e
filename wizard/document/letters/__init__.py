"""Letters of every script: the face each is drawn with, and the direction of each line."""
