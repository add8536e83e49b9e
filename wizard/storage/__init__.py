"""Plan files on disk: strict reading, safe writing, and what is kept privately beside them."""
