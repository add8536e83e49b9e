"""How wide the columns of a table are: enough for their longest word, and the rest by how much stands in them."""

from collections.abc import Sequence

LINE = 112  # characters of table text that fit side by side on a page
LONGEST_WORD = 17  # a longer one is broken


def widths(needs: Sequence[Sequence[int]]) -> list[float]:
    """Percent of the page for each column; a need is (letters of the longest word, letters of a full cell)."""
    if not needs:
        return []
    least = [min(word, LONGEST_WORD) + 3 for word, _ in needs]
    free = max(LINE - sum(least), 0)
    shares = [max(full - word, 1) ** 0.8 for word, full in needs]
    whole = [each + free * share / sum(shares) for each, share in zip(least, shares, strict=True)]
    return [round(100 * each / sum(whole), 1) for each in whole]
