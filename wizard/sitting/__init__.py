"""A sitting: what is asked next, and what each reply does. No terminal library is spoken of here."""
