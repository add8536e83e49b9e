"""The key a grid has for words of one's own."""

import re
import unicodedata


def slug(words: str) -> str:
    """`Mesquite Reservation` → `other_mesquite_reservation`; words in other alphabets go by their code points."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9]+", "_", folded).strip("_")
    return f"other_{plain or '_'.join(f'{ord(c):x}' for c in words if not c.isspace())}"[:80]
